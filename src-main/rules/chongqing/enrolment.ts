/**
 * Chongqing, enrolment as an individual in the employee scheme (CQ-01, CQ-03; CQ-02 for the care premium, CQ-13 for
 * people registered elsewhere). Source: answers of 2023-08, 职工01至03问; answers of 2022-05 for those who come from a unit.
 */
import { monthOfDate } from "../../../src-shared/domain/calendar.ts";
import type { Material } from "../../../src-shared/domain/decision.ts";
import { residenceOf } from "../engine/contribution/residence.ts";
import { addAll, addCondition, finish, newDraft, NONE, type Draft } from "../engine/draft.ts";
import type { AsOf } from "../engine/facts/facts.ts";
import type { Fault } from "../engine/formula.ts";
import { leaf, type Node } from "../engine/node.ts";
import type { Result } from "../engine/result.ts";
import { define, type Facts, type Words } from "../generated/chongqing/enrolment.ts";
import { bindCare, careConflictsIn, careFrom } from "./care.ts";
import { bindEmployeeWaiting, employeeWait, type EmployeeWait } from "./employee-waiting.ts";
import { addAge, bindAges, isPastAge, type Age } from "./individual-age.ts";
import { asked } from "./papers.ts";
import { IN_SERVICE, premiumOf } from "./premium.ts";
import { decemberOf } from "./share-of-year.ts";
import { bindWaiting, interruptionBefore, paymentFaults, waitingFor, type Interruption, type WaitingFound } from "./waiting.ts";

type Names = ReturnType<typeof bind>;

function bind(words: Words) {
  const { reading, material, next } = words;
  const of = (paper: Material): readonly Material[] => asked(reading.counterMaterials, paper);
  return {
    ...words,
    ...bindWaiting(words),
    ...bindEmployeeWaiting(words),
    ...bindAges(words),
    ...bindCare(words),
    premium: premiumOf(words),
    papers: {
      identity: of(material.identityCard),
      household: of(material.householdRegister),
      permit: of(material.residencePermit),
      pension: of(material.pensionProof),
    },
    toPremium: [next.premium],
    toResident: [next.resident],
    toBoth: [next.premium, next.resident],
  };
}

export default define(bind, {
  derive: (names, facts, asOf) => ({ pastAge: isPastAge(names, facts, asOf.date) }),
  check,
  evaluate,
});

/** A birth date that is told bounds what was paid since. */
function check(names: Names, facts: Facts, asOf: AsOf): readonly Fault[] {
  const { birthDate, lastPaid, continuousMonths } = facts;
  const wrong = paymentFaults(names, facts, asOf);
  if (wrong.length > 0 || birthDate === undefined) return wrong;
  if (birthDate > asOf.date) return [{ fact: "birthDate", text: names.fault.bornAfter }];
  if (lastPaid === undefined) return NONE;
  const lived = lastPaid - monthOfDate(birthDate) + 1;
  if (lived <= 0) return [{ fact: "lastPaid", text: names.fault.beforeBirth }];
  return (continuousMonths ?? 0) > lived ? [{ fact: "continuousMonths", text: names.fault.longerThanLife }] : NONE;
}

function evaluate(names: Names, facts: Facts, asOf: AsOf): Result {
  const { headline, timeLimit, reading, section } = names;
  const place = facts.household === 1 ? names.place.registered : names.place.near;
  const draft = newDraft();
  const mayNow = addConditions(names, facts, draft);
  const age = addAge(names, facts, asOf.date, draft);
  draft.remarks.push(reading.counterMaterials.node);
  draft.materials = materialsFor(names, facts);
  if (!mayNow || age.tooYoung || age.tooOld) {
    draft.next = facts.permit === 1 ? names.toResident : NONE;
    if (age.tooOld) return finish(draft, "refused", headline.refused, place, timeLimit.refused);
    const from = age.tooYoung ? timeLimit.fromAge({ lowestAgeDay: age.lowestAgeDay! }) : timeLimit.none;
    return finish(draft, "not-yet", headline.notYet, place, from);
  }
  draft.next = facts.permit === 1 ? names.toBoth : names.toPremium;
  const interruption = interruptionBefore(names, facts, asOf);
  const { payment, gap } = interruption;
  const wait = waitOf(names, facts, interruption, draft);
  const found = waitingFor(names, wait, interruption, age.until?.value ?? null, draft);
  if (wait.short) draft.notices.push(names.notice.twoYears);
  const never = withinAge(names, found, age, payment, draft);
  addAmounts(names, facts.tier, payment, draft);
  draft.coverage = [...found.coverage];
  draft.sections.push(section.individualCounter, section.individualOnline, section.individualPayment);
  draft.conflicts = [...wait.conflicts, ...careConflictsIn(names, payment.value)];
  const mayPay = found.options.length > 0;
  const until = mayPay ? timeLimit.gap : timeLimit.none;
  if (draft.missing.length > 0) return finish(draft, "figure-missing", headline.figureMissing, place, until);
  const { treatmentFrom, last } = found.waiting;
  const atOnce =
    last === null
      ? headline.atOnce({ treatmentFrom })
      : headline.waits({ "employee-waiting.months": wait.months, treatmentFrom });
  const says = never ? headline.pastAge({ limitDay: age.limitDay! }) : mayPay ? headline.backPay({ gapMonths: gap! }) : atOnce;
  return finish(draft, "granted", says, place, until);
}

/** What proves who it is, and the fact that lets them in. */
function materialsFor({ papers, reading }: Names, { household, chongqingPension }: Facts): readonly Material[] {
  if (household === 1) return [...papers.identity, ...papers.household];
  return [
    ...papers.identity,
    ...(reading.nonlocalIndividual.is.permit ? papers.permit : NONE),
    ...(chongqingPension === 1 ? papers.pension : NONE),
  ];
}

/** Those that can be mended at once; whether all are met. */
function addConditions(names: Names, facts: Facts, draft: Draft): boolean {
  const { leaf: leaves, condition, remedy } = names;
  const { is, node } = names.reading.nonlocalIndividual;
  let local = true;
  if (facts.household === 0) draft.remarks.push(node);
  if (is.permit || facts.household === 1) {
    const residence = residenceOf(names, facts, node);
    local = residence.value !== names.value.residence.none;
    addCondition(draft, condition.residence, local, residence, remedy.getPermit, null);
  }
  const single = facts.otherRelation === 0;
  addCondition(draft, condition.noDuplicate, single, leaves.otherRelation[facts.otherRelation]!, remedy.endOther, null);
  return local && single;
}

function waitOf(names: Names, facts: Facts, { gap }: Interruption, draft: Draft): EmployeeWait {
  const { leaf: leaves } = names;
  const because: Node[] = [leaves.firstTime[facts.firstTime]!, leaves.fromResident[facts.fromResident]!];
  if (facts.fromUnit !== undefined) because.push(leaves.fromUnit[facts.fromUnit]!);
  if (facts.retired !== undefined) because.push(leaves.retired[facts.retired]!);
  if (facts.continuousMonths !== undefined) because.push(leaf(names.fact.continuousMonths, facts.continuousMonths));
  if (gap !== null) because.push(gap);
  const joining = {
    way: wayOf(names, facts),
    firstIndividual: facts.firstTime === 1,
    retired: facts.retired === 1,
    continuousMonths: facts.continuousMonths ?? 0,
    gap: gap?.value ?? 0,
  };
  return employeeWait(names, joining, because, draft);
}

function wayOf({ way }: Names, { fromResident, fromUnit, firstTime }: Facts): number {
  if (fromResident === 1) return way.residentToIndividual;
  if (fromUnit === 1) return way.unitToIndividual;
  return firstTime === 1 ? way.new : way.individual;
}

/** What age lets come true: a first day after the last month that may be paid is none. Whether there is none. */
function withinAge(names: Names, found: WaitingFound, { limitDay, until }: Age, payment: Node, draft: Draft): boolean {
  const { waiting, dates, options } = found;
  if (until === null || limitDay === null) {
    addAll(draft.dates, dates);
    draft.options = options;
    return false;
  }
  const { treatmentFrom } = waiting;
  const never = treatmentFrom.value > until.value;
  if (never) {
    draft.notices.push(names.notice.pastAgeBefore({ treatmentFrom, limitDay }));
    draft.remarks.push(treatmentFrom);
  }
  if (until.value < decemberOf(payment.value)) draft.notices.push(names.notice.paidToDecember({ coveredUntil: until }));
  for (const date of dates) if (!never || date.node !== treatmentFrom) draft.dates.push(date);
  draft.options = options.map((option) =>
    option.dates.some(({ node }) => node.value > until.value)
      ? { ...option, text: names.headline.optionPastAge, dates: NONE }
      : option,
  );
  return never;
}

/** The months from this payment to December. */
function addAmounts(names: Names, tier: number, payment: Node, draft: Draft): void {
  const { amount } = names;
  const start = leaf(names.step.startMonth, payment.value);
  const premium = names.premium.from(tier, start, draft);
  if (premium !== null) {
    draft.amounts.push({ definition: amount.premium, role: "due", node: premium.total });
    if (premium.month !== null) draft.amounts.push({ definition: amount.premiumMonth, role: "part", node: premium.month });
  }
  const care = careFrom(names, tier, IN_SERVICE, start, draft);
  const definition = tier === names.option.tier.first ? amount.careByBank : amount.careByAccount;
  if (care !== null) draft.amounts.push({ definition, role: "due", node: care.total });
}
