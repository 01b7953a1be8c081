/** The counter's flow without its screen: one form from the first key to the paper, and every way it can go wrong in between. */
import { describe, expect, test } from "vitest";
import type { DraftContent } from "../../../../src-shared/domain/case.ts";
import type { Evaluation } from "../../../../src-shared/domain/facts.ts";
import { readIdentity } from "../../../../src-shared/domain/identity/reading.ts";
import { checkDigit } from "../../../../src-shared/domain/identity/resident-number.ts";
import {
  flowReducer,
  isWithoutNumber,
  judge,
  OPENED,
  whyNotSaved,
  withAnswer,
  withPromises,
  type FlowEvent,
  type FlowState,
  type Judged,
} from "../../../../src-renderer/counter/flow-model.ts";
import { decision, material, question } from "../samples.ts";

const FIRST17 = "21029919650304123";
const NUMBER = FIRST17 + checkDigit(FIRST17);
const TODAY = "2025-07-15";

const content = (part: Partial<DraftContent> = {}): DraftContent => ({
  matter: "testcity.matter",
  asOf: TODAY,
  person: { identityNumber: NUMBER, name: "测试", phone: "" },
  facts: {},
  materials: [],
  caseId: null,
  amends: false,
  ...part,
});
const evaluation = (part: Partial<Evaluation> = {}): Evaluation => ({
  questions: [question({ id: "sum", type: "money", title: "费用" }), question({ id: "sex", type: "choice", fromPerson: true })],
  errors: [],
  unanswered: [],
  known: [],
  history: null,
  decision: decision(),
  ...part,
});
const form = (part: Partial<Judged> = {}, typed: Partial<DraftContent> = {}): Judged => {
  const now = content(typed);
  return {
    content: now,
    reading: readIdentity(now.person, 20250715, true),
    live: { evaluation: evaluation(), stale: false, error: null },
    promising: null,
    today: TODAY,
    ...part,
  };
};
const live = (part: Partial<Judged["live"]>): Pick<Judged, "live"> => ({
  live: { evaluation: evaluation(), stale: false, error: null, ...part },
});
const after = (events: readonly FlowEvent[], from: FlowState = OPENED): FlowState => events.reduce(flowReducer, from);
/** F9 as the screen carries it out: pressed, then judged by what stands there. */
const submitted = (judged: Judged, from: FlowState = OPENED): FlowState => {
  const event = judge(judged);
  return after([{ type: "submit" }, ...(event === null ? [] : [event])], from);
};
const problemsOf = ({ over }: FlowState): unknown =>
  over.what === "finish" && over.finish.kind === "incomplete" ? over.finish.problems.map(({ field }) => field) : over;

describe("a form that is right", () => {
  test("is judged by the answer to what stands in it, and goes to the confirmation", () => {
    const waiting = submitted(form(live({ stale: true })));
    expect(waiting.over).toEqual({ what: "judging" });
    expect(submitted(form(live({ evaluation: null }))).over).toEqual({ what: "judging" });
    expect(submitted(form(), waiting).over).toMatchObject({ what: "finish", finish: { kind: "ready" } });
  });

  test("typing holds its field until it is left; a choice is made at once", () => {
    const typing = after([{ type: "answered", id: "sum", typing: true }]);
    expect(typing.editing).toBe("sum");
    expect(after([{ type: "left-row" }], typing).editing).toBeNull();
    expect(after([{ type: "answered", id: "kind", typing: false }], typing).editing).toBeNull();
  });

  test("a paper made from it can be printed again after it is closed; before there is none", () => {
    expect(after([{ type: "print-again" }])).toEqual(OPENED);
    const again = after([{ type: "paper-made", id: "p1" }, { type: "closed" }, { type: "print-again" }]);
    expect(again.over).toEqual({ what: "paper", id: "p1" });
  });

  test("promises all that may follow, and is judged once more", () => {
    const [later, other] = [material({ id: "later", title: "证明" }), material({ id: "other" })];
    const needs = { evaluation: evaluation({ decision: decision({ materials: [later] }) }) };
    const promising = { mayFollow: new Set(["later"]), lastOn: "2025-07-22", limit: "", standing: [] };
    const missing = submitted(form({ ...live(needs), promising }));
    expect(missing.over).toMatchObject({ finish: { kind: "materials-missing", mayAllFollow: true } });
    const ticked = { ...withPromises(content(), [later], "2025-07-22") };
    expect(ticked.materials).toMatchObject([{ id: "later", received: false, how: "promised", promisedOn: "2025-07-22" }]);
    expect(withPromises(content(ticked), [other], "2025-07-22").materials.map(({ id }) => id)).toEqual(["later", "other"]);
    expect(submitted(form({ ...live(needs), promising }, ticked), missing).over).toMatchObject({
      finish: { kind: "ready", promised: [{ id: "later", promisedOn: "2025-07-22" }] },
    });
  });
});

describe("a wrong entry", () => {
  test("in the date or the number leads back to its field, whatever the rules had answered before", () => {
    const dated = form(live({ stale: true }), { asOf: "2025-02-30" });
    expect(problemsOf(submitted(dated))).toEqual(["asOf"]);
    const wrong = NUMBER.slice(0, 17) + (NUMBER.endsWith("1") ? "2" : "1");
    expect(problemsOf(submitted(form({}, { person: { identityNumber: wrong, name: "测试", phone: "" } })))).toEqual([
      "person.identityNumber",
    ]);
  });

  test("in an answer stops submitting and, without a result, saving", () => {
    const errors = [{ fact: "sum", code: "type", message: "应为金额" }] as const;
    const bad = form(live({ evaluation: evaluation({ errors, decision: null }) }));
    expect(problemsOf(submitted(bad))).toEqual(["sum"]);
    const refusal = whyNotSaved(bad);
    expect(problemsOf(after([refusal!]))).toEqual(["sum"]);
    expect(after([refusal!]).over).toMatchObject({ finish: { act: "save" } });
  });

  test("put right, it is judged anew: nothing of the refusal stays", () => {
    const refused = submitted(form({}, { asOf: "" }));
    const right = submitted(form(), after([{ type: "closed" }, { type: "answered", id: "sum", typing: false }], refused));
    expect(right.over).toMatchObject({ what: "finish", finish: { kind: "ready" } });
  });

  test("an answer that is taken back leaves nothing, not an empty one", () => {
    const answered = content(withAnswer(content({ facts: { kind: "甲" } }), "sum", "12.5"));
    expect(answered.facts).toEqual({ kind: "甲", sum: "12.5" });
    expect(withAnswer(answered, "sum", undefined).facts).toEqual({ kind: "甲" });
  });

  test("a host that does not answer is no judgement, and F9 can be pressed again", () => {
    const lost = submitted(form(live({ error: new Error("no answer"), stale: true })));
    expect(lost).toEqual(OPENED);
    expect(submitted(form(), lost).over).toMatchObject({ finish: { kind: "ready" } });
  });
});

describe("a form that is left before its end", () => {
  const ready = judge(form())!;

  test("is not judged by an answer that comes too late", () => {
    for (const left of [{ type: "closed" }, { type: "compare" }] as const) {
      const gone = after([{ type: "submit" }, left]);
      expect(after([ready], gone)).toEqual(gone);
      expect(after([{ type: "not-judged" }], gone)).toEqual(gone);
    }
  });

  test("at the confirmation goes back to what has been typed, with nothing over it", () => {
    const typing = after([{ type: "answered", id: "sum", typing: true }, { type: "estimate" }]);
    const closed = after([{ type: "closed" }], submitted(form(), typing));
    expect(closed).toEqual(typing);
  });

  test("can be saved with its person alone as long as no answer is wrong, and not without one", () => {
    expect(whyNotSaved(form(live({ stale: true })))).toBeNull();
    const nobody = form(live({ stale: true }), { person: { identityNumber: "", name: "", phone: "" } });
    expect(problemsOf(after([whyNotSaved(nobody)!]))).toEqual(["person.identityNumber", "person.name"]);
  });
});

describe("a restart in the middle", () => {
  test("opens the form with nothing over it; what was typed decides what follows", () => {
    const middle = submitted(form(), after([{ type: "paper-made", id: "p1" }]));
    expect(middle.over.what).toBe("finish");
    // the process is gone, the draft is there: the state begins anew, and the same content is judged alike
    expect(submitted(form()).over).toEqual(middle.over);
    expect(after([{ type: "print-again" }])).toEqual(OPENED);
  });

  test("an estimate is known by its answers; until the questions are there, by nothing", () => {
    const estimated = content({ facts: { sex: "female" } });
    expect(isWithoutNumber(OPENED, estimated, evaluation())).toBe(true);
    expect(isWithoutNumber(OPENED, estimated, null)).toBe(false);
    expect(isWithoutNumber(OPENED, content({ facts: { sum: "1" } }), evaluation())).toBe(false);
    expect(isWithoutNumber(after([{ type: "estimate" }]), content(), null)).toBe(true);
  });

  test("an amended case is judged by its promises of then", () => {
    const later = material({ id: "later", title: "证明" });
    const standing = [{ material: "later", title: "证明", form: "original", count: 1, promisedOn: "2025-07-10" }] as const;
    const promising = { mayFollow: new Set(["later"]), lastOn: "2025-07-22", limit: "", standing };
    const materials = [
      { id: "later", received: false, form: "original", count: 1, how: "promised", promisedOn: "2025-07-10" },
    ] as const;
    const needs = live({ evaluation: evaluation({ decision: decision({ materials: [later] }) }) });
    expect(submitted(form({ ...needs, promising }, { materials, amends: true, caseId: "c1" })).over).toMatchObject({
      finish: { kind: "ready", promised: [{ id: "later", stands: true }] },
    });
  });
});
