/** Chongqing, long-term care premium of individuals (CQ-02). */
import { finish, newDraft, type Draft } from "../engine/draft.ts";
import type { AsOf } from "../engine/facts/facts.ts";
import { leaf } from "../engine/node.ts";
import type { Result, Template } from "../engine/result.ts";
import { define, type Facts, type Words } from "../generated/chongqing/long-term-care.ts";
import { bindCare, careConflictsIn, careFrom, type Care } from "./care.ts";

type Names = ReturnType<typeof bind>;

const bind = (words: Words) => ({ ...words, ...bindCare(words), afterwards: [words.next.statement] });

export default define(bind, { evaluate });

function evaluate(names: Names, { tier, capacity, startMonth }: Facts, asOf: AsOf): Result {
  const { place, timeLimit } = names;
  const draft = newDraft();
  const start = leaf(names.step.startMonth, startMonth ?? asOf.month);
  const care = careFrom(names, tier, capacity, start, draft);
  const byBank = tier === names.option.tier.first;
  draft.conflicts = careConflictsIn(names, start.value);
  if (!byBank) {
    draft.sections.push(names.section.accountStatement);
    draft.next = names.afterwards;
  }
  const says = care === null ? names.headline.figureMissing : withAmounts(names, care, byBank, draft);
  return finish(
    draft,
    care === null ? "figure-missing" : "guidance",
    says,
    byBank ? place.bank : place.account,
    byBank ? timeLimit.bank : timeLimit.account,
  );
}

function withAmounts({ amount, headline }: Names, care: Care, byBank: boolean, draft: Draft): Template {
  const { total, months: careMonths, month, rest } = care;
  draft.amounts.push({ definition: byBank ? amount.careByBank : amount.careByAccount, role: "due", node: total });
  if (month === null) return headline.byBank({ care: total });
  draft.amounts.push({ definition: amount.careMonth, role: "part", node: month });
  if (rest === null) return headline.equal({ careMonths, carePart: month, care: total });
  draft.amounts.push({ definition: amount.careRest, role: "part", node: rest.amount, of: rest.month });
  draft.remarks.push(rest.month);
  return headline.withRest({ careMonths, carePart: month, careRestMonth: rest.month, careRest: rest.amount, care: total });
}
