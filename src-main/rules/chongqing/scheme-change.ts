/**
 * Chongqing, change between the schemes and inside the employee scheme (CQ-03, CQ-16). Source: answers of 2023-08, 职工03问.
 * To the resident scheme the payment is for a calendar year: its rule decides the wait, and cover ends on 31 December.
 */
import { addAll, addCondition, finish, newDraft, NONE, type Draft } from "../engine/draft.ts";
import type { AsOf } from "../engine/facts/facts.ts";
import type { Fault } from "../engine/formula.ts";
import { leaf, told, type Node } from "../engine/node.ts";
import { same } from "../engine/operations.ts";
import type { NextFound, Result, Template } from "../engine/result.ts";
import { define, type Facts, type SomeFacts, type Words } from "../generated/chongqing/scheme-change.ts";
import type { Missed } from "../national/resident-waiting.ts";
import { missedSince } from "../national/resident-year.ts";
import { employeeWait, type EmployeeWait } from "./employee-waiting.ts";
import { asked } from "./papers.ts";
import { addResidentCover, changeKind, isNational, newCover, type Former, type ResidentCover } from "./resident/cover.ts";
import { paidDay, paymentOf } from "./resident/payment.ts";
import { addClosing, addResidentPremium, lacksOnlySubsidy, paysSubsidy } from "./resident/premium.ts";
import { bindResident } from "./resident/words.ts";
import { interruptionSince, paymentFaults, waitingFor, type PaidBefore } from "./waiting.ts";

type Names = ReturnType<typeof bind>;

/** What a direction leads to; `way` is `null` towards the resident scheme. */
interface Direction {
  readonly way: number | null;
  readonly cross: boolean;
  readonly place: Template;
  readonly next: readonly NextFound[];
}

/** By the option of the question about the direction. */
function directionsOf({ option, place, next, table }: Words): readonly Direction[] {
  const { direction } = option;
  const { way } = table.employeeWaiting.in;
  const toUnit = { place: place.unit, next: NONE };
  const toIndividual = { place: place.registered, next: [next.individual] };
  const toResidents: Direction = { way: null, cross: true, place: place.street, next: [next.records] };
  const found: Direction[] = [];
  found[direction.residentToUnit] = { way: way.residentToUnit, cross: true, ...toUnit };
  found[direction.residentToFlexible] = { way: way.residentToIndividual, cross: true, ...toIndividual };
  found[direction.unitToResident] = toResidents;
  found[direction.flexibleToResident] = toResidents;
  found[direction.flexibleToUnit] = { way: way.individualToUnit, cross: false, ...toUnit };
  found[direction.unitToFlexible] = { way: way.unitToIndividual, cross: false, ...toIndividual };
  return found;
}

function bind(words: Words) {
  const { reading, material } = words;
  const { identityPaper, assistanceProof, identityCard } = material;
  return {
    ...words,
    ...bindResident(words),
    directions: directionsOf(words),
    card: asked(reading.counterMaterials, identityCard),
    papers: { resident: [identityPaper], assisted: [identityPaper, ...asked(reading.counterMaterials, assistanceProof)] },
    toRefund: [words.next.refund],
  };
}

export default define(bind, {
  derive(names, facts, asOf) {
    const chosen = facts.direction === undefined ? undefined : names.directions[facts.direction];
    const forResidents = chosen?.way === null;
    return {
      cross: chosen?.cross === true,
      toIndividual: chosen?.way === names.way.residentToIndividual || chosen?.way === names.way.unitToIndividual,
      toResident: forResidents,
      missed: forResidents && (missedBefore(names, facts, asOf)?.most ?? 0) > 0,
      selfPaid: forResidents && bearsSubsidy(names, facts, asOf),
    };
  },
  check,
  evaluate,
});

const isAssisted = ({ option }: Names, { assisted }: SomeFacts): boolean =>
  assisted !== undefined && assisted !== option.assisted.none;

const employeeBefore = (lastPaid: number, { continuousMonths, retired }: SomeFacts): Extract<Former, { kind: "employee" }> => ({
  kind: "employee",
  lastPaid,
  continuousMonths: continuousMonths ?? 0,
  retired: retired === 1,
});

/** Years missed, where the national rule makes them longer waits; what is repaired of them is asked if any reading finds one. */
function missedBefore(names: Names, facts: SomeFacts, asOf: AsOf): Missed | null {
  const { lastPaid } = facts;
  if (lastPaid === undefined || isAssisted(names, facts) || !isNational(names, facts, asOf)) return null;
  const kind = changeKind(names, employeeBefore(lastPaid, facts), paidDay(facts, asOf));
  if (kind === names.value.changeFrom.keeps) return null;
  const paid = paymentOf(names, facts, asOf, { assumed: [] });
  return missedSince(names.year, leaf(names.fact.lastPaid, lastPaid), paid);
}

/** Whoever changes over within three months, and assisted people, are outside the calendar. */
function isBound(names: Names, facts: SomeFacts, asOf: AsOf): boolean {
  if (facts.lastPaid === undefined || isAssisted(names, facts)) return false;
  return changeKind(names, employeeBefore(facts.lastPaid, facts), paidDay(facts, asOf)) === names.value.changeFrom.longGap;
}

const bearsSubsidy = (names: Names, facts: SomeFacts, asOf: AsOf): boolean =>
  isBound(names, facts, asOf) && paysSubsidy(names, facts, asOf);

function check(names: Names, facts: Facts, asOf: AsOf): readonly Fault[] {
  const wrong = paymentFaults(names, facts, asOf);
  if (wrong.length > 0 || names.directions[facts.direction]!.way !== null) return wrong;
  return (facts.repairedYears ?? 0) > (missedBefore(names, facts, asOf)?.years.value ?? 0)
    ? [{ fact: "repairedYears", text: names.fault.repairedTooMany }]
    : NONE;
}

function evaluate(names: Names, facts: Facts, asOf: AsOf): Result {
  const draft = newDraft();
  const direction = names.directions[facts.direction]!;
  const single = facts.otherRelation === 0;
  const node = names.leaf.otherRelation[facts.otherRelation]!;
  addCondition(draft, names.condition.noDuplicate, single, node, names.remedy.endOther, null);
  draft.remarks.push(names.reading.counterMaterials.node);
  draft.next = direction.next;
  const papers = isAssisted(names, facts) ? names.papers.assisted : names.papers.resident;
  draft.materials = direction.way === null ? papers : names.card;
  if (!single) return finish(draft, "not-yet", names.headline.notYet, direction.place, names.timeLimit.none);
  return direction.way === null
    ? toResident(names, facts, asOf, direction.place, draft)
    : toEmployee(names, facts, asOf, direction.way, direction.place, draft);
}

/** By month, from the month of payment on. */
function toEmployee(names: Names, facts: Facts, asOf: AsOf, way: number, place: Template, draft: Draft): Result {
  const { headline, timeLimit } = names;
  const interruption = interruptionSince(names, facts.lastPaid, facts, asOf);
  const wait = waitOf(names, facts, way, interruption, draft);
  const { waiting, dates, coverage, options } = waitingFor(names, wait, interruption, null, draft);
  const waitMonths = same(names.step.waitMonths, wait.months);
  draft.remarks.push(waitMonths);
  addAll(draft.dates, dates);
  addAll(draft.coverage, coverage);
  draft.options = options;
  draft.conflicts = wait.conflicts;
  if (wait.short) draft.notices.push(names.notice.twoYears);
  if (options.length > 0)
    return finish(draft, "granted", headline.backPay({ gapMonths: interruption.gap }), place, timeLimit.gap);
  const { treatmentFrom, last } = waiting;
  const says = last === null ? headline.atOnce({ treatmentFrom }) : headline.waits({ waitMonths, treatmentFrom });
  return finish(draft, "granted", says, place, timeLimit.none);
}

function waitOf(names: Names, facts: Facts, way: number, { gap }: PaidBefore, draft: Draft): EmployeeWait {
  const { leaf: leaves } = names;
  const because: Node[] = [leaves.direction[facts.direction]!, gap];
  if (facts.firstTime !== undefined) because.push(leaves.firstTime[facts.firstTime]!);
  if (facts.retired !== undefined) because.push(leaves.retired[facts.retired]!);
  if (facts.continuousMonths !== undefined) because.push(leaf(names.fact.continuousMonths, facts.continuousMonths));
  const joining = {
    way,
    firstIndividual: facts.firstTime === 1,
    retired: facts.retired === 1,
    continuousMonths: facts.continuousMonths ?? 0,
    gap: gap.value,
  };
  return employeeWait(names, joining, because, draft);
}

/** For the calendar year that is paid for. */
function toResident(names: Names, facts: Facts, asOf: AsOf, place: Template, draft: Draft): Result {
  const { headline, notice, timeLimit, value, section } = names;
  const assisted = isAssisted(names, facts);
  const leafOfGroup = names.leaf.assisted[facts.assisted ?? names.option.assisted.none]!;
  const { residentGroup, changeFrom } = value;
  const group = told(names.step.residentGroup, assisted ? residentGroup.assisted : residentGroup.other, [leafOfGroup]);
  // what the rule adds besides stands only where the year is still open
  const shown = newCover();
  const cover = addResidentCover(names, facts, asOf, group, employeeBefore(facts.lastPaid, facts), shown);
  const { paid } = cover;
  const insuredYearNumber = paid.year;
  const bound = !assisted && cover.change === changeFrom.longGap;
  draft.assumed = shown.assumed;
  if (bound && !addClosing(names, paid, draft)) {
    draft.notices.push(notice.unverified);
    addAll(draft.remarks, shown.remarks);
    draft.next = names.toRefund;
    return finish(draft, "not-yet", headline.closed({ insuredYearNumber }), place, timeLimit.resident);
  }
  addAll(draft.dates, shown.dates);
  addAll(draft.coverage, shown.coverage);
  addAll(draft.notices, shown.notices);
  addAll(draft.remarks, shown.remarks);
  addResidentPremium(names, facts, paid, assisted, bound && paysSubsidy(names, facts, asOf), draft);
  draft.notices.push(notice.forTheYear({ insuredYearNumber }));
  if (cover.change === changeFrom.keeps && paid.payment.value < paid.yearStart.value)
    draft.notices.push(notice.thisYearToo({ insuredYearNumber }));
  draft.options = cover.options;
  draft.sections.push(section.residentOnline, section.residentCounter);
  const until = cover.options.length > 0 ? timeLimit.gap : timeLimit.resident;
  if (draft.missing.length === 0) return finish(draft, "granted", saidOf(names, cover), place, until);
  const lacking = lacksOnlySubsidy(names, draft) ? headline.subsidyMissing : headline.figureMissing({ insuredYearNumber });
  return finish(draft, "figure-missing", lacking, place, until);
}

function saidOf(names: Names, { answer, treatmentFrom, last, months, lost, options, gap, paid, until }: ResidentCover): Template {
  const { headline } = names;
  const insuredYearNumber = paid.year;
  if (treatmentFrom === null) return headline.notNamed;
  if (answer.value === names.treatment.is.answer.atMost && last !== null)
    return lost ? headline.atMostLost({ waitingLast: last, insuredYearNumber }) : headline.atMost({ waitingLast: last });
  if (options.length > 0) return headline.backPay({ gapMonths: gap! });
  if (lost) return headline.yearLost({ insuredYearNumber });
  const said = { treatmentFrom, yearEnd: until };
  return months !== null && last !== null
    ? headline.residentWaits({ ...said, residentWait: months })
    : headline.residentAtOnce(said);
}
