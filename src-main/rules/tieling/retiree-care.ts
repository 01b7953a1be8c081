/** Tieling, after retirement (TL-14): treatment whatever the unit owes, and hand-over when no staff is left. Source: clause 六(四). */
import { rounded, times } from "../engine/arithmetic.ts";
import { figureAt, newDraft, NONE } from "../engine/draft.ts";
import type { AsOf, Facts } from "../engine/facts.ts";
import { defineFormula, type Bindings } from "../engine/formula.ts";
import { leaf } from "../engine/node.ts";
import type { Result } from "../engine/result.ts";

const spec = {
  retired: "flag",
  unitArrears: "flag?",
  staffLeft: "flag?",
  yearsMet: "flag?",
  fundMode: "choice?",
  basicPension: "money?",
} as const;
type CareFacts = Facts<typeof spec>;
type Names = ReturnType<typeof bindNames>;

const bindNames = (names: Bindings) => ({
  list: names.checklist(),
  share: names.figure("tieling.retired-account-share"),
  step: {
    basicPension: names.fact("basicPension"),
    exact: names.step("creditExact"),
    credit: names.step("accountCredit"),
  },
  amount: names.amount("accountCredit"),
  figureMissing: names.headline("figureMissing"),
});

export const retireeCare = defineFormula({
  matter: "tieling.retiree-care",
  facts: spec,
  bind(bindings) {
    const names = bindNames(bindings);
    return {
      // no question depends on the flag
      derive: () => NO_FLAGS,
      check: () => NONE,
      known: () => NONE,
      evaluate: (facts, asOf) => evaluate(names, facts, asOf),
    };
  },
});
const NO_FLAGS = {};

function evaluate(names: Names, facts: CareFacts, asOf: AsOf): Result {
  const draft = newDraft();
  if (facts.basicPension !== undefined) {
    const share = figureAt(names.share, asOf.date, draft);
    if (share !== null) {
      const credit = rounded(
        names.step.credit,
        times(names.step.exact, leaf(names.step.basicPension, facts.basicPension), share),
      );
      draft.amounts.push({ definition: names.amount, role: "information", node: credit });
    }
  }
  const result = names.list.judge(facts, { handedOver: facts.yearsMet === 1 }, draft);
  return result.missing.length > 0 ? { ...result, outcome: "figure-missing", headline: names.figureMissing } : result;
}
