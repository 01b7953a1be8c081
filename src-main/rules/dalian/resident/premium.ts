/** What a year in Dalian's resident scheme costs (DL-15): the group's premium, less the subsidy, and as much for every year made good. */
import { exactTimes, rounded } from "../../engine/arithmetic.ts";
import { figureAt, type Draft } from "../../engine/draft.ts";
import type { Figure } from "../../engine/figures.ts";
import { leaf, step, type Node } from "../../engine/node.ts";
import type { Cover } from "./cover.ts";
import type { Names, ResidentFacts } from "./names.ts";

export function addPremium(names: Names, facts: ResidentFacts, { paid: { yearStart } }: Cover, draft: Draft): void {
  const { figure, step: steps, amount, option, notice, cover } = names;
  const premium = figureAt(facts.group === option.adult ? figure.adult : figure.minor, yearStart.value, draft);
  if (premium === null) return;
  if (premium.definition.figure!.grade !== "A") draft.notices.push(notice.premiumUnverified);
  const year = step(steps.yearPremium, premium.value, [premium]);
  if (facts.assisted === cover.notAssisted) draft.amounts.push({ definition: amount.premium, role: "due", node: year });
  else {
    addSubsidy(names, facts.assisted === option.marginal ? figure.marginalSubsidy : figure.fullSubsidy, year, yearStart, draft);
    draft.amounts.push({ definition: amount.premium, role: "information", node: year });
  }
  const years = facts.repairedYears ?? 0;
  if (years > 0) {
    const node = step(steps.repairPremium, premium.value * years, [premium, leaf(cover.step.repaired, years)]);
    draft.amounts.push({ definition: amount.repair, role: "due", node });
  }
  const fiscal = figure.fiscal.at(yearStart.value);
  if (fiscal !== null) draft.amounts.push({ definition: amount.fiscal, role: "information", node: fiscal });
}

function addSubsidy({ step: steps, amount }: Names, figure: Figure, year: Node, yearStart: Node, draft: Draft): void {
  const share = figureAt(figure, yearStart.value, draft);
  if (share === null) return;
  const subsidy = rounded(steps.subsidy, exactTimes(steps.subsidyExact, year, share));
  const own = step(steps.ownPremium, year.value - subsidy.value, [year, subsidy]);
  draft.amounts.push(
    { definition: amount.own, role: "due", node: own },
    { definition: amount.subsidy, role: "information", node: subsidy },
  );
}
