/**
 * Tieling, enrolment (TL-01, TL-04, TL-05, TL-06, TL-07, TL-12). Source: notice of 2022-04-01, 一, 二(二)(三) and 六(二).
 * Who may join what is asked for one capacity at a time; what keeps the person from it is named all at once.
 */
import { addMonths, monthOfDate } from "../../../../src-shared/domain/calendar.ts";
import type { Material } from "../../../../src-shared/domain/decision.ts";
import { finish, newDraft, NONE, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts/facts.ts";
import type { Fault } from "../../engine/formula.ts";
import type { NextFound, Result } from "../../engine/result.ts";
import { define, type Facts, type Words } from "../../generated/tieling/enrolment.ts";
import { bindEmployeeWaiting, firstPaidFaults } from "../employee-waiting.ts";
import { papers } from "../materials.ts";
import { paymentFault } from "../waiting.ts";
import { addConditions, beyondAgeInsured, bindConditions, type Age, type Joining } from "./conditions.ts";
import { addWaiting, asksFirstPaid } from "./waiting.ts";

type Names = ReturnType<typeof bind>;
const bind = (words: Words) => ({ ...words, ...bindEmployeeWaiting(words), ...bindConditions(words) });

export default define(bind, {
  derive(names, facts, asOf) {
    const { special: specials, capacity } = names.option;
    const { special = specials.none } = facts;
    return {
      nonLocalJoins: facts.household === 0 && facts.capacity !== capacity.unit,
      asksFromResident: facts.firstTime !== undefined && (special === specials.none || special === specials.insuredSpouse),
      wasEmployee: facts.firstTime === 0 && facts.fromResident !== 1,
      beyondAge: beyondAgeInsured(names, facts, asOf),
      asksFirstPaid: asksFirstPaid(names, facts, asOf),
    };
  },
  check,
  evaluate,
});

function check(names: Names, facts: Facts, asOf: AsOf): readonly Fault[] {
  const { fault, option } = names;
  if (facts.birthDate > asOf.date) return [{ fact: "birthDate", text: fault.bornAfter }];
  if (facts.capacity === option.capacity.resident) return NONE;
  const wrong = paymentFault(names, facts.paidOn, asOf);
  if (wrong !== null) return [wrong];
  if (facts.lastPaid === undefined) return NONE;
  if (facts.lastPaid > monthOfDate(facts.paidOn ?? asOf.date)) return [{ fact: "lastPaid", text: fault.lastPaidTooLate }];
  if (facts.lastPaid < monthOfDate(facts.birthDate)) return [{ fact: "lastPaid", text: fault.lastPaidBeforeBirth }];
  return firstPaidFaults(names, facts.firstPaidOn, facts.paidOn ?? asOf.date);
}

function evaluate(names: Names, facts: Facts, asOf: AsOf): Result {
  const { option, headline, notice, reading } = names;
  const { none: anyTime, refused, fromAge } = names.timeLimit;
  const draft = newDraft();
  const joining = addConditions(names, facts, asOf, draft);
  const { age } = joining;
  if (facts.correction === 1) draft.notices.push(notice.correction);
  if (facts.unitArrears === 1) draft.notices.push(notice.unitDuty);
  const place = facts.capacity === option.capacity.unit ? names.place.unit : names.place.agency;
  const asked = materialsFor(names, facts, joining, draft);
  if (joining.refused) return finish(draft, "refused", headline.refused, place, refused);
  if (joining.toRetirement) {
    draft.next = [names.next.retirement];
    return finish(draft, "guidance", headline.yearsMet, place, anyTime);
  }
  draft.materials = asked;
  const lowest = { lowestAgeDay: age.lowest };
  if (joining.withoutPaper)
    return finish(draft, "not-yet", headline.noPaper, place, joining.tooYoung ? fromAge(lowest) : anyTime);
  if (joining.tooYoung) return finish(draft, "not-yet", headline.tooYoung(lowest), place, fromAge(lowest));
  if (facts.capacity === option.capacity.resident) {
    draft.next = [names.next.resident];
    return finish(draft, "granted", headline.asResident, place, anyTime);
  }
  if (facts.fromResident === 1) {
    // for the first time or again: the change decides, of the first time by a reading
    const { is, node } = reading.firstFromResident;
    if (facts.firstTime === 1) draft.remarks.push(node);
    if (facts.firstTime === 0 || is.schemeChange) {
      draft.next = [names.next.schemeChange];
      return finish(draft, "granted", headline.byChange, place, anyTime);
    }
  }
  const { waiting, days, payable } = addWaiting(names, facts, asOf, age, draft);
  const next: NextFound[] = [];
  if (payable) next.push(names.next.backPayment);
  if (addAgeNotices(names, facts, asOf, age, draft)) next.push(names.next.retirement);
  draft.next = next;
  const said = { "employee-waiting.days": days, treatmentFrom: waiting.treatmentFrom };
  return finish(draft, "granted", (waiting.last === null ? headline.atOnce : headline.waits)(said), place, anyTime);
}

/** What the statutory age means for somebody who is about to reach it, or has; returns whether retiring is a question. */
function addAgeNotices({ notice, option }: Names, facts: Facts, asOf: AsOf, age: Age, draft: Draft): boolean {
  const said = { limitDay: age.limit };
  if (age.goesOn) {
    draft.notices.push(notice.goOn(said));
    return true;
  }
  const near = !age.beyond && age.limit.value <= addMonths(asOf.date, 1);
  if (!near && !age.beyond) return false;
  // a local flexible worker is no longer held by the age where a reading says so, yet may retire
  draft.remarks.push(age.limit);
  const says = age.beyond || facts.capacity === option.capacity.unit ? notice.beyondAge : notice.nearAge;
  draft.notices.push(says(said));
  return true;
}

function materialsFor(names: Names, facts: Facts, { fits }: Joining, draft: Draft): readonly Material[] {
  const { material, option } = names;
  const { arrears, correction } = names.capacities.is.answer;
  const proofs: Material[] = [material.identityCard];
  if (facts.capacity === option.capacity.unit) proofs.push(material.labourContract);
  else if (facts.household === 1) proofs.push(material.householdRegister);
  if (facts.special === option.special.graduate) proofs.push(material.diploma);
  if (facts.special === option.special.militarySpouse) proofs.push(material.spouseProof);
  if (facts.fromElsewhere === 1) proofs.push(material.transferProof);
  if (fits.value === arrears) proofs.push(material.arrearsProof);
  if (fits.value === correction) proofs.push(material.correctionProof);
  const named = facts.permit === undefined ? NONE : [material.residencePermit];
  return papers(names.reading.materials, named, proofs, draft);
}
