/** Chongqing, change between the schemes and from individual to unit (CQ-03). Source: answers of 2023-08, 职工03问. */
import { monthOfDate } from "../../../src-shared/domain/calendar.ts";
import { addCondition, newDraft, NONE } from "../engine/draft.ts";
import type { AsOf, Facts } from "../engine/facts.ts";
import { defineFormula, type Bindings } from "../engine/formula.ts";
import { leaf, type Node } from "../engine/node.ts";
import type { NextFound, Result, Template } from "../engine/result.ts";
import { NATIONAL_RULE_FROM } from "../national/resident-waiting.ts";
import { bindWaiting, interruptionBefore, paymentFaults, rowFor, waitingFor } from "./waiting.ts";

const spec = {
  direction: "choice",
  otherRelation: "flag",
  lastPaid: "month",
  continuousMonths: "count?",
  retired: "flag?",
  paidOn: "date?",
} as const;
type ChangeFacts = Facts<typeof spec>;
type Names = ReturnType<typeof bindNames>;

/** Where one goes to register, and what to see to there. */
interface End {
  readonly place: Template;
  readonly next: readonly NextFound[];
}

function bindNames(names: Bindings) {
  const shortMembership = names.reading("chongqing.short-membership");
  const waiting = bindWaiting(names, "chongqing.scheme-change");
  const toUnit: End = { place: names.place("unit"), next: NONE };
  const toIndividual: End = { place: names.place("registered"), next: [names.next("individual")] };
  const toResident: End = { place: names.place("street"), next: [names.next("resident")] };
  const ends: End[] = [];
  ends[names.option("direction", "resident-to-unit")] = toUnit;
  ends[names.option("direction", "resident-to-flexible")] = toIndividual;
  ends[names.option("direction", "unit-to-resident")] = toResident;
  ends[names.option("direction", "flexible-to-resident")] = toResident;
  ends[names.option("direction", "flexible-to-unit")] = toUnit;
  return {
    waiting,
    localRule: waiting.table.choice(waiting.answer, "local-rule"),
    shortMembership: waiting.table.choice(waiting.answer, "short-membership"),
    inScheme: names.option("direction", "flexible-to-unit"),
    /** By direction. */
    ends,
    leaf: {
      direction: names.leaves("direction"),
      otherRelation: names.leaves("otherRelation"),
      retired: names.leaves("retired"),
    },
    reading: { shortMembership: shortMembership.node, free: shortMembership.is("no-wait") },
    continuousMonths: names.fact("continuousMonths"),
    condition: names.condition("noDuplicate"),
    nationalSince2025: names.notice("nationalSince2025"),
    remedy: names.remedy("endOther"),
    headline: {
      atOnce: names.headline("atOnce"),
      waits: names.headline("waits"),
      atMost: names.headline("atMost"),
      backPay: names.headline("backPay"),
      refused: names.headline("refused"),
    },
    timeLimit: { none: names.timeLimit("none"), gap: names.timeLimit("gap") },
  };
}

export const schemeChange = defineFormula({
  matter: "chongqing.scheme-change",
  facts: spec,
  bind(bindings) {
    const names = bindNames(bindings);
    return {
      derive: ({ direction }) => ({ cross: direction !== undefined && direction !== names.inScheme }),
      check: (facts, asOf) => paymentFaults(names.waiting, facts, asOf),
      known: () => NONE,
      evaluate: (facts, asOf) => evaluate(names, facts, asOf),
    };
  },
});

function evaluate(names: Names, facts: ChangeFacts, asOf: AsOf): Result {
  const { headline, leaf: leaves, waiting } = names;
  const draft = newDraft();
  const end = names.ends[facts.direction]!;
  const single = facts.otherRelation === 0;
  addCondition(draft, names.condition, single, leaves.otherRelation[facts.otherRelation]!, names.remedy, null);
  const result = {
    place: end.place,
    conditions: draft.conditions,
    amounts: NONE,
    materials: NONE,
    notices: draft.notices,
    sections: NONE,
    next: end.next,
    conflicts: NONE,
    missing: NONE,
    remarks: draft.remarks,
  };
  if (!single)
    return {
      ...result,
      outcome: "refused",
      headline: headline.refused,
      timeLimit: names.timeLimit.none,
      dates: NONE,
      coverage: NONE,
      options: NONE,
    };

  const interruption = interruptionBefore(waiting, facts, asOf);
  const gap = interruption.gap!;
  const inputs: Node[] = [leaves.direction[facts.direction]!, gap];
  if (facts.retired !== undefined) inputs.push(leaves.retired[facts.retired]!);
  if (facts.continuousMonths !== undefined) inputs.push(leaf(names.continuousMonths, facts.continuousMonths));
  const row = rowFor(
    waiting.table,
    [facts.direction, facts.retired ?? 0, facts.continuousMonths ?? 0, gap.value],
    names.reading.free,
    names.reading.shortMembership,
    inputs,
  );
  const found = waitingFor(waiting, row, inputs, interruption, draft);
  if (found.answer === names.shortMembership) draft.notices.push(waiting.notice.twoYears);
  if (found.answer === names.localRule && interruption.payment.value >= monthOfDate(NATIONAL_RULE_FROM))
    draft.notices.push(names.nationalSince2025);
  const mayPay = found.options.length > 0;
  return {
    ...result,
    outcome: "granted",
    headline: mayPay
      ? headline.backPay
      : found.waiting.last === null
        ? headline.atOnce
        : found.answer === names.localRule
          ? headline.atMost
          : headline.waits,
    timeLimit: mayPay ? names.timeLimit.gap : names.timeLimit.none,
    dates: found.dates,
    coverage: found.coverage,
    options: found.options,
  };
}
