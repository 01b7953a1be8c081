/**
 * Tieling, enrolment in the resident scheme (TL-02, TL-06, TL-08). Source: notice of 2022-04-01, 二(一)1, 二(二)4 and 三(一), and from 2025 on
 * 国办发〔2024〕38号. Who was insured as an employee earlier in the year may join; who changes over says so and is judged as in a change.
 */
import { monthOfDate, yearOfDate } from "../../../../src-shared/domain/calendar.ts";
import type { Material } from "../../../../src-shared/domain/decision.ts";
import { assumeAnswer, newDraft, NONE, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts.ts";
import { defineFormula, type Fault } from "../../engine/formula.ts";
import { leaf, step } from "../../engine/node.ts";
import type { Result } from "../../engine/result.ts";
import { papers } from "../materials.ts";
import { addResidence } from "../residence.ts";
import {
  addResidentCover,
  asksPeriod,
  byRecognition,
  isNational,
  missedYears,
  recognisedAfterYear,
  residentCover,
  type Former,
  type ResidentCover,
} from "../resident-cover.ts";
import { paymentFault } from "../waiting.ts";
import { bindNames, spec, type Names, type ResidentFacts } from "./names.ts";

export const residentEnrolment = defineFormula({
  matter: "tieling.resident-enrolment",
  facts: spec,
  bind(bindings) {
    const names = bindNames(bindings);
    const { cover } = names;
    return {
      derive: (facts, asOf) => ({
        asksPeriod: asksPeriod(cover, facts, asOf),
        byRecognition: byRecognition(cover, facts),
        national: isNational(cover, facts, asOf) && facts.fromEmployee !== 1,
        missed: isNational(cover, facts, asOf) && missedYears(cover, facts, asOf) > 0,
      }),
      check: (facts, asOf) => contradictions(names, facts, asOf),
      known: () => NONE,
      evaluate: (facts, asOf) => evaluate(names, facts, asOf),
    };
  },
});

function contradictions({ fault, cover }: Names, facts: ResidentFacts, asOf: AsOf): readonly Fault[] {
  const wrong = paymentFault(fault.payment, facts.paidOn, asOf);
  if (wrong !== null) return [wrong];
  if (facts.recognizedOn !== undefined && facts.recognizedOn > asOf.date)
    return [{ fact: "recognizedOn", text: fault.recognizedInFuture }];
  if (recognisedAfterYear(cover, facts, asOf)) return [{ fact: "recognizedOn", text: fault.recognizedAfterYear }];
  // insured this year already is possible for an employee, and is told; nobody has been insured for a year to come
  if (facts.lastYear !== undefined && facts.lastYear > yearOfDate(facts.paidOn ?? asOf.date))
    return [{ fact: "lastYear", text: fault.alreadyInsured }];
  return (facts.repairedYears ?? 0) > missedYears(cover, facts, asOf)
    ? [{ fact: "repairedYears", text: fault.repairedTooMany }]
    : NONE;
}

function formerOf({ step: steps, insuredBefore }: Names, facts: ResidentFacts): Former {
  if (facts.fromEmployee === 1) return { kind: "employee", lastPaid: facts.lastPaid!, continuousMonths: facts.continuousMonths };
  return facts.lastYear === undefined
    ? { kind: "never", because: step(steps.neverMissed, 0, [insuredBefore[facts.insuredBefore ?? 0]!]) }
    : { kind: "insured", lastYear: leaf(steps.lastYear, facts.lastYear) };
}

function evaluate(names: Names, facts: ResidentFacts, asOf: AsOf): Result {
  const { headline, notice } = names;
  const draft = newDraft();
  const hasRight = addResidence(names.residence, facts, draft, true);
  const assisted = facts.assisted !== names.cover.option.notAssisted;
  const result = {
    place: names.place,
    timeLimit: assisted ? names.timeLimit.assisted : names.timeLimit.any,
    conditions: draft.conditions,
    amounts: draft.amounts,
    dates: draft.dates,
    coverage: draft.coverage,
    options: NONE,
    materials: materialsFor(names, facts, draft),
    notices: draft.notices,
    sections: NONE,
    missing: draft.missing,
    remarks: draft.remarks,
  };
  if (!hasRight) return { ...result, conflicts: NONE, outcome: "not-yet", headline: headline.noPaper };

  const cover = residentCover(names.cover, facts, asOf, formerOf(names, facts), draft);
  const lost = addResidentCover(names.cover, draft, cover);
  addFormer(names, facts, draft, cover);
  if (assisted) draft.notices.push(notice.assistedPremium);
  else addPremium(names, facts, draft, cover);

  const missing = draft.missing.length > 0;
  const waits = cover.national === null ? headline.waitsDays : headline.waitsMonths;
  const granted = lost ? headline.yearLost : cover.length.value === 0 ? headline.atOnce : waits;
  return {
    ...result,
    outcome: missing ? "figure-missing" : "granted",
    headline: missing ? (lost ? headline.yearLostMissing : headline.figureMissing) : granted,
    assumed: draft.assumed,
    conflicts: conflictsOf(names, cover),
    next: facts.lastPaid !== undefined && facts.lastPaid >= monthOfDate(cover.paid.payment.value) ? names.next.duplicate : NONE,
  };
}

function materialsFor({ material, materialsRule, cover }: Names, facts: ResidentFacts, draft: Draft): readonly Material[] {
  const proofs: Material[] = [material.identityCard];
  if (facts.household === 1) proofs.push(material.householdRegister);
  if (facts.assisted !== cover.option.notAssisted) proofs.push(material.recognition);
  if (facts.fromEmployee === 1) proofs.push(material.employeeRecord);
  return papers(materialsRule, facts.permit === undefined ? NONE : [material.residencePermit], proofs, draft);
}

/** What being insured lately as an employee changes, where the answers leave it open. */
function addFormer(names: Names, facts: ResidentFacts, draft: Draft, { paid, length }: ResidentCover): void {
  if (facts.fromEmployee === undefined && facts.assisted === names.cover.option.notAssisted)
    assumeAnswer(draft, names.fromEmployee.fact, names.fromEmployee.no);
  const { notice } = names;
  if (facts.lastYear === undefined) return;
  const paidIn = yearOfDate(paid.payment.value);
  if (facts.lastYear === paid.year.value) draft.notices.push(notice.sameYear);
  if (length.value > 0 && facts.fromEmployee === undefined && facts.lastYear >= paidIn - 1)
    draft.notices.push(notice.fromEmployee);
}

/** The notice's flat 90 days, and its days for a change, still circulate. */
function conflictsOf({ cover: { conflict } }: Names, { national, gap, length }: ResidentCover): Result["conflicts"] {
  if (national === null) return NONE;
  if (gap !== null) return [conflict.change];
  return length.value > 0 ? [conflict.wait] : NONE;
}

/** One year's premium, and as much for every missed year that is paid for. */
function addPremium(names: Names, facts: ResidentFacts, draft: Draft, { paid: { yearStart } }: ResidentCover): void {
  const { step: steps, figure, amount } = names;
  const premium = figure.at(yearStart.value);
  if (premium === null) {
    draft.missing.push({ figure, date: yearStart.value });
    return;
  }
  draft.amounts.push({ definition: amount.year, role: "due", node: step(steps.yearPremium, premium.value, [premium]) });
  const years = facts.repairedYears ?? 0;
  if (years > 0) {
    const node = step(steps.repairPremium, premium.value * years, [premium, leaf(steps.repaired, years)]);
    draft.amounts.push({ definition: amount.repair, role: "due", node });
  }
}
