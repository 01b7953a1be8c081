/**
 * Tieling, change between the schemes (TL-08), and inside the employee scheme (TL-04). Source: notice of 2022-04-01, 三 and 二(二)2.
 * To the resident scheme the payment is for a calendar year: its rule decides the wait, and cover ends on 31 December.
 */
import { monthOfDate } from "../../../../src-shared/domain/calendar.ts";
import type { Material } from "../../../../src-shared/domain/decision.ts";
import { finish, newDraft, NONE, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts/facts.ts";
import type { Fault } from "../../engine/formula.ts";
import { meaning } from "../../engine/meaning.ts";
import { leaf, told, type Node } from "../../engine/node.ts";
import { means, monthsUntilDay, same } from "../../engine/operations.ts";
import type { NextFound, Result, Template } from "../../engine/result.ts";
import { define, type Facts, type Words } from "../../generated/tieling/scheme-change.ts";
import { papers } from "../materials.ts";
import {
  addResidentCover,
  asksPeriod,
  bindResidentCover,
  byRecognition,
  isNational,
  missedYears,
  paymentFaults,
  repairFaults,
  residentCover,
  type ResidentCover,
} from "../resident-cover.ts";
import { addWaitingDates, changeRule, employeeRule, paymentOf, waitAfter } from "../waiting.ts";
import { addNew, addOld, newBegins } from "./strip.ts";

type Names = ReturnType<typeof bind>;

const bind = (words: Words) => ({
  ...words,
  ...bindResidentCover(words),
  changeDays: changeRule(words),
  sameSchemeDays: employeeRule(words),
  isCross: meaning(words.option.direction, {
    residentToUnit: 1,
    residentToFlexible: 1,
    unitToResident: 1,
    flexibleToResident: 1,
    flexibleToUnit: 0,
  }),
});

export default define(bind, {
  derive(names, facts, asOf) {
    const cross = facts.direction !== names.option.direction.flexibleToUnit;
    const toResident = isToResident(names, facts.direction);
    return {
      cross,
      notAssisted: cross && facts.assisted === names.option.assisted.none,
      toResident,
      byRecognition: toResident && byRecognition(names, facts),
      asksPeriod: toResident && asksPeriod(names, facts, asOf),
      missed: toResident && isNational(names, facts, asOf) && missedYears(names, facts, asOf) > 0,
    };
  },
  check,
  evaluate: (names, facts, asOf) =>
    isToResident(names, facts.direction) ? changeToResident(names, facts, asOf) : changeToEmployee(names, facts, asOf),
});

const isToResident = ({ option: { direction } }: Names, given: number | undefined): boolean =>
  given === direction.unitToResident || given === direction.flexibleToResident;

function check(names: Names, facts: Facts, asOf: AsOf): readonly Fault[] {
  const wrong = paymentFaults(names, facts, asOf);
  if (wrong.length > 0) return wrong;
  // a resident's or a flexible worker's year is paid in advance, a unit's months are not
  return facts.direction === names.option.direction.unitToResident && facts.lastPaid > asOf.month
    ? [{ fact: "lastPaid", text: names.fault.lastPaidTooLate }]
    : repairFaults(names, facts, asOf);
}

/** From the resident scheme, or from flexible to unit: the wait in days from the payment's arrival. */
function changeToEmployee(names: Names, facts: Facts, asOf: AsOf): Result {
  const { changes: table, step: steps, leaf: leaves, option, notice, coverage, headline, next, timeLimit } = names;
  const draft = newDraft();
  const isCross = facts.direction !== option.direction.flexibleToUnit;
  const rule = isCross ? names.changeDays : names.sameSchemeDays;
  const payment = paymentOf(rule, facts.paidOn, asOf);
  const lastPaid = leaf(isCross ? names.fact.lastPaid : steps.lastPaidSameScheme, facts.lastPaid);
  const gapMonths = monthsUntilDay(isCross ? steps.changeGap : steps.gapMonths, lastPaid, payment);
  const cross = isCross ? means(steps.cross, leaves.direction[facts.direction]!, names.isCross) : leaf(steps.sameScheme, 0);
  const inputs: Node[] = [cross, gapMonths];
  const isAssisted = facts.assisted !== undefined && facts.assisted !== option.assisted.none;
  if (facts.assisted !== undefined) inputs.push(told(steps.isAssisted, isAssisted ? 1 : 0, [leaves.assisted[facts.assisted]!]));
  if (facts.continuousMonths !== undefined) inputs.push(leaf(steps.changeContinuous, facts.continuousMonths));
  const special = facts.special ?? option.special.none;
  if (special !== option.special.none) inputs.push(same(steps.specialPerson, leaves.special[special]!));
  const gap = gapMonths.value;
  const row = table.row([cross.value, isAssisted ? 1 : 0, facts.continuousMonths ?? 0, gap, special]);
  const answer = table.node(row, table.out.answer, inputs);
  const days = table.node(row, table.out.days, inputs);
  const waiting = waitAfter(rule, payment, days);
  draft.remarks.push(answer);
  addWaitingDates(draft, names.date, waiting);

  const { sameScheme, twoYears, short } = table.is.answer;
  const payable = gap > 0 && answer.value === sameScheme;
  const mayPay = payable || (gap > 0 && answer.value === twoYears && shortGapPaid(names, draft));
  const begins = newBegins(names, facts.lastPaid, waiting, draft);
  // inside one scheme a month paid late is no gap
  const gapTitle = isCross || gap > 0 ? (mayPay ? coverage.gapCanBePaid : coverage.gap) : null;
  addOld(names, facts.lastPaid, payment.value, begins, gapTitle, draft);
  addNew(names, begins, waiting, draft);

  draft.notices.push(notice.stopTheOther);
  if (answer.value === short) draft.notices.push(notice.waitTwoYears);
  if (gap > 0 && days.value > 0) draft.notices.push((isCross ? notice.gapLost : notice.gapLostSameScheme)({ gapMonths }));
  if (mayPay) draft.notices.push((payable ? notice.gapCanBePaid : notice.shortGapPaid)({ gapMonths }));
  const then: NextFound[] = [];
  if (payable) then.push(next.backPayment);
  if (isCross && facts.lastPaid >= monthOfDate(payment.value)) then.push(next.duplicate);
  draft.next = then;
  draft.materials = materialsFor(names, facts, draft);
  const { treatmentFrom } = waiting;
  const says = days.value > 0 ? headline.waits({ days, treatmentFrom }) : headline.atOnce({ treatmentFrom });
  return finish(draft, "granted", says, names.place.agency, isAssisted ? timeLimit.assisted : timeLimit.any);
}

/** Whether a short gap before a change without a wait may be paid and is then covered: the notice does not say, a reading does. */
function shortGapPaid({ reading: { changeShortGap } }: Names, draft: Draft): boolean {
  draft.remarks.push(changeShortGap.node);
  return changeShortGap.is.backPaid;
}

/** To the resident scheme: for the calendar year that is paid for. */
function changeToResident(names: Names, facts: Facts, asOf: AsOf): Result {
  const { notice, coverage, next, headline, timeLimit } = names;
  const { twoYears, short } = names.value.changeFrom;
  const draft = newDraft();
  const { lastPaid, continuousMonths } = facts;
  const former = { kind: "employee", lastPaid, continuousMonths } as const;
  const cover = residentCover(names, facts, facts.assisted!, asOf, former, draft);
  const gapMonths = cover.gap!;
  const insuredYearNumber = cover.paid.year;
  const payment = cover.paid.payment.value;
  const isAssisted = facts.assisted !== names.option.assisted.none;
  const waits = cover.length.value > 0;
  const mayPay = gapMonths.value > 0 && !isAssisted && cover.change === twoYears && shortGapPaid(names, draft);
  const begins = newBegins(names, lastPaid, cover.waiting, draft);
  addOld(names, lastPaid, payment, begins, mayPay ? coverage.gapCanBePaid : coverage.gap, draft);
  const lost = addResidentCover(names, draft, cover, begins);

  draft.notices.push(notice.stopTheOther, notice.forTheYear({ insuredYearNumber }));
  if (waits && cover.change === short) draft.notices.push(notice.waitTwoYears);
  if (waits && gapMonths.value > 0) draft.notices.push(notice.gapLost({ gapMonths }));
  if (mayPay) draft.notices.push(notice.shortGapPaid({ gapMonths }));
  draft.next = lastPaid >= monthOfDate(payment) ? [next.premium, next.duplicate] : [next.premium];
  if (cover.national !== null) draft.conflicts = [names.conflict.changeToResident];
  draft.materials = materialsFor(names, facts, draft);
  const says = lost ? headline.yearLost({ insuredYearNumber }) : saidOf(names, cover);
  return finish(draft, "granted", says, names.place.agency, isAssisted ? timeLimit.assisted : timeLimit.resident);
}

function saidOf({ headline }: Names, { length, waiting, until, national }: ResidentCover): Template {
  const said = { treatmentFrom: waiting.treatmentFrom, yearEnd: until };
  if (length.value === 0) return headline.residentAtOnce(said);
  return national === null
    ? headline.residentWaitsDays({ ...said, days: length })
    : headline.residentWaitsMonths({ ...said, residentWait: length });
}

function materialsFor({ material, reading, option }: Names, facts: Facts, draft: Draft): readonly Material[] {
  const { direction, special: specials, assisted } = option;
  const isCross = facts.direction !== direction.flexibleToUnit;
  const proofs: Material[] = [material.identityCard, isCross ? material.formerRecord : material.employeeRecord];
  if (facts.direction === direction.residentToUnit || !isCross) proofs.push(material.labourContract);
  if (isCross && facts.assisted !== assisted.none) proofs.push(material.recognitionProof);
  const special = facts.special ?? specials.none;
  if (special !== specials.none) proofs.push(special === specials.graduate ? material.diploma : material.spouseProof);
  return papers(reading.materials, NONE, proofs, draft);
}
