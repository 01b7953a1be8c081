/**
 * DH-08, subsidy for chronic outpatient treatment in a past month. Source: press (`s3-pooling`): 80 % before, 85 % from the
 * pooling on, ten points more at a community health centre. The yearly limits by disease are in no source.
 */
import { monthOf, packDate, type Month, type PackedDate } from "../../../../src-shared/domain/calendar.ts";
import { exactTimes, isLess, rounded } from "../../engine/arithmetic.ts";
import { addCondition, NONE, figureAt, type Draft } from "../../engine/draft.ts";
import type { Facts } from "../../engine/facts.ts";
import { defineFormula, type Bindings } from "../../engine/formula.ts";
import { leaf, Node, step } from "../../engine/node.ts";
import type { Result } from "../../engine/result.ts";
import { bindHistoric, type PastMonth } from "./past-month.ts";

/** The old share, to which the report adds the community centre's points. */
const LAST_DAY_OF_OLD_SHARE: PackedDate = packDate(2011, 6, 30);

/** Settled at once by card from the pooling on; before that paid in cash and subsidised the year after. */
const POOLED_FROM: Month = monthOf(2011, 7);

/** The year whose limits were to be raised. */
const RAISED: readonly [first: Month, last: Month] = [monthOf(2012, 1), monthOf(2012, 12)];

const spec = { period: "month", area: "choice", community: "flag", cost: "money", limitLeft: "money?" } as const;
type ChronicFacts = Facts<typeof spec>;
type Names = ReturnType<typeof bindNames>;

function bindNames(names: Bindings) {
  const table = names.table("dalian.chronic-subsidy");
  const share = table.output("share");
  const example = names.reading("dalian.historic-chronic-example");
  const community = names.reading("dalian.historic-chronic-community");
  return {
    past: bindHistoric(names, "chronic", [], false),
    table,
    share,
    is: {
      unknown: table.choice(share, "unknown"),
      example: table.choice(share, "example"),
      community: table.choice(share, "community"),
      communityExample: table.choice(share, "community-example"),
    },
    leaf: { area: names.leaves("area"), community: names.leaves("community") },
    figure: { share: names.figure("dalian.chronic-share"), points: names.figure("dalian.chronic-community-points") },
    reading: {
      example: example.node,
      exampleHolds: example.is("all-districts"),
      community: community.node,
      onOldShare: community.is("on-old"),
    },
    step: {
      cost: names.fact("cost"),
      limitLeft: names.fact("limitLeft"),
      known: names.step("known"),
      exampleUsed: names.step("exampleUsed"),
      statedShare: names.step("statedShare"),
      communityShare: names.step("communityShare"),
      subsidyExact: names.step("subsidyExact"),
      subsidy: names.step("subsidy"),
      withinLimit: names.step("withinLimit"),
      own: names.step("own"),
    },
    condition: names.condition("known"),
    remedy: names.remedy("askDistrict"),
    amount: { subsidy: names.amount("subsidy"), own: names.amount("own") },
    notice: {
      noLimit: names.notice("noLimit"),
      cashFirst: names.notice("cashFirst"),
      atOnce: names.notice("atOnce"),
      limitRaised: names.notice("limitRaised"),
    },
    headline: {
      subsidy: names.headline("subsidy"),
      unknown: names.headline("unknown"),
      outside: names.headline("outside"),
      figureMissing: names.headline("figureMissing"),
    },
  };
}

export const historicChronic = defineFormula({
  matter: "dalian.historic-chronic",
  facts: spec,
  bind(bindings) {
    const names = bindNames(bindings);
    return {
      derive: () => ({}),
      check: (facts, asOf) => names.past.future(facts.period, asOf),
      known: () => NONE,
      evaluate: (facts) => evaluate(names, facts),
    };
  },
});

function evaluate(names: Names, facts: ChronicFacts): Result {
  const { past, table, is, reading, step: steps, headline, amount } = names;
  const month = past.open(facts.period);
  const { draft, period } = month;
  if (!month.within) return past.end(draft, { outcome: "refused", headline: headline.outside });

  const row = table.row([facts.period, facts.area, facts.community]);
  const kind = table.node(row, names.share, [period, names.leaf.area[facts.area]!, names.leaf.community[facts.community]!]);
  const isExample = kind.value === is.example || kind.value === is.communityExample;
  const known = kind.value !== is.unknown && (!isExample || reading.exampleHolds);
  const because = isExample
    ? step(steps.exampleUsed, known ? 1 : 0, [kind, reading.example])
    : step(steps.known, known ? 1 : 0, [kind]);
  addCondition(draft, names.condition, known, because, names.remedy, null);
  if (!known) return past.end(draft, { outcome: "refused", headline: headline.unknown });

  const atCommunity = kind.value === is.community || kind.value === is.communityExample;
  const share = shareOf(names, month, atCommunity, kind);
  if (share === null) return past.end(draft, { outcome: "figure-missing", headline: headline.figureMissing });
  const cost = leaf(steps.cost, facts.cost);
  const full = rounded(steps.subsidy, exactTimes(steps.subsidyExact, cost, share));
  const subsidy = limited(names, facts, draft, full);
  draft.amounts.push(
    { definition: amount.subsidy, role: "information", node: subsidy },
    { definition: amount.own, role: "information", node: step(steps.own, cost.value - subsidy.value, [cost, subsidy]) },
  );
  draft.notices.push(facts.period >= POOLED_FROM ? names.notice.atOnce : names.notice.cashFirst);
  if (RAISED[0] <= facts.period && facts.period <= RAISED[1]) draft.notices.push(names.notice.limitRaised);
  return past.end(draft, { outcome: "granted", headline: headline.subsidy });
}

function shareOf(
  { figure, step: steps, reading }: Names,
  { date, draft }: PastMonth,
  atCommunity: boolean,
  kind: Node,
): Node | null {
  if (!atCommunity) {
    const stated = figureAt(figure.share, date, draft);
    return stated === null ? null : new Node(steps.statedShare, stated.value, stated.divisor, [kind, stated]);
  }
  const base = figureAt(figure.share, reading.onOldShare ? LAST_DAY_OF_OLD_SHARE : date, draft);
  const points = figureAt(figure.points, date, draft);
  if (base === null || points === null) return null;
  const sum = base.value * points.divisor + points.value * base.divisor;
  return new Node(steps.communityShare, sum, base.divisor * points.divisor, [base, points, reading.community]);
}

/** What is left of the disease's yearly limit, where the person's paper states it. */
function limited({ step: steps, notice }: Names, facts: ChronicFacts, draft: Draft, full: Node): Node {
  if (facts.limitLeft === undefined) {
    draft.notices.push(notice.noLimit);
    return full;
  }
  const left = leaf(steps.limitLeft, facts.limitLeft);
  return step(steps.withinLimit, isLess(left, full) ? left.value : full.value, [full, left]);
}
