import { describe, expect, test } from "vitest";
import type { DraftContent } from "../../../../src-shared/domain/case.ts";
import type { Decision } from "../../../../src-shared/domain/decision.ts";
import type { Evaluation } from "../../../../src-shared/domain/facts.ts";
import { readIdentity } from "../../../../src-shared/domain/identity/reading.ts";
import { checkDigit } from "../../../../src-shared/domain/identity/resident-number.ts";
import { finishOf as judge } from "../../../../src-renderer/counter/finish/finish-model.ts";
import type { Promising } from "../../../../src-renderer/ui/decision/materials/materials-model.ts";
import { decision, material, question } from "../samples.ts";

const first17 = "21029919650304123";
const number = first17 + checkDigit(first17);
const identity = (identityNumber: string) => readIdentity({ identityNumber }, 20250715, true);
const content = (part: Partial<DraftContent> = {}): DraftContent => ({
  matter: "testcity.matter",
  asOf: "20250715",
  person: { identityNumber: number, name: "测试", phone: "" },
  facts: {},
  materials: [],
  caseId: null,
  amends: false,
  ...part,
});
const evaluation = (result: Decision | null, part: Partial<Evaluation> = {}): Evaluation => ({
  questions: [
    question({ id: "paid", type: "months", title: "缴费月份" }),
    question({ id: "sex", type: "choice", fromPerson: true }),
  ],
  errors: [],
  unanswered: [],
  known: [],
  history: null,
  decision: result,
  ...part,
});

const TODAY = "2025-07-15";
const finishOf = (typed: DraftContent, read: ReturnType<typeof identity>, live: Evaluation, promising: Promising | null = null) =>
  judge(typed, read, live, promising, TODAY);

describe("where F9 leads", () => {
  test("to what is missing, in the order of the form", () => {
    const finish = finishOf(
      content({ person: { identityNumber: "", name: " ", phone: "" }, asOf: "2025-02-30" }),
      identity(""),
      evaluation(null, { unanswered: ["paid", "sex"] }),
    );
    expect(finish.kind === "incomplete" && finish.problems.map(({ field }) => field)).toEqual([
      "person.identityNumber",
      "person.name",
      "asOf",
      "paid",
    ]);
  });

  test("a half-typed period stops a submission even where the rules already have a result", () => {
    const facts = {
      paid: {
        periods: [
          { from: "2002-04", to: "2016-12" },
          { from: "2018", to: "" },
        ],
      },
    };
    const finish = finishOf(content({ facts }), identity(number), evaluation(decision()));
    expect(finish.kind === "incomplete" && finish.problems.map(({ field }) => field)).toEqual(["paid"]);
  });

  test.each([
    ["figure-missing", "figure-missing"],
    ["refused", "refused"],
    ["not-yet", "refused"],
    ["granted", "ready"],
    ["choice", "ready"],
    ["guidance", "ready"],
  ] as const)("%s", (outcome, kind) => {
    expect(finishOf(content(), identity(number), evaluation(decision({ outcome }))).kind).toBe(kind);
  });

  test.each(["estimate", "lookup", "guidance"] as const)("an %s is told whatever comes out, and collects no papers", (nature) => {
    const leadsTo = (part: Partial<Decision>) =>
      finishOf(content(), identity(number), evaluation(decision({ nature, ...part }))).kind;
    expect(leadsTo({ outcome: "refused" })).toBe("ready");
    expect(leadsTo({ outcome: "not-yet" })).toBe("ready");
    expect(leadsTo({ outcome: "granted", materials: [material({ id: "form" })] })).toBe("ready");
    expect(leadsTo({ outcome: "figure-missing" })).toBe("figure-missing");
  });

  test("materials that must be there come before the confirmation", () => {
    const result = decision({ materials: [material({ id: "form" }), material({ id: "later", need: "may-follow" })] });
    const missing = finishOf(content(), identity(number), evaluation(result));
    expect(missing.kind === "materials-missing" && missing.missing.map((state) => state.material.id)).toEqual(["form"]);
    const materials = [{ id: "form", received: true, form: "original", count: 1 } as const];
    expect(finishOf(content({ materials }), identity(number), evaluation(result)).kind).toBe("ready");
  });

  test("what may follow is promised with a date, which the confirmation names", () => {
    const result = decision({
      materials: [material({ id: "form" }), material({ id: "later", title: "证明", need: "may-follow" })],
    });
    const promising: Promising = { mayFollow: new Set(["later"]), lastOn: "2025-07-22", limit: "", standing: [] };
    const form = { id: "form", received: true, form: "original", count: 1 } as const;
    const promised = (promisedOn: string) => ({ ...form, id: "later", received: false, how: "promised", promisedOn }) as const;
    const judged = (materials: DraftContent["materials"]) =>
      finishOf(content({ materials }), identity(number), evaluation(result), promising);
    expect(judged([form])).toMatchObject({ kind: "materials-missing", mayAllFollow: true });
    expect(judged([])).toMatchObject({ kind: "materials-missing", mayAllFollow: false });
    expect(judged([form, promised("2025-07-23")])).toMatchObject({ kind: "incomplete", problems: [{ field: "material.later" }] });
    expect(judged([form, promised("20250722")])).toMatchObject({
      kind: "ready",
      promised: [{ id: "later", title: "证明", promisedOn: "2025-07-22" }],
    });
  });
});
