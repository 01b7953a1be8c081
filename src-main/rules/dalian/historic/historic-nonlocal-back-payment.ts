/**
 * DH-04, back-payment in a past month by an employee of an enterprise on their own. Source: press (`s3-back-payment`).
 * Base 60 % of the average wage of each month owed, rate 10 %, no late fee, the account is credited.
 */
import { firstDayOf, type Month } from "../../../../src-shared/domain/calendar.ts";
import { addCondition, cover, figureAt, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts/facts.ts";
import type { Fault } from "../../engine/formula.ts";
import { leaf, told, type Node } from "../../engine/node.ts";
import { atLeastZero, exactProduct, roundedToFen, same, sum } from "../../engine/operations.ts";
import type { Result } from "../../engine/result.ts";
import { define, type Facts, type Words } from "../../generated/dalian/historic-nonlocal-back-payment.ts";
import { end, inFuture, openMonth, withPast } from "./past-month.ts";

type Names = ReturnType<typeof bind>;
function bind(words: Words) {
  const { identityCard, agentIdentityCard, applicationForm } = words.material;
  const { historicOldGap, historicBackPaymentCredit, historicBackPaymentEffect } = words.conflict;
  return {
    ...withPast(
      words,
      words.table.historicPeriods.in.matter.nonlocalBackPayment,
      [historicOldGap, historicBackPaymentCredit, historicBackPaymentEffect],
      [words.next.now],
    ),
    ownPapers: [identityCard, applicationForm],
    agentPapers: [identityCard, agentIdentityCard, applicationForm],
  };
}

export default define(bind, {
  // what was paid at the rural-worker rate is asked only where the reading takes it off
  derive: ({ reading, option }, { kind }) => ({
    paidCounts: reading.historicRuralPaid.is.lessPaid && kind === option.kind.ruralRate,
  }),
  check,
  evaluate,
});

function check(names: Names, { period, owed }: Facts, asOf: AsOf): readonly Fault[] {
  const future = inFuture(names, period, asOf);
  return future.length === 0 && owed.set!.at(-1)! >= period ? [{ fact: "owed", text: names.fault.notPast }] : future;
}

function evaluate(names: Names, facts: Facts): Result {
  const { step: steps, condition, remedy, headline, section, leaf: leaves } = names;
  const { nonlocal, other } = names.option.kind;
  const { draft, within, period } = openMonth(names, facts.period);
  if (!within) return end(names, draft, "refused", headline.outside({ period }));

  const fits = facts.kind !== other;
  const kind = leaves.kind[facts.kind]!;
  addCondition(draft, condition.fits({ kind }), fits, told(steps.fits, fits ? 1 : 0, [kind]), remedy.otherWay, null);
  if (!fits) return end(names, draft, "refused", headline.notOne);
  const isCurrent = facts.kind !== nonlocal || facts.currentlyPaid === 1;
  if (facts.kind === nonlocal) {
    const paid = leaves.currentlyPaid[facts.currentlyPaid!]!;
    addCondition(draft, condition.currentlyPaid, isCurrent, paid, remedy.payCurrent, null);
  }

  cover(draft, "gap", names.coverage.owed, facts.owed.set!);
  draft.notices.push(names.notice.credited);
  draft.sections.push(section.counters, section.before);
  draft.materials = facts.byAgent === 1 ? names.agentPapers : names.ownPapers;
  const owed = leaf(names.fact.owed, facts.owed.count);
  const total = totalOf(names, facts, owed, draft);
  if (total !== null) draft.amounts.unshift({ definition: names.amount.total, role: "information", node: total });
  if (!isCurrent) return end(names, draft, "not-yet", headline.payCurrent);
  if (total === null) return end(names, draft, "figure-missing", headline.figureMissing);
  return end(names, draft, "granted", headline.payable({ owed, total }));
}

/** Months that share the same figures are paid alike: one month rounded to the fen, times the months. */
function totalOf(names: Names, facts: Facts, owed: Node, draft: Draft): Node | null {
  const { figure, step: steps } = names;
  const set = facts.owed.set!;
  const runs: Node[] = [];
  for (let i = 0; i < set.length; i += 2) {
    const last = set[i + 1]!;
    for (let from = set[i]!; from <= last;) {
      const date = firstDayOf(from);
      const to = runEnd(names, from, last);
      const average = figureAt(figure.averageWage, date, draft);
      const share = figureAt(figure.nonlocalBaseShare, date, draft);
      const rate = figureAt(figure.nonlocalRate, date, draft);
      if (average !== null && share !== null && rate !== null) {
        const month = roundedToFen(steps.month, exactProduct(steps.monthExact, exactProduct(steps.base, average, share), rate));
        const count = told(steps.runMonths, to - from + 1, [owed, average]);
        draft.amounts.push({ definition: names.amount.month, role: "information", of: count, node: month });
        runs.push(exactProduct(steps.run, month, count));
      }
      from = to + 1;
    }
  }
  if (draft.missing.length > 0) {
    draft.amounts.length = 0;
    return null;
  }
  const all = sum(steps.sum, runs);
  if (facts.kind !== names.option.kind.ruralRate) return all;
  const { is, node } = names.reading.historicRuralPaid;
  if (!is.lessPaid) return same(steps.total, all, node);
  return atLeastZero(steps.totalLessPaid, all, leaf(names.fact.alreadyPaid, facts.alreadyPaid!), node);
}

/** Last month, at most `last`, for which the figures are those of `from`. */
function runEnd({ figure }: Names, from: Month, last: Month): Month {
  const { averageWage, nonlocalBaseShare, nonlocalRate } = figure;
  const start = firstDayOf(from);
  const [average, share, rate] = [averageWage.at(start), nonlocalBaseShare.at(start), nonlocalRate.at(start)];
  let to = from;
  while (to < last) {
    const date = firstDayOf(to + 1);
    if (averageWage.at(date) !== average || nonlocalBaseShare.at(date) !== share || nonlocalRate.at(date) !== rate) break;
    to++;
  }
  return to;
}
