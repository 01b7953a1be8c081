/**
 * Dalian, resignation-type retirement 退职 (DL-07). Source: city guide, clause 七(八).
 * Before 50 (men) or 45 (women) the person goes on paying month by month and is treated as in service; after it, with the
 * years met, as retired. Years are counted as for any retirement.
 */
import { monthOfDate, type Month } from "../../../src-shared/domain/calendar.ts";
import { countMonths, subtractMonths } from "../../../src-shared/domain/periods.ts";
import { addCondition, cover, coverFrom, newDraft, NONE, type Draft } from "../engine/draft.ts";
import type { AsOf, Facts } from "../engine/facts.ts";
import { defineFormula, type Bindings } from "../engine/formula.ts";
import { leaf, step, type Node } from "../engine/node.ts";
import type { Result, Template } from "../engine/result.ts";
import { bindPremium, RATES_DIFFER_FROM } from "./premium.ts";
import { contradictions } from "../engine/contribution/years-faults.ts";
import { countYears, overlapUnknown, typedAsNumber, yearsConditions } from "../engine/contribution/years.ts";
import { bindYears, yearsSpec } from "./years/names.ts";
import { bindTopUp, topUpPayment } from "./years/top-up.ts";

const spec = { ...yearsSpec, approvalMonth: "month", filed: "flag?" } as const;
type ResignationFacts = Facts<typeof spec>;
type Names = ReturnType<typeof bindNames>;

function bindNames(names: Bindings) {
  const leaves = {
    sex: names.leaves("sex"),
    capacity: names.leaves("capacity"),
    enrolledAs: names.leaves("enrolledAs"),
    filed: names.leaves("filed"),
  };
  const start = names.reading("dalian.no-shortfall-start");
  const end = names.reading("dalian.resignation-end-month");
  const late = names.reading("dalian.resignation-late");
  const shortfall = names.reading("dalian.resignation-shortfall");
  return {
    leaf: leaves,
    years: bindYears(names, leaves),
    topUp: bindTopUp(names),
    premium: bindPremium(names),
    reading: {
      start: start.node,
      startsNextMonth: start.is("next-month"),
      end: end.node,
      throughTurningMonth: end.is("turning-month"),
      late: late.node,
      lateFromApproval: late.is("from-approval-month"),
      shortfall: shortfall.node,
      mayTopUp: shortfall.is("top-up"),
    },
    step: {
      birthDate: names.fact("birthDate"),
      approvalMonth: names.fact("approvalMonth"),
      contributed: names.fact("contributed"),
      processingMonth: names.step("processingMonth"),
      turningMonth: names.step("turningMonth"),
      payUntil: names.step("payUntil"),
      monthsToPay: names.step("monthsToPay"),
      localProjected: names.step("localProjected"),
      afterTopUp: names.step("afterTopUp"),
      afterProcessing: names.step("afterProcessing"),
      afterAge: names.step("afterAge"),
      retiredFrom: names.step("retiredFrom"),
      inServiceUntil: names.step("inServiceUntil"),
    },
    condition: { approved: names.condition("approved"), age: names.condition("age") },
    remedy: { waitForApproval: names.remedy("waitForApproval"), payUntil: names.remedy("payUntil") },
    amount: {
      topUp: names.amount("topUp"),
      topUpMonth: names.amount("topUpMonth"),
      monthlyPremium: names.amount("monthlyPremium"),
    },
    date: {
      payUntil: names.date("payUntil"),
      retiredFrom: names.date("retiredFrom"),
      inServiceUntil: names.date("inServiceUntil"),
      turningMonth: names.date("turningMonth"),
    },
    coverage: {
      contributed: names.coverage("contributed"),
      inService: names.coverage("inService"),
      retired: names.coverage("retired"),
    },
    materials: [names.material("resignation-form")],
    notice: {
      late: names.notice("late"),
      keepPaying: names.notice("keepPaying"),
      guideSilent: names.notice("guideSilent"),
    },
    next: [names.next("enrol")],
    premiumConflicts: [names.conflict("dalian.flexible-rate"), names.conflict("dalian.base-year")],
    headline: {
      granted: names.headline("granted"),
      grantedTopUp: names.headline("grantedTopUp"),
      notYetApproval: names.headline("notYetApproval"),
      payOn: names.headline("payOn"),
      payOnShort: names.headline("payOnShort"),
      short: names.headline("short"),
      figureMissing: names.headline("figureMissing"),
    },
    place: names.place("window"),
    timeLimit: names.timeLimit("approvalMonth"),
  };
}

export const resignation = defineFormula({
  matter: "dalian.resignation",
  facts: spec,
  bind(bindings) {
    const names = bindNames(bindings);
    return {
      derive: (facts, asOf) => ({
        approvedEarlier: facts.approvalMonth !== undefined && facts.approvalMonth < asOf.month,
        overlapUnknown: overlapUnknown(facts),
      }),
      check: (facts, asOf) =>
        contradictions(
          names.years,
          facts,
          asOf,
          { fact: "approvalMonth", month: facts.approvalMonth },
          () => names.years.cutOff(facts).month.value,
        ),
      known: ({ sex, birthDate }) =>
        sex === undefined || birthDate === undefined
          ? NONE
          : [{ definition: names.date.turningMonth, node: turningMonth(names, leaf(names.step.birthDate, birthDate), sex) }],
      evaluate: (facts, asOf) => evaluate(names, facts, asOf),
    };
  },
});

function turningMonth({ years, step: steps }: Names, birth: Node, sex: number): Node {
  const age = years.required[sex]!.earlyAge;
  return step(steps.turningMonth, monthOfDate(birth.value) + age.value, [birth, age]);
}

/** Where the person stands on the way to 50/45. */
interface Stage {
  readonly approval: Node;
  readonly approved: boolean;
  readonly late: boolean;
  /** Last month to be paid; `null` for those who resigned at or after the age. */
  readonly payUntil: Node | null;
  readonly ofAge: boolean;
}

function evaluate(names: Names, facts: ResignationFacts, asOf: AsOf): Result {
  const { headline, reading } = names;
  const draft = newDraft();
  const contributed = leaf(names.step.contributed, facts.contributed.count);
  if (facts.contributed.set !== null) cover(draft, "contributed", names.coverage.contributed, facts.contributed.set);
  const processing = leaf(names.step.processingMonth, asOf.month);
  const stage = stageOf(names, facts, asOf, draft);
  const local = stage.ofAge ? contributed : projected(names, facts, asOf, processing, stage.payUntil!, contributed);
  const required = names.years.required[facts.sex]!;
  const years = countYears(names.years, facts, required, contributed, local, names.years.cutOff(facts), draft);
  if (typedAsNumber(facts.service)) draft.notices.push(names.years.notice.serviceTyped);
  const short = years.shortfall.value > 0;
  draft.remarks.push(years.shortfall);
  if (short) draft.remarks.push(reading.shortfall);

  const due = stage.approved && stage.ofAge;
  const topUp = due && short && reading.mayTopUp ? topUpPayment(names.topUp, null, asOf, years.shortfall, draft.missing) : null;
  if (topUp !== null) {
    draft.amounts.push({ definition: names.amount.topUp, role: "due", node: topUp.total });
    if (topUp.month !== null) draft.amounts.push({ definition: names.amount.topUpMonth, role: "part", node: topUp.month });
  }
  yearsConditions(names.years, years, topUp?.total ?? null, draft);

  let outcome: Result["outcome"] = "not-yet";
  let words: Template = headline.notYetApproval;
  if (stage.approved && !stage.ofAge) {
    payOn(names, asOf, stage.payUntil!, short, draft);
    words = short ? headline.payOnShort : headline.payOn;
  } else if (due && short && !reading.mayTopUp) {
    draft.notices.push(names.notice.guideSilent);
    words = headline.short;
  } else if (due && draft.missing.length > 0) {
    outcome = "figure-missing";
    words = headline.figureMissing;
  } else if (due) {
    outcome = "granted";
    words = short ? headline.grantedTopUp : headline.granted;
    retired(names, retiredFrom(names, asOf, processing, stage, years.shortfall), asOf.month, draft);
  }
  const paysPremium = stage.approved && !stage.ofAge;
  return {
    outcome,
    headline: words,
    place: names.place,
    timeLimit: names.timeLimit,
    conditions: draft.conditions,
    amounts: draft.amounts,
    dates: draft.dates,
    coverage: draft.coverage,
    options: NONE,
    materials: names.materials,
    notices: draft.notices,
    sections: NONE,
    next: paysPremium ? names.next : NONE,
    conflicts:
      asOf.month < RATES_DIFFER_FROM
        ? NONE
        : topUp !== null
          ? names.topUp.conflicts
          : paysPremium
            ? names.premiumConflicts
            : NONE,
    missing: draft.missing,
    remarks: draft.remarks,
  };
}

function stageOf(names: Names, facts: ResignationFacts, asOf: AsOf, draft: Draft): Stage {
  const { step: steps, condition, remedy, reading } = names;
  const approval = leaf(steps.approvalMonth, facts.approvalMonth);
  const approved = approval.value <= asOf.month;
  addCondition(draft, condition.approved, approved, approval, remedy.waitForApproval, approval);
  const late = facts.filed === 0;
  if (late) draft.notices.push(names.notice.late);

  const turning = turningMonth(names, leaf(steps.birthDate, facts.birthDate), facts.sex);
  let payUntil: Node | null = null;
  if (approval.value < turning.value) {
    const last = reading.throughTurningMonth ? turning.value : turning.value - 1;
    payUntil = step(steps.payUntil, last, [turning, reading.end]);
  }
  // whoever resigns at or after the age is of age by then, even while the approval is still to come
  const ofAge = payUntil === null || asOf.month > payUntil.value;
  addCondition(draft, condition.age, ofAge, payUntil ?? turning, remedy.payUntil, payUntil);
  return { approval, approved, late, payUntil, ofAge };
}

/** Local months at 50/45, when every month until then is paid. A bare number already holds the month of processing. */
function projected(
  { step: steps }: Names,
  facts: ResignationFacts,
  asOf: AsOf,
  processing: Node,
  payUntil: Node,
  contributed: Node,
): Node {
  const drawn = facts.contributed.set;
  const months = drawn === null ? payUntil.value - asOf.month : countMonths(subtractMonths([asOf.month, payUntil.value], drawn));
  const toPay = step(steps.monthsToPay, months, [processing, payUntil, contributed]);
  return step(steps.localProjected, contributed.value + months, [contributed, toPay]);
}

/** In-service treatment up to 50/45, paid for month by month; with the years met, retired from then on. */
function payOn(names: Names, asOf: AsOf, payUntil: Node, short: boolean, draft: Draft): void {
  const premium = names.premium.of(asOf.month, draft.missing);
  if (premium !== null) draft.amounts.push({ definition: names.amount.monthlyPremium, role: "information", node: premium.total });
  draft.dates.push({ definition: names.date.payUntil, node: payUntil });
  draft.notices.push(names.notice.keepPaying);
  if (short) cover(draft, "in-service", names.coverage.inService, [asOf.month, payUntil.value]);
  else retired(names, step(names.step.afterAge, payUntil.value + 1, [payUntil]), asOf.month, draft);
}

function retired(names: Names, from: Node, now: Month, draft: Draft): void {
  draft.dates.push({ definition: names.date.retiredFrom, node: from });
  if (from.value > now) {
    draft.dates.push({ definition: names.date.inServiceUntil, node: step(names.step.inServiceUntil, from.value - 1, [from]) });
    cover(draft, "in-service", names.coverage.inService, [now, from.value - 1]);
  }
  coverFrom(draft, "retired", names.coverage.retired, from.value);
}

function retiredFrom(names: Names, asOf: AsOf, processing: Node, stage: Stage, shortfall: Node): Node {
  const { step: steps, reading } = names;
  const { approval, late, payUntil } = stage;
  let paidUp: Node;
  if (shortfall.value > 0) paidUp = step(steps.afterTopUp, asOf.month + 1, [processing, shortfall]);
  else if (late && reading.lateFromApproval)
    paidUp = step(steps.afterProcessing, approval.value + 1, [approval, reading.late, shortfall]);
  else {
    const inputs = [processing, reading.start, shortfall];
    const month = reading.startsNextMonth ? asOf.month + 1 : asOf.month;
    paidUp = step(steps.afterProcessing, month, late ? [...inputs, reading.late] : inputs);
  }
  if (payUntil === null) return paidUp;
  const ofAge = step(steps.afterAge, payUntil.value + 1, [payUntil]);
  return step(steps.retiredFrom, Math.max(paidUp.value, ofAge.value), [paidUp, ofAge]);
}
