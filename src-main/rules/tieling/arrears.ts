/**
 * Tieling, arrears of the employee scheme paid afterwards (TL-13). Source: the notice of 2022-04-01, clause 七(三).
 * Last year's average wage when paid × 5 % (pool only) or 7 % (pool and account) × months; the account is not credited.
 */
import type { Month } from "../../../src-shared/domain/calendar.ts";
import { countMonths, EMPTY, subtractMonths } from "../../../src-shared/domain/periods.ts";
import { addCondition, cover, figureAt, newDraft, NONE, type Draft } from "../engine/draft.ts";
import type { AsOf, Facts } from "../engine/facts.ts";
import { defineFormula, type Bindings, type Fault } from "../engine/formula.ts";
import { leaf, Node, step } from "../engine/node.ts";
import type { Result, Template } from "../engine/result.ts";
import { arrearsPrice, bindArrearsPrice } from "./arrears-price.ts";
import { byFundMode } from "./fund-mode.ts";
import { bindMaterials, papers } from "./materials.ts";

const spec = { owed: "months", contributed: "months", fundMode: "choice" } as const;
type ArrearsFacts = Facts<typeof spec>;
type Names = ReturnType<typeof bindNames>;

const bindNames = (names: Bindings) => ({
  price: bindArrearsPrice(names),
  rate: byFundMode(names, "tieling.arrears-rate"),
  mode: names.leaves("fundMode"),
  combined: names.option("fundMode", "combined"),
  step: {
    owed: names.fact("owed"),
    contributed: names.fact("contributed"),
    owedMonths: names.step("owedMonths"),
    rate: names.step("arrearsRate"),
  },
  owes: names.condition("owes"),
  checkRecord: names.remedy("checkRecord"),
  amount: { total: names.amount("topUp"), month: names.amount("topUpMonth") },
  coverage: { contributed: names.coverage("contributed"), owed: names.coverage("owed") },
  notice: {
    baseMoves: names.notice("baseMoves"),
    notCredited: names.notice("notCredited"),
    treatment: names.notice("treatment"),
  },
  headline: {
    granted: names.headline("granted"),
    nothingOwed: names.headline("nothingOwed"),
    figureMissing: names.headline("figureMissing"),
  },
  materialsRule: bindMaterials(names),
  materials: [names.material("identity-card"), names.material("payment-record")],
  place: names.place("agency"),
  timeLimit: names.timeLimit("none"),
  deemedUntil: deemedUntil(names),
  fault: {
    notPast: [{ fact: "owed", text: names.fault("notPast") }] as readonly Fault[],
    deemed: [{ fact: "owed", text: names.fault("deemed") }] as readonly Fault[],
  },
});

/** Earlier months were never owed: service before this month counts as paid. */
function deemedUntil(names: Bindings): Month {
  const limits = names.table("tieling.years-limits");
  return limits.value(limits.row1(0), limits.output("deemed-until"));
}

export const arrears = defineFormula({
  matter: "tieling.arrears",
  facts: spec,
  bind(bindings) {
    const names = bindNames(bindings);
    return {
      derive: () => NO_FLAGS,
      check: (facts, asOf) => contradictions(names, facts, asOf),
      known: () => NONE,
      evaluate: (facts, asOf) => evaluate(names, facts, asOf),
    };
  },
});
const NO_FLAGS = {};

function contradictions({ fault, deemedUntil: first }: Names, { owed }: ArrearsFacts, asOf: AsOf): readonly Fault[] {
  if (owed.set!.at(-1)! >= asOf.month) return fault.notPast;
  return owed.set![0]! < first ? fault.deemed : NONE;
}

function evaluate(names: Names, facts: ArrearsFacts, asOf: AsOf): Result {
  const { step: steps, headline, amount } = names;
  const draft = newDraft();
  const owed = leaf(steps.owed, facts.owed.count);
  const paid = facts.contributed.set ?? EMPTY;
  const due = subtractMonths(facts.owed.set!, paid);
  cover(draft, "contributed", names.coverage.contributed, paid);
  cover(draft, "bought", names.coverage.owed, due);
  const inputs = facts.contributed.count === 0 ? [owed] : [owed, leaf(steps.contributed, facts.contributed.count)];
  const months = step(steps.owedMonths, countMonths(due), inputs);
  addCondition(draft, names.owes, months.value > 0, months, names.checkRecord, null);
  if (months.value === 0) return result(names, draft, "refused", headline.nothingOwed);

  const figure = figureAt(names.rate[facts.fundMode]!, asOf.date, draft);
  const rate = figure && new Node(steps.rate, figure.value, figure.divisor, [figure, names.mode[facts.fundMode]!]);
  const price = arrearsPrice(names.price, asOf, rate, months, draft);
  draft.notices.push(names.notice.baseMoves, names.notice.treatment);
  if (facts.fundMode === names.combined) draft.notices.push(names.notice.notCredited);
  if (price === null) return result(names, draft, "figure-missing", headline.figureMissing);
  draft.amounts.push({ definition: amount.total, role: "due", node: price.total });
  if (price.month !== null) draft.amounts.push({ definition: amount.month, role: "part", node: price.month });
  return result(names, draft, "granted", headline.granted);
}

const result = (names: Names, draft: Draft, outcome: Result["outcome"], headline: Template): Result => ({
  outcome,
  headline,
  place: names.place,
  timeLimit: names.timeLimit,
  conditions: draft.conditions,
  amounts: draft.amounts,
  dates: NONE,
  coverage: draft.coverage,
  options: NONE,
  materials: outcome === "refused" ? NONE : papers(names.materialsRule, NONE, names.materials, draft),
  notices: draft.notices,
  sections: NONE,
  conflicts: NONE,
  missing: draft.missing,
  remarks: draft.remarks,
});
