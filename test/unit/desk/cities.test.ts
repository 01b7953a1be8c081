/** The office does the matters of its own cities; every other city can be read and compared. */
import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { APPROVAL_FORM, form, MATTER, submission, TestDesk, TODAY, TOO_FEW } from "./test-desk.ts";

let desk: TestDesk;
beforeEach(() => (desk = new TestDesk().setUp()));
afterEach(() => desk.remove());

const choose = (...cities: string[]) => ({ requestId: randomUUID(), cities });
const citiesOffered = async () => [...new Set((await desk.call("policy.matters", {})).map(({ city }) => city))];

describe("the administrator chooses the cities", () => {
  test("in the order wanted; it holds after a restart and stands in the audit", async () => {
    expect(await citiesOffered()).toEqual(["dalian"]);
    expect(await desk.call("office.chooseCities", choose("tieling", "dalian"))).toMatchObject({ cities: ["tieling", "dalian"] });
    expect(await citiesOffered()).toEqual(["tieling", "dalian"]);
    desk.restart();
    expect((await desk.call("session.status", {})).office?.cities).toEqual(["tieling", "dalian"]);
    expect(desk.store.verify()).toEqual([]);
  });

  test("a repeated request is carried out once", async () => {
    const request = choose("tieling", "dalian");
    await desk.call("office.chooseCities", request);
    await desk.call("office.chooseCities", choose("dalian"));
    expect((await desk.call("office.chooseCities", request)).cities).toEqual(["dalian"]);
  });

  test("takes neither none, nor one twice, nor one without policy", async () => {
    expect((await desk.refusal("office.chooseCities", choose())).code).toBe("bad-input");
    expect(await desk.refusal("office.chooseCities", choose("dalian", "dalian"))).toMatchObject({
      fields: [{ fact: "cities", code: "conflict" }],
    });
    expect(await desk.refusal("office.chooseCities", choose("atlantis"))).toMatchObject({
      fields: [{ fact: "cities", code: "unknown" }],
    });
    expect(await citiesOffered()).toEqual(["dalian"]);
  });

  test("and nobody else", async () => {
    const clerk = new TestDesk().setUp("clerk");
    expect((await clerk.refusal("office.chooseCities", choose("dalian"))).code).toBe("not-allowed");
    clerk.remove();
  });
});

describe("a city that is not the office's", () => {
  test("its matters can be neither tried nor begun nor submitted", async () => {
    await desk.call("office.chooseCities", choose("tieling"));
    const { content, ...rest } = submission();
    const refused = [
      await desk.refusal("counter.evaluate", { matter: MATTER, asOf: TODAY, facts: TOO_FEW }),
      await desk.refusal("drafts.save", { id: randomUUID(), content }),
      await desk.refusal("cases.save", { requestId: rest.requestId, draftId: rest.draftId, content }),
      await desk.refusal("cases.submit", { ...rest, content }),
    ];
    for (const { code, message } of refused) {
      expect(code).toBe("city-not-served");
      expect(message).toContain("大连不在本单位的办理范围内");
    }
    expect(desk.store.cases.search({ text: "", state: null, limit: 1, offset: 0 }).total).toBe(0);
  });

  test("its library stays open to all", async () => {
    await desk.call("office.chooseCities", choose("tieling"));
    expect((await desk.call("policy.library", { city: "dalian" })).matters.length).toBeGreaterThan(0);
  });

  test("its old cases and papers can be read and printed, not changed; forms wait", async () => {
    const submitted = await desk.call("cases.submit", submission());
    const open = await desk.call("cases.save", { requestId: randomUUID(), draftId: randomUUID(), content: form() });
    const draft = await desk.call("drafts.save", { id: randomUUID(), content: form() });
    const page = { material: null, name: "页.pdf", base64: Buffer.from("%PDF-1.4\n%%EOF\n").toString("base64") };
    const scan = await desk.call("attachments.add", { requestId: randomUUID(), caseId: open.id, ...page });
    await desk.call("office.chooseCities", choose("tieling"));

    const read = await desk.call("cases.get", { id: submitted.id });
    expect(read.matterTitle).toBe("大连 · 退休待遇变更");
    expect(read.papers).toHaveLength(2);
    expect(read.may).toEqual([]);
    const paper = read.papers[0]!.id;
    expect((await desk.call("papers.open", { id: paper })).pdfBase64).not.toBe("");
    expect((await desk.call("papers.print", { requestId: randomUUID(), id: paper })).paper.timesPrinted).toBe(1);

    const request = { requestId: randomUUID(), id: submitted.id };
    const refused = [
      await desk.refusal("cases.startAmendment", request),
      await desk.refusal("cases.cancel", { ...request, reason: "本人要求" }),
      await desk.refusal("cases.receivePromised", { ...request, materials: [APPROVAL_FORM] }),
      await desk.refusal("review.approve", { ...request, version: 1, note: "" }),
      await desk.refusal("attachments.add", { requestId: randomUUID(), caseId: open.id, material: null, name: "a", base64: "" }),
      await desk.refusal("attachments.remove", { requestId: randomUUID(), id: scan.id, reason: "扫错了" }),
      await desk.refusal("papers.make", { requestId: randomUUID(), caseId: open.id, kind: "one-time-notice" }),
      await desk.refusal("drafts.open", { id: draft.id }),
    ];
    expect(refused.map(({ code }) => code)).toEqual(Array(8).fill("city-not-served"));
    const listed = await desk.call("drafts.list", {});
    expect(listed.find(({ id }) => id === draft.id)?.matterTitle).toBe("大连 · 退休待遇变更");

    await desk.call("office.chooseCities", choose("dalian"));
    expect((await desk.call("drafts.open", { id: draft.id })).matterTitle).toBe("退休待遇变更");
  });
});

test("a title says its city where the office does several", async () => {
  await desk.call("office.chooseCities", choose("dalian", "tieling"));
  expect((await desk.call("cases.submit", submission())).matterTitle).toBe("大连 · 退休待遇变更");
});

describe("figures to enter", () => {
  const inDalian = async () =>
    (await desk.call("policy.figuresToEnter", {})).figures.filter(({ id }) => id === "dalian.assessed-base");

  test("are those that the office's cities lack today, with who waits for them and whom to ask", async () => {
    expect(await inDalian()).toEqual([]);
    desk.clock.advance(200 * 86_400);
    desk.connection.active = null;
    const { figures, administrators } = await desk.call("policy.figuresToEnter", {});
    expect(administrators).toEqual(["测试员"]);
    expect(new Set(figures.map(({ city }) => city))).toEqual(new Set(["dalian"]));
    const base = figures.find(({ id }) => id === "dalian.assessed-base")!;
    expect(base).toMatchObject({
      title: "核定标准",
      unit: "元/月",
      cityTitle: "大连",
      last: { value: "8190", to: "2025-12-31" },
    });
    expect(base.matters).toContainEqual({ id: "dalian.retirement", title: "退休待遇变更" });
    const retirement = (await desk.call("policy.matters", {})).find(({ id }) => id === MATTER)!;
    expect(retirement.missingFigures).toContain("核定标准");
  });

  test("one that is entered is asked for no more", async () => {
    desk.clock.advance(200 * 86_400);
    await desk.call("policy.enterFigure", {
      requestId: randomUUID(),
      figure: "dalian.assessed-base",
      from: "2026-01-01",
      to: "2026-12-31",
      value: "8500",
      document: "测医保〔2026〕1号",
      note: "",
    });
    expect(await inDalian()).toEqual([]);
    const retirement = (await desk.call("policy.matters", {})).find(({ id }) => id === MATTER)!;
    expect(retirement.missingFigures).not.toContain("核定标准");
  });

  test("past figures and those of no current matter are not asked for", async () => {
    const { figures } = await desk.call("policy.figuresToEnter", {});
    expect(figures.map(({ id }) => id)).not.toContain("dalian.average-on-post-wage");
  });
});
