/** Chongqing, long-term care premium of individuals (CQ-02). */
import { leaf } from "../engine/node.ts";
import { newDraft, NONE, type Draft } from "../engine/draft.ts";
import { defineFormula, type Bindings } from "../engine/formula.ts";
import { bindCare, type Care } from "./care.ts";

const spec = { tier: "choice", capacity: "choice", startMonth: "month?" } as const;
type Names = ReturnType<typeof bindNames>;

function bindNames(names: Bindings) {
  return {
    care: bindCare(names),
    firstTier: names.option("tier", "first"),
    startMonth: names.step("startMonth"),
    amount: {
      byBank: names.amount("careByBank"),
      byAccount: names.amount("careByAccount"),
      month: names.amount("careMonth"),
      rest: names.amount("careRest"),
    },
    headline: {
      byBank: names.headline("byBank"),
      equal: names.headline("equal"),
      withRest: names.headline("withRest"),
      figureMissing: names.headline("figureMissing"),
    },
    place: { bank: names.place("bank"), account: names.place("account") },
    timeLimit: { bank: names.timeLimit("bank"), account: names.timeLimit("account") },
    sections: [names.section("accountStatement")],
    next: [names.next("statement")],
  };
}

export const longTermCare = defineFormula({
  matter: "chongqing.long-term-care",
  facts: spec,
  bind(bindings) {
    const names = bindNames(bindings);
    return {
      derive: () => ({}),
      check: () => NONE,
      known: () => NONE,
      evaluate({ tier, capacity, startMonth }, asOf) {
        const draft = newDraft();
        const start = leaf(names.startMonth, startMonth ?? asOf.month);
        const care = names.care.from(tier, capacity, start, draft);
        const byBank = tier === names.firstTier;
        if (care !== null) addAmounts(names, care, byBank, draft);
        return {
          outcome: care === null ? "figure-missing" : "guidance",
          headline: headlineOf(names, care, byBank),
          place: byBank ? names.place.bank : names.place.account,
          timeLimit: byBank ? names.timeLimit.bank : names.timeLimit.account,
          conditions: NONE,
          amounts: draft.amounts,
          dates: NONE,
          coverage: NONE,
          options: NONE,
          materials: NONE,
          notices: NONE,
          sections: byBank ? NONE : names.sections,
          next: byBank ? NONE : names.next,
          conflicts: names.care.conflictsIn(start.value),
          missing: draft.missing,
          remarks: draft.remarks,
        };
      },
    };
  },
});

function addAmounts({ amount }: Names, care: Care, byBank: boolean, draft: Draft): void {
  draft.amounts.push({ definition: byBank ? amount.byBank : amount.byAccount, role: "due", node: care.total });
  if (care.month !== null) draft.amounts.push({ definition: amount.month, role: "part", node: care.month });
  if (care.rest === null) return;
  draft.amounts.push({ definition: amount.rest, role: "part", node: care.rest.amount, of: care.rest.month });
  draft.remarks.push(care.rest.month);
}

function headlineOf({ headline }: Names, care: Care | null, byBank: boolean) {
  if (care === null) return headline.figureMissing;
  if (byBank) return headline.byBank;
  return care.rest === null ? headline.equal : headline.withRest;
}
