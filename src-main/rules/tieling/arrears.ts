/**
 * Tieling, arrears of the employee scheme paid afterwards (TL-13). Source: the notice of 2022-04-01, clause 七(三).
 * Last year's average wage when paid × 5 % (pool only) or 7 % (pool and account) × months; the account is not credited.
 */
import { countMonths, EMPTY, subtractMonths } from "../../../src-shared/domain/periods.ts";
import { addCondition, cover, finish, newDraft, NONE } from "../engine/draft.ts";
import type { AsOf } from "../engine/facts/facts.ts";
import type { Fault } from "../engine/formula.ts";
import { leaf, told } from "../engine/node.ts";
import type { Result } from "../engine/result.ts";
import { define, type Facts, type Words } from "../generated/tieling/arrears.ts";
import { arrearsPrice, arrearsRate } from "./arrears-price.ts";
import { papers } from "./materials.ts";

export default define(bind, { check, evaluate });

type Names = ReturnType<typeof bind>;
function bind(words: Words) {
  const limits = words.table.yearsLimits.by("processingMonth");
  /** Earlier months were never owed: service before this month counts as paid. */
  return { ...words, deemedUntil: limits.value(limits.row1(0), limits.out.deemedUntil) };
}

function check({ fault, deemedUntil }: Names, { owed }: Facts, asOf: AsOf): readonly Fault[] {
  if (owed.set!.at(-1)! >= asOf.month) return [{ fact: "owed", text: fault.notPast }];
  return owed.set![0]! < deemedUntil ? [{ fact: "owed", text: fault.deemed }] : NONE;
}

function evaluate(words: Words, facts: Facts, asOf: AsOf): Result {
  const { fact, headline, amount, material, notice } = words;
  const { agency } = words.place;
  const { none: anyTime } = words.timeLimit;
  const draft = newDraft();
  const owed = leaf(fact.owed, facts.owed.count);
  const paid = facts.contributed.set ?? EMPTY;
  const due = subtractMonths(facts.owed.set!, paid);
  cover(draft, "contributed", words.coverage.contributed, paid);
  cover(draft, "bought", words.coverage.owed, due);
  const { count } = facts.contributed;
  const owedMonths = told(words.step.owedMonths, countMonths(due), count === 0 ? [owed] : [owed, leaf(fact.contributed, count)]);
  const owes = owedMonths.value > 0;
  addCondition(draft, words.condition.owes({ owedMonths }), owes, owedMonths, words.remedy.checkRecord, null);
  if (!owes) return finish(draft, "refused", headline.nothingOwed, agency, anyTime);

  const rate = arrearsRate(words, facts.fundMode, asOf, draft);
  const price = arrearsPrice(words, asOf, rate, owedMonths, draft);
  draft.notices.push(notice.baseMoves, notice.treatment);
  if (facts.fundMode === words.option.fundMode.combined) draft.notices.push(notice.notCredited);
  draft.materials = papers(words.reading.materials, NONE, [material.identityCard, material.paymentRecord], draft);
  if (price === null) return finish(draft, "figure-missing", headline.figureMissing({ owedMonths }), agency, anyTime);
  draft.amounts.push({ definition: amount.topUp, role: "due", node: price.total });
  if (price.month !== null) draft.amounts.push({ definition: amount.topUpMonth, role: "part", node: price.month });
  return finish(draft, "granted", headline.granted({ owedMonths, topUp: price.total }), agency, anyTime);
}
