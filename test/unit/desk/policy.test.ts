import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { MATTER, submission, TestDesk, TOO_FEW } from "./test-desk.ts";

const IN_2026 = "2026-03-02T02:00:00.000Z";
const FACTS = { ...TOO_FEW, sex: "male", birthDate: "1965-03-04" };

let desk: TestDesk;
beforeEach(() => (desk = new TestDesk({}, IN_2026).setUp()));
afterEach(() => desk.remove());

const figure = (changes: object = {}) => ({
  requestId: randomUUID(),
  figure: "dalian.assessed-base",
  from: "2026-01-01",
  to: "2026-12-31",
  value: "8500",
  document: "测医保〔2026〕1号",
  note: "",
  ...changes,
});
const evaluate = async () =>
  (await desk.call("counter.evaluate", { matter: MATTER, asOf: "2026-03-02", facts: FACTS })).decision!;

describe("a figure that nobody has", () => {
  test("is named, entered on the spot and then used, marked as the office's own", async () => {
    const before = await evaluate();
    expect(before.outcome).toBe("figure-missing");
    expect(before.missingFigures.map((missing) => missing.figure)).toEqual(["dalian.assessed-base"]);
    const refused = await desk.refusal("cases.submit", submission({ asOf: "2026-03-02", facts: TOO_FEW }));
    expect(refused.code).toBe("not-submittable");
    expect(refused.message).toContain(before.missingFigures[0]!.title);

    const view = await desk.call("policy.enterFigure", figure());
    expect(view.values.find((value) => value.from === "2026-01-01" && value.to === "2026-12-31")).toMatchObject({
      value: "8500",
      grade: "office",
      document: "测医保〔2026〕1号",
    });

    // 360 − 200 = 160 months × 8500.00 × 6 % = 81,600.00
    const after = await evaluate();
    expect(after.outcome).toBe("granted");
    expect(after.amounts.find((amount) => amount.role === "due")?.fen).toBe(81_600_00);
    expect(after.pack.hash).not.toBe(before.pack.hash);
    expect(after.steps.find((step) => step.figure?.id === "dalian.assessed-base")?.figure?.grade).toBe("office");
  });

  test("stays after a restart", async () => {
    await desk.call("policy.enterFigure", figure());
    desk.restart();
    expect((await evaluate()).outcome).toBe("granted");
  });

  test("asked twice is entered once", async () => {
    const request = figure();
    await desk.call("policy.enterFigure", request);
    await desk.call("policy.enterFigure", request);
    expect(desk.store.policy.officeFigures("dalian")).toHaveLength(1);
  });

  test("the pack of a submitted case is kept with it", async () => {
    await desk.call("policy.enterFigure", figure());
    const view = await desk.call("cases.submit", submission({ asOf: "2026-03-02", facts: TOO_FEW }));
    const { hash } = view.versions[0]!.decision.pack;
    expect(desk.store.policy.packByHash(hash)?.source).toContain("测医保〔2026〕1号");
  });
});

describe("what may not be entered", () => {
  test.each([
    ["a value that is no amount", { value: "eight" }, "figure-invalid"],
    ["dates in the wrong order", { from: "2026-12-31", to: "2026-01-01" }, "figure-invalid"],
    ["a day that does not exist", { from: "2026-02-30" }, "figure-invalid"],
    ["a year that has been published", { from: "2025-01-01", to: "2025-12-31" }, "figure-overlap"],
  ])("%s", async (_what, changes, code) => {
    const error = await desk.refusal("policy.enterFigure", figure(changes));
    expect(error.code).toBe(code);
    expect(error.fields!.length).toBeGreaterThan(0);
    expect(desk.store.policy.officeFigures("dalian")).toEqual([]);
  });

  test("a second value for the same time", async () => {
    await desk.call("policy.enterFigure", figure());
    const error = await desk.refusal("policy.enterFigure", figure({ value: "8600", from: "2026-06-01", to: "2026-06-30" }));
    expect(error.code).toBe("figure-overlap");
  });

  test("a figure that no rule knows", async () => {
    expect((await desk.refusal("policy.enterFigure", figure({ figure: "dalian.weather" }))).code).toBe("not-found");
  });
});

describe("a published figure that overtakes the office's own", () => {
  test("counts; the office's is set aside and the program starts", async () => {
    // as an update would leave it: the office entered 2025 before the program brought it
    const clerkId = desk.connection.clerkId;
    const act = { operation: "policy.enterFigure", clerkId, at: desk.clock.now(), requestId: null };
    const { requestId: _id, ...row } = figure({ from: "2025-01-01", to: "2025-12-31", value: "1" });
    desk.store.policy.addOfficeFigure(act, { ...row, city: "dalian" });
    desk.restart();
    const base = (await desk.call("policy.library", { city: "dalian" })).figures.find(
      (view) => view.id === "dalian.assessed-base",
    );
    expect(base!.values.filter((value) => value.from === "2025-01-01").map((value) => value.value)).toEqual(["8190"]);
  });
});

describe("readings", () => {
  test("are chosen by the office, change the pack and survive a restart", async () => {
    const [reading] = (await desk.call("policy.library", { city: "dalian" })).readings;
    const other = reading!.options.find((option) => option.id !== reading!.chosen)!;
    const before = (await evaluate()).pack.hash;
    const chosen = await desk.call("policy.chooseReading", {
      requestId: randomUUID(),
      reading: reading!.id,
      option: other.id,
      reason: "按市中心答复",
    });
    expect(chosen).toMatchObject({ chosen: other.id, byOffice: true });
    expect((await evaluate()).pack.hash).not.toBe(before);
    desk.restart();
    const again = await desk.call("policy.library", { city: "dalian" });
    expect(again.readings.find((view) => view.id === reading!.id)?.chosen).toBe(other.id);
  });

  test("that nobody offers are refused", async () => {
    const [reading] = (await desk.call("policy.library", { city: "dalian" })).readings;
    const input = { requestId: randomUUID(), reading: reading!.id, option: "none-of-them", reason: "试一试" };
    expect((await desk.refusal("policy.chooseReading", input)).code).toBe("not-found");
    expect((await desk.refusal("policy.chooseReading", { ...input, reading: "nothing" })).code).toBe("not-found");
  });
});

test("matters, and an unknown city", async () => {
  expect((await desk.call("policy.matters", {})).map((matter) => matter.id)).toContain(MATTER);
  expect((await desk.refusal("policy.library", { city: "atlantis" })).code).toBe("not-found");
});
