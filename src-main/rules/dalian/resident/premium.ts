/** What a year in Dalian's resident scheme costs (DL-15): the group's premium, less the subsidy, and as much for every year made good. */
import { figureAt, type Draft } from "../../engine/draft.ts";
import { leaf, type Node } from "../../engine/node.ts";
import { difference, exactProduct, product, roundedToFen, same } from "../../engine/operations.ts";
import type { Facts, Words } from "../../generated/dalian/resident-enrolment.ts";
import type { Payment } from "./payment.ts";

export function addPremium(words: Words, { group, assisted, repairedYears }: Facts, { yearStart }: Payment, draft: Draft): void {
  const { figure, step: steps, amount, option } = words;
  const isAdult = group === option.group.adult;
  const premium = figureAt(isAdult ? figure.residentPremiumAdult : figure.residentPremiumMinor, yearStart.value, draft);
  if (premium === null) return;
  if (premium.definition.figure!.grade !== "A") draft.notices.push(words.notice.premiumUnverified);
  const node = same(steps.yearPremium, premium);
  const subsidised = assisted !== option.assisted.none;
  if (subsidised) addSubsidy(words, assisted, node, yearStart, draft);
  draft.amounts.push({ definition: amount.yearPremium, role: subsidised ? "information" : "due", node });
  if (repairedYears !== undefined && repairedYears > 0) {
    const repaired = leaf(steps.repaired, repairedYears);
    draft.amounts.push({ definition: amount.repairPremium, role: "due", node: product(steps.repairPremium, premium, repaired) });
  }
  const fiscal = figure.residentFiscalSubsidy.at(yearStart.value);
  if (fiscal !== null) draft.amounts.push({ definition: amount.fiscalSubsidy, role: "information", node: fiscal });
}

function addSubsidy(
  { figure, step: steps, amount, option }: Words,
  assisted: number,
  year: Node,
  start: Node,
  draft: Draft,
): void {
  const isMarginal = assisted === option.assisted.marginal;
  const share = figureAt(isMarginal ? figure.residentSubsidyMarginal : figure.residentSubsidyFull, start.value, draft);
  if (share === null) return;
  const subsidy = roundedToFen(steps.subsidy, exactProduct(steps.subsidyExact, year, share));
  draft.amounts.push(
    { definition: amount.ownPremium, role: "due", node: difference(steps.ownPremium, year, subsidy) },
    { definition: amount.subsidy, role: "information", node: subsidy },
  );
}
