/** Chongqing, refund of the resident premium (CQ-12). Source: answers of 2023-08, 居民03问: nothing once treatment has started. */
import { newDraft, NONE } from "../../engine/draft.ts";
import { defineFormula, type Bindings } from "../../engine/formula.ts";
import { leaf, step } from "../../engine/node.ts";

const spec = { reason: "choice", treatmentFrom: "date?" } as const;

const bindNames = (names: Bindings) => ({
  list: names.checklist("refused"),
  step: {
    treatmentFrom: names.fact("treatmentFrom"),
    processingDay: names.step("processingDay"),
    notStarted: names.step("notStarted"),
  },
  condition: names.condition("notStarted"),
});

export const residentRefund = defineFormula({
  matter: "chongqing.resident-refund",
  facts: spec,
  bind(bindings) {
    const names = bindNames(bindings);
    return {
      derive: ({ treatmentFrom }, asOf) => ({ started: treatmentFrom !== undefined && asOf.date >= treatmentFrom }),
      check: () => NONE,
      known: () => NONE,
      evaluate(facts, asOf) {
        const draft = newDraft();
        // what was paid after the closing day has no treatment that could have started
        if (facts.treatmentFrom === undefined) return names.list.judge(facts, { started: false }, draft);
        const day = leaf(names.step.processingDay, asOf.date);
        const from = leaf(names.step.treatmentFrom, facts.treatmentFrom);
        const started = asOf.date >= facts.treatmentFrom;
        const node = step(names.step.notStarted, started ? 0 : 1, [day, from]);
        // time does not mend it
        draft.conditions.push({ definition: names.condition, met: !started, node, remedies: NONE });
        return names.list.judge(facts, { started }, draft, started ? "refused" : undefined);
      },
    };
  },
});
