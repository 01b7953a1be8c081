/** Chongqing, refund of the resident premium (CQ-12). Source: answers of 2023-08, 居民03问: nothing once treatment has started. */
import { newDraft, NONE } from "../../engine/draft.ts";
import { leaf } from "../../engine/node.ts";
import { isBefore } from "../../engine/operations.ts";
import { define, type Words } from "../../generated/chongqing/resident-refund.ts";

const bind = (words: Words) => ({ ...words, list: words.checklist("refused") });

export default define(bind, {
  derive: (_names, { treatmentFrom }, asOf) => ({ started: treatmentFrom !== undefined && asOf.date >= treatmentFrom }),
  evaluate({ list, fact, step: steps, condition }, facts, asOf) {
    const draft = newDraft();
    // what was paid after the closing day has no treatment that could have started
    if (facts.treatmentFrom === undefined)
      return list.judge(facts, { started: false }, draft, undefined, { treatmentFrom: undefined });
    const processingDay = leaf(steps.processingDay, asOf.date);
    const treatmentFrom = leaf(fact.treatmentFrom, facts.treatmentFrom);
    const node = isBefore(steps.notStarted, processingDay, treatmentFrom);
    const met = node.value === 1;
    // time does not mend it
    draft.conditions.push({ definition: condition.notStarted({ processingDay, treatmentFrom }), met, node, remedies: NONE });
    return list.judge(facts, { started: !met }, draft, met ? undefined : "refused", { treatmentFrom });
  },
});
