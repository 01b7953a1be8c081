/**
 * Tieling, contribution bases (TL-10). Source: the notice of 2022-04-01, clause 五.
 * Public institution: last month's wage. Enterprise: last year's monthly average, else this month's wage, else the city's
 * average. Persons are held between 60 % and 300 % of that average. Hardship enterprise: the average. Flexible: the average of a year.
 */
import type { Material } from "../../../src-shared/domain/decision.ts";
import { mulDivRound } from "../../../src-shared/domain/money.ts";
import { rounded } from "../engine/arithmetic.ts";
import { clamped, largerOf, limitsOf } from "../engine/contribution/clamp.ts";
import { figureAt, newDraft, NONE, type Draft } from "../engine/draft.ts";
import type { AsOf, Facts } from "../engine/facts.ts";
import { defineFormula, type Bindings, type Fault } from "../engine/formula.ts";
import { leaf, step, type Node } from "../engine/node.ts";
import type { AmountDefinition, Result, Template } from "../engine/result.ts";

import { bindMaterials, papers } from "./materials.ts";

const spec = {
  capacity: "choice",
  unitKind: "choice?",
  payer: "choice?",
  lastYearKnown: "flag?",
  thisMonthKnown: "flag?",
  wage: "money?",
  lastYearWages: "money?",
  wageMonths: "count?",
  totalWages: "money?",
  headcount: "count?",
  sumOfBases: "money?",
  onlyChildFee: "money?",
  heatingFee: "money?",
  housingFund: "money?",
  annuity: "money?",
} as const;
type BaseFacts = Facts<typeof spec>;
type Names = ReturnType<typeof bindNames>;

/** What is part of the wage and not of the base. */
const EXCLUDED = ["onlyChildFee", "heatingFee", "housingFund", "annuity"] as const;
const WAGES = ["wage", "lastYearWages", "totalWages"] as const;

function bindNames(names: Bindings) {
  const fallback = names.reading("tieling.fallback-limits");
  return {
    option: {
      flexible: names.option("capacity", "flexible"),
      hardship: names.option("unitKind", "hardship"),
      enterprise: names.option("unitKind", "enterprise"),
      person: names.option("payer", "person"),
    },
    figure: {
      month: names.figure("tieling.average-wage-month"),
      year: names.figure("tieling.average-wage-year"),
      lowest: names.figure("tieling.base-lowest-share"),
      highest: names.figure("tieling.base-highest-share"),
    },
    reading: { fallback: fallback.node, held: fallback.is("held") },
    excluded: [
      { item: names.fact("onlyChildFee"), less: names.step("lessOnlyChildFee") },
      { item: names.fact("heatingFee"), less: names.step("lessHeatingFee") },
      { item: names.fact("housingFund"), less: names.step("lessHousingFund") },
      { item: names.fact("annuity"), less: names.step("lessAnnuity") },
    ],
    step: {
      wage: names.fact("wage"),
      lastYearWages: names.fact("lastYearWages"),
      wageMonths: names.fact("wageMonths"),
      totalWages: names.fact("totalWages"),
      headcount: names.fact("headcount"),
      sumOfBases: names.fact("sumOfBases"),
      averageWage: names.step("averageWage"),
      lowest: names.step("lowestBase"),
      highest: names.step("highestBase"),
      heldWage: names.step("heldWage"),
      monthWage: names.step("monthWage"),
      personBase: names.step("personBase"),
      personBaseAverage: names.step("personBaseAverage"),
      averageTotal: names.step("averageTotal"),
      unitBase: names.step("unitBase"),
      unitBaseLarger: names.step("unitBaseLarger"),
      flexibleBase: names.step("flexibleBase"),
    },
    amount: {
      person: names.amount("personBase"),
      unit: names.amount("unitBase"),
      flexible: names.amount("flexibleBase"),
    },
    headline: {
      person: names.headline("person"),
      unit: names.headline("unit"),
      flexible: names.headline("flexible"),
      figureMissing: names.headline("figureMissing"),
    },
    materialsRule: bindMaterials(names),
    material: {
      identityCard: names.material("identity-card"),
      payroll: names.material("payroll"),
      roster: names.material("roster"),
      noWages: names.material("no-wages"),
      hardship: names.material("hardship-proof"),
    },
    notices: [names.notice("baseOnly")],
    place: names.place("agency"),
    timeLimit: names.timeLimit("none"),
    fault: names.fault("tooMuchExcluded"),
  };
}

export const contributionBase = defineFormula({
  matter: "tieling.contribution-base",
  facts: spec,
  bind(bindings) {
    const names = bindNames(bindings);
    return {
      derive: () => NO_FLAGS,
      check: (facts) => contradictions(names, facts),
      known: () => NONE,
      evaluate: (facts, asOf) => evaluate(names, facts, asOf),
    };
  },
});
const NO_FLAGS = {};

function contradictions({ fault }: Names, facts: BaseFacts): readonly Fault[] {
  let excluded = 0;
  for (const item of EXCLUDED) excluded += facts[item] ?? 0;
  for (const wage of WAGES) {
    const amount = facts[wage];
    if (amount !== undefined && excluded > amount) return [{ fact: wage, text: fault }];
  }
  return NONE;
}

function evaluate(names: Names, facts: BaseFacts, asOf: AsOf): Result {
  const { option, amount, headline } = names;
  const draft = newDraft();
  if (facts.capacity === option.flexible) {
    const year = figureAt(names.figure.year, asOf.date, draft);
    return result(
      names,
      facts,
      draft,
      amount.flexible,
      year && step(names.step.flexibleBase, year.value, [year]),
      headline.flexible,
    );
  }
  return facts.payer === option.person
    ? result(names, facts, draft, amount.person, personBase(names, facts, asOf, draft), headline.person)
    : result(names, facts, draft, amount.unit, unitBase(names, facts, asOf, draft), headline.unit);
}

/** Enterprises whose wages are not known, and hardship enterprises, go by the city's average. */
const byAverage = ({ option }: Names, facts: BaseFacts): boolean =>
  facts.unitKind === option.hardship || facts.thisMonthKnown === 0;

function personBase(names: Names, facts: BaseFacts, asOf: AsOf, draft: Draft): Node | null {
  const { figure, step: steps, reading } = names;
  if (byAverage(names, facts)) {
    const average = figureAt(figure.month, asOf.date, draft);
    return average && step(steps.personBaseAverage, average.value, [average]);
  }
  const wage = facts.lastYearKnown === 1 ? averageWage(names, facts) : counted(names, facts, leaf(steps.wage, facts.wage!));
  const isFallback = facts.lastYearKnown === 0;
  if (isFallback && !reading.held) return rounded(steps.personBase, step(steps.monthWage, wage.value, [wage, reading.fallback]));
  const average = figureAt(figure.month, asOf.date, draft);
  const lowest = figureAt(figure.lowest, asOf.date, draft);
  const highest = figureAt(figure.highest, asOf.date, draft);
  if (average === null || lowest === null || highest === null) return null;
  const used = isFallback ? step(steps.monthWage, wage.value, [wage, reading.fallback]) : wage;
  return rounded(steps.personBase, clamped(steps.heldWage, used, limitsOf(steps, average, lowest, highest)));
}

function averageWage(names: Names, facts: BaseFacts): Node {
  const { step: steps } = names;
  const total = counted(names, facts, leaf(steps.lastYearWages, facts.lastYearWages!));
  const months = leaf(steps.wageMonths, facts.wageMonths!);
  return step(steps.averageWage, mulDivRound(total.value, 1, months.value), [total, months]);
}

/** The wage without what is no part of the base, item by item. */
function counted({ excluded }: Names, facts: BaseFacts, total: Node): Node {
  let rest = total;
  for (const [i, { item, less }] of excluded.entries()) {
    const value = facts[EXCLUDED[i]!];
    if (value !== undefined && value > 0) rest = step(less, rest.value - value, [rest, leaf(item, value)]);
  }
  return rest;
}

function unitBase(names: Names, facts: BaseFacts, asOf: AsOf, draft: Draft): Node | null {
  const { figure, step: steps, option } = names;
  let total: Node;
  if (byAverage(names, facts)) {
    const average = figureAt(figure.month, asOf.date, draft);
    if (average === null) return null;
    const heads = leaf(steps.headcount, facts.headcount!);
    total = step(steps.averageTotal, average.value * heads.value, [average, heads]);
  } else total = counted(names, facts, leaf(steps.totalWages, facts.totalWages!));
  return facts.unitKind === option.enterprise
    ? largerOf(steps.unitBaseLarger, total, leaf(steps.sumOfBases, facts.sumOfBases!))
    : step(steps.unitBase, total.value, [total]);
}

function materialsFor({ material, materialsRule, option }: Names, facts: BaseFacts, draft: Draft): readonly Material[] {
  const proofs: Material[] = [];
  if (facts.capacity === option.flexible) proofs.push(material.identityCard);
  else {
    if (facts.thisMonthKnown === 0) proofs.push(material.noWages);
    else if (facts.unitKind !== option.hardship) proofs.push(material.payroll);
    if (facts.payer !== option.person) proofs.push(material.roster);
    if (facts.unitKind === option.hardship) proofs.push(material.hardship);
  }
  return papers(materialsRule, NONE, proofs, draft);
}

function result(
  names: Names,
  facts: BaseFacts,
  draft: Draft,
  amount: AmountDefinition,
  base: Node | null,
  found: Template,
): Result {
  if (base !== null) draft.amounts.push({ definition: amount, role: "information", node: base });
  return {
    outcome: base === null ? "figure-missing" : "granted",
    headline: base === null ? names.headline.figureMissing : found,
    place: names.place,
    timeLimit: names.timeLimit,
    conditions: NONE,
    amounts: draft.amounts,
    dates: NONE,
    coverage: NONE,
    options: NONE,
    materials: materialsFor(names, facts, draft),
    notices: names.notices,
    sections: NONE,
    conflicts: NONE,
    missing: draft.missing,
    remarks: draft.remarks,
  };
}
