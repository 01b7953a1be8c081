/** Questions that stay open and conditions that could not be checked: in the form, in the result, before the case is fixed. */
import { beforeEach, describe, expect, test } from "vitest";
import type { Condition } from "../../../src-shared/domain/decision.ts";
import type { Evaluation, FactInputs } from "../../../src-shared/domain/facts.ts";
import { checkDigit } from "../../../src-shared/domain/identity/resident-number.ts";
import { openQuestions } from "../../../src-renderer/counter/questions/answers.ts";
import { Flow } from "../../../src-renderer/counter/flow.tsx";
import { DecisionView } from "../../../src-renderer/ui/decision/decision-view.tsx";
import { emptyContent } from "../../../src-renderer/ui/calls/forms.ts";
import { evaluate, installHost, type FakeHost } from "./fake-host.ts";
import { all, click, find, get, press, settle, show, until } from "./screen.tsx";
import { decision, question } from "./samples.ts";

const FIRST17 = "21029919650304123";
const NUMBER = FIRST17 + checkDigit(FIRST17);

const SERVICE = question({
  id: "service",
  type: "months",
  title: "参保前工龄",
  group: "年限",
  required: false,
  assumed: { answer: { months: 0 }, display: "0 个月" },
});
const FEE = question({
  id: "fee",
  type: "money",
  title: "已报销",
  required: false,
  assumed: { answer: "0", display: "0.00 元" },
});
const YEAR = question({ id: "year", type: "choice", title: "缴的是哪一年", required: false });

const FAILED: Condition = {
  id: "local",
  title: "本地户籍",
  met: false,
  required: "本地",
  actual: "没有填写“户籍”，未核实",
  citations: [],
  remedies: [],
  step: null,
};
const UNKNOWN: Condition = { ...FAILED, unknown: true };

/** With three more questions, each counted while it is open; the third by the formula, from the others. */
function doubting(facts: FactInputs): Evaluation {
  const evaluation = evaluate(facts);
  const open = [
    ...[SERVICE, FEE].map(({ id, title, assumed }) => ({ fact: id, title, display: assumed!.display })),
    { fact: YEAR.id, title: YEAR.title, display: "2025 年" },
  ].filter(({ fact }) => facts[fact] === undefined);
  const questions = [...evaluation.questions, SERVICE, FEE, YEAR];
  if (evaluation.decision === null) return { ...evaluation, questions };
  const result = { ...evaluation.decision, materials: [], conditions: [UNKNOWN] };
  return { ...evaluation, questions, decision: open.length === 0 ? result : { ...result, assumed: open } };
}

let host: FakeHost;
beforeEach(() => {
  host = installHost();
  host.answers["counter.evaluate"] = ({ facts }: { facts: FactInputs }) => doubting(facts);
});

const open = (facts: FactInputs) =>
  show(
    <Flow
      draftId="d1"
      title="试验事项"
      nature="transaction"
      personTitle={null}
      initial={{
        ...emptyContent("testcity.matter", "2025-07-15"),
        person: { identityNumber: NUMBER, name: "测试甲", phone: "" },
        facts: { kind: "甲", has: true, paid: { months: 3 }, ...facts },
      }}
      savedAt={null}
    />,
  );
const field = (id: string): HTMLElement => document.querySelector<HTMLElement>(`[data-field="${id}"]`)!;
const result = (): string => get("region", "结果").textContent;
const shown = (): Promise<void> => until(() => result().includes("甲类可办"), "the result");
const dialog = (): string => document.querySelector("[role=dialog]")?.textContent ?? "";

describe("an open question that is counted as something", () => {
  test("is marked as open with what it counts as, while the result is there", async () => {
    await open({});
    await shown();
    expect(field("service").textContent).toContain("未填，暂按“0 个月”计");
    expect(field("fee").textContent).toContain("未填，暂按“0.00 元”计");
    expect(field("year").textContent).toContain("未填，暂按“2025 年”计");
    for (const id of ["service", "fee", "year"]) expect(field(id).querySelector("[data-part=star]")).not.toBeNull();
    expect(result()).toContain("3 项没有填写，结果是暂定的");
    // one that counts as nothing is left alone
    expect(field("people").textContent).not.toContain("未填");
    expect(all("section[data-part=assumed] li").map((line) => line.textContent)).toEqual([
      "参保前工龄未填，暂按“0 个月”计",
      "已报销未填，暂按“0.00 元”计",
      "缴的是哪一年未填，暂按“2025 年”计",
    ]);
  });

  test("the result leads to it", async () => {
    await open({});
    await shown();
    await click(get("button", "已报销"));
    await settle();
    expect(field("fee").contains(document.activeElement)).toBe(true);
  });

  test("is answered by one press; then nothing is counted any more", async () => {
    await open({ service: { months: 0 }, year: "x" });
    await shown();
    expect(field("service").textContent).not.toContain("未填");
    await click(get("button", "没有，填 0"));
    await until(() => !result().includes("未填"), "no assumption");
    expect(host.of("counter.evaluate").at(-1)?.facts).toMatchObject({ fee: "0", service: { months: 0 } });
    expect(field("fee").textContent).not.toContain("未填");
    expect(result()).not.toContain("结果是暂定的");
    // months and choices have their own way to say none
    expect(find("button", "没有，填 0")).toBeUndefined();
  });

  test("keeps the form from being submitted, and says what it would count as", async () => {
    await open({ fee: "8" });
    await shown();
    await press("F9");
    await until(() => dialog().includes("还不能提交"), "the dialog");
    expect(dialog()).toContain("还有 2 项没有填好");
    expect(dialog()).toContain("参保前工龄：未填，暂按“0 个月”计");
    expect(dialog()).toContain("缴的是哪一年：未填，暂按“2025 年”计");
    expect(host.of("cases.submit")).toEqual([]);
  });

  test("is open until its answer is one: half a period is none", () => {
    const evaluation = doubting({ kind: "甲", has: true, paid: { months: 3 } });
    const half = { service: { periods: [{ from: "2002", to: "" }] }, fee: " ", year: "x" };
    expect(openQuestions(evaluation, half).map(({ id }) => id)).toEqual(["service", "fee"]);
    // before there is a result the question itself knows what it counts as
    expect(openQuestions({ ...evaluation, decision: null }, {})).toEqual([
      { id: "service", as: "0 个月" },
      { id: "fee", as: "0.00 元" },
    ]);
  });
});

describe("a condition that could not be checked", () => {
  test("stands before the last look, and does not hold the case up", async () => {
    await open({ service: { months: 0 }, fee: "0", year: "x" });
    await shown();
    await press("F9");
    await until(() => dialog().includes("确认提交受理"), "the confirmation");
    expect(get("region", "没有填写或没有核实的").textContent).toContain("本地户籍没有填写“户籍”，未核实");
  });

  test("is shown as neither met nor failed", async () => {
    const conditions = [UNKNOWN, { ...FAILED, id: "age", met: true }, { ...FAILED, id: "sex" }];
    await show(<DecisionView decision={decision({ conditions })} ticks={[]} onTick={null} />);
    expect(all("li[data-standing] > div > :first-child").map((mark) => mark.textContent)).toEqual(["未核实", "符合", "不符合"]);
  });
});
