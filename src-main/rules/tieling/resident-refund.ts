/** Tieling, refunds of the resident scheme (TL-16): only before treatment starts. Source: the notice of 2022-04-01, clause 七(二). */
import { addCondition, newDraft, NONE } from "../engine/draft.ts";
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

function bindNames(names: Bindings) {
  const day = names.reading("tieling.resident-refund-day");
  return {
    list: names.checklist("refused"),
    reading: { day: day.node, byCause: day.is("cause") },
    step: {
      causeDate: names.fact("causeDate"),
      deathDate: names.fact("deathDate"),
      treatmentFrom: names.fact("treatmentFrom"),
      ownPaid: names.fact("ownPaid"),
      applicationDay: names.step("applicationDay"),
      countedDay: names.step("countedDay"),
    },
    condition: names.condition("beforeStart"),
    remedy: names.remedy("inPrincipleNot"),
    amount: names.amount("refund"),
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
      // no question depends on the flag
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
  const draft = newDraft();
  const day = countedDay(names, facts, asOf);
  const start = leaf(names.step.treatmentFrom, facts.treatmentFrom);
  const beforeStart = day.value < start.value;
  draft.remarks.push(start);
  addCondition(draft, names.condition, beforeStart, day, names.remedy, null);
  const refunded = beforeStart && facts.endsHere !== 0;
  if (refunded) draft.amounts.push({ definition: names.amount, role: "due", node: leaf(names.step.ownPaid, facts.ownPaid) });
  return names.list.judge(facts, { beforeStart, refunded }, draft, beforeStart ? undefined : "refused");
}

/** The day of death; otherwise the day of the cause or of the application, as read. */
function countedDay({ step: steps, reading }: Names, facts: RefundFacts, asOf: AsOf): Node {
  if (facts.deathDate !== undefined) return leaf(steps.deathDate, facts.deathDate);
  const day = reading.byCause ? leaf(steps.causeDate, facts.causeDate!) : leaf(steps.applicationDay, asOf.date);
  return step(steps.countedDay, day.value, [day, reading.day]);
}
