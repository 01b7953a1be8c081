/**
 * Chongqing, change between the schemes and inside the employee scheme (CQ-03, CQ-16). Source: answers of 2023-08, 职工03问.
 * To the resident scheme the payment is for a calendar year: its rule decides the wait, and cover ends on 31 December.
 */
import { addCondition, newDraft, NONE, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts.ts";
import { defineFormula, type Fault } from "../../engine/formula.ts";
import { leaf, step, type Node } from "../../engine/node.ts";
import type { Result, Template } from "../../engine/result.ts";
import type { Missed } from "../../national/resident-waiting.ts";
import { missedSince } from "../../national/resident-year.ts";
import { WAY, type EmployeeWait } from "../employee-waiting.ts";
import { addResidentCover, changeKind, isNational, KEEPS, LONG_GAP, type Former, type ResidentCover } from "../resident/cover.ts";
import { paidDay, paymentOf } from "../resident/payment.ts";
import { addClosing, addResidentPremium, paysSubsidy } from "../resident/premium.ts";
import { interruptionBefore, paymentFaults, waitingFor, type Interruption } from "../waiting.ts";
import { bindNames, spec, type ChangeFacts, type Names, type SomeChangeFacts } from "./names.ts";

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
        return {
          cross: chosen?.cross === true,
          toIndividual: chosen?.way === WAY.residentToIndividual || chosen?.way === WAY.unitToIndividual,
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
  return missedSince(names.cover.year, leaf(names.waiting.step.lastPaid, lastPaid), paid);
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
  const { headline, leaf: leaves } = names;
  const draft = newDraft();
  const direction = names.directions[facts.direction]!;
  const single = facts.otherRelation === 0;
  addCondition(draft, names.condition, single, leaves.otherRelation[facts.otherRelation]!, names.remedy, null);
  const result: Result = {
    outcome: "granted",
    headline: headline.atOnce,
    place: direction.place,
    timeLimit: names.timeLimit.none,
    conditions: draft.conditions,
    amounts: draft.amounts,
    dates: draft.dates,
    coverage: draft.coverage,
    options: NONE,
    materials: NONE,
    notices: draft.notices,
    sections: NONE,
    next: direction.next,
    conflicts: NONE,
    missing: draft.missing,
    remarks: draft.remarks,
  };
  if (!single) return { ...result, outcome: "not-yet", headline: headline.notYet };
  draft.remarks.push(names.papers);
  return direction.way === null
    ? { ...result, ...toResident(names, facts, asOf, draft) }
    : { ...result, ...toEmployee(names, facts, asOf, direction.way, draft) };
}

/** By month, from the month of payment on. */
function toEmployee(names: Names, facts: ChangeFacts, asOf: AsOf, way: number, draft: Draft): Partial<Result> {
  const { headline, waiting } = names;
  const interruption = interruptionBefore(waiting, facts, asOf);
  const wait = employeeWait(names, facts, way, interruption, draft);
  const found = waitingFor(waiting, wait, interruption, null, draft);
  draft.remarks.push(step(names.step.waitMonths, wait.months.value, [wait.months]));
  if (wait.short) draft.notices.push(waiting.notice.twoYears);
  const mayPay = found.options.length > 0;
  return {
    headline: mayPay ? headline.backPay : found.waiting.last === null ? headline.atOnce : headline.waits,
    timeLimit: mayPay ? names.timeLimit.gap : names.timeLimit.none,
    dates: found.dates,
    coverage: found.coverage,
    options: found.options,
    materials: names.material.card,
    conflicts: wait.conflicts,
  };
}

function employeeWait(names: Names, facts: ChangeFacts, way: number, { gap }: Interruption, draft: Draft): EmployeeWait {
  const { leaf: leaves } = names;
  const because: Node[] = [leaves.direction[facts.direction]!, gap!];
  if (facts.firstTime !== undefined) because.push(leaves.firstTime[facts.firstTime]!);
  if (facts.retired !== undefined) because.push(leaves.retired[facts.retired]!);
  if (facts.continuousMonths !== undefined) because.push(leaf(names.step.continuousMonths, facts.continuousMonths));
  const joining = {
    way,
    firstIndividual: facts.firstTime === 1,
    retired: facts.retired === 1,
    continuousMonths: facts.continuousMonths ?? 0,
    gap: gap!.value,
  };
  return names.employee.of(joining, because, draft);
}

/** For the calendar year that is paid for. */
function toResident(names: Names, facts: ChangeFacts, asOf: AsOf, draft: Draft): Partial<Result> {
  const { headline, notice, timeLimit } = names;
  const assisted = isAssisted(names, facts);
  const group = step(names.step.group, assisted ? ASSISTED : OTHER, [names.leaf.assisted[facts.assisted ?? names.notAssisted]!]);
  const cover = addResidentCover(names.cover, facts, asOf, group, employeeBefore(facts.lastPaid, facts), draft);
  if (isBound(names, facts, asOf) && !addClosing(names.premium, cover.paid, draft))
    return {
      outcome: "not-yet",
      headline: headline.closed,
      timeLimit: timeLimit.resident,
      dates: NONE,
      coverage: NONE,
      notices: [names.cover.notice.unverified],
      next: names.next.refund,
      assumed: draft.assumed,
    };
  addResidentPremium(names.premium, facts, cover.paid, assisted, bearsSubsidy(names, facts, asOf), draft);
  draft.notices.push(notice.forTheYear);
  if (cover.change === KEEPS && cover.paid.payment.value < cover.paid.yearStart.value) draft.notices.push(notice.thisYearToo);
  const missing = draft.missing.length > 0;
  return {
    outcome: missing ? "figure-missing" : "granted",
    headline: missing ? headline.figureMissing : saidOf(names, cover),
    timeLimit: cover.options.length > 0 ? timeLimit.gap : timeLimit.resident,
    options: cover.options,
    materials: assisted ? [names.material.identity, ...names.material.assistance] : [names.material.identity],
    sections: names.sections,
    assumed: draft.assumed,
  };
}

function saidOf({ headline, cover: { is } }: Names, { answer, options, lost, waits }: ResidentCover): Template {
  if (answer.value === is.unnamed) return headline.notNamed;
  if (answer.value === is.atMost) return headline.atMost;
  if (options.length > 0) return headline.backPay;
  if (lost) return headline.yearLost;
  return waits ? headline.residentWaits : headline.residentAtOnce;
}
