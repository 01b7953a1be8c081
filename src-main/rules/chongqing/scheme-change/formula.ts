/**
 * Chongqing, change between the schemes and inside the employee scheme (CQ-03, CQ-16). Source: answers of 2023-08, 职工03问.
 * To the resident scheme the payment is for a calendar year: its rule decides the wait, and cover ends on 31 December.
 */
import type { Material } from "../../../../src-shared/domain/decision.ts";
import { addCondition, newDraft, NONE, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts.ts";
import { defineFormula, type Fault } from "../../engine/formula.ts";
import { leaf, step, type Node } from "../../engine/node.ts";
import type { NextFound, Result, Template } from "../../engine/result.ts";
import type { Missed } from "../../national/resident-waiting.ts";
import { missedSince } from "../../national/resident-year.ts";
import { employeeWait, type EmployeeWait } from "../employee-waiting.ts";
import { addResidentCover, changeKind, isNational, KEEPS, LONG_GAP, type Former, type ResidentCover } from "../resident/cover.ts";
import { paidDay, paymentOf } from "../resident/payment.ts";
import { addClosing, addResidentPremium, lacksOnlySubsidy, paysSubsidy } from "../resident/premium.ts";
import { interruptionSince, paymentFaults, waitingFor, type PaidBefore } from "../waiting.ts";
import { bindNames, spec, type ChangeFacts, type Direction, type Names, type SomeChangeFacts } from "./names.ts";

/** Values of the step `residentGroup`. */
const OTHER = 0;
const ASSISTED = 1;

export const schemeChange = defineFormula({
  matter: "chongqing.scheme-change",
  facts: spec,
  bind(bindings) {
    const names = bindNames(bindings);
    return {
      derive(facts, asOf) {
        const chosen = facts.direction === undefined ? undefined : names.directions[facts.direction];
        const forResidents = chosen?.way === null;
        const { way } = names.employee;
        return {
          cross: chosen?.cross === true,
          toIndividual: chosen?.way === way.residentToIndividual || chosen?.way === way.unitToIndividual,
          toResident: forResidents,
          missed: forResidents && (missedBefore(names, facts, asOf)?.most ?? 0) > 0,
          selfPaid: forResidents && bearsSubsidy(names, facts, asOf),
        };
      },
      check: (facts, asOf) => contradictions(names, facts, asOf),
      known: () => NONE,
      evaluate: (facts, asOf) => evaluate(names, facts, asOf),
    };
  },
});

const isAssisted = (names: Names, { assisted }: SomeChangeFacts): boolean =>
  assisted !== undefined && assisted !== names.notAssisted;

const employeeBefore = (
  lastPaid: number,
  { continuousMonths, retired }: SomeChangeFacts,
): Extract<Former, { kind: "employee" }> => ({
  kind: "employee",
  lastPaid,
  continuousMonths: continuousMonths ?? 0,
  retired: retired === 1,
});

/** Years missed, where the national rule makes them longer waits; what is repaired of them is asked if any reading finds one. */
function missedBefore(names: Names, facts: SomeChangeFacts, asOf: AsOf): Missed | null {
  const { lastPaid } = facts;
  if (lastPaid === undefined || isAssisted(names, facts) || !isNational(names.cover, facts, asOf)) return null;
  if (changeKind(names.cover, employeeBefore(lastPaid, facts), paidDay(facts, asOf)) === KEEPS) return null;
  const paid = paymentOf(names.cover.payment, names.cover.year, facts, asOf, newDraft());
  return missedSince(names.cover.year, leaf(names.waiting.fact.lastPaid, lastPaid), paid);
}

/** Whoever changes over within three months, and assisted people, are outside the calendar. */
function isBound(names: Names, facts: SomeChangeFacts, asOf: AsOf): boolean {
  if (facts.lastPaid === undefined || isAssisted(names, facts)) return false;
  return changeKind(names.cover, employeeBefore(facts.lastPaid, facts), paidDay(facts, asOf)) === LONG_GAP;
}

const bearsSubsidy = (names: Names, facts: SomeChangeFacts, asOf: AsOf): boolean =>
  isBound(names, facts, asOf) && paysSubsidy(names.premium, names.cover.payment, facts, asOf);

function contradictions(names: Names, facts: ChangeFacts, asOf: AsOf): readonly Fault[] {
  const wrong = paymentFaults(names.waiting, facts, asOf);
  if (wrong.length > 0 || names.directions[facts.direction]!.way !== null) return wrong;
  return (facts.repairedYears ?? 0) > (missedBefore(names, facts, asOf)?.years.value ?? 0)
    ? [{ fact: "repairedYears", text: names.fault.repairedTooMany }]
    : NONE;
}

function evaluate(names: Names, facts: ChangeFacts, asOf: AsOf): Result {
  const draft = newDraft();
  const direction = names.directions[facts.direction]!;
  const single = facts.otherRelation === 0;
  addCondition(draft, names.condition, single, names.leaf.otherRelation[facts.otherRelation]!, names.remedy, null);
  draft.remarks.push(names.papers);
  if (!single)
    return resultOf(draft, direction, {
      outcome: "not-yet",
      headline: names.headline.notYet,
      timeLimit: names.timeLimit.none,
      materials: direction.way === null ? residentPapers(names, facts) : names.material.card,
    });
  return direction.way === null
    ? toResident(names, facts, asOf, direction, draft)
    : toEmployee(names, facts, asOf, direction, draft);
}

const residentPapers = (names: Names, facts: ChangeFacts): readonly Material[] =>
  isAssisted(names, facts) ? names.materials.assisted : names.materials.resident;

interface Ending {
  readonly outcome: Result["outcome"];
  readonly headline: Template;
  readonly timeLimit: Template;
  readonly options?: Result["options"];
  readonly materials?: Result["materials"];
  readonly sections?: Result["sections"];
  readonly conflicts?: Result["conflicts"];
  readonly next?: readonly NextFound[];
}

const resultOf = (draft: Draft, { place, next }: Direction, ending: Ending): Result => ({
  outcome: ending.outcome,
  headline: ending.headline,
  place,
  timeLimit: ending.timeLimit,
  conditions: draft.conditions,
  amounts: draft.amounts,
  dates: draft.dates,
  coverage: draft.coverage,
  options: ending.options ?? NONE,
  materials: ending.materials ?? NONE,
  notices: draft.notices,
  sections: ending.sections ?? NONE,
  next: ending.next ?? next,
  conflicts: ending.conflicts ?? NONE,
  missing: draft.missing,
  assumed: draft.assumed,
  remarks: draft.remarks,
});

/** By month, from the month of payment on. */
function toEmployee(names: Names, facts: ChangeFacts, asOf: AsOf, direction: Direction, draft: Draft): Result {
  const { headline, waiting } = names;
  const interruption = interruptionSince(waiting, facts.lastPaid, facts, asOf);
  const wait = waitOf(names, facts, direction.way!, interruption, draft);
  const found = waitingFor(waiting, wait, interruption, null, draft);
  draft.remarks.push(step(names.step.waitMonths, wait.months.value, [wait.months]));
  draft.dates.push(...found.dates);
  draft.coverage.push(...found.coverage);
  if (wait.short) draft.notices.push(waiting.notice.twoYears);
  const mayPay = found.options.length > 0;
  return resultOf(draft, direction, {
    outcome: "granted",
    headline: mayPay ? headline.backPay : found.waiting.last === null ? headline.atOnce : headline.waits,
    timeLimit: mayPay ? names.timeLimit.gap : names.timeLimit.none,
    options: found.options,
    materials: names.material.card,
    conflicts: wait.conflicts,
  });
}

function waitOf(names: Names, facts: ChangeFacts, way: number, { gap }: PaidBefore, draft: Draft): EmployeeWait {
  const { leaf: leaves } = names;
  const because: Node[] = [leaves.direction[facts.direction]!, gap];
  if (facts.firstTime !== undefined) because.push(leaves.firstTime[facts.firstTime]!);
  if (facts.retired !== undefined) because.push(leaves.retired[facts.retired]!);
  if (facts.continuousMonths !== undefined) because.push(leaf(names.step.continuousMonths, facts.continuousMonths));
  const joining = {
    way,
    firstIndividual: facts.firstTime === 1,
    retired: facts.retired === 1,
    continuousMonths: facts.continuousMonths ?? 0,
    gap: gap.value,
  };
  return employeeWait(names.employee, joining, because, draft);
}

/** For the calendar year that is paid for. */
function toResident(names: Names, facts: ChangeFacts, asOf: AsOf, direction: Direction, draft: Draft): Result {
  const { headline, notice, timeLimit } = names;
  const assisted = isAssisted(names, facts);
  const group = step(names.step.group, assisted ? ASSISTED : OTHER, [names.leaf.assisted[facts.assisted ?? names.notAssisted]!]);
  const former = employeeBefore(facts.lastPaid, facts);
  // what the rule adds besides stands only where the year is still open
  const shown = newDraft();
  const cover = addResidentCover(names.cover, facts, asOf, group, former, shown);
  const bound = !assisted && cover.change === LONG_GAP;
  draft.assumed = shown.assumed;
  if (bound && !addClosing(names.premium, cover.paid, draft)) {
    draft.notices.push(names.cover.notice.unverified);
    draft.remarks.push(...shown.remarks);
    return resultOf(draft, direction, {
      outcome: "not-yet",
      headline: headline.closed,
      timeLimit: timeLimit.resident,
      materials: residentPapers(names, facts),
      next: names.next.refund,
    });
  }
  draft.dates.push(...shown.dates);
  draft.coverage.push(...shown.coverage);
  draft.notices.push(...shown.notices);
  draft.remarks.push(...shown.remarks);
  const bears = bound && paysSubsidy(names.premium, names.cover.payment, facts, asOf);
  addResidentPremium(names.premium, facts, cover.paid, assisted, bears, draft);
  draft.notices.push(notice.forTheYear);
  if (cover.change === KEEPS && cover.paid.payment.value < cover.paid.yearStart.value) draft.notices.push(notice.thisYearToo);
  const missing = draft.missing.length > 0;
  const lacking = lacksOnlySubsidy(names.premium, draft) ? headline.subsidyMissing : headline.figureMissing;
  return resultOf(draft, direction, {
    outcome: missing ? "figure-missing" : "granted",
    headline: missing ? lacking : saidOf(names, cover),
    timeLimit: cover.options.length > 0 ? timeLimit.gap : timeLimit.resident,
    options: cover.options,
    materials: residentPapers(names, facts),
    sections: names.sections,
  });
}

function saidOf({ headline, cover: { is } }: Names, { answer, options, lost, waits }: ResidentCover): Template {
  if (answer.value === is.unnamed) return headline.notNamed;
  if (answer.value === is.atMost) return lost ? headline.atMostLost : headline.atMost;
  if (options.length > 0) return headline.backPay;
  if (lost) return headline.yearLost;
  return waits ? headline.residentWaits : headline.residentAtOnce;
}
