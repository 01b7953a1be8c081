import { randomUUID } from "node:crypto";
import { extractText } from "unpdf";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { pino } from "pino";
import type { PrintPdf } from "../../../src-main/desk/index.ts";
import type { MakePaper, PaperInput } from "../../../src-main/receipts/index.ts";
import { papersOf, papersOfSubmission } from "../../../src-main/desk/cases/papers.ts";
import { syntheticIdentityNumber } from "../../../src-main/demo/people.ts";
import type { PaperKind } from "../../../src-shared/domain/case.ts";
import type { Decision } from "../../../src-shared/domain/decision.ts";
import { USUAL_SETTINGS } from "../../../src-shared/domain/office-settings.ts";
import { APPROVAL_FORM, ENOUGH, form, MAN, submission, TestDesk, TOO_FEW } from "./test-desk.ts";

let desk: TestDesk;
beforeEach(() => (desk = new TestDesk().setUp().settings({ review: { ...USUAL_SETTINGS.review, on: false } })));
afterEach(() => desk.remove());

const textOf = async (pdfBase64: string): Promise<string> => {
  const { text } = await extractText(new Uint8Array(Buffer.from(pdfBase64, "base64")), { mergePages: true });
  return text.replaceAll(/\s/g, "");
};
const print = (id: string) => ({ requestId: randomUUID(), id });
const make = (caseId: string, kind: PaperKind) => ({ requestId: randomUUID(), caseId, kind });

async function paperOf(changes: Parameters<typeof submission>[0] = {}, kind: PaperKind = "assessment") {
  const view = await desk.call("cases.submit", submission(changes));
  return { view, paper: view.papers.find((paper) => paper.kind === kind)! };
}

describe("papers of a submission", () => {
  test("say what was decided, and are stored before anything is printed", async () => {
    const { view, paper } = await paperOf({ facts: TOO_FEW });
    const file = await desk.call("papers.open", { id: paper.id });
    expect(file).toMatchObject({ paper: { timesPrinted: 0, version: 1 }, printedByHost: false });
    const text = await textOf(file.pdfBase64);
    // 360 − 200 = 160 months × 8190.00 × 6 % = 78,624.00
    for (const expected of [view.receiptNumber!, "单长河", "78,624.00", "人民币柒万捌仟陆佰贰拾肆元整", "2025年"])
      expect(text).toContain(expected);
    expect(text).not.toContain("补打");
  });

  test("kinds follow the decision", () => {
    const kinds = (decision: object) =>
      papersOf({
        version: 1,
        newPromises: [],
        decision: {
          outcome: "granted",
          standing: "current",
          dates: [],
          amounts: [],
          sections: [],
          ...decision,
        } as unknown as Decision,
      });
    expect(kinds({})).toEqual(["acceptance"]);
    expect(kinds({ dates: [{}] })).toEqual(["acceptance", "assessment"]);
    expect(kinds({ amounts: [{ role: "due" }] })).toEqual(["acceptance", "assessment"]);
    expect(kinds({ amounts: [{ role: "information", group: "" }] })).toEqual(["acceptance", "assessment"]);
    expect(kinds({ amounts: [{ role: "information", group: "第1次" }] })).toEqual(["acceptance", "assessment"]);
    expect(kinds({ sections: [{}] })).toEqual(["acceptance", "guidance"]);
    expect(kinds({ sections: [{}], amounts: [{ role: "due" }] })).toEqual(["acceptance", "assessment"]);
    expect(kinds({ sections: [{}], dates: [{}], outcome: "choice" })).toEqual(["acceptance", "assessment"]);
    expect(kinds({ outcome: "guidance" })).toEqual(["guidance"]);
  });

  test.each(["estimate", "lookup", "guidance"] as const)("an %s is told on one sheet at once and never accepted", (nature) => {
    const told = (decision: object) =>
      papersOfSubmission({
        version: 1,
        newPromises: [],
        decision: { nature, dates: [{}], sections: [{}], amounts: [], ...decision } as unknown as Decision,
      });
    const amounts = [{ role: "information", group: "" }];
    expect(told({ outcome: "granted", amounts })).toEqual(["assessment"]);
    expect(told({ outcome: "granted" })).toEqual(["guidance"]);
    expect(told({ outcome: "refused" })).toEqual(["guidance"]);
  });

  test("that were not made before the process died are made when the case is opened, as they would have been", async () => {
    const lines: string[] = [];
    const failing = vi.fn<MakePaper>().mockRejectedValue(new Error("the fonts of 单长河 are gone"));
    desk.restart({ makePaper: failing, logger: pino({ base: null }, { write: (line: string) => void lines.push(line) }) });
    const input = submission();
    const submitted = await desk.call("cases.submit", input);
    expect(submitted).toMatchObject({ state: "submitted", papers: [] });
    expect(lines.join("")).toMatch(/the fonts of ▮ are gone/);

    desk.clock.advance(86_400);
    desk.restart();
    const late = await desk.call("cases.get", { id: submitted.id });
    expect(late.papers).toHaveLength(2);

    // the same case submitted without any trouble: its papers differ in number and hash only, so the maker is asked for the same
    const given = failing.mock.calls[0]![0] as PaperInput;
    expect(given.madeAt).toBe(submitted.versions[0]!.at);
    expect(given.eventHash).toBe(submitted.events.find((event) => event.kind === "submitted")!.hash);
    const again = await desk.call("cases.get", { id: submitted.id });
    expect(again.papers).toEqual(late.papers);
    const text = await textOf((await desk.call("papers.open", { id: late.papers[0]!.id })).pdfBase64);
    expect(text).toMatch(/2025年?-?0?7月?-?15/);
  });

  test("cannot be asked for before the submission, nor others than it has", async () => {
    const { id } = await desk.call("cases.save", { requestId: randomUUID(), draftId: randomUUID(), content: form() });
    expect((await desk.refusal("papers.make", make(id, "acceptance"))).code).toBe("not-submittable");
    const { view } = await paperOf({
      person: { ...form().person, identityNumber: syntheticIdentityNumber("1965-03-04", "male", 2) },
    });
    expect((await desk.refusal("papers.make", make(view.id, "guidance"))).code).toBe("not-submittable");
    expect((await desk.refusal("papers.make", make(view.id, "one-time-notice"))).code).toBe("case-fixed");
    const same = await desk.call("papers.make", make(view.id, "acceptance"));
    expect(view.papers).toContainEqual(same);
  });
});

describe("printing", () => {
  test("the first print is the stored paper, later ones are marked and counted", async () => {
    const { view, paper } = await paperOf();
    const stored = await desk.call("papers.open", { id: paper.id });
    const first = await desk.call("papers.print", print(paper.id));
    expect(first).toMatchObject({ pdfBase64: stored.pdfBase64, printedByHost: false, paper: { timesPrinted: 1 } });

    const second = await desk.call("papers.print", print(paper.id));
    expect(second.paper.timesPrinted).toBe(2);
    expect(await textOf(second.pdfBase64)).toContain("补打");
    expect(Buffer.from(desk.store.papers.pdf(paper.id, 2)).toString("base64")).toBe(second.pdfBase64);
    expect((await desk.call("papers.open", { id: paper.id })).pdfBase64).toBe(stored.pdfBase64);

    const { events } = await desk.call("cases.get", { id: view.id });
    expect(events.filter((event) => event.kind === "printed").map((event) => event.summary)).toEqual([
      "首次打印",
      "第 2 次打印（补打）",
    ]);
    expect(desk.store.verify()).toEqual([]);
  });

  test("a repeated request is one print", async () => {
    const { paper } = await paperOf();
    const request = print(paper.id);
    const first = await desk.call("papers.print", request);
    expect(await desk.call("papers.print", request)).toEqual(first);
    await desk.call("papers.print", print(paper.id));
    expect(await desk.call("papers.print", request)).toEqual(first);
    expect(desk.store.papers.get(paper.id)!.timesPrinted).toBe(2);
  });

  test("prints at the same time are numbered one after another", async () => {
    const { paper } = await paperOf();
    const files = await Promise.all([1, 2, 3].map(() => desk.call("papers.print", print(paper.id))));
    expect(files.map((file) => file.paper.timesPrinted)).toEqual([1, 2, 3]);
  });

  test("an older version is reprinted as it was", async () => {
    const { view, paper } = await paperOf();
    const draft = await desk.call("cases.startAmendment", { requestId: randomUUID(), id: view.id });
    const content = { ...draft.content, person: { ...draft.content.person, name: "单长江" } };
    await desk.call("cases.submit", { requestId: randomUUID(), draftId: draft.id, content, reason: "姓名录错" });
    await desk.call("papers.print", print(paper.id));
    const text = await textOf((await desk.call("papers.print", print(paper.id))).pdfBase64);
    expect(text).toContain("单长河");
    expect(text).not.toContain("单长江");
  });

  test("a cancelled case is only looked at", async () => {
    const { view, paper } = await paperOf();
    await desk.call("cases.cancel", { requestId: randomUUID(), id: view.id, reason: "本人撤回" });
    expect((await desk.refusal("papers.print", print(paper.id))).code).toBe("case-fixed");
    expect((await desk.call("papers.open", { id: paper.id })).pdfBase64).not.toBe("");
  });

  test("a host that prints gets the PDF once; a cancelled dialog is told and counted", async () => {
    const { paper } = await paperOf();
    const printPdf = vi
      .fn<PrintPdf>()
      .mockResolvedValueOnce(true)
      .mockResolvedValueOnce(false)
      .mockRejectedValueOnce(new Error("no printer"));
    desk.restart({ printPdf });
    const request = print(paper.id);
    const file = await desk.call("papers.print", request);
    expect(file.printedByHost).toBe(true);
    await desk.call("papers.print", request);
    expect(printPdf).toHaveBeenCalledTimes(1);
    expect(printPdf.mock.calls[0]).toEqual([Buffer.from(file.pdfBase64, "base64"), "核定单"]);
    expect((await desk.refusal("papers.print", print(paper.id))).code).toBe("print-failed");
    expect((await desk.refusal("papers.print", print(paper.id))).code).toBe("print-failed");
    expect(desk.store.papers.get(paper.id)!.timesPrinted).toBe(3);
  });
});

describe("papers of an open case", () => {
  const save = (changes: Parameters<typeof form>[0]) => ({
    requestId: randomUUID(),
    draftId: randomUUID(),
    content: form(changes),
  });

  test("一次性告知单 names what is missing, anew after each change", async () => {
    const input = save({ materials: [] });
    const { id } = await desk.call("cases.save", input);
    const notice = await desk.call("papers.make", make(id, "one-time-notice"));
    const text = await textOf((await desk.call("papers.open", { id: notice.id })).pdfBase64);
    expect(text).toContain("退休人员审批表");
    expect((await desk.call("papers.make", make(id, "one-time-notice"))).id).toBe(notice.id);

    const content = form({ materials: [{ ...APPROVAL_FORM, form: "copy" }], caseId: id });
    await desk.call("cases.save", { ...input, requestId: randomUUID(), content });
    const second = await desk.call("papers.make", make(id, "one-time-notice"));
    expect(second.id).not.toBe(notice.id);

    await desk.call("cases.save", { ...input, requestId: randomUUID(), content: { ...content, materials: [APPROVAL_FORM] } });
    expect((await desk.refusal("papers.make", make(id, "one-time-notice"))).code).toBe("not-submittable");
    // each is reprinted as it was
    await desk.call("papers.print", print(notice.id));
    const reprint = await textOf((await desk.call("papers.print", print(notice.id))).pdfBase64);
    expect(reprint).toContain("补打");
    expect(reprint).toContain("退休人员审批表");
  });

  test("不予受理通知书 only where the law refuses", async () => {
    const refused = { ...ENOUGH, way: "no-pension-here", treatmentElsewhere: true, unitKind: "enterprise" };
    const { id, outcome, headline } = await desk.call("cases.save", save({ facts: refused }));
    expect(outcome).toBe("refused");
    const paper = await desk.call("papers.make", make(id, "refusal"));
    const text = await textOf((await desk.call("papers.open", { id: paper.id })).pdfBase64);
    expect(text).toContain(headline.replaceAll(/\s/g, ""));
    expect(text).toContain("单长河");
    // a decision says whom it binds
    expect(text).toContain(MAN);

    const granted = await desk.call(
      "cases.save",
      save({ person: { ...form().person, identityNumber: syntheticIdentityNumber("1965-03-04", "male", 3) } }),
    );
    expect((await desk.refusal("papers.make", make(granted.id, "refusal"))).code).toBe("not-submittable");
  });
});
