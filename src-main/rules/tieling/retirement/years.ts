/** The months that count towards retirement, and what is required of them (TL-11). */
import { countMonths, monthsUpTo } from "../../../../src-shared/domain/periods.ts";
import { countYears, type Years } from "../../engine/contribution/years.ts";
import { conditionsByTable, yearsNames } from "../../engine/contribution/years-names.ts";
import { assumeAnswer, type Draft } from "../../engine/draft.ts";
import { leaf, told, type Node } from "../../engine/node.ts";
import { atLeastZero } from "../../engine/operations.ts";
import type { Facts, Words } from "../../generated/tieling/retirement.ts";

export function bindYears(words: Words) {
  const limit = bindLimits(words);
  return {
    years: yearsNames(words, words.reading.sameMonthTwice, {
      military: { fact: words.fact.military, together: words.step.deemedTogether },
      remedy: words.remedy,
      condition: conditionsByTable(words.condition),
    }),
    required: bindRequired(words),
    limit,
    /** Up to when service counts as deemed: the same for everybody. */
    cutOff: { month: limit.deemedUntil, because: null },
  };
}
type Names = Words & ReturnType<typeof bindYears>;

/** Nodes per sex, for everybody and for the closed group. */
function bindRequired({ table: tables, leaf: leaves, reading }: Words) {
  const table = tables.retirementYears.by("sex", "closedGroup");
  const { cumulative, local } = table.out;
  const { is, node } = reading.closedGroupLocal;
  const member = leaves.closedGroup[1]!;
  const general = leaves.sex.map((sex) => {
    const row = table.row2(sex.value, 0);
    return { cumulative: table.node(row, cumulative, [sex]), local: table.node(row, local, [sex]) };
  });
  const closed = leaves.sex.map((sex) => {
    const row = table.row2(sex.value, 1);
    return {
      cumulative: table.node(row, cumulative, [member]),
      local: is.required
        ? table.node(table.row2(sex.value, 0), local, [sex, member, node])
        : table.node(row, local, [member, node]),
    };
  });
  return { general, closed };
}

/** The table has one row: the limits are the same for every person. */
function bindLimits({ table: tables }: Words) {
  const table = tables.yearsLimits.by("processingMonth");
  const limit = (output: number): Node => table.node(table.row1(0), output, []);
  const { appliesFrom, deemedUntil, soldiersBefore } = table.out;
  return { appliesFrom: limit(appliesFrom), deemedUntil: limit(deemedUntil), soldiersBefore: limit(soldiersBefore) };
}

const NO_MONTHS = { count: 0, set: null };

export function yearsOf(names: Names, facts: Facts, draft: Draft): Years {
  const contributed = leaf(names.fact.contributed, facts.contributed.count);
  const required = (facts.closedGroup === 1 ? names.required.closed : names.required.general)[facts.sex]!;
  const excluded = isLaterSoldier(names, facts) && !names.reading.laterSoldiers.is.counted;
  const counted = excluded ? { ...facts, military: NO_MONTHS } : facts;
  return countYears(names.years, counted, required, contributed, contributed, names.cutOff, draft);
}

const isLaterSoldier = ({ limit }: Names, { dischargeDate }: Facts): boolean =>
  dischargeDate !== undefined && dischargeDate >= limit.soldiersBefore.value;

/** Whether service in the forces of somebody with assigned work counts, and by which day. */
export function addSoldiers(names: Names, facts: Facts, draft: Draft): void {
  if (facts.dischargeDate === undefined) return;
  const { step: steps, limit, notice } = names;
  const discharged = leaf(names.fact.dischargeDate, facts.dischargeDate);
  if (!isLaterSoldier(names, facts)) {
    draft.remarks.push(told(steps.soldierRule, 1, [discharged, limit.soldiersBefore]));
    return;
  }
  const { is, node } = names.reading.laterSoldiers;
  draft.remarks.push(told(steps.soldierRule, is.counted ? 1 : 0, [discharged, limit.soldiersBefore, node]));
  draft.notices.push(notice.laterSoldier);
}

/** Service after the cut-off is not deemed, and so is none. */
function nothingDeemed({ limit }: Names, { service, military }: Facts): boolean {
  const deemed = service.set === null ? service.count : countMonths(monthsUpTo(service.set, limit.deemedUntil.value - 1));
  return deemed === 0 && military.count === 0;
}

/** Whether the old rule of the closed group could help: flexible, nothing deemed; its own years may be still to come. */
export const closedGroupHelps = (names: Names, facts: Facts, { shortfall, cumulative }: Years): boolean =>
  facts.capacity === names.option.capacity.flexible &&
  nothingDeemed(names, facts) &&
  shortfall.value > 0 &&
  (names.reading.closedGroupReach.is.reachable || cumulative.value >= names.required.closed[facts.sex]!.cumulative.value);

/** What the closed group's rule would lack, for somebody who did not say whether it holds; its reading where the years are still to come. */
export function addClosedGroup(names: Names, facts: Facts, years: Years, draft: Draft): void {
  // a step of its own: the condition speaks of what holds for everybody
  const required = told(names.step.closedGroupYears, names.required.closed[facts.sex]!.cumulative.value, [
    names.leaf.closedGroup[1]!,
  ]);
  const comes = years.cumulative.value < required.value;
  if (facts.capacity === names.option.capacity.flexible && comes && nothingDeemed(names, facts))
    draft.remarks.push(names.reading.closedGroupReach.node);
  if (facts.closedGroup !== undefined || !closedGroupHelps(names, facts, years)) return;
  assumeAnswer(draft, names.fact.closedGroup, names.leaf.closedGroup[0]!);
  const closedGroupShort = atLeastZero(names.step.closedGroupShort, required, years.cumulative);
  draft.remarks.push(closedGroupShort);
  draft.notices.push(comes ? names.notice.closedGroup({ closedGroupShort }) : names.notice.closedGroupMet);
}
