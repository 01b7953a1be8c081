/**
 * DH-04, back-payment in a past month by an employee of an enterprise on their own. Source: press (`s3-back-payment`).
 * Base 60 % of the average wage of each month owed, rate 10 %, no late fee, the account is credited.
 */
import { firstDayOf, type Month } from "../../../../src-shared/domain/calendar.ts";
import { EMPTY, type MonthSet } from "../../../../src-shared/domain/periods.ts";
import { exactTimes, rounded } from "../../engine/arithmetic.ts";
import { addCondition, cover, NONE, type Draft } from "../../engine/draft.ts";
import type { Facts, SomeFacts } from "../../engine/facts.ts";
import { defineFormula, type Bindings } from "../../engine/formula.ts";
import { leaf, step, type Node } from "../../engine/node.ts";
import type { Result } from "../../engine/result.ts";
import { bindHistoric } from "./past-month.ts";

const spec = {
  period: "month",
  kind: "choice",
  currentlyPaid: "flag?",
  owed: "months",
  alreadyPaid: "money?",
  byAgent: "flag",
} as const;
type BackPaymentFacts = Facts<typeof spec>;
type Names = ReturnType<typeof bindNames>;

function bindNames(names: Bindings) {
  const ruralPaid = names.reading("dalian.historic-rural-paid");
  const ownCard = names.material("identity-card");
  const form = names.material("application-form");
  return {
    past: bindHistoric(
      names,
      "nonlocal-back-payment",
      ["dalian.historic-old-gap", "dalian.historic-back-payment-credit", "dalian.historic-back-payment-effect"],
      true,
    ),
    option: {
      nonlocal: names.option("kind", "nonlocal"),
      ruralRate: names.option("kind", "rural-rate"),
      other: names.option("kind", "other"),
    },
    leaf: { kind: names.leaves("kind"), currentlyPaid: names.leaves("currentlyPaid") },
    figure: {
      average: names.figure("dalian.average-wage"),
      share: names.figure("dalian.nonlocal-base-share"),
      rate: names.figure("dalian.nonlocal-rate"),
    },
    reading: { ruralPaid: ruralPaid.node, lessPaid: ruralPaid.is("less-paid") },
    step: {
      owed: names.fact("owed"),
      alreadyPaid: names.fact("alreadyPaid"),
      fits: names.step("fits"),
      runMonths: names.step("runMonths"),
      base: names.step("base"),
      monthExact: names.step("monthExact"),
      month: names.step("month"),
      run: names.step("run"),
      sum: names.step("sum"),
      total: names.step("total"),
      totalLessPaid: names.step("totalLessPaid"),
    },
    condition: { fits: names.condition("fits"), currentlyPaid: names.condition("currentlyPaid") },
    remedy: { otherWay: names.remedy("otherWay"), payCurrent: names.remedy("payCurrent") },
    amount: { total: names.amount("total"), month: names.amount("month") },
    coverage: { owed: names.coverage("owed") },
    materials: { own: [ownCard, form], agent: [ownCard, names.material("agent-identity-card"), form] },
    notice: names.notice("credited"),
    sections: [names.section("counters"), names.section("before")],
    notPast: [{ fact: "owed", text: names.fault("notPast") }],
    headline: {
      payable: names.headline("payable"),
      payCurrent: names.headline("payCurrent"),
      notOne: names.headline("notOne"),
      outside: names.headline("outside"),
      figureMissing: names.headline("figureMissing"),
    },
  };
}

export const historicNonlocalBackPayment = defineFormula({
  matter: "dalian.historic-nonlocal-back-payment",
  facts: spec,
  bind(bindings) {
    const names = bindNames(bindings);
    return {
      derive: (facts) => ({ paidCounts: paidCounts(names, facts) }),
      check(facts, asOf) {
        const future = names.past.future(facts.period, asOf);
        const owed = facts.owed.set ?? EMPTY;
        return future.length === 0 && owed[owed.length - 1]! >= facts.period ? names.notPast : future;
      },
      known: () => NONE,
      evaluate: (facts) => evaluate(names, facts),
    };
  },
});

/** What was paid at the rural-worker rate is asked only where the reading takes it off. */
const paidCounts = ({ option, reading }: Names, facts: SomeFacts<typeof spec>): boolean =>
  reading.lessPaid && facts.kind === option.ruralRate;

function evaluate(names: Names, facts: BackPaymentFacts): Result {
  const { past, option, step: steps, condition, remedy, headline } = names;
  const { draft, within } = past.open(facts.period);
  if (!within) return past.end(draft, { outcome: "refused", headline: headline.outside });

  const fits = facts.kind !== option.other;
  const kind = names.leaf.kind[facts.kind]!;
  addCondition(draft, condition.fits, fits, step(steps.fits, fits ? 1 : 0, [kind]), remedy.otherWay, null);
  if (!fits) return past.end(draft, { outcome: "refused", headline: headline.notOne });
  const isCurrent = facts.kind !== option.nonlocal || facts.currentlyPaid === 1;
  if (facts.kind === option.nonlocal) {
    const paid = names.leaf.currentlyPaid[facts.currentlyPaid!]!;
    addCondition(draft, condition.currentlyPaid, isCurrent, paid, remedy.payCurrent, null);
  }

  const owed = facts.owed.set ?? EMPTY;
  cover(draft, "gap", names.coverage.owed, owed);
  draft.notices.push(names.notice);
  draft.sections.push(...names.sections);
  const materials = facts.byAgent === 1 ? names.materials.agent : names.materials.own;
  const total = totalOf(names, facts, owed, draft);
  if (total !== null) draft.amounts.unshift({ definition: names.amount.total, role: "information", node: total });
  if (!isCurrent) return past.end(draft, { outcome: "not-yet", headline: headline.payCurrent, materials });
  if (total === null) return past.end(draft, { outcome: "figure-missing", headline: headline.figureMissing, materials });
  return past.end(draft, { outcome: "granted", headline: headline.payable, materials });
}

/** Months that share the same figures are paid alike: one month rounded to the fen, times the months. */
function totalOf(names: Names, facts: BackPaymentFacts, owed: MonthSet, draft: Draft): Node | null {
  const { figure, step: steps, reading, option } = names;
  const owedLeaf = leaf(steps.owed, facts.owed.count);
  const runs: Node[] = [];
  let fen = 0;
  for (let i = 0; i < owed.length; i += 2) {
    for (let from = owed[i]!; from <= owed[i + 1]!;) {
      const date = firstDayOf(from);
      const average = figure.average.at(date);
      const share = figure.share.at(date);
      const rate = figure.rate.at(date);
      const end = runEnd(names, from, owed[i + 1]!);
      if (average === null) draft.missing.push({ figure: figure.average, date });
      if (share === null) draft.missing.push({ figure: figure.share, date });
      if (rate === null) draft.missing.push({ figure: figure.rate, date });
      if (average !== null && share !== null && rate !== null) {
        const month = rounded(steps.month, exactTimes(steps.monthExact, exactTimes(steps.base, average, share), rate));
        const count = step(steps.runMonths, end - from + 1, [owedLeaf, average]);
        const run = step(steps.run, month.value * count.value, [month, count]);
        draft.amounts.push({ definition: names.amount.month, role: "information", of: count, node: month });
        runs.push(run);
        fen += run.value;
      }
      from = end + 1;
    }
  }
  if (draft.missing.length > 0) {
    draft.amounts.length = 0;
    return null;
  }
  const sum = step(steps.sum, fen, runs);
  if (facts.kind !== option.ruralRate) return sum;
  if (!reading.lessPaid) return step(steps.total, fen, [sum, reading.ruralPaid]);
  const paid = leaf(steps.alreadyPaid, facts.alreadyPaid!);
  return step(steps.totalLessPaid, Math.max(0, fen - paid.value), [sum, paid, reading.ruralPaid]);
}

/** Last month, at most `last`, for which the figures are those of `from`. */
function runEnd({ figure: { average, share, rate } }: Names, from: Month, last: Month): Month {
  const start = firstDayOf(from);
  const first = [average.at(start), share.at(start), rate.at(start)] as const;
  let end = from;
  while (end < last) {
    const date = firstDayOf(end + 1);
    if (average.at(date) !== first[0] || share.at(date) !== first[1] || rate.at(date) !== first[2]) break;
    end++;
  }
  return end;
}
