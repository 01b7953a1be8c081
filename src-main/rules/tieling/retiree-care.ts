/** Tieling, after retirement (TL-14): treatment whatever the unit owes, and hand-over when no staff is left. Source: clause 六(四). */
import { figureAt, finish, newDraft } from "../engine/draft.ts";
import type { AsOf } from "../engine/facts/facts.ts";
import { leaf } from "../engine/node.ts";
import { product, roundedToFen } from "../engine/operations.ts";
import type { Result } from "../engine/result.ts";
import { define, type Facts, type SomeFacts, type Words } from "../generated/tieling/retiree-care.ts";

type Names = ReturnType<typeof bind>;
const bind = (words: Words) => ({ ...words, list: words.checklist() });

export default define(bind, { derive: (_, facts) => flags(facts), evaluate });

const flags = ({ yearsMet }: SomeFacts) => ({ handedOver: yearsMet === 1 });

function evaluate({ list, fact, figure, step: steps, amount, headline }: Names, facts: Facts, asOf: AsOf): Result {
  const draft = newDraft();
  if (facts.basicPension !== undefined) {
    const share = figureAt(figure.retiredAccountShare, asOf.date, draft);
    if (share !== null) {
      const exact = product(steps.creditExact, leaf(fact.basicPension, facts.basicPension), share);
      const credit = roundedToFen(steps.accountCredit, exact);
      draft.amounts.push({ definition: amount.accountCredit, role: "information", node: credit });
    }
  }
  const result = list.judge({ ...facts }, flags(facts), draft);
  return draft.missing.length === 0
    ? result
    : finish(draft, "figure-missing", headline.figureMissing, draft.place, draft.timeLimit);
}
