/** DH-07, a lost or broken card in a past month: any of five places, a new card in a week. Source: press (`s3`). */
import { firstDayOf, lastDayOf, monthOfDate, type PackedDate } from "../../../../src-shared/domain/calendar.ts";
import { addCondition, NONE } from "../../engine/draft.ts";
import type { Facts } from "../../engine/facts.ts";
import { defineFormula, type Bindings } from "../../engine/formula.ts";
import { leaf, step } from "../../engine/node.ts";
import type { Result } from "../../engine/result.ts";
import { bindHistoric } from "./past-month.ts";

const DAYS_TO_NEW_CARD = 7;

const spec = { period: "month", insuredInCity: "flag", paper: "choice", appliedOn: "date?" } as const;
type CardFacts = Facts<typeof spec>;
type Names = ReturnType<typeof bindNames>;

const bindNames = (names: Bindings) => ({
  past: bindHistoric(names, "card-loss", ["dalian.historic-lost-card"], true),
  option: { temporary: names.option("paper", "temporary"), none: names.option("paper", "none") },
  leaf: { insuredInCity: names.leaves("insuredInCity"), paper: names.leaves("paper") },
  step: { appliedOn: names.fact("appliedOn"), newCard: names.step("newCard"), hasPaper: names.step("hasPaper") },
  condition: { insuredInCity: names.condition("insuredInCity"), paper: names.condition("paper") },
  remedy: { ownDistrict: names.remedy("ownDistrict"), temporaryCard: names.remedy("temporaryCard") },
  date: names.date("newCard"),
  materials: { card: [names.material("identity-card")], temporary: [names.material("temporary-identity-card")] },
  section: names.section("places"),
  otherMonth: [{ fact: "appliedOn", text: names.fault("otherMonth") }],
  headline: {
    week: names.headline("week"),
    onDay: names.headline("onDay"),
    refused: names.headline("refused"),
    outside: names.headline("outside"),
  },
});

export const historicCardLoss = defineFormula({
  matter: "dalian.historic-card-loss",
  facts: spec,
  bind(bindings) {
    const names = bindNames(bindings);
    return {
      derive: () => ({}),
      check(facts, asOf) {
        const future = names.past.future(facts.period, asOf);
        if (future.length > 0 || facts.appliedOn === undefined) return future;
        return monthOfDate(facts.appliedOn) === facts.period ? NONE : names.otherMonth;
      },
      known: () => NONE,
      evaluate: (facts) => evaluate(names, facts),
    };
  },
});

function evaluate(names: Names, facts: CardFacts): Result {
  const { past, option, step: steps, condition, remedy, headline } = names;
  const { draft, within } = past.open(facts.period);
  if (!within) return past.end(draft, { outcome: "refused", headline: headline.outside });

  const insured = names.leaf.insuredInCity[facts.insuredInCity]!;
  const paper = names.leaf.paper[facts.paper]!;
  const hasPaper = facts.paper !== option.none;
  addCondition(draft, condition.insuredInCity, insured.value === 1, insured, remedy.ownDistrict, null);
  addCondition(draft, condition.paper, hasPaper, step(steps.hasPaper, hasPaper ? 1 : 0, [paper]), remedy.temporaryCard, null);
  draft.sections.push(names.section);
  const materials = facts.paper === option.temporary ? names.materials.temporary : names.materials.card;
  if (insured.value === 0 || !hasPaper) return past.end(draft, { outcome: "refused", headline: headline.refused, materials });
  if (facts.appliedOn === undefined) return past.end(draft, { outcome: "guidance", headline: headline.week, materials });
  const applied = leaf(steps.appliedOn, facts.appliedOn);
  draft.dates.push({ definition: names.date, node: step(steps.newCard, weekAfter(facts.appliedOn), [applied]) });
  return past.end(draft, { outcome: "guidance", headline: headline.onDay, materials });
}

/** Days are consecutive inside a month; a week reaches into the next month at most. */
function weekAfter(date: PackedDate): PackedDate {
  const month = monthOfDate(date);
  const beyond = date + DAYS_TO_NEW_CARD - lastDayOf(month);
  return beyond <= 0 ? date + DAYS_TO_NEW_CARD : firstDayOf(month + 1) + beyond - 1;
}
