/** DH-07, a lost or broken card in a past month: any of five places, a new card in a week. Source: press (`s3`). */
import { firstDayOf, lastDayOf, monthOfDate, type PackedDate } from "../../../../src-shared/domain/calendar.ts";
import { NONE } from "../../engine/draft.ts";
import { defineFormula } from "../../engine/formula.ts";
import { leaf, step } from "../../engine/node.ts";
import { bindHistoric } from "./past-month.ts";

const DAYS_TO_NEW_CARD = 7;

export const historicCardLoss = defineFormula({
  matter: "dalian.historic-card-loss",
  facts: { period: "month", insuredInCity: "flag", paper: "choice", appliedOn: "date?" },
  bind(names) {
    const past = bindHistoric(names, "card-loss", [], false);
    const list = names.checklist("refused");
    const noPaper = names.option("paper", "none");
    const appliedOn = names.fact("appliedOn");
    const newCard = names.step("newCard");
    const definition = names.date("newCard");
    const otherMonth = [{ fact: "appliedOn", text: names.fault("otherMonth") }];
    return {
      derive: (facts) => ({
        within: facts.period !== undefined && past.covers(facts.period),
        dated: facts.appliedOn !== undefined,
      }),
      check(facts, asOf) {
        const future = past.future(facts.period, asOf);
        if (future.length > 0 || facts.appliedOn === undefined) return future;
        return monthOfDate(facts.appliedOn) === facts.period ? NONE : otherMonth;
      },
      known: () => NONE,
      evaluate(facts) {
        const { draft, within } = past.open(facts.period);
        const issued = within && facts.insuredInCity === 1 && facts.paper !== noPaper;
        if (issued && facts.appliedOn !== undefined)
          draft.dates.push({ definition, node: step(newCard, weekAfter(facts.appliedOn), [leaf(appliedOn, facts.appliedOn)]) });
        const flags = { within, dated: facts.appliedOn !== undefined };
        return list.judge(facts, flags, draft, within ? undefined : "refused");
      },
    };
  },
});

/** Days are consecutive inside a month; a week reaches into the next month at most. */
function weekAfter(date: PackedDate): PackedDate {
  const month = monthOfDate(date);
  const beyond = date + DAYS_TO_NEW_CARD - lastDayOf(month);
  return beyond <= 0 ? date + DAYS_TO_NEW_CARD : firstDayOf(month + 1) + beyond - 1;
}
