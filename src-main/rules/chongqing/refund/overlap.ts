/**
 * Chongqing, refund of individuals' premiums: a year paid for and the unit's payments in the same months, or death (CQ-05).
 * Source: answers of 2023-08, 职工05问; for death a report of 2014.
 */
import { firstDayOf, lastDayOf, monthOf, yearOfDate, yearOfMonth } from "../../../../src-shared/domain/calendar.ts";
import {
  countMonths,
  EMPTY,
  intersectMonths,
  monthsUpTo,
  subtractMonths,
  type MonthSet,
} from "../../../../src-shared/domain/periods.ts";
import { addCondition, cover, newDraft, NONE, type Draft } from "../../engine/draft.ts";
import type { AsOf, Facts, MonthsValue } from "../../engine/facts.ts";
import { defineFormula, type Bindings } from "../../engine/formula.ts";
import { leaf, step, type Node } from "../../engine/node.ts";
import type { Result } from "../../engine/result.ts";
import { bindPapers } from "../papers.ts";
import { bindPremium } from "../premium.ts";
import { bindDeath, deathRefund } from "./death.ts";

const spec = {
  reason: "choice",
  tier: "choice",
  deathDate: "date?",
  individualPaid: "months?",
  unitPaid: "months?",
  usedTreatment: "flag?",
  accountCredited: "money?",
} as const;
/** Asked where the premium was paid twice. */
interface RefundFacts {
  readonly tier: number;
  readonly individualPaid: MonthsValue;
  readonly unitPaid: MonthsValue;
  readonly usedTreatment: number;
  readonly accountCredited: number;
}
type Names = ReturnType<typeof bindNames>;

const DECEMBER = 12;

function bindNames(names: Bindings) {
  const late = names.reading("chongqing.refund-late");
  const papers = bindPapers(names);
  const premium = bindPremium(names);
  return {
    death: bindDeath(names, premium, papers),
    premium,
    usedTreatment: names.leaves("usedTreatment"),
    reading: {
      late: late.node,
      laterToo: late.is("later-too"),
      materials: papers.reading,
    },
    materials: papers.of("identity-card"),
    step: {
      individualPaid: names.fact("individualPaid"),
      unitPaid: names.fact("unitPaid"),
      accountCredited: names.fact("accountCredited"),
      overlapMonths: names.step("overlapMonths"),
      overlapFirst: names.step("overlapFirst"),
      overlapYes: names.step("overlapYes"),
      processingDay: names.step("processingDay"),
      refundFrom: names.step("refundFrom"),
      refundUntil: names.step("refundUntil"),
      inTime: names.step("inTime"),
      inTimeLate: names.step("inTimeLate"),
      refund: names.step("refund"),
    },
    condition: {
      overlap: names.condition("overlap"),
      unused: names.condition("unused"),
      inTime: names.condition("inTime"),
      left: names.condition("left"),
    },
    remedy: names.remedy("waitForYear"),
    amount: {
      refund: names.amount("refund"),
      overlapPremium: names.amount("overlapPremium"),
      credited: names.amount("credited"),
    },
    date: { refundFrom: names.date("refundFrom"), refundUntil: names.date("refundUntil") },
    coverage: {
      individual: names.coverage("individual"),
      unit: names.coverage("unit"),
      overlap: names.coverage("overlap"),
    },
    notice: {
      severalYears: names.notice("severalYears"),
      careNotNamed: names.notice("careNotNamed"),
      overCredited: names.notice("overCredited"),
    },
    headline: {
      granted: names.headline("granted"),
      notYet: names.headline("notYet"),
      noOverlap: names.headline("noOverlap"),
      used: names.headline("used"),
      late: names.headline("late"),
      nothingLeft: names.headline("nothingLeft"),
      figureMissing: names.headline("figureMissing"),
    },
    next: [names.next("statement")],
    place: names.place("current"),
    timeLimit: {
      nextYear: names.timeLimit("nextYear"),
      fromNextYear: names.timeLimit("fromNextYear"),
      none: names.timeLimit("none"),
    },
  };
}

const overlapOf = ({ individualPaid, unitPaid }: RefundFacts): MonthSet =>
  intersectMonths(individualPaid.set ?? EMPTY, unitPaid.set ?? EMPTY);

/** Each year is applied for on its own: the last one that has ended is, as long as it has such months. */
function ofOneYear(overlap: MonthSet, asOf: AsOf): MonthSet {
  if (overlap.length === 0) return overlap;
  const ended = monthsUpTo(overlap, monthOf(yearOfDate(asOf.date), 1) - 1);
  const year = yearOfMonth(ended.at(-1) ?? overlap[0]!);
  return intersectMonths(overlap, [monthOf(year, 1), monthOf(year, DECEMBER)]);
}

export const overlapRefund = defineFormula({
  matter: "chongqing.overlap-refund",
  facts: spec,
  bind(bindings) {
    const names = bindNames(bindings);
    return {
      derive: () => ({}),
      check(facts, asOf) {
        return facts.deathDate !== undefined && facts.deathDate > asOf.date
          ? [{ fact: "deathDate", text: names.death.diedInFuture }]
          : NONE;
      },
      known: () => NONE,
      evaluate: (facts, asOf) =>
        facts.deathDate === undefined
          ? evaluate(names, paidTwice(facts), asOf)
          : deathRefund(names.death, facts.tier, facts.deathDate),
    };
  },
});

/** All of them are asked where no death is. */
const paidTwice = ({ tier, individualPaid, unitPaid, usedTreatment, accountCredited }: Facts<typeof spec>): RefundFacts => ({
  tier,
  individualPaid: individualPaid!,
  unitPaid: unitPaid!,
  usedTreatment: usedTreatment!,
  accountCredited: accountCredited!,
});

function evaluate(names: Names, facts: RefundFacts, asOf: AsOf): Result {
  const { step: steps, headline } = names;
  const draft = newDraft();
  const all = overlapOf(facts);
  const overlap = ofOneYear(all, asOf);
  strip(names, facts, all, draft);
  if (countMonths(overlap) < countMonths(all)) draft.notices.push(names.notice.severalYears);
  const months = step(steps.overlapMonths, countMonths(overlap), [
    leaf(steps.individualPaid, facts.individualPaid.count),
    leaf(steps.unitPaid, facts.unitPaid.count),
  ]);
  const any = months.value > 0;
  draft.conditions.push({
    definition: names.condition.overlap,
    met: any,
    node: step(steps.overlapYes, any ? 1 : 0, [months]),
    remedies: NONE,
  });
  const unused = facts.usedTreatment === 0;
  draft.conditions.push({
    definition: names.condition.unused,
    met: unused,
    node: names.usedTreatment[facts.usedTreatment]!,
    remedies: NONE,
  });
  const result = {
    place: names.place,
    conditions: draft.conditions,
    amounts: draft.amounts,
    dates: draft.dates,
    coverage: draft.coverage,
    options: NONE,
    notices: draft.notices,
    sections: NONE,
    conflicts: NONE,
    remarks: draft.remarks,
  };
  const refused = { ...result, outcome: "refused", materials: NONE, missing: NONE } as const;
  if (!any) return { ...refused, headline: headline.noOverlap, timeLimit: names.timeLimit.none };

  const when = applicationTime(names, overlap, months, asOf, draft);
  if (!unused) return { ...refused, headline: headline.used, timeLimit: names.timeLimit.none };
  if (when === "late") return { ...refused, headline: headline.late, timeLimit: names.timeLimit.nextYear };
  const timeLimit = names.reading.laterToo ? names.timeLimit.fromNextYear : names.timeLimit.nextYear;
  const left = refundOf(names, facts, overlap, months, when === "now", draft);
  if (left === false) return { ...refused, headline: headline.nothingLeft, timeLimit, next: names.next };
  draft.notices.push(names.notice.careNotNamed);
  draft.remarks.push(names.reading.materials);
  return {
    ...result,
    outcome: when === "early" ? "not-yet" : left === null ? "figure-missing" : "granted",
    headline: when === "early" ? headline.notYet : left === null ? headline.figureMissing : headline.granted,
    timeLimit,
    materials: names.materials,
    missing: draft.missing,
    next: names.next,
  };
}

/** In the year after the overlap; afterwards the reading decides. */
function applicationTime(names: Names, overlap: MonthSet, months: Node, asOf: AsOf, draft: Draft): "early" | "now" | "late" {
  const { step: steps, reading } = names;
  const following = yearOfMonth(overlap[0]!) + 1;
  const day = leaf(steps.processingDay, asOf.date);
  const first = step(steps.overlapFirst, overlap[0]!, months.inputs);
  const from = step(steps.refundFrom, firstDayOf(monthOf(following, 1)), [first]);
  const until = step(steps.refundUntil, lastDayOf(monthOf(following, DECEMBER)), [from, reading.late]);
  draft.dates.push({ definition: names.date.refundFrom, node: from });
  if (!reading.laterToo) draft.dates.push({ definition: names.date.refundUntil, node: until });
  draft.remarks.push(day);

  const early = asOf.date < from.value;
  const past = yearOfDate(asOf.date) > following;
  const met = !early && (!past || reading.laterToo);
  const node = past ? step(steps.inTimeLate, met ? 1 : 0, [day, until]) : step(steps.inTime, met ? 1 : 0, [day, from]);
  if (past) draft.conditions.push({ definition: names.condition.inTime, met, node, remedies: NONE });
  else addCondition(draft, names.condition.inTime, met, node, names.remedy, from);
  return early ? "early" : met ? "now" : "late";
}

/** What is left after the account money, as amounts: `false` = nothing, `null` = a figure is missing. */
function refundOf(names: Names, facts: RefundFacts, overlap: MonthSet, months: Node, due: boolean, draft: Draft): boolean | null {
  const { step: steps, amount } = names;
  const year = names.premium.ofYear(facts.tier, overlap[0]!, draft);
  if (year === null) return null;
  const premium = names.premium.ofMonths(year, months).total;
  const credited = leaf(steps.accountCredited, facts.accountCredited);
  const refund = step(steps.refund, Math.max(0, premium.value - credited.value), [premium, credited]);
  const left = refund.value > 0;
  draft.conditions.push({ definition: names.condition.left, met: left, node: refund, remedies: NONE });
  if (!left) {
    if (credited.value > premium.value) draft.notices.push(names.notice.overCredited);
    return false;
  }
  draft.amounts.push(
    { definition: amount.refund, role: due ? "due" : "information", node: refund },
    { definition: amount.overlapPremium, role: due ? "part" : "information", node: premium },
    { definition: amount.credited, role: due ? "part" : "information", node: credited },
  );
  return true;
}

function strip({ coverage }: Names, { individualPaid, unitPaid }: RefundFacts, overlap: MonthSet, draft: Draft): void {
  cover(draft, "contributed", coverage.individual, subtractMonths(individualPaid.set ?? EMPTY, overlap));
  cover(draft, "contributed", coverage.unit, subtractMonths(unitPaid.set ?? EMPTY, overlap));
  cover(draft, "overlap", coverage.overlap, overlap);
}
