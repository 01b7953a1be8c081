/**
 * Tieling, contribution bases (TL-10). Source: the notice of 2022-04-01, clause 五.
 * Public institution: last month's wage. Enterprise: last year's monthly average, else this month's wage, else the city's
 * average. Persons are held between 60 % and 300 % of that average. Hardship enterprise: the average. Flexible: the average of a year.
 */
import type { Material } from "../../../src-shared/domain/decision.ts";
import { figureAt, finish, newDraft, NONE, type Draft } from "../engine/draft.ts";
import type { AsOf } from "../engine/facts/facts.ts";
import type { Fault } from "../engine/formula.ts";
import { leaf, type Node } from "../engine/node.ts";
import { asRead, clamp, difference, exactProduct, larger, roundedToFen, same, share } from "../engine/operations.ts";
import type { AmountDefinition, Result, Template } from "../engine/result.ts";
import { define, type Facts, type Words } from "../generated/tieling/contribution-base.ts";
import { papers } from "./materials.ts";

/** What is part of the wage and not of the base, and the step that takes it off. */
const EXCLUDED = [
  ["onlyChildFee", "lessOnlyChildFee"],
  ["heatingFee", "lessHeatingFee"],
  ["housingFund", "lessHousingFund"],
  ["annuity", "lessAnnuity"],
] as const;
const WAGES = ["wage", "lastYearWages", "totalWages"] as const;

export default define((words) => words, { check, evaluate });

function check({ fault }: Words, facts: Facts): readonly Fault[] {
  let excluded = 0;
  for (const [item] of EXCLUDED) excluded += facts[item] ?? 0;
  for (const wage of WAGES) {
    const amount = facts[wage];
    if (amount !== undefined && excluded > amount) return [{ fact: wage, text: fault.tooMuchExcluded }];
  }
  return NONE;
}

function evaluate(words: Words, facts: Facts, asOf: AsOf): Result {
  const { option, amount, headline } = words;
  const draft = newDraft();
  draft.notices.push(words.notice.baseOnly);
  draft.materials = materialsFor(words, facts, draft);
  if (facts.capacity === option.capacity.flexible) {
    const year = figureAt(words.figure.averageWageYear, asOf.date, draft);
    const flexibleBase = year && same(words.step.flexibleBase, year);
    return ending(words, draft, amount.flexibleBase, flexibleBase, flexibleBase && headline.flexible({ flexibleBase }));
  }
  if (facts.payer === option.payer.person) {
    const person = personBase(words, facts, asOf, draft);
    return ending(words, draft, amount.personBase, person, person && headline.person({ personBase: person }));
  }
  const unit = unitBase(words, facts, asOf, draft);
  return ending(words, draft, amount.unitBase, unit, unit && headline.unit({ unitBase: unit }));
}

function ending(words: Words, draft: Draft, definition: AmountDefinition, base: Node | null, says: Template | null): Result {
  const { agency } = words.place;
  const { none } = words.timeLimit;
  if (base === null || says === null) return finish(draft, "figure-missing", words.headline.figureMissing, agency, none);
  draft.amounts.push({ definition, role: "information", node: base });
  return finish(draft, "granted", says, agency, none);
}

/** Enterprises whose wages are not known, and hardship enterprises, go by the city's average. */
const byAverage = ({ option }: Words, facts: Facts): boolean =>
  facts.unitKind === option.unitKind.hardship || facts.thisMonthKnown === 0;

function personBase(words: Words, facts: Facts, asOf: AsOf, draft: Draft): Node | null {
  const { figure, step: steps, fact } = words;
  if (byAverage(words, facts)) {
    const average = figureAt(figure.averageWageMonth, asOf.date, draft);
    return average && same(steps.personBaseAverage, average);
  }
  const { is, node } = words.reading.fallbackLimits;
  const said = facts.lastYearKnown === 1 ? averageWage(words, facts) : counted(words, facts, leaf(fact.wage, facts.wage!));
  const isFallback = facts.lastYearKnown === 0;
  const wage = isFallback ? asRead(steps.monthWage, said, node) : said;
  if (isFallback && !is.held) return roundedToFen(steps.personBase, wage);
  const average = figureAt(figure.averageWageMonth, asOf.date, draft);
  const lowest = figureAt(figure.baseLowestShare, asOf.date, draft);
  const highest = figureAt(figure.baseHighestShare, asOf.date, draft);
  if (average === null || lowest === null || highest === null) return null;
  const least = exactProduct(steps.lowestBase, average, lowest);
  const most = exactProduct(steps.highestBase, average, highest);
  return roundedToFen(steps.personBase, clamp(steps.heldWage, wage, least, most));
}

function averageWage(words: Words, facts: Facts): Node {
  const { step: steps, fact } = words;
  const total = counted(words, facts, leaf(fact.lastYearWages, facts.lastYearWages!));
  return share(steps.averageWage, total, leaf(fact.wageMonths, facts.wageMonths!));
}

/** The wage without what is no part of the base, item by item. */
function counted({ fact, step: steps }: Words, facts: Facts, total: Node): Node {
  let rest = total;
  for (const [item, less] of EXCLUDED) {
    const value = facts[item];
    if (value !== undefined && value > 0) rest = difference(steps[less], rest, leaf(fact[item], value));
  }
  return rest;
}

function unitBase(words: Words, facts: Facts, asOf: AsOf, draft: Draft): Node | null {
  const { step: steps, option, fact } = words;
  let total: Node;
  if (byAverage(words, facts)) {
    const average = figureAt(words.figure.averageWageMonth, asOf.date, draft);
    if (average === null) return null;
    total = exactProduct(steps.averageTotal, average, leaf(fact.headcount, facts.headcount!));
  } else total = counted(words, facts, leaf(fact.totalWages, facts.totalWages!));
  return facts.unitKind === option.unitKind.enterprise
    ? larger(steps.unitBaseLarger, total, leaf(fact.sumOfBases, facts.sumOfBases!))
    : same(steps.unitBase, total);
}

function materialsFor({ material, reading, option }: Words, facts: Facts, draft: Draft): readonly Material[] {
  const proofs: Material[] = [];
  if (facts.capacity === option.capacity.flexible) proofs.push(material.identityCard);
  else {
    const isHardship = facts.unitKind === option.unitKind.hardship;
    if (facts.thisMonthKnown === 0) proofs.push(material.noWages);
    else if (!isHardship) proofs.push(material.payroll);
    if (facts.payer !== option.payer.person) proofs.push(material.roster);
    if (isHardship) proofs.push(material.hardshipProof);
  }
  return papers(reading.materials, NONE, proofs, draft);
}
