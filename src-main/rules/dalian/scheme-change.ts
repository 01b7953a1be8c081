/** Dalian, change of scheme (DL-11). Source: answers of 2025-04. Only the change to or from the resident scheme is bound to December. */
import { lastDayOf, monthOf, monthOfYear, packDate, yearOfDate } from "../../../src-shared/domain/calendar.ts";
import { addCondition, newDraft, NONE, type Draft } from "../engine/draft.ts";
import type { AsOf, Facts, SomeFacts } from "../engine/facts.ts";
import { defineFormula, type Bindings } from "../engine/formula.ts";
import { leaf, step } from "../engine/node.ts";

const spec = { direction: "choice", paidThisYear: "flag?" } as const;
type Names = ReturnType<typeof bindNames>;

const DECEMBER = 12;

function bindNames(names: Bindings) {
  const sameYear = names.reading("dalian.same-year-change");
  return {
    list: names.checklist("not-yet"),
    toUnit: names.option("direction", "flexible-to-unit"),
    paidThisYear: names.leaves("paidThisYear"),
    sameYear: sameYear.node,
    unpaidYearIsFree: sameYear.is("any-month"),
    step: {
      processingDay: names.step("processingDay"),
      changeFrom: names.step("changeFrom"),
      changeUntil: names.step("changeUntil"),
      inTime: names.step("inTime"),
      unpaidYear: names.step("unpaidYear"),
    },
    condition: names.condition("inTime"),
    remedy: names.remedy("waitForDecember"),
    date: { changeFrom: names.date("changeFrom"), changeUntil: names.date("changeUntil") },
  };
}

const flags = (names: Names, facts: SomeFacts<typeof spec>, asOf: AsOf) => {
  const outsideDecember = monthOfYear(asOf.month) !== DECEMBER;
  const unpaidYear = outsideDecember && facts.paidThisYear === 0 && names.unpaidYearIsFree;
  return { outsideDecember, anyMonth: facts.direction === names.toUnit || unpaidYear };
};

export const schemeChange = defineFormula({
  matter: "dalian.scheme-change",
  facts: spec,
  bind(bindings) {
    const names = bindNames(bindings);
    return {
      derive: (facts, asOf) => flags(names, facts, asOf),
      check: () => NONE,
      known: () => NONE,
      evaluate(facts, asOf) {
        const draft = newDraft();
        const derived = flags(names, facts, asOf);
        const met = facts.direction === names.toUnit || inTime(names, facts, asOf, derived.anyMonth, draft);
        return names.list.judge(facts, derived, draft, met ? undefined : "not-yet");
      },
    };
  },
});

/** The year's window, and whether the change falls into it or needs none. */
function inTime(names: Names, facts: Facts<typeof spec>, asOf: AsOf, free: boolean, draft: Draft): boolean {
  const { step: steps, date } = names;
  const december = monthOf(yearOfDate(asOf.date), DECEMBER);
  const day = leaf(steps.processingDay, asOf.date);
  const from = step(steps.changeFrom, packDate(yearOfDate(asOf.date), DECEMBER, 1), [day]);
  const until = step(steps.changeUntil, lastDayOf(december), [from]);
  const met = free || asOf.date >= from.value;
  // a year without payment is what the reading is about
  const node =
    facts.paidThisYear === 0
      ? step(steps.unpaidYear, met ? 1 : 0, [day, from, names.paidThisYear[0]!, names.sameYear])
      : step(steps.inTime, met ? 1 : 0, [day, from]);
  addCondition(draft, names.condition, met, node, names.remedy, from);
  if (!free) draft.dates.push({ definition: date.changeFrom, node: from }, { definition: date.changeUntil, node: until });
  return met;
}
