/**
 * Chongqing, enrolment in the resident scheme (CQ-10, CQ-13, CQ-16). Source: answers of 2023-08, 居民01、04问; 国办发〔2024〕38号 for the wait
 * from 2025 on; the city's residents' answers and reports for newborns and for the calendar.
 */
import { ageOn, monthOfDate, yearOfDate } from "../../../../src-shared/domain/calendar.ts";
import type { Material } from "../../../../src-shared/domain/decision.ts";
import { residenceOf } from "../../engine/contribution/residence.ts";
import { addAll, addCondition, finish, newDraft, NONE, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts/facts.ts";
import type { Fault } from "../../engine/formula.ts";
import { leaf, told, type Node } from "../../engine/node.ts";
import type { Result, Template } from "../../engine/result.ts";
import { define, type Facts, type SomeFacts, type Words } from "../../generated/chongqing/resident-enrolment.ts";
import type { Missed } from "../../national/resident-waiting.ts";
import { isLongGap } from "../employee-waiting.ts";
import { asked } from "../papers.ts";
import { addResidentCover, isNational, type Former, type ResidentCover } from "./cover.ts";
import { addNewborn, bindNewborn, isNewborn, type Newborn } from "./newborn.ts";
import { insuredYear, paidDay, paymentOf, type Payment } from "./payment.ts";
import { addClosing, addResidentPremium, lacksOnlySubsidy, paysSubsidy } from "./premium.ts";
import { bindResident } from "./words.ts";

type Names = ReturnType<typeof bind>;

function bind(words: Words) {
  const { reading, material, next, place } = words;
  const atResidence = reading.permitOffice.is.residence;
  return {
    ...words,
    ...bindResident(words),
    ...bindNewborn(words),
    papers: {
      assistance: asked(reading.counterMaterials, material.assistanceProof),
      birth: asked(reading.counterMaterials, material.birthPaper, material.guardianCard),
    },
    permitPlace: atResidence ? place.residence : place.online,
    toChange: [next.change, next.records],
    toRecords: [next.records],
    toRefund: [next.refund],
  };
}

export default define(bind, {
  derive: (names, facts, asOf) => ({
    birthUnknown: facts.birthDate === undefined,
    national: isAnybody(names, facts, asOf) && isNational(names, facts, asOf),
    missed: (missedBefore(names, facts, asOf)?.most ?? 0) > 0,
    selfPaid: bearsSubsidy(names, facts, asOf),
  }),
  check,
  evaluate,
});

function groupNumber(names: Names, facts: SomeFacts, asOf: AsOf): number {
  const { newborn, assisted, other } = names.value.residentGroup;
  if (isNewborn(names, facts, asOf)) return newborn;
  return isAssisted(names, facts) ? assisted : other;
}

/** A newborn may be assisted, too: it is covered as a newborn, and pays as the assisted do. */
const isAssisted = ({ option }: Names, { assisted }: SomeFacts): boolean => assisted !== option.assisted.none;

const isAnybody = (names: Names, facts: SomeFacts, asOf: AsOf): boolean =>
  facts.fromEmployee === 0 && groupNumber(names, facts, asOf) === names.value.residentGroup.other;

const bearsSubsidy = (names: Names, facts: SomeFacts, asOf: AsOf): boolean =>
  isAnybody(names, facts, asOf) && paysSubsidy(names, facts, asOf);

/** Years missed before the one paid for; what is repaired of them is asked if any reading finds one. */
function missedBefore(names: Names, facts: SomeFacts, asOf: AsOf): Missed | null {
  const { lastYear } = facts;
  if (lastYear === undefined) return null;
  const year = leaf(names.fact.lastYear, insuredYear(names, facts, asOf));
  return names.year.rule.missed(leaf(names.fact.lastYear, lastYear), year, null);
}

function check(names: Names, facts: Facts, asOf: AsOf): readonly Fault[] {
  const { fault } = names;
  if (facts.paidOn !== undefined && facts.paidOn > asOf.date) return [{ fact: "paidOn", text: fault.paidInFuture }];
  const day = paidDay(facts, asOf);
  if (facts.birthDate !== undefined && facts.birthDate > day) return [{ fact: "birthDate", text: fault.bornAfter }];
  if (facts.lastPaid !== undefined) {
    const gap = monthOfDate(day) - facts.lastPaid - 1;
    if (gap < -1) return [{ fact: "lastPaid", text: fault.lastPaidTooLate }];
    if (isLongGap(names, Math.max(0, gap))) return [{ fact: "lastPaid", text: fault.gapTooLong }];
  }
  // insured this year already is possible for an employee, and is told; nobody has been insured for a year to come
  if (facts.lastYear !== undefined && facts.birthDate !== undefined && facts.lastYear < yearOfDate(facts.birthDate))
    return [{ fact: "lastYear", text: fault.beforeBirth }];
  if (facts.lastYear !== undefined && facts.lastYear > yearOfDate(day)) return [{ fact: "lastYear", text: fault.alreadyInsured }];
  return (facts.repairedYears ?? 0) > (missedBefore(names, facts, asOf)?.years.value ?? 0)
    ? [{ fact: "repairedYears", text: fault.repairedTooMany }]
    : NONE;
}

function evaluate(names: Names, facts: Facts, asOf: AsOf): Result {
  const { headline, timeLimit, section } = names;
  const { residentGroup } = names.value;
  const draft = newDraft();
  const accepted = addConditions(names, facts, draft);
  const group = groupOf(names, facts, asOf);
  const local = facts.household === 1;
  const place = local ? names.place.anywhere : names.permitPlace;
  if (!local) draft.remarks.push(names.reading.permitOffice.node);
  draft.materials = materialsFor(names, facts, asOf, group, draft);
  if (!accepted) return finish(draft, "not-yet", headline.notYet, place, timeLimit.any);

  const { paid, cover } = coverOf(names, facts, asOf, group, draft);
  const anybody = group.value === residentGroup.other && facts.fromEmployee === 0;
  if (anybody && !addClosing(names, paid, draft)) {
    draft.dates = [];
    draft.coverage = [];
    draft.notices.splice(0, draft.notices.length, names.notice.unverified);
    draft.next = names.toRefund;
    return finish(draft, "not-yet", headline.closed({ insuredYearNumber: paid.year }), place, timeLimit.any);
  }
  const assisted = isAssisted(names, facts);
  addResidentPremium(names, facts, paid, assisted, anybody && bearsSubsidy(names, facts, asOf), draft);
  const newborn = group.value === residentGroup.newborn ? addNewborn(names, facts, paid, assisted, draft) : null;
  addNotices(names, facts, paid, newborn, draft);
  draft.sections.push(section.residentOnline);
  if (local) draft.sections.push(section.residentCounter);
  draft.next = cover === null ? names.toChange : names.toRecords;
  draft.options = cover?.options ?? NONE;
  const until =
    newborn !== null
      ? timeLimit.newborn({ newbornLastDay: newborn.lastDay, newbornDays: names.newbornDays })
      : group.value === residentGroup.assisted
        ? timeLimit.exempt
        : timeLimit.any;
  if (draft.missing.length === 0) return finish(draft, "granted", saidOf(names, cover, newborn), place, until);
  const lacking = lacksOnlySubsidy(names, draft)
    ? headline.subsidyMissing
    : headline.figureMissing({ insuredYearNumber: paid.year });
  return finish(draft, "figure-missing", lacking, place, until);
}

function addConditions(names: Names, facts: Facts, draft: Draft): boolean {
  const { leaf: leaves, condition, remedy } = names;
  const residence = residenceOf(names, facts);
  const local = residence.value !== names.value.residence.none;
  addCondition(draft, condition.residence, local, residence, remedy.getPermit, null);
  const single = facts.otherRelation === 0;
  addCondition(draft, condition.noDuplicate, single, leaves.otherRelation[facts.otherRelation]!, remedy.endOther, null);
  return local && single;
}

function groupOf(names: Names, facts: Facts, asOf: AsOf): Node {
  const { step: steps, leaf: leaves, value: values } = names;
  const value = groupNumber(names, facts, asOf);
  const because: Node[] = [];
  if (facts.birthDate !== undefined) because.push(leaf(names.fact.birthDate, facts.birthDate));
  if (facts.newborn !== undefined) because.push(leaves.newborn[facts.newborn]!);
  if (value !== values.residentGroup.newborn) because.push(leaves.assisted[facts.assisted]!);
  return told(steps.residentGroup, value, because);
}

/** The cover as in a change where the answers say enough of the old insurance; without them only the year. */
function coverOf(
  names: Names,
  facts: Facts,
  asOf: AsOf,
  group: Node,
  draft: Draft,
): { readonly paid: Payment; readonly cover: ResidentCover | null } {
  const former = formerOf(names, facts);
  if (former === null && group.value === names.value.residentGroup.other) {
    const paid = paymentOf(names, facts, asOf, draft);
    draft.remarks.push(paid.year);
    return { paid, cover: null };
  }
  const never: Former = { kind: "never", because: told(names.step.neverMissed, 0, [group]) };
  const cover = addResidentCover(names, facts, asOf, group, former ?? never, draft);
  return { paid: cover.paid, cover };
}

/** `null`: from the employee scheme, without its months. */
function formerOf({ step: steps, fact, leaf: leaves }: Names, facts: Facts): Former | null {
  if (facts.fromEmployee === 1) {
    const { lastPaid, continuousMonths, retired } = facts;
    if (lastPaid === undefined || continuousMonths === undefined) return null;
    return { kind: "employee", lastPaid, continuousMonths, retired: retired === 1 };
  }
  return facts.lastYear === undefined
    ? { kind: "never", because: told(steps.neverMissed, 0, [leaves.insuredBefore[facts.insuredBefore ?? 0]!]) }
    : { kind: "insured", lastYear: leaf(fact.lastYear, facts.lastYear) };
}

function addNotices(
  { notice, newbornDays }: Names,
  facts: Facts,
  { year }: Payment,
  newborn: Newborn | null,
  draft: Draft,
): void {
  if (facts.lastYear === year.value) draft.notices.push(notice.sameYear);
  if (facts.birthDate !== undefined && newborn === null && yearOfDate(facts.birthDate) >= year.value - 1)
    draft.notices.push(notice.lateNewborn({ newbornDays }));
  draft.notices.push(notice.noRefund);
}

function saidOf(names: Names, cover: ResidentCover | null, newborn: Newborn | null): Template {
  const { headline } = names;
  if (newborn !== null) return headline.fromBirth({ treatmentFrom: newborn.treatmentFrom });
  if (cover === null) return headline.byChange;
  const { treatmentFrom, months } = cover;
  if (treatmentFrom === null) return headline.notNamed;
  if (cover.options.length > 0) return headline.backPay({ gapMonths: cover.gap! });
  if (cover.lost) return headline.yearLost;
  const said = { treatmentFrom, yearEnd: cover.until };
  return months !== null && cover.last !== null ? headline.waits({ ...said, residentWait: months }) : headline.atOnce(said);
}

function materialsFor(names: Names, facts: Facts, asOf: AsOf, group: Node, draft: Draft): readonly Material[] {
  const { material, reading, papers, value } = names;
  const list = [material.identityPaper];
  if (facts.household === 0) list.push(material.residencePermit);
  // after ninety days a child waits as anybody, and still comes with its guardian
  const child =
    group.value === value.residentGroup.newborn ||
    (facts.birthDate !== undefined && ageOn(facts.birthDate, paidDay(facts, asOf)) < 1);
  if (group.value !== value.residentGroup.other || child) draft.remarks.push(reading.counterMaterials.node);
  if (isAssisted(names, facts)) addAll(list, papers.assistance);
  if (child) addAll(list, papers.birth);
  return list;
}
