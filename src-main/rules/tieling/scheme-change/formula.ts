/**
 * Tieling, change between the schemes (TL-08), and inside the employee scheme (TL-04). Source: notice of 2022-04-01, 三 and 二(二)2.
 * To the resident scheme the payment is for a calendar year: its rule decides the wait, and cover ends on 31 December.
 */
import { monthOfDate } from "../../../../src-shared/domain/calendar.ts";
import type { Material } from "../../../../src-shared/domain/decision.ts";
import { newDraft, NONE, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts.ts";
import { defineFormula, type Fault } from "../../engine/formula.ts";
import { leaf, step, type Node } from "../../engine/node.ts";
import type { NextFound, Result } from "../../engine/result.ts";
import { papers } from "../materials.ts";
import {
  addResidentCover,
  asksPeriod,
  byRecognition,
  isNational,
  missedYears,
  recognisedAfterYear,
  residentCover,
  type ResidentCover,
} from "../resident-cover.ts";
import { addWaitingDates, paymentFault, paymentOf, waitAfter } from "../waiting.ts";
import { bindNames, spec, type ChangeFacts, type Names } from "./names.ts";
import { addNew, addOld, newBegins } from "./strip.ts";

export const schemeChange = defineFormula({
  matter: "tieling.scheme-change",
  facts: spec,
  bind(bindings) {
    const names = bindNames(bindings);
    const { cover } = names;
    return {
      derive(facts, asOf) {
        const cross = facts.direction !== names.direction.sameScheme;
        const toResident = isToResident(names, facts.direction);
        return {
          cross,
          notAssisted: cross && facts.assisted === names.notAssisted,
          toResident,
          byRecognition: toResident && byRecognition(cover, facts),
          asksPeriod: toResident && asksPeriod(cover, facts, asOf),
          missed: toResident && isNational(cover, facts, asOf) && missedYears(cover, facts, asOf) > 0,
        };
      },
      check: (facts, asOf) => contradictions(names, facts, asOf),
      known: () => NONE,
      evaluate: (facts, asOf) =>
        isToResident(names, facts.direction) ? changeToResident(names, facts, asOf) : changeToEmployee(names, facts, asOf),
    };
  },
});

const isToResident = ({ direction }: Names, given: number | undefined): boolean =>
  given === direction.unitToResident || given === direction.flexibleToResident;

function contradictions({ fault, direction, cover }: Names, facts: ChangeFacts, asOf: AsOf): readonly Fault[] {
  const wrong = paymentFault(fault.payment, facts.paidOn, asOf);
  if (wrong !== null) return [wrong];
  if (facts.recognizedOn !== undefined && facts.recognizedOn > asOf.date)
    return [{ fact: "recognizedOn", text: fault.recognizedInFuture }];
  if (recognisedAfterYear(cover, facts, asOf)) return [{ fact: "recognizedOn", text: fault.recognizedAfterYear }];
  // a resident's or a flexible worker's year is paid in advance, a unit's months are not
  if (facts.direction === direction.unitToResident && facts.lastPaid > asOf.month)
    return [{ fact: "lastPaid", text: fault.lastPaidTooLate }];
  return (facts.repairedYears ?? 0) > missedYears(cover, facts, asOf)
    ? [{ fact: "repairedYears", text: fault.repairedTooMany }]
    : NONE;
}

/** From the resident scheme, or from flexible to unit: the wait in days from the payment's arrival. */
function changeToEmployee(names: Names, facts: ChangeFacts, asOf: AsOf): Result {
  const { table, step: steps, notice, coverage } = names;
  const draft = newDraft();
  const isCross = facts.direction !== names.direction.sameScheme;
  const rule = isCross ? names.waiting.change : names.waiting.sameScheme;
  const payment = paymentOf(rule, facts.paidOn, asOf);
  const paidMonth = monthOfDate(payment.value);
  const gapMonths = Math.max(0, paidMonth - facts.lastPaid - 1);
  const lastPaid = leaf(isCross ? steps.lastPaid : steps.lastPaidSameScheme, facts.lastPaid);
  const gap = step(isCross ? steps.gap : steps.gapSameScheme, gapMonths, [lastPaid, payment]);
  const cross = isCross ? step(steps.cross, 1, [names.leaf.direction[facts.direction]!]) : leaf(steps.sameScheme, 0);
  const inputs: Node[] = [cross, gap];
  const isAssisted = facts.assisted !== undefined && facts.assisted !== names.notAssisted;
  if (facts.assisted !== undefined)
    inputs.push(step(steps.isAssisted, isAssisted ? 1 : 0, [names.leaf.assisted[facts.assisted]!]));
  if (facts.continuousMonths !== undefined) inputs.push(leaf(steps.continuous, facts.continuousMonths));
  const special = facts.special ?? names.notSpecial;
  if (special !== names.notSpecial) inputs.push(step(steps.specialPerson, special, [names.leaf.special[special]!]));
  const row = table.change.row([cross.value, isAssisted ? 1 : 0, facts.continuousMonths ?? 0, gapMonths, special]);
  const answer = table.change.node(row, table.answer, inputs);
  const days = table.change.node(row, table.days, inputs);
  const waiting = waitAfter(rule, payment, days);
  draft.remarks.push(answer);
  addWaitingDates(draft, names.cover.date, waiting);

  const payable = gapMonths > 0 && answer.value === table.sameScheme;
  const mayPay = payable || (gapMonths > 0 && answer.value === table.twoYears && shortGapPaid(names, draft));
  const begins = newBegins(names, facts.lastPaid, waiting, draft);
  // inside one scheme a month paid late is no gap
  const gapTitle = isCross || gapMonths > 0 ? (mayPay ? coverage.gapCanBePaid : coverage.gap) : null;
  addOld(names, facts.lastPaid, payment.value, begins, gapTitle, draft);
  addNew(names, begins, waiting, draft);

  const stillPaid = facts.lastPaid >= paidMonth;
  draft.notices.push(notice.stopTheOther);
  if (answer.value === table.short) draft.notices.push(notice.waitTwoYears);
  if (gapMonths > 0 && days.value > 0) draft.notices.push(isCross ? notice.gapLost : notice.gapLostSameScheme);
  if (mayPay) draft.notices.push(payable ? notice.gapCanBePaid : notice.shortGapPaid);
  const next: NextFound[] = [];
  if (payable) next.push(names.next.backPayment);
  if (stillPaid && isCross) next.push(names.next.duplicate);
  return {
    ...resultOf(names, facts, draft),
    timeLimit: isAssisted ? names.timeLimit.assisted : names.timeLimit.any,
    headline: days.value > 0 ? names.headline.waits : names.headline.atOnce,
    next,
  };
}

/** Whether a short gap before a change without a wait may be paid and is then covered: the notice does not say, a reading does. */
function shortGapPaid({ reading }: Names, draft: Draft): boolean {
  draft.remarks.push(reading.shortGap);
  return reading.shortGapPaid;
}

/** To the resident scheme: for the calendar year that is paid for. */
function changeToResident(names: Names, facts: ChangeFacts, asOf: AsOf): Result {
  const { notice, coverage } = names;
  const draft = newDraft();
  const { lastPaid, continuousMonths } = facts;
  const former = { kind: "employee", lastPaid, continuousMonths } as const;
  const cover = residentCover(names.cover, { ...facts, assisted: facts.assisted! }, asOf, former, draft);
  const gap = cover.gap!.value;
  const payment = cover.paid.payment.value;
  const isAssisted = facts.assisted !== names.notAssisted;
  const mayPay = gap > 0 && !isAssisted && cover.keeps && shortGapPaid(names, draft);
  const begins = newBegins(names, lastPaid, cover.waiting, draft);
  addOld(names, lastPaid, payment, begins, mayPay ? coverage.gapCanBePaid : coverage.gap, draft);
  const lost = addResidentCover(names.cover, draft, cover, begins);

  draft.notices.push(notice.stopTheOther, notice.forTheYear);
  if (cover.length.value > 0 && cover.short) draft.notices.push(notice.waitTwoYears);
  if (gap > 0 && cover.length.value > 0) draft.notices.push(notice.gapLost);
  if (mayPay) draft.notices.push(notice.shortGapPaid);
  const stillPaid = lastPaid >= monthOfDate(payment);
  return {
    ...resultOf(names, facts, draft),
    timeLimit: isAssisted ? names.timeLimit.assisted : names.timeLimit.resident,
    headline: lost ? names.headline.yearLost : headlineOf(names, cover),
    next: stillPaid ? [names.next.premium, names.next.duplicate] : [names.next.premium],
    conflicts: cover.national !== null ? [names.cover.conflict.change] : NONE,
  };
}

const headlineOf = ({ headline }: Names, { length, national }: ResidentCover): Result["headline"] =>
  length.value === 0 ? headline.residentAtOnce : national === null ? headline.residentWaitsDays : headline.residentWaitsMonths;

function materialsFor(
  { material, materialsRule, direction, notAssisted, notSpecial, graduate }: Names,
  facts: ChangeFacts,
  draft: Draft,
) {
  const isCross = facts.direction !== direction.sameScheme;
  const proofs: Material[] = [material.identityCard, isCross ? material.formerRecord : material.employeeRecord];
  const toUnit =
    facts.direction !== direction.residentToFlexible &&
    facts.direction !== direction.unitToResident &&
    facts.direction !== direction.flexibleToResident;
  if (toUnit) proofs.push(material.labourContract);
  if (isCross && facts.assisted !== notAssisted) proofs.push(material.recognition);
  if ((facts.special ?? notSpecial) !== notSpecial)
    proofs.push(facts.special === graduate ? material.diploma : material.spouseProof);
  return papers(materialsRule, NONE, proofs, draft);
}

const resultOf = (names: Names, facts: ChangeFacts, draft: Draft) =>
  ({
    outcome: "granted",
    place: names.place,
    conditions: NONE,
    amounts: NONE,
    dates: draft.dates,
    coverage: draft.coverage,
    options: NONE,
    materials: materialsFor(names, facts, draft),
    notices: draft.notices,
    sections: NONE,
    conflicts: NONE,
    missing: NONE,
    assumed: draft.assumed,
    remarks: draft.remarks,
  }) as const;
