/**
 * Tieling, enrolment in the resident scheme (TL-02, TL-06, TL-08). Source: notice of 2022-04-01, 二(一)1, 二(二)4 and 三(一), and from 2025 on
 * 国办发〔2024〕38号. Who was insured as an employee earlier in the year may join; who changes over says so and is judged as in a change.
 */
import { monthOfDate, yearOfDate } from "../../../src-shared/domain/calendar.ts";
import type { Material } from "../../../src-shared/domain/decision.ts";
import { assumeAnswer, figureAt, finish, newDraft, NONE, type Draft } from "../engine/draft.ts";
import type { AsOf } from "../engine/facts/facts.ts";
import type { Fault } from "../engine/formula.ts";
import { leaf, told } from "../engine/node.ts";
import { product, same } from "../engine/operations.ts";
import type { Result, Template } from "../engine/result.ts";
import { define, type Facts, type Words } from "../generated/tieling/resident-enrolment.ts";
import { papers } from "./materials.ts";
import { addResidence } from "./residence.ts";
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
  type Former,
  type ResidentCover,
} from "./resident-cover.ts";

type Names = ReturnType<typeof bind>;

const bind = (words: Words) => ({ ...words, ...bindResidentCover(words), toDuplicate: [words.next.duplicate] });

export default define(bind, {
  derive(names, facts, asOf) {
    const national = isNational(names, facts, asOf);
    return {
      asksPeriod: asksPeriod(names, facts, asOf),
      byRecognition: byRecognition(names, facts),
      national: national && facts.fromEmployee !== 1,
      missed: national && missedYears(names, facts, asOf) > 0,
    };
  },
  check(names, facts, asOf): readonly Fault[] {
    const wrong = paymentFaults(names, facts, asOf);
    if (wrong.length > 0) return wrong;
    // insured this year already is possible for an employee, and is told; nobody has been insured for a year to come
    return facts.lastYear !== undefined && facts.lastYear > yearOfDate(facts.paidOn ?? asOf.date)
      ? [{ fact: "lastYear", text: names.fault.alreadyInsured }]
      : repairFaults(names, facts, asOf);
  },
  evaluate,
});

function formerOf({ step: steps, leaf: leaves, fact }: Names, facts: Facts): Former {
  if (facts.fromEmployee === 1) return { kind: "employee", lastPaid: facts.lastPaid!, continuousMonths: facts.continuousMonths };
  return facts.lastYear === undefined
    ? { kind: "never", because: told(steps.neverMissed, 0, [leaves.insuredBefore[facts.insuredBefore ?? 0]!]) }
    : { kind: "insured", lastYear: leaf(fact.lastYear, facts.lastYear) };
}

function evaluate(names: Names, facts: Facts, asOf: AsOf): Result {
  const { headline, timeLimit } = names;
  const { agency } = names.place;
  const draft = newDraft();
  const hasRight = addResidence(names, facts, draft, true);
  const assisted = facts.assisted !== names.option.assisted.none;
  const when = assisted ? timeLimit.assisted : timeLimit.any;
  draft.materials = materialsFor(names, facts, draft);
  if (!hasRight) return finish(draft, "not-yet", headline.noPaper, agency, when);

  const cover = residentCover(names, facts, facts.assisted, asOf, formerOf(names, facts), draft);
  const lost = addResidentCover(names, draft, cover);
  addFormer(names, facts, draft, cover);
  if (assisted) draft.notices.push(names.notice.assistedPremium);
  else addPremium(names, facts, draft, cover);
  draft.conflicts = conflictsOf(names, cover);
  if (facts.lastPaid !== undefined && facts.lastPaid >= monthOfDate(cover.paid.payment.value)) draft.next = names.toDuplicate;
  const missing = draft.missing.length > 0;
  const says = missing ? lacking(names, cover, lost) : lost ? headline.yearLost : saidOf(names, cover);
  return finish(draft, missing ? "figure-missing" : "granted", says, agency, when);
}

function lacking({ headline }: Names, { paid, waiting }: ResidentCover, lost: boolean): Template {
  const said = { treatmentFrom: waiting.treatmentFrom, insuredYearNumber: paid.year };
  return lost ? headline.yearLostMissing(said) : headline.figureMissing(said);
}

function saidOf({ headline }: Names, { length, waiting: { treatmentFrom }, national }: ResidentCover): Template {
  if (length.value === 0) return headline.atOnce({ treatmentFrom });
  return national === null
    ? headline.waitsDays({ days: length, treatmentFrom })
    : headline.waitsMonths({ residentWait: length, treatmentFrom });
}

function materialsFor({ material, reading, option }: Names, facts: Facts, draft: Draft): readonly Material[] {
  const proofs: Material[] = [material.identityCard];
  if (facts.household === 1) proofs.push(material.householdRegister);
  if (facts.assisted !== option.assisted.none) proofs.push(material.recognitionProof);
  if (facts.fromEmployee === 1) proofs.push(material.employeeRecord);
  return papers(reading.materials, facts.permit === undefined ? NONE : [material.residencePermit], proofs, draft);
}

/** What being insured lately as an employee changes, where the answers leave it open. */
function addFormer({ notice, fact, leaf: leaves, option }: Names, facts: Facts, draft: Draft, cover: ResidentCover): void {
  const { paid, length } = cover;
  if (facts.fromEmployee === undefined && facts.assisted === option.assisted.none)
    assumeAnswer(draft, fact.fromEmployee, leaves.fromEmployee[0]!);
  if (facts.lastYear === undefined) return;
  if (facts.lastYear === paid.year.value) draft.notices.push(notice.sameYear);
  if (length.value > 0 && facts.fromEmployee === undefined && facts.lastYear >= yearOfDate(paid.payment.value) - 1)
    draft.notices.push(notice.fromEmployee);
}

/** The notice's flat 90 days, and its days for a change, still circulate. */
function conflictsOf({ conflict }: Names, { national, gap, length }: ResidentCover): Result["conflicts"] {
  if (national === null) return NONE;
  if (gap !== null) return [conflict.changeToResident];
  return length.value > 0 ? [conflict.residentWaiting] : NONE;
}

/** One year's premium, and as much for every missed year that is paid for. */
function addPremium({ step: steps, figure, amount }: Names, facts: Facts, draft: Draft, { paid }: ResidentCover): void {
  const premium = figureAt(figure.residentPremium, paid.yearStart.value, draft);
  if (premium === null) return;
  draft.amounts.push({ definition: amount.yearPremium, role: "due", node: same(steps.yearPremium, premium) });
  const years = facts.repairedYears ?? 0;
  if (years === 0) return;
  const node = product(steps.repairPremium, premium, leaf(steps.repaired, years));
  draft.amounts.push({ definition: amount.repairPremium, role: "due", node });
}
