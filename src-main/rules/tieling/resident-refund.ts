/** Tieling, refunds of the resident scheme (TL-16): only before treatment starts. Source: the notice of 2022-04-01, clause 七(二). */
import type { Material } from "../../../src-shared/domain/decision.ts";
import { addCondition, newDraft, NONE, type Draft } from "../engine/draft.ts";
import type { AsOf, Facts } from "../engine/facts.ts";
import { defineFormula, type Bindings, type Fault } from "../engine/formula.ts";
import { leaf, step, type Node } from "../engine/node.ts";
import type { Result } from "../engine/result.ts";

const spec = {
  reason: "choice",
  causeDate: "date?",
  deathDate: "date?",
  treatmentFrom: "date",
  ownPaid: "money",
  assisted: "flag",
  endsHere: "flag?",
} as const;
type RefundFacts = Facts<typeof spec>;
type Names = ReturnType<typeof bindNames>;

/** Positions of what differs between a death and the other reasons; both go by one name. */
const OTHER = 0;
const DIED = 1;

function bindNames(names: Bindings) {
  const day = names.reading("tieling.resident-refund-day");
  const materials = names.reading("tieling.refund-materials");
  return {
    died: names.option("reason", "died"),
    reading: { day: day.node, byCause: day.is("cause"), materials: materials.node, listed: materials.is("listed") },
    endsHere: names.leaves("endsHere"),
    step: {
      causeDate: names.fact("causeDate"),
      deathDate: names.fact("deathDate"),
      treatmentFrom: names.fact("treatmentFrom"),
      ownPaid: names.fact("ownPaid"),
      applicationDay: names.step("applicationDay"),
      countedDay: names.step("countedDay"),
    },
    condition: {
      beforeStart: [names.condition("beforeStart"), { ...names.condition("diedBeforeStart"), id: "beforeStart" }],
      endsHere: names.condition("endsHere"),
    },
    remedy: { inPrincipleNot: names.remedy("inPrincipleNot"), applyThere: names.remedy("applyThere") },
    amount: [names.amount("refund"), { ...names.amount("refundHeirs"), id: "refund" }],
    application: [names.material("application"), { ...names.material("application-died"), id: "application" }],
    proofs: [
      [names.material("identity-card"), names.material("other-enrolment")],
      [names.material("identity-card"), names.material("death-certificate"), names.material("kinship")],
    ],
    afterStart: names.notice("afterStart"),
    headline: { granted: names.headline("granted"), started: names.headline("started"), elsewhere: names.headline("elsewhere") },
    place: { agency: names.place("agency"), there: names.place("there") },
    timeLimit: {
      beforeStart: names.timeLimit("beforeStart"),
      byCause: names.timeLimit("byCause"),
      none: names.timeLimit("none"),
    },
    fault: {
      cause: { fact: "causeDate", text: names.fault("causeInFuture") },
      death: { fact: "deathDate", text: names.fault("diedInFuture") },
    },
  };
}

export const residentRefund = defineFormula({
  matter: "tieling.resident-refund",
  facts: spec,
  bind(bindings) {
    const names = bindNames(bindings);
    return {
      derive: () => NO_FLAGS,
      check: (facts, asOf) => contradictions(names, facts, asOf),
      known: () => NONE,
      evaluate: (facts, asOf) => evaluate(names, facts, asOf),
    };
  },
});
const NO_FLAGS = {};

function contradictions({ fault }: Names, { causeDate, deathDate }: RefundFacts, asOf: AsOf): readonly Fault[] {
  const faults: Fault[] = [];
  if (causeDate !== undefined && causeDate > asOf.date) faults.push(fault.cause);
  if (deathDate !== undefined && deathDate > asOf.date) faults.push(fault.death);
  return faults;
}

function evaluate(names: Names, facts: RefundFacts, asOf: AsOf): Result {
  const { headline, place, condition, remedy } = names;
  const draft = newDraft();
  const which = facts.reason === names.died ? DIED : OTHER;
  const day = countedDay(names, facts, asOf);
  const start = leaf(names.step.treatmentFrom, facts.treatmentFrom);
  const beforeStart = day.value < start.value;
  draft.remarks.push(start);
  addCondition(draft, condition.beforeStart[which]!, beforeStart, day, remedy.inPrincipleNot, null);
  const here = facts.endsHere !== 0;
  if (facts.endsHere !== undefined)
    addCondition(draft, condition.endsHere, here, names.endsHere[facts.endsHere]!, remedy.applyThere, null);
  if (!beforeStart) draft.notices.push(names.afterStart);
  const refunded = beforeStart && here;
  if (refunded) {
    const node = leaf(names.step.ownPaid, facts.ownPaid);
    draft.amounts.push({ definition: names.amount[which]!, role: "due", node });
  }
  return {
    // who applies at the wrong place is shown the right one
    outcome: refunded ? "granted" : beforeStart ? "guidance" : "refused",
    headline: refunded ? headline.granted : beforeStart ? headline.elsewhere : headline.started,
    place: here ? place.agency : place.there,
    timeLimit: timeLimitOf(names, beforeStart && which === OTHER),
    conditions: draft.conditions,
    amounts: draft.amounts,
    dates: NONE,
    coverage: NONE,
    options: NONE,
    materials: refunded ? materialsFor(names, which, draft) : NONE,
    notices: draft.notices,
    sections: NONE,
    conflicts: NONE,
    missing: NONE,
    remarks: draft.remarks,
  };
}

/** The day of death; otherwise the day of the cause or of the application, as read. */
function countedDay({ step: steps, reading }: Names, facts: RefundFacts, asOf: AsOf): Node {
  if (facts.deathDate !== undefined) return leaf(steps.deathDate, facts.deathDate);
  const day = reading.byCause ? leaf(steps.causeDate, facts.causeDate!) : leaf(steps.applicationDay, asOf.date);
  return step(steps.countedDay, day.value, [day, reading.day]);
}

/** Where the day of the cause counts, there is no last day for the application. */
const timeLimitOf = ({ timeLimit, reading }: Names, counts: boolean): Result["timeLimit"] =>
  !counts ? timeLimit.none : reading.byCause ? timeLimit.byCause : timeLimit.beforeStart;

function materialsFor({ application, proofs, reading }: Names, which: number, draft: Draft): readonly Material[] {
  draft.remarks.push(reading.materials);
  return reading.listed ? [application[which]!, ...proofs[which]!] : [application[which]!];
}
