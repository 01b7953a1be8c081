/** A host for one invented matter, reached through the bridge as the desktop host's would be. */
import type { CallResult, ErrorCode } from "../../../src-shared/contract/errors.ts";
import type { DraftContent } from "../../../src-shared/domain/case.ts";
import type { Evaluation, FactInput, FactInputs, FieldError, Question } from "../../../src-shared/domain/facts.ts";
import { USUAL_SETTINGS } from "../../../src-shared/domain/office-settings.ts";
import { decision, explained, field, material, question } from "./samples.ts";

type Answer = (input: never) => unknown;

export interface FakeHost {
  readonly calls: { readonly name: string; readonly input: Record<string, unknown> }[];
  /** Inputs of one call, oldest first. */
  of(name: string): Record<string, unknown>[];
  /** Answers in place of the usual ones. */
  readonly answers: Record<string, Answer>;
}

const BASE: readonly Question[] = [
  question({ id: "born", type: "date", fromPerson: true, title: "出生日期", group: "办事人" }),
  question({
    id: "kind",
    type: "choice",
    title: "类别",
    options: ["甲", "乙", "丙"].map((title) => ({ value: title, title, help: "" })),
  }),
  question({ id: "has", type: "flag", title: "是否参加" }),
  question({ id: "day", type: "date", title: "发生日期" }),
  question({ id: "start", type: "month", title: "开始年月" }),
  question({ id: "sum", type: "money", title: "费用" }),
  question({ id: "people", type: "count", title: "人数", required: false }),
  question({ id: "paid", type: "months", title: "缴费月份", group: "年限" }),
];
const VISITS = question({
  id: "visits",
  type: "list",
  title: "就诊",
  required: false,
  most: 4,
  fields: [
    field({ id: "on", type: "date", title: "日期", help: "就诊当天" }),
    field({
      id: "level",
      type: "choice",
      title: "级别",
      options: ["一级", "二级"].map((title) => ({ value: title, title, help: "" })),
    }),
    field({ id: "cost", type: "money", title: "费用" }),
    field({ id: "count", type: "count", title: "次数", required: false }),
  ],
});
const EXTRA = question({ id: "extra", type: "count", title: "乙类人数" });

const MONEY = /^\d+(\.\d+)?$/;

/** As the rules judge a list: by the records they are given. */
function visitErrors(input: FactInput | undefined): FieldError[] {
  if (typeof input !== "object" || input === null || !("items" in input)) return [];
  return input.items.flatMap((item, at) =>
    VISITS.fields.flatMap((one): FieldError[] => {
      const value = item[one.id];
      const fact = `visits.${at}.${one.id}`;
      if (value === undefined) return one.required ? [{ fact, code: "required", message: `请回答“${one.title}”。` }] : [];
      return one.type === "money" && !MONEY.test(String(value)) ? [{ fact, code: "type", message: "应为金额" }] : [];
    }),
  );
}

/** 乙 opens one more question; with kind, has and paid answered there is a decision. */
export function evaluate(facts: FactInputs): Evaluation {
  // 丙 asks for visits
  const more = facts.kind === "乙" ? [EXTRA] : facts.kind === "丙" ? [VISITS] : [];
  const questions = [...BASE.slice(0, 2), ...more, ...BASE.slice(2)];
  const needed = ["kind", "has", "paid", ...(facts.kind === "乙" ? ["extra"] : [])];
  const unanswered = needed.filter((id) => facts[id] === undefined);
  const errors: FieldError[] = visitErrors(facts.visits);
  if (facts.sum !== undefined && !(typeof facts.sum === "string" && MONEY.test(facts.sum)))
    errors.push({ fact: "sum", code: "type", message: "应为金额" });
  return {
    questions,
    errors,
    unanswered,
    known: facts.born === undefined ? [] : [{ id: "k", title: "满龄年月", value: "2025-04", display: "2025年4月", step: null }],
    history: null,
    decision:
      unanswered.length > 0 || errors.length > 0
        ? null
        : decision({
            ...explained,
            headline: `${typeof facts.kind === "string" ? facts.kind : ""}类可办`,
            materials: [material({ id: "form", title: "申请表" })],
          }),
  };
}

export function installHost(): FakeHost {
  const calls: FakeHost["calls"] = [];
  const answers: Record<string, Answer> = {
    "counter.evaluate": ({ facts }: { facts: FactInputs }) => evaluate(facts),
    "counter.span": () => null,
    "drafts.save": ({ id, content }: { id: string; content: DraftContent }) => ({
      id,
      content,
      matterTitle: "试验事项",
      updatedAt: "2025-07-15T02:32:05.000Z",
    }),
    "people.lookup": () => null,
    "people.duplicates": () => [],
    "office.settings": () => ({ settings: USUAL_SETTINGS, changed: null }),
    "promises.limit": () => ({ today: "2025-07-15", workingDays: 5, lastOn: "2025-07-22", standing: [] }),
  };
  const host: FakeHost = {
    calls,
    answers,
    of: (name) => calls.filter((call) => call.name === name).map((call) => call.input),
  };
  Object.assign(window, {
    counter: {
      async call(name: string, input: Record<string, unknown>): Promise<CallResult<unknown>> {
        calls.push({ name, input: structuredClone(input) });
        const answer = answers[name];
        if (!answer) throw new Error(`the fake host has no ${name}`);
        const value = await answer(input as never);
        return value instanceof Refusal ? { ok: false, error: value.error } : { ok: true, value };
      },
    },
  });
  return host;
}

export class Refusal {
  readonly error;
  constructor(code: ErrorCode, message: string) {
    this.error = { code, message, traceId: "0a1b2c" };
  }
}
