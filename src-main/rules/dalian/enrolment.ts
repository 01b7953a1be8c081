/** Dalian, enrolment as flexible worker (DL-01). Source: guide 一(一)(二)(四)(五), 七(一); answers of 2025-04; later notices for the premium. */
import { birthday, monthOfDate, type Month } from "../../../src-shared/domain/calendar.ts";
import type { Material } from "../../../src-shared/domain/decision.ts";
import { addCondition, cover, coverFrom, newDraft, NONE, type Draft } from "../engine/draft.ts";
import type { AsOf, Facts } from "../engine/facts.ts";
import { defineFormula, type Bindings } from "../engine/formula.ts";
import { leaf, step, type Node } from "../engine/node.ts";
import type { Result, Template } from "../engine/result.ts";
import { bindPremium } from "./premium.ts";

const spec = {
  sex: "choice",
  birthDate: "date",
  household: "flag",
  permit: "flag?",
  work: "choice",
  firstTime: "flag",
  lastPaid: "month?",
} as const;
type EnrolmentFacts = Facts<typeof spec>;
type Names = ReturnType<typeof bindNames>;

/** Values of the step `residence`. */
const NOTHING = 0;
const PERMIT = 1;
const HOUSEHOLD = 2;

function bindNames(names: Bindings) {
  const ages = names.table("dalian.enrolment-ages");
  const gap = names.table("dalian.gap");
  const gapAnswer = gap.output("answer");
  const sex = names.leaves("sex");
  const upperAge = names.reading("dalian.enrolment-upper-age");
  const lookUp = (output: string): readonly Node[] =>
    sex.map((input) => ages.node(ages.row1(input.value), ages.output(output), [input]));
  return {
    ages: { lowest: lookUp("lowest"), limit: lookUp("limit") },
    gap: { table: gap, answer: gapAnswer, allowed: gap.choice(gapAnswer, "allowed"), noGap: gap.choice(gapAnswer, "no-gap") },
    leaf: {
      household: names.leaves("household"),
      permit: names.leaves("permit"),
      work: names.leaves("work"),
      firstTime: names.leaves("firstTime"),
    },
    option: {
      freelancer: names.option("work", "freelancer"),
      selfEmployed: names.option("work", "self-employed"),
      employer: names.option("work", "employer"),
    },
    reading: { upperAge: upperAge.node, birthdayIncluded: upperAge.is("birthday-included") },
    premium: bindPremium(names),
    step: {
      birthDate: names.fact("birthDate"),
      lastPaid: names.fact("lastPaid"),
      lowestAgeDay: names.step("lowestAgeDay"),
      limitDay: names.step("limitDay"),
      residence: names.step("residence"),
      paymentMonth: names.step("paymentMonth"),
      gapMonths: names.step("gapMonths"),
      firstBenefits: names.step("firstBenefits"),
      resumedBenefits: names.step("resumedBenefits"),
      continuedBenefits: names.step("continuedBenefits"),
    },
    condition: {
      residence: names.condition("residence"),
      lowestAge: names.condition("lowestAge"),
      upperAge: names.condition("upperAge"),
      work: names.condition("work"),
    },
    remedy: {
      getPermit: names.remedy("getPermit"),
      waitForAge: names.remedy("waitForAge"),
      byUnit: names.remedy("byUnit"),
      asEmployer: names.remedy("asEmployer"),
    },
    amount: {
      monthlyPremium: names.amount("monthlyPremium"),
      basicPremium: names.amount("basicPremium"),
      largeSum: names.amount("largeSum"),
    },
    date: { benefitsFrom: names.date("benefitsFrom") },
    coverage: { waiting: names.coverage("waiting"), covered: names.coverage("covered") },
    materials: [
      NONE,
      [names.material("residence-permit")],
      [names.material("household-register")],
    ] as readonly (readonly Material[])[],
    notice: {
      sameBenefits: names.notice("sameBenefits"),
      familyMayCome: names.notice("familyMayCome"),
      interruption: names.notice("interruption"),
      gapCanBeMadeGood: names.notice("gapCanBeMadeGood"),
      gapTooLong: names.notice("gapTooLong"),
      retireInstead: names.notice("retireInstead"),
    },
    headline: {
      granted: names.headline("granted"),
      grantedGap: names.headline("grantedGap"),
      refused: names.headline("refused"),
      notYet: names.headline("notYet"),
      figureMissing: names.headline("figureMissing"),
    },
    next: { backPayment: [names.next("backPayment")], retirement: [names.next("retirement")] },
    place: names.place("district"),
    timeLimit: names.timeLimit("none"),
    sections: [names.section("counterChannel"), names.section("onlineChannel"), names.section("bankChannel")],
    fault: {
      bornAfter: names.fault("bornAfter"),
      lastPaidInFuture: names.fault("lastPaidInFuture"),
      lastPaidBeforeBirth: names.fault("lastPaidBeforeBirth"),
    },
  };
}

export const enrolment = defineFormula({
  matter: "dalian.enrolment",
  facts: spec,
  bind(bindings) {
    const names = bindNames(bindings);
    return {
      derive: () => ({}),
      check(facts, asOf) {
        if (facts.birthDate > asOf.date) return [{ fact: "birthDate", text: names.fault.bornAfter }];
        if (facts.lastPaid === undefined) return NONE;
        if (facts.lastPaid > asOf.month) return [{ fact: "lastPaid", text: names.fault.lastPaidInFuture }];
        return facts.lastPaid < monthOfDate(facts.birthDate)
          ? [{ fact: "lastPaid", text: names.fault.lastPaidBeforeBirth }]
          : NONE;
      },
      known: () => NONE,
      evaluate: (facts, asOf) => evaluate(names, facts, asOf),
    };
  },
});

function evaluate(names: Names, facts: EnrolmentFacts, asOf: AsOf): Result {
  const draft = newDraft();
  const residence = facts.household === 1 ? HOUSEHOLD : facts.permit === 1 ? PERMIT : NOTHING;
  const { tooYoung, tooOld } = addConditions(names, facts, asOf, draft, residence);
  const failed = draft.conditions.some((condition) => !condition.met);
  const onlyTooYoung = tooYoung && draft.conditions.filter((condition) => !condition.met).length === 1;
  draft.notices.push(names.notice.sameBenefits, names.notice.familyMayCome, names.notice.interruption);

  const payment = leaf(names.step.paymentMonth, asOf.month);
  const gap = facts.lastPaid === undefined ? null : interruptionBefore(names, facts.lastPaid, payment, draft);
  const premium = failed ? null : names.premium.of(asOf.month, draft.missing);
  if (premium !== null) {
    draft.amounts.push({ definition: names.amount.monthlyPremium, role: "due", node: premium.total });
    if (premium.largeSum !== null) {
      draft.amounts.push(
        { definition: names.amount.basicPremium, role: "part", node: premium.basic },
        { definition: names.amount.largeSum, role: "part", node: premium.largeSum },
      );
    }
  }
  if (!failed) benefits(names, facts, payment, gap, draft);
  return {
    ...draftParts(draft),
    next: tooOld ? names.next.retirement : gap?.madeGood === true && !failed ? names.next.backPayment : NONE,
    outcome: onlyTooYoung ? "not-yet" : failed ? "refused" : draft.missing.length > 0 ? "figure-missing" : "granted",
    headline: headlineOf(names, onlyTooYoung, failed, draft.missing.length > 0, gap),
    place: names.place,
    timeLimit: names.timeLimit,
    options: NONE,
    materials: names.materials[residence]!,
    sections: failed ? NONE : names.sections,
    conflicts: premium === null ? NONE : names.premium.conflictsIn(asOf.month),
    missing: draft.missing,
  };
}

const draftParts = (draft: Draft) => ({
  conditions: draft.conditions,
  amounts: draft.amounts,
  dates: draft.dates,
  coverage: draft.coverage,
  notices: draft.notices,
  remarks: draft.remarks,
});

/** All four at once; returns on which side of the ages the person stands. */
function addConditions(
  names: Names,
  facts: EnrolmentFacts,
  asOf: AsOf,
  draft: Draft,
  residence: number,
): { readonly tooYoung: boolean; readonly tooOld: boolean } {
  const { step: steps, condition, remedy, option, reading } = names;
  const birth = leaf(steps.birthDate, facts.birthDate);
  const papers =
    facts.permit === undefined
      ? [names.leaf.household[facts.household]!]
      : [names.leaf.household[facts.household]!, names.leaf.permit[facts.permit]!];
  addCondition(
    draft,
    condition.residence,
    residence !== NOTHING,
    step(steps.residence, residence, papers),
    remedy.getPermit,
    null,
  );

  const lowest = names.ages.lowest[facts.sex]!;
  const lowestDay = step(steps.lowestAgeDay, birthday(facts.birthDate, lowest.value / 12), [birth, lowest]);
  const tooYoung = asOf.date < lowestDay.value;
  addCondition(draft, condition.lowestAge, !tooYoung, lowestDay, remedy.waitForAge, lowestDay);

  const limit = names.ages.limit[facts.sex]!;
  const limitDay = step(steps.limitDay, birthday(facts.birthDate, limit.value / 12), [birth, limit]);
  // the reading is about this one day
  if (asOf.date === limitDay.value) draft.remarks.push(reading.upperAge);
  const inTime = reading.birthdayIncluded ? asOf.date <= limitDay.value : asOf.date < limitDay.value;
  draft.conditions.push({ definition: condition.upperAge, met: inTime, node: limitDay, remedies: NONE });
  if (!inTime) draft.notices.push(names.notice.retireInstead);

  const fits = facts.work === option.freelancer || facts.work === option.selfEmployed;
  addCondition(
    draft,
    condition.work,
    fits,
    names.leaf.work[facts.work]!,
    facts.work === option.employer ? remedy.asEmployer : remedy.byUnit,
    null,
  );
  return { tooYoung, tooOld: !inTime };
}

interface Interruption {
  readonly months: Node;
  /** Whether it can be made good this month (DL-02). */
  readonly madeGood: boolean;
}

function interruptionBefore(names: Names, lastPaid: Month, payment: Node, draft: Draft): Interruption {
  const { table, answer, allowed, noGap } = names.gap;
  const months = step(names.step.gapMonths, Math.max(0, payment.value - lastPaid - 1), [
    leaf(names.step.lastPaid, lastPaid),
    payment,
  ]);
  const row = table.row2(months.value, 1);
  const found = table.value(row, answer);
  if (found === allowed) draft.notices.push(names.notice.gapCanBeMadeGood);
  else if (found !== noGap) draft.notices.push(names.notice.gapTooLong);
  draft.remarks.push(table.node(row, answer, [months]));
  return { months, madeGood: found === allowed };
}

/** First enrolment: the month of payment; after a gap: the month after; without a break it goes on. */
function benefits(names: Names, facts: EnrolmentFacts, payment: Node, gap: Interruption | null, draft: Draft): void {
  const { step: steps } = names;
  const first = names.leaf.firstTime[facts.firstTime]!;
  let from: Node;
  if (gap === null) from = step(steps.firstBenefits, payment.value, [payment, first]);
  else if (gap.months.value === 0) from = step(steps.continuedBenefits, payment.value, [payment, gap.months]);
  else from = step(steps.resumedBenefits, payment.value + 1, [payment, gap.months]);
  draft.dates.push({ definition: names.date.benefitsFrom, node: from });
  if (from.value > payment.value) cover(draft, "waiting", names.coverage.waiting, [payment.value, payment.value]);
  coverFrom(draft, "covered", names.coverage.covered, from.value);
}

function headlineOf(
  { headline }: Names,
  onlyTooYoung: boolean,
  failed: boolean,
  figureMissing: boolean,
  gap: Interruption | null,
): Template {
  if (onlyTooYoung) return headline.notYet;
  if (failed) return headline.refused;
  if (figureMissing) return headline.figureMissing;
  return gap?.madeGood ? headline.grantedGap : headline.granted;
}
