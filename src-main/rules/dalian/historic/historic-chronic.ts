/**
 * DH-08, subsidy for chronic outpatient treatment in a past month. Source: press (`s3-pooling`): 80 % before, 85 % from the
 * pooling on, ten points more at a community health centre. The yearly limits by disease are in no source.
 */
import { firstDayOf } from "../../../../src-shared/domain/calendar.ts";
import { addCondition, figureAt, type Draft } from "../../engine/draft.ts";
import { leaf, told, type Node } from "../../engine/node.ts";
import { atMost, difference, exactProduct, plus, roundedToFen, takenBy } from "../../engine/operations.ts";
import type { Result } from "../../engine/result.ts";
import { define, type Facts, type Words } from "../../generated/dalian/historic-chronic.ts";
import { end, inFuture, openMonth, withPast, type PastMonth } from "./past-month.ts";

type Names = ReturnType<typeof bind>;
function bind(words: Words) {
  const { chronicSubsidy, chronicPayment, historicPeriods } = words.table;
  const table = chronicSubsidy.by("month", "area", "community");
  const payment = chronicPayment.by("month");
  const { zhuanghe } = chronicSubsidy.in.area;
  const oldShare = table.bound("month", table.row([0, zhuanghe, 0]), "highest", "month");
  return {
    ...withPast(words, historicPeriods.in.matter.chronic),
    subsidy: table,
    /** A day of the old share, to which the report adds the community centre's points. */
    oldShareOn: firstDayOf(oldShare.value),
    /** Settled at once by card from here on; before that paid in cash and subsidised the year after. */
    atOnceFrom: payment.bound("month", payment.row1(Infinity), "lowest", "month"),
  };
}

export default define(bind, { check: (names, { period }, asOf) => inFuture(names, period, asOf), evaluate });

function evaluate(names: Names, facts: Facts): Result {
  const { subsidy: table, atOnceFrom, reading, step: steps, headline, amount, notice, leaf: leaves } = names;
  const month = openMonth(names, facts.period);
  const { draft, period, within } = month;
  if (!within) return end(names, draft, "refused", headline.outside({ period }));

  const { is, out } = table;
  const row = table.row([facts.period, facts.area, facts.community]);
  const kind = table.node(row, out.share, [period, leaves.area[facts.area]!, leaves.community[facts.community]!]);
  const isExample = kind.value === is.share.example || kind.value === is.share.communityExample;
  const { is: taken, node: example } = reading.historicChronicExample;
  const known = kind.value !== is.share.unknown && (!isExample || taken.allDistricts);
  const because = isExample ? told(steps.exampleUsed, known ? 1 : 0, [kind, example]) : told(steps.known, known ? 1 : 0, [kind]);
  const condition = names.condition.known({ "chronic-subsidy.share": kind });
  addCondition(draft, condition, known, because, names.remedy.askDistrict, null);
  if (!known) return end(names, draft, "refused", headline.unknown);

  const share = shareOf(names, month, kind);
  if (share === null) return end(names, draft, "figure-missing", headline.figureMissing);
  const cost = leaf(names.fact.cost, facts.cost);
  const subsidy = limited(names, facts, draft, roundedToFen(steps.subsidy, exactProduct(steps.subsidyExact, cost, share)));
  const own = difference(steps.own, cost, subsidy);
  draft.amounts.push(
    { definition: amount.subsidy, role: "information", node: subsidy },
    { definition: amount.own, role: "information", node: own },
  );
  draft.notices.push(
    (facts.period < atOnceFrom.value ? notice.cashFirst : notice.atOnce)({ "chronic-payment.month.lowest": atOnceFrom }),
  );
  const raise = names.figure.chronicLimitRaise.at(month.date);
  if (raise !== null) draft.notices.push(notice.limitRaised({ "chronic-limit-raise": raise }));
  return end(names, draft, "granted", headline.subsidy({ period, subsidy, own }));
}

function shareOf(names: Names, { date, draft }: PastMonth, kind: Node): Node | null {
  const { figure, step: steps, reading, subsidy } = names;
  const { community, communityExample } = subsidy.is.share;
  if (kind.value !== community && kind.value !== communityExample) {
    const stated = figureAt(figure.chronicShare, date, draft);
    return stated && takenBy(steps.statedShare, kind, stated);
  }
  const { is, node } = reading.historicChronicCommunity;
  const base = figureAt(figure.chronicShare, is.onOld ? names.oldShareOn : date, draft);
  const points = figureAt(figure.chronicCommunityPoints, date, draft);
  return base && points && plus(steps.communityShare, base, points, node);
}

/** What is left of the disease's yearly limit, where the person's paper states it. */
function limited({ fact, step: steps, notice }: Names, { limitLeft }: Facts, draft: Draft, full: Node): Node {
  if (limitLeft !== undefined) return atMost(steps.withinLimit, full, leaf(fact.limitLeft, limitLeft));
  draft.notices.push(notice.noLimit);
  return full;
}
