/**
 * Chongqing, enrolment as an individual in the employee scheme (CQ-01, CQ-03; CQ-02 for the care premium, CQ-13 for
 * people registered elsewhere). Source: answers of 2023-08, 职工01至03问; answers of 2022-05 for those who come from a unit.
 */
import { monthOfDate, type Month } from "../../../src-shared/domain/calendar.ts";
import type { Material } from "../../../src-shared/domain/decision.ts";
import { addCondition, newDraft, NONE, type Draft } from "../engine/draft.ts";
import type { AsOf, Facts } from "../engine/facts.ts";
import { defineFormula, type Bindings, type Fault } from "../engine/formula.ts";
import { leaf, step, type Node } from "../engine/node.ts";
import type { Result } from "../engine/result.ts";
import { bindCare } from "./care.ts";
import { bindEmployeeWaiting, WAY, type EmployeeWait } from "./employee-waiting.ts";
import { bindIndividualAge } from "./individual-age.ts";
import { bindPapers } from "./papers.ts";
import { bindPremium, monthsToDecember } from "./premium.ts";
import { bindWaiting, interruptionBefore, paymentFaults, waitingFor, type Interruption, type WaitingFound } from "./waiting.ts";

const spec = {
  sex: "choice?",
  birthDate: "date?",
  household: "flag",
  permit: "flag?",
  otherRelation: "flag",
  chongqingPension: "flag?",
  forMissingYears: "flag?",
  firstTime: "flag",
  fromResident: "flag",
  fromUnit: "flag?",
  lastPaid: "month?",
  continuousMonths: "count?",
  retired: "flag?",
  paidOn: "date?",
  tier: "choice",
} as const;
type EnrolmentFacts = Facts<typeof spec>;
type Names = ReturnType<typeof bindNames>;

/** Values of the step `residence`. */
const NO_PAPER = 0;
const PERMIT = 1;
const HOUSEHOLD = 2;
const IN_SERVICE = 0;

function bindNames(names: Bindings) {
  const nonlocal = names.reading("chongqing.nonlocal-individual");
  const papers = bindPapers(names);
  return {
    waiting: bindWaiting(names),
    employee: bindEmployeeWaiting(names),
    age: bindIndividualAge(names),
    premium: bindPremium(names),
    care: bindCare(names),
    firstTier: names.option("tier", "first"),
    leaf: {
      household: names.leaves("household"),
      permit: names.leaves("permit"),
      otherRelation: names.leaves("otherRelation"),
      firstTime: names.leaves("firstTime"),
      fromResident: names.leaves("fromResident"),
      fromUnit: names.leaves("fromUnit"),
      retired: names.leaves("retired"),
    },
    reading: { nonlocal: nonlocal.node, permitRequired: nonlocal.is("permit"), papers: papers.reading },
    material: {
      identity: papers.of("identity-card"),
      household: papers.of("household-register"),
      permit: papers.of("residence-permit"),
      pension: papers.of("pension-proof"),
    },
    step: {
      residence: names.step("residence"),
      continuousMonths: names.fact("continuousMonths"),
    },
    condition: { residence: names.condition("residence"), noDuplicate: names.condition("noDuplicate") },
    remedy: { getPermit: names.remedy("getPermit"), endOther: names.remedy("endOther") },
    amount: {
      premium: names.amount("premium"),
      premiumMonth: names.amount("premiumMonth"),
      careByBank: names.amount("careByBank"),
      careByAccount: names.amount("careByAccount"),
    },
    headline: {
      atOnce: names.headline("atOnce"),
      waits: names.headline("waits"),
      backPay: names.headline("backPay"),
      pastAge: names.headline("pastAge"),
      optionPastAge: names.headline("optionPastAge"),
      notYet: names.headline("notYet"),
      refused: names.headline("refused"),
      figureMissing: names.headline("figureMissing"),
    },
    place: { registered: names.place("registered"), near: names.place("near") },
    timeLimit: {
      none: names.timeLimit("none"),
      gap: names.timeLimit("gap"),
      fromAge: names.timeLimit("fromAge"),
      refused: names.timeLimit("refused"),
    },
    notice: { pastAgeBefore: names.notice("pastAgeBefore"), paidToDecember: names.notice("paidToDecember") },
    fault: {
      bornAfter: names.fault("bornAfter"),
      beforeBirth: names.fault("beforeBirth"),
      tooManyMonths: names.fault("longerThanLife"),
    },
    sections: [names.section("individualCounter"), names.section("individualOnline"), names.section("individualPayment")],
    next: { premium: names.next("premium"), resident: names.next("resident") },
  };
}

export const enrolment = defineFormula({
  matter: "chongqing.enrolment",
  facts: spec,
  bind(bindings) {
    const names = bindNames(bindings);
    return {
      derive: (facts, asOf) => ({ pastAge: names.age.isPastAge(facts, asOf.date) }),
      check: (facts, asOf) => contradictions(names, facts, asOf),
      known: () => NONE,
      evaluate: (facts, asOf) => evaluate(names, facts, asOf),
    };
  },
});

/** A birth date that is told bounds what was paid since. */
function contradictions(names: Names, facts: EnrolmentFacts, asOf: AsOf): readonly Fault[] {
  const { birthDate, lastPaid, continuousMonths } = facts;
  const wrong = paymentFaults(names.waiting, facts, asOf);
  if (wrong.length > 0 || birthDate === undefined) return wrong;
  if (birthDate > asOf.date) return [{ fact: "birthDate", text: names.fault.bornAfter }];
  if (lastPaid === undefined) return NONE;
  const lived = lastPaid - monthOfDate(birthDate) + 1;
  if (lived <= 0) return [{ fact: "lastPaid", text: names.fault.beforeBirth }];
  return (continuousMonths ?? 0) > lived ? [{ fact: "continuousMonths", text: names.fault.tooManyMonths }] : NONE;
}

function evaluate(names: Names, facts: EnrolmentFacts, asOf: AsOf): Result {
  const { headline } = names;
  const draft = newDraft();
  const mayNow = addConditions(names, facts, draft);
  const age = names.age.add(facts, asOf.date, draft);
  draft.remarks.push(names.reading.papers);
  const result = {
    place: facts.household === 1 ? names.place.registered : names.place.near,
    conditions: draft.conditions,
    amounts: draft.amounts,
    materials: materialsFor(names, facts),
    notices: draft.notices,
    next: facts.permit === 1 ? [names.next.premium, names.next.resident] : [names.next.premium],
    conflicts: NONE,
    missing: draft.missing,
    remarks: draft.remarks,
  };
  if (!mayNow || age.tooYoung || age.tooOld)
    return {
      ...result,
      outcome: age.tooOld ? "refused" : "not-yet",
      headline: age.tooOld ? headline.refused : headline.notYet,
      timeLimit: names.timeLimit[age.tooOld ? "refused" : age.tooYoung ? "fromAge" : "none"],
      dates: draft.dates,
      coverage: NONE,
      options: NONE,
      sections: NONE,
      next: facts.permit === 1 ? [names.next.resident] : NONE,
    };

  const interruption = interruptionBefore(names.waiting, facts, asOf);
  const wait = waitOf(names, facts, interruption, draft);
  const found = waitingFor(names.waiting, wait, interruption, age.until, draft);
  if (wait.short) draft.notices.push(names.waiting.notice.twoYears);
  const payment = interruption.payment.value;
  const inTime = withinAge(names, found, age.until, payment, draft);
  addAmounts(names, facts.tier, payment, draft);
  const missing = draft.missing.length > 0;
  const mayPay = found.options.length > 0;
  const atOnce = found.waiting.last === null ? headline.atOnce : headline.waits;
  const said = inTime.never ? headline.pastAge : mayPay ? headline.backPay : atOnce;
  return {
    ...result,
    outcome: missing ? "figure-missing" : "granted",
    headline: missing ? headline.figureMissing : said,
    timeLimit: mayPay ? names.timeLimit.gap : names.timeLimit.none,
    dates: [...draft.dates, ...inTime.dates],
    coverage: found.coverage,
    options: inTime.options,
    sections: names.sections,
    conflicts: [...wait.conflicts, ...names.care.conflictsIn(payment)],
  };
}

/** What proves who it is, and the fact that lets them in. */
function materialsFor({ material, reading }: Names, { household, chongqingPension }: EnrolmentFacts): readonly Material[] {
  if (household === 1) return [...material.identity, ...material.household];
  return [
    ...material.identity,
    ...(reading.permitRequired ? material.permit : NONE),
    ...(chongqingPension === 1 ? material.pension : NONE),
  ];
}

/** Those that can be mended at once; whether all are met. */
function addConditions(names: Names, facts: EnrolmentFacts, draft: Draft): boolean {
  const { leaf: leaves, condition, remedy, reading } = names;
  let local = true;
  if (facts.household === 0) draft.remarks.push(reading.nonlocal);
  if (reading.permitRequired || facts.household === 1) {
    const residence = facts.household === 1 ? HOUSEHOLD : facts.permit === 1 ? PERMIT : NO_PAPER;
    local = residence !== NO_PAPER;
    const household = leaves.household[facts.household]!;
    const papers = facts.permit === undefined ? [household] : [household, leaves.permit[facts.permit]!, reading.nonlocal];
    addCondition(draft, condition.residence, local, step(names.step.residence, residence, papers), remedy.getPermit, null);
  }
  const single = facts.otherRelation === 0;
  addCondition(draft, condition.noDuplicate, single, leaves.otherRelation[facts.otherRelation]!, remedy.endOther, null);
  return local && single;
}

function waitOf(names: Names, facts: EnrolmentFacts, { gap }: Interruption, draft: Draft): EmployeeWait {
  const { leaf: leaves } = names;
  const because: Node[] = [leaves.firstTime[facts.firstTime]!, leaves.fromResident[facts.fromResident]!];
  if (facts.fromUnit !== undefined) because.push(leaves.fromUnit[facts.fromUnit]!);
  if (facts.retired !== undefined) because.push(leaves.retired[facts.retired]!);
  if (facts.continuousMonths !== undefined) because.push(leaf(names.step.continuousMonths, facts.continuousMonths));
  if (gap !== null) because.push(gap);
  const joining = {
    way: wayOf(facts),
    firstIndividual: facts.firstTime === 1,
    retired: facts.retired === 1,
    continuousMonths: facts.continuousMonths ?? 0,
    gap: gap?.value ?? 0,
  };
  return names.employee.of(joining, because, draft);
}

function wayOf({ fromResident, fromUnit, firstTime }: EnrolmentFacts): number {
  if (fromResident === 1) return WAY.residentToIndividual;
  if (fromUnit === 1) return WAY.unitToIndividual;
  return firstTime === 1 ? WAY.new : WAY.individual;
}

/** What age lets come true: a first day after the last month that may be paid is none. */
function withinAge(
  { headline, notice }: Names,
  { waiting, dates, options }: WaitingFound,
  until: Month | null,
  payment: Month,
  draft: Draft,
): Pick<WaitingFound, "dates" | "options"> & { readonly never: boolean } {
  if (until === null) return { never: false, dates, options };
  const never = waiting.treatmentFrom.value > until;
  if (never) {
    draft.notices.push(notice.pastAgeBefore);
    draft.remarks.push(waiting.treatmentFrom);
  }
  if (until < payment + monthsToDecember(payment) - 1) draft.notices.push(notice.paidToDecember);
  return {
    never,
    dates: never ? dates.filter(({ node }) => node !== waiting.treatmentFrom) : dates,
    options: options.map((option) =>
      option.dates.some(({ node }) => node.value > until) ? { ...option, text: headline.optionPastAge, dates: NONE } : option,
    ),
  };
}

/** The months from this payment to December. */
function addAmounts(names: Names, tier: number, payment: number, draft: Draft): void {
  const { amount } = names;
  const start = names.premium.start(payment);
  const premium = names.premium.from(tier, start, draft);
  if (premium !== null) {
    draft.amounts.push({ definition: amount.premium, role: "due", node: premium.total });
    if (premium.month !== null) draft.amounts.push({ definition: amount.premiumMonth, role: "part", node: premium.month });
  }
  const care = names.care.from(tier, IN_SERVICE, start, draft);
  const definition = tier === names.firstTier ? amount.careByBank : amount.careByAccount;
  if (care !== null) draft.amounts.push({ definition, role: "due", node: care.total });
}
