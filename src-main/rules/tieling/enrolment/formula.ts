/**
 * Tieling, enrolment (TL-01, TL-04, TL-05, TL-06, TL-07, TL-12). Source: notice of 2022-04-01, 一, 二(二)(三) and 六(二).
 * Who may join what is asked for one capacity at a time; what keeps the person from it is named all at once.
 */
import { addMonths, monthOfDate } from "../../../../src-shared/domain/calendar.ts";
import type { Material } from "../../../../src-shared/domain/decision.ts";
import { newDraft, NONE, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts.ts";
import { defineFormula, type Fault } from "../../engine/formula.ts";
import type { NextFound, Result } from "../../engine/result.ts";
import { firstPaidFaults, NOT_SPECIAL } from "../employee-waiting.ts";
import { papers } from "../materials.ts";
import { paymentFault } from "../waiting.ts";
import { addConditions, beyondAgeInsured, type Age, type Joining } from "./conditions.ts";
import { bindNames, spec, type EnrolmentFacts, type Names } from "./names.ts";
import { addWaiting, asksFirstPaid } from "./waiting.ts";

export const enrolment = defineFormula({
  matter: "tieling.enrolment",
  facts: spec,
  bind(bindings) {
    const names = bindNames(bindings);
    const { option } = names;
    return {
      derive(facts, asOf) {
        const special = facts.special ?? NOT_SPECIAL;
        const asEmployee = facts.firstTime !== undefined && (special === NOT_SPECIAL || special === option.insuredSpouse);
        return {
          nonLocalJoins: facts.household === 0 && facts.capacity !== option.unit,
          asksFromResident: asEmployee,
          wasEmployee: facts.firstTime === 0 && facts.fromResident !== 1,
          beyondAge: beyondAgeInsured(names, facts, asOf),
          asksFirstPaid: asksFirstPaid(names, facts, asOf),
        };
      },
      check: (facts, asOf) => contradictions(names, facts, asOf),
      known: () => NONE,
      evaluate: (facts, asOf) => evaluate(names, facts, asOf),
    };
  },
});

function contradictions(names: Names, facts: EnrolmentFacts, asOf: AsOf): readonly Fault[] {
  const { fault, option } = names;
  if (facts.birthDate > asOf.date) return [{ fact: "birthDate", text: fault.bornAfter }];
  if (facts.capacity === option.resident) return NONE;
  const wrong = paymentFault(fault.payment, facts.paidOn, asOf);
  if (wrong !== null) return [{ fact: "paidOn", text: wrong }];
  if (facts.lastPaid === undefined) return NONE;
  if (facts.lastPaid > monthOfDate(facts.paidOn ?? asOf.date)) return [{ fact: "lastPaid", text: fault.lastPaidTooLate }];
  if (facts.lastPaid < monthOfDate(facts.birthDate)) return [{ fact: "lastPaid", text: fault.lastPaidBeforeBirth }];
  return firstPaidFaults(names.table, facts.firstPaidOn, facts.paidOn ?? asOf.date);
}

function evaluate(names: Names, facts: EnrolmentFacts, asOf: AsOf): Result {
  const { option, headline, notice } = names;
  const draft = newDraft();
  const joining = addConditions(names, facts, asOf, draft);
  if (facts.correction === 1) draft.notices.push(notice.correction);
  if (facts.unitArrears === 1) draft.notices.push(notice.unitDuty);

  const result = {
    place: facts.capacity === option.unit ? names.place.unit : names.place.agency,
    timeLimit: names.timeLimit[joining.refused ? "refused" : joining.tooYoung ? "fromAge" : "none"],
    conditions: draft.conditions,
    amounts: NONE,
    dates: draft.dates,
    coverage: draft.coverage,
    options: NONE,
    materials: materialsFor(names, facts, joining, draft),
    notices: draft.notices,
    sections: NONE,
    conflicts: NONE,
    missing: NONE,
    remarks: draft.remarks,
  };
  if (joining.refused) return { ...result, materials: NONE, outcome: "refused", headline: headline.refused };
  if (joining.toRetirement)
    return { ...result, materials: NONE, outcome: "guidance", headline: headline.yearsMet, next: [names.next.retirement] };
  if (joining.withoutPaper || joining.tooYoung)
    return { ...result, outcome: "not-yet", headline: joining.withoutPaper ? headline.noPaper : headline.tooYoung };
  if (facts.capacity === option.resident)
    return { ...result, outcome: "granted", headline: headline.asResident, next: names.next.resident };
  if (facts.fromResident === 1) {
    // for the first time or again: the change decides, of the first time by a reading
    if (facts.firstTime === 1) draft.remarks.push(names.reading.byChange.node);
    if (facts.firstTime === 0 || names.reading.byChange.says)
      return { ...result, outcome: "granted", headline: headline.byChange, next: names.next.schemeChange };
  }
  const joined = addWaiting(names, facts, asOf, joining.age, draft);
  const next: NextFound[] = [];
  if (joined.payable) next.push(names.next.backPayment);
  if (addAgeNotices(names, facts, asOf, joining.age, draft)) next.push(names.next.retirement);
  return {
    ...result,
    outcome: "granted",
    headline: joined.waits ? headline.waits : headline.atOnce,
    next,
    conflicts: joined.conflicts,
    assumed: draft.assumed,
  };
}

/** What the statutory age means for somebody who is about to reach it, or has; returns whether retiring is a question. */
function addAgeNotices({ notice, option }: Names, facts: EnrolmentFacts, asOf: AsOf, age: Age, draft: Draft): boolean {
  if (age.goesOn) {
    draft.notices.push(notice.goOn);
    return true;
  }
  const near = !age.beyond && age.limit.value <= addMonths(asOf.date, 1);
  if (!near && !age.beyond) return false;
  // a local flexible worker is no longer held by the age where a reading says so, yet may retire
  draft.remarks.push(age.limit);
  draft.notices.push(age.beyond || facts.capacity === option.unit ? notice.beyondAge : notice.nearAge);
  return true;
}

function materialsFor(names: Names, facts: EnrolmentFacts, joining: Joining, draft: Draft): readonly Material[] {
  const { material, option, capacity } = names;
  const proofs: Material[] = [material.identityCard];
  if (facts.capacity === option.unit) proofs.push(material.labourContract);
  else if (facts.household === 1) proofs.push(material.householdRegister);
  if (facts.special === option.graduate) proofs.push(material.diploma);
  if (facts.special === option.spouse) proofs.push(material.spouseProof);
  if (facts.fromElsewhere === 1) proofs.push(material.transferProof);
  if (joining.fits.value === capacity.arrears) proofs.push(material.arrearsProof);
  if (joining.fits.value === capacity.correction) proofs.push(material.correctionProof);
  return papers(names.materialsRule, facts.permit === undefined ? NONE : [material.residencePermit], proofs, draft);
}
