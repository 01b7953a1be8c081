/** Historic matters that are nothing but their checklist: the month asked about, then what held in those days. */
import type { Month } from "../../../../src-shared/domain/calendar.ts";
import { NONE } from "../../engine/draft.ts";
import type { FactSpec } from "../../engine/facts.ts";
import { defineFormula, type Formula } from "../../engine/formula.ts";
import { bindHistoric } from "./past-month.ts";

/** The month asked about: a fact of every historic matter, whatever else it asks; missing while the form is being filled. */
const periodOf = (facts: { readonly period?: unknown }): Month | undefined => facts.period as Month | undefined;

/**
 * The checklist knows from the flag `within` whether the old rule may be looked up for the month; it is refused otherwise.
 * @param rule the matter's name in the table `dalian.historic-periods`
 */
const pastChecklist = (matter: string, rule: string, answers: FactSpec): Formula =>
  defineFormula({
    matter,
    facts: { period: "month", ...answers },
    bind(names) {
      const past = bindHistoric(names, rule, [], false);
      const list = names.checklist("refused");
      return {
        derive(facts) {
          const period = periodOf(facts);
          return { within: period !== undefined && past.covers(period) };
        },
        check: (facts, asOf) => past.future(periodOf(facts)!, asOf),
        known: () => NONE,
        evaluate(facts) {
          const { draft, within } = past.open(periodOf(facts)!);
          return list.judge(facts, { within }, draft, within ? undefined : "refused");
        },
      };
    },
  });

/** DH-09, referral to another city: registered online by the city hospital. Source: press (`s3-pooling`). */
export const historicReferral = pastChecklist("dalian.historic-referral", "referral", {
  cannotTreatHere: "flag",
  seenAtTopLevel: "flag",
  hospital: "choice",
});

/** DH-10, a move between the city and its districts: the medical relation follows the pension relation. Source: press (`s3-pooling`). */
export const historicOnlineMove = pastChecklist("dalian.historic-online-move", "online-move", {
  movedFrom: "choice",
  movedTo: "choice",
});
