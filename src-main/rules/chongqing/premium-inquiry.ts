/** Chongqing, what an individual pays from a month to the end of its year (CQ-01, with CQ-02 beside it). */
import { newDraft, NONE } from "../engine/draft.ts";
import { defineFormula, type Bindings } from "../engine/formula.ts";
import { bindCare } from "./care.ts";
import { bindPremium } from "./premium.ts";

const spec = { tier: "choice", startMonth: "month?" } as const;

/** Who asks here is not retired: retirees pay no premium. */
const IN_SERVICE = 0;

function bindNames(names: Bindings) {
  return {
    premium: bindPremium(names),
    care: bindCare(names),
    firstTier: names.option("tier", "first"),
    amount: {
      premium: names.amount("premium"),
      premiumMonth: names.amount("premiumMonth"),
      premiumYear: names.amount("premiumYear"),
      careByBank: names.amount("careByBank"),
      careByAccount: names.amount("careByAccount"),
    },
    headline: {
      whole: names.headline("whole"),
      part: names.headline("part"),
      figureMissing: names.headline("figureMissing"),
    },
    place: names.place("tax"),
    timeLimit: names.timeLimit("none"),
    sections: [names.section("individualPayment")],
    next: {
      first: [names.next("enrolment")],
      second: [names.next("enrolment"), names.next("care")],
    },
  };
}

export const premiumInquiry = defineFormula({
  matter: "chongqing.premium",
  facts: spec,
  bind(bindings) {
    const names = bindNames(bindings);
    return {
      derive: () => ({}),
      check: () => NONE,
      known: () => NONE,
      evaluate({ tier, startMonth }, asOf) {
        const draft = newDraft();
        const start = names.premium.start(startMonth ?? asOf.month);
        const premium = names.premium.from(tier, start, draft);
        const care = names.care.from(tier, IN_SERVICE, start, draft);
        const byBank = tier === names.firstTier;
        if (premium !== null) {
          draft.amounts.push({ definition: names.amount.premium, role: "due", node: premium.total });
          if (premium.month !== null)
            draft.amounts.push(
              { definition: names.amount.premiumMonth, role: "part", node: premium.month },
              { definition: names.amount.premiumYear, role: "information", node: premium.year },
            );
        }
        if (care !== null) {
          const definition = byBank ? names.amount.careByBank : names.amount.careByAccount;
          draft.amounts.push({ definition, role: "due", node: care.total });
        }
        const figureMissing = draft.missing.length > 0;
        const whole = premium?.year.value === premium?.total.value;
        return {
          outcome: figureMissing ? "figure-missing" : "guidance",
          headline: figureMissing ? names.headline.figureMissing : whole ? names.headline.whole : names.headline.part,
          place: names.place,
          timeLimit: names.timeLimit,
          conditions: NONE,
          amounts: draft.amounts,
          dates: NONE,
          coverage: NONE,
          options: NONE,
          materials: NONE,
          notices: NONE,
          sections: names.sections,
          next: byBank ? names.next.first : names.next.second,
          conflicts: names.care.conflictsIn(start.value),
          missing: draft.missing,
          remarks: NONE,
        };
      },
    };
  },
});
