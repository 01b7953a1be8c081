/**
 * DH-01, contributions of unit and person in a past month. Source: press (`s3`), contribution rates and bases.
 * Person: last month's wage between 60 % and 300 % of the area's average wage of the year before, × 2 %.
 * Unit: last month's total wages, at least 60 % of that average a head; unknown wages → average × heads; × 8 %.
 */
import { exactTimes, rounded } from "../../engine/arithmetic.ts";
import { clamped, largerOf, limitsOf } from "../../engine/contribution/clamp.ts";
import { NONE, figureAt, type Draft } from "../../engine/draft.ts";
import type { Facts } from "../../engine/facts.ts";
import { defineFormula, type Bindings } from "../../engine/formula.ts";
import { leaf, type Node } from "../../engine/node.ts";
import type { Result } from "../../engine/result.ts";
import { bindHistoric, bindPooling, type PastMonth } from "./past-month.ts";

const spec = {
  period: "month",
  area: "choice?",
  payer: "choice",
  wage: "money?",
  wagesKnown: "flag?",
  totalWages: "money?",
  headcount: "count?",
} as const;
type ContributionFacts = Facts<typeof spec>;
type Names = ReturnType<typeof bindNames>;

const bindNames = (names: Bindings) => ({
  past: bindHistoric(names, "contribution", [], false),
  pooling: bindPooling(names, "dalian.historic-outer-rates"),
  person: names.option("payer", "person"),
  figure: {
    average: names.figure("dalian.average-on-post-wage"),
    lowest: names.figure("dalian.base-lowest-share"),
    highest: names.figure("dalian.base-highest-share"),
    unitRate: names.figure("dalian.unit-rate"),
    personRate: names.figure("dalian.person-rate"),
  },
  step: {
    wage: names.fact("wage"),
    totalWages: names.fact("totalWages"),
    headcount: names.fact("headcount"),
    lowest: names.step("lowestBase"),
    highest: names.step("highestBase"),
    personBase: names.step("personBase"),
    personExact: names.step("personExact"),
    person: names.step("person"),
    lowestTotal: names.step("lowestTotal"),
    unitBase: names.step("unitBase"),
    unitBaseUnknown: names.step("unitBaseUnknown"),
    unitExact: names.step("unitExact"),
    unit: names.step("unit"),
  },
  allUnits: names.notice("allUnits"),
  amount: { person: names.amount("person"), unit: names.amount("unit") },
  headline: {
    person: names.headline("person"),
    unit: names.headline("unit"),
    outside: names.headline("outside"),
    unknownArea: names.headline("unknownArea"),
    figureMissing: names.headline("figureMissing"),
  },
});

export const historicContribution = defineFormula({
  matter: "dalian.historic-contribution",
  facts: spec,
  bind(bindings) {
    const names = bindNames(bindings);
    return {
      derive: ({ period }) => ({ areaMatters: period !== undefined && names.pooling.areaMatters(period) }),
      check: (facts, asOf) => names.past.future(facts.period, asOf),
      known: () => NONE,
      evaluate: (facts) => evaluate(names, facts),
    };
  },
});

function evaluate(names: Names, facts: ContributionFacts): Result {
  const { past, headline, amount } = names;
  const month = past.open(facts.period);
  const { draft } = month;
  if (!month.within) return past.end(draft, { outcome: "refused", headline: headline.outside });
  if (facts.area !== undefined && !names.pooling.known(draft, month.period, facts.area))
    return past.end(draft, { outcome: "refused", headline: headline.unknownArea });

  draft.notices.push(names.allUnits);
  const isPerson = facts.payer === names.person;
  const found = isPerson ? personAmount(names, facts, month) : unitAmount(names, facts, month);
  if (found === null) return past.end(draft, { outcome: "figure-missing", headline: headline.figureMissing });
  draft.amounts.push({ definition: isPerson ? amount.person : amount.unit, role: "information", node: found });
  return past.end(draft, { outcome: "granted", headline: isPerson ? headline.person : headline.unit });
}

function personAmount({ figure, step: steps }: Names, facts: ContributionFacts, { date, draft }: PastMonth): Node | null {
  const average = figureAt(figure.average, date, draft);
  const lowestShare = figureAt(figure.lowest, date, draft);
  const highestShare = figureAt(figure.highest, date, draft);
  const rate = figureAt(figure.personRate, date, draft);
  if (average === null || lowestShare === null || highestShare === null || rate === null) return null;
  const wage = leaf(steps.wage, facts.wage!);
  const base = clamped(steps.personBase, wage, limitsOf(steps, average, lowestShare, highestShare));
  return rounded(steps.person, exactTimes(steps.personExact, base, rate));
}

function unitAmount(names: Names, facts: ContributionFacts, { date, draft }: PastMonth): Node | null {
  const { figure, step: steps } = names;
  const average = figureAt(figure.average, date, draft);
  const rate = figureAt(figure.unitRate, date, draft);
  if (average === null || rate === null) return null;
  const headcount = leaf(steps.headcount, facts.headcount!);
  const base = facts.wagesKnown === 1 ? knownBase(names, facts, date, draft, average, headcount) : null;
  if (facts.wagesKnown === 1 && base === null) return null;
  const used = base ?? exactTimes(steps.unitBaseUnknown, average, headcount);
  return rounded(steps.unit, exactTimes(steps.unitExact, used, rate));
}

function knownBase(
  { figure, step: steps }: Names,
  facts: ContributionFacts,
  date: number,
  draft: Draft,
  average: Node,
  headcount: Node,
): Node | null {
  const share = figureAt(figure.lowest, date, draft);
  if (share === null) return null;
  const total = leaf(steps.totalWages, facts.totalWages!);
  const lowestTotal = exactTimes(steps.lowestTotal, exactTimes(steps.lowest, average, share), headcount);
  return largerOf(steps.unitBase, total, lowestTotal);
}
