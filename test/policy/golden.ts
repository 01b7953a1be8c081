/** Golden cases: worked out by hand from the rule, never copied from the program's output. */
import {
  COVERAGE_STATUSES,
  isFailed,
  standingOfCondition,
  type CoverageRun,
  type Decision,
} from "../../src-shared/domain/decision.ts";
import type { Evaluation, FactInputs } from "../../src-shared/domain/facts.ts";
import { plainYuan } from "../../src-shared/domain/money.ts";
import { consult, type OfficeFigure, type Pack } from "../../src-main/rules/index.ts";
import { sharedPack } from "../packs.ts";

export interface Expected {
  readonly outcome?: Decision["outcome"];
  /** Due amounts in yuan by id; every due amount of the decision is named. */
  readonly due?: Readonly<Record<string, string>>;
  /** Amounts in yuan by group and id; every amount of a group that is named is named. */
  readonly groups?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Values of steps by key, in the step's own unit; `null` = the decision has no such step. */
  readonly steps?: Readonly<Record<string, number | null>>;
  /** Dates by id; `null` = the decision gives none. */
  readonly dates?: Readonly<Record<string, string | null>>;
  /** Ids of failed conditions; every failed one is named. */
  readonly failed?: readonly string[];
  /** Ids of conditions that could not be checked; every one is named. */
  readonly unknown?: readonly string[];
  /** Questions that stay open, and how they were counted, as `fact display`; every one is named. */
  readonly assumed?: readonly string[];
  /** Remedies of all failed conditions as `kind value`. */
  readonly remedies?: readonly string[];
  /** `figure date`. */
  readonly missing?: readonly string[];
  readonly materials?: readonly string[];
  readonly notices?: readonly string[];
  readonly withoutNotices?: readonly string[];
  /** Every notice of the decision, in its order. */
  readonly onlyNotices?: readonly string[];
  readonly readings?: readonly string[];
  readonly withoutReadings?: readonly string[];
  readonly conflicts?: readonly string[];
  /** Every amount that a due one contains, as `id yuan`. */
  readonly parts?: readonly string[];
  /** Amounts for information in yuan by id. */
  readonly information?: Readonly<Record<string, string>>;
  /** The strip as `status from..to`, open ends as `status from..`. */
  readonly coverage?: readonly string[];
  /** Ways put side by side, each as `role amount yuan`, `date value`, `status from..to`; every one is named. */
  readonly options?: Readonly<Record<string, readonly string[]>>;
  readonly sections?: readonly string[];
  /** Matters to go on with. */
  readonly next?: readonly string[];
  readonly place?: string;
  readonly timeLimit?: string;
  readonly headline?: string;
  /** Name of the matter's headline that the decision's is filled from. */
  readonly headlineId?: string;
  /** Names of the remedies of all failed conditions. */
  readonly remedyIds?: readonly string[];
  /** Ids of all conditions, met or not. */
  readonly conditions?: readonly string[];
  /** What the named conditions ask for. */
  readonly required?: Readonly<Record<string, string | undefined>>;
  /** What the named conditions are found to be (实际). */
  readonly actuals?: Readonly<Record<string, string | undefined>>;
  /** Dates that are known before the form is complete, by id; every one is named. */
  readonly known?: Readonly<Record<string, string>>;
  /** The form is not decided: questions still open, or `fact code` of each error. */
  readonly unanswered?: readonly string[];
  readonly errors?: readonly string[];
  /** Questions that are not asked. */
  readonly notAsked?: readonly string[];
}

export interface GoldenCase {
  readonly title: string;
  readonly rule: string;
  readonly asOf: string;
  readonly facts: FactInputs;
  readonly officeFigures?: readonly OfficeFigure[];
  readonly readings?: Readonly<Record<string, string>>;
  readonly expected: Expected;
}

export const packFor = (
  city: string,
  officeFigures: readonly OfficeFigure[] = [],
  readings: Readonly<Record<string, string>> = {},
): Pack =>
  sharedPack(JSON.stringify([city, officeFigures, readings]), city, () => ({
    figures: officeFigures,
    readingChoices: readings,
  }));

export const evaluateGolden = (matter: string, golden: GoldenCase): Evaluation =>
  consult(packFor(matter.split(".")[0]!, golden.officeFigures, golden.readings), matter, golden.facts, golden.asOf);

const runText = (run: CoverageRun): string => `${run.status} ${run.from}..${run.to ?? ""}`;

/** What the evaluation says, in the shape of the expectation and limited to what it names. */
export function actual({ decision, unanswered, errors, questions, known }: Evaluation, expected: Expected): Expected {
  const found: { -readonly [Key in keyof Expected]: unknown } = {};
  if (expected.known) found.known = Object.fromEntries(known.map(({ id, value }) => [id, value]));
  if (expected.unanswered) found.unanswered = unanswered;
  if (expected.errors) found.errors = errors.map((error) => `${error.fact} ${error.code}`);
  if (expected.notAsked) found.notAsked = expected.notAsked.filter((id) => !questions.some((question) => question.id === id));
  if (decision === null) return found as Expected;
  const failed = decision.conditions.filter(isFailed);
  if (expected.outcome) found.outcome = decision.outcome;
  if (expected.due) {
    found.due = Object.fromEntries(
      decision.amounts.filter((amount) => amount.role === "due").map((amount) => [amount.id, plainYuan(amount.fen)]),
    );
  }
  if (expected.groups) {
    found.groups = Object.fromEntries(
      Object.keys(expected.groups).map((group) => [
        group,
        Object.fromEntries(
          decision.amounts.filter((amount) => amount.group === group).map((amount) => [amount.id, plainYuan(amount.fen)]),
        ),
      ]),
    );
  }
  if (expected.steps) {
    found.steps = Object.fromEntries(
      Object.keys(expected.steps).map((key) => [key, decision.steps.find((step) => step.key === key)?.value ?? null]),
    );
  }
  if (expected.dates) {
    found.dates = Object.fromEntries(
      Object.keys(expected.dates).map((id) => [id, decision.dates.find((date) => date.id === id)?.value ?? null]),
    );
  }
  if (expected.failed) found.failed = failed.map((condition) => condition.id);
  if (expected.unknown) {
    const unknown = decision.conditions.filter((condition) => standingOfCondition(condition) === "unknown");
    found.unknown = unknown.map((condition) => condition.id);
  }
  if (expected.assumed) found.assumed = (decision.assumed ?? []).map(({ fact, display }) => `${fact} ${display}`);
  if (expected.remedies) {
    found.remedies = failed.flatMap((condition) =>
      condition.remedies.map(({ kind, value }) => `${kind} ${kind === "amount" ? plainYuan(Number(value)) : value}`.trim()),
    );
  }
  if (expected.missing) found.missing = decision.missingFigures.map((figure) => `${figure.figure} ${figure.date}`);
  if (expected.information) {
    found.information = Object.fromEntries(
      decision.amounts.filter((amount) => amount.role === "information").map((amount) => [amount.id, plainYuan(amount.fen)]),
    );
  }
  if (expected.coverage) found.coverage = decision.coverage.map(runText);
  if (expected.options) {
    found.options = Object.fromEntries(
      decision.options.map(({ id, amounts, dates, coverage }) => [
        id,
        [
          ...amounts.map((amount) => `${amount.role} ${amount.id} ${plainYuan(amount.fen)}`),
          ...dates.map((date) => `${date.id} ${date.value}`),
          ...coverage.map(runText),
        ],
      ]),
    );
  }
  if (expected.sections) found.sections = decision.sections.map((section) => section.id);
  if (expected.next) found.next = decision.nextMatters.map((next) => next.matter);
  if (expected.place) found.place = decision.place;
  if (expected.timeLimit) found.timeLimit = decision.timeLimit;
  if (expected.headline) found.headline = decision.headline;
  const words = packFor(decision.city).matters.get(decision.matter)!.file;
  if (expected.headlineId) found.headlineId = filledFrom(words.headlines, decision.headline, expected.headlineId);
  if (expected.remedyIds) {
    const texts = Object.fromEntries(Object.entries(words.remedies).map(([id, { text }]) => [id, text]));
    const remedies = failed.flatMap((condition) => condition.remedies);
    found.remedyIds = remedies.map(({ text }, index) => filledFrom(texts, text, expected.remedyIds![index]));
  }
  if (expected.conditions) found.conditions = decision.conditions.map((condition) => condition.id);
  if (expected.required) {
    const asked = new Map(decision.conditions.map((condition) => [condition.id, condition.required]));
    found.required = Object.fromEntries(Object.keys(expected.required).map((id) => [id, asked.get(id)]));
  }
  if (expected.actuals) {
    const told = new Map(decision.conditions.map((condition) => [condition.id, condition.actual]));
    found.actuals = Object.fromEntries(Object.keys(expected.actuals).map((id) => [id, told.get(id)]));
  }
  if (expected.parts) {
    const parts = decision.amounts.filter((amount) => amount.role === "part");
    found.parts = parts.map((amount) => `${amount.id} ${plainYuan(amount.fen)}`);
  }
  if (expected.onlyNotices) found.onlyNotices = decision.notices.map((notice) => notice.id);
  if (expected.materials) found.materials = decision.materials.map((material) => material.id);
  if (expected.notices)
    found.notices = decision.notices.map((notice) => notice.id).filter((id) => expected.notices!.includes(id));
  if (expected.withoutNotices)
    found.withoutNotices = expected.withoutNotices.filter((id) => !decision.notices.some((notice) => notice.id === id));
  if (expected.readings)
    found.readings = expected.readings.filter((id) => decision.readings.some((reading) => reading.id === id));
  if (expected.withoutReadings) {
    found.withoutReadings = expected.withoutReadings.filter((id) => !decision.readings.some((reading) => reading.id === id));
  }
  if (expected.conflicts) found.conflicts = decision.conflicts.map((conflict) => conflict.id);
  return found as Expected;
}

/** The name of the template that a text is filled from; of several the one that is expected, else all of them. */
export function filledFrom(templates: Readonly<Record<string, string>>, text: string, expected: string | undefined): string {
  const fits = (template: string): boolean => {
    const fixed = template.split(/\{[A-Za-z0-9.+,-]+\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    return new RegExp(`^${fixed.join(".+")}$`).test(text);
  };
  const ids = Object.keys(templates).filter((id) => fits(templates[id]!));
  return expected !== undefined && ids.includes(expected) ? expected : ids.join(" or ");
}

/** Tables looked up by the matter itself, which is no step, and one that says the same of everybody. */
const BY_MATTER: ReadonlySet<string> = new Set(["dalian.historic-periods", "national.resident-waiting", "tieling.years-limits"]);
const STATUSES: ReadonlySet<string> = new Set(COVERAGE_STATUSES);
const ROLES: ReadonlySet<string> = new Set(["due", "part", "information"]);

/**
 * Faults of a decision's explanation: a step without clause, a leaf that is no fact, figure, table or reading,
 * an input that stands behind its step, a placeholder that nothing filled, a citation that the decision does not carry.
 */
export function explanationFaults(decision: Decision): string[] {
  const faults: string[] = [];
  const known = new Set(decision.citations.map((citation) => citation.id));
  const cite = (where: string, ids: readonly string[]): void => {
    if (ids.length === 0) faults.push(`${where} has no citation`);
    for (const id of ids) if (!known.has(id)) faults.push(`${where} cites ${id}, which the decision does not carry`);
  };
  decision.steps.forEach((step, index) => {
    cite(`step ${step.key}`, step.citations);
    if (step.inputs.some((input) => input >= index)) faults.push(`step ${step.key} stands before one of its inputs`);
    const isLeaf = step.inputs.length === 0;
    if (isLeaf && step.kind === "rounding") faults.push(`rounding ${step.key} rests on nothing`);
    if (isLeaf && step.kind === "formula") faults.push(`formula ${step.key} rests on nothing`);
    // a row's bound is the same for everybody
    const isBound = /\.(lowest|highest)$/.test(step.key);
    if (isLeaf && step.kind === "table" && !isBound && !BY_MATTER.has(step.row!.table))
      faults.push(`table ${step.key} was looked up by nothing`);
    if (step.kind === "figure" && step.figure === null) faults.push(`figure ${step.key} has no source`);
    if (!Number.isSafeInteger(step.value) || !Number.isSafeInteger(step.divisor)) faults.push(`step ${step.key} is not exact`);
  });
  for (const condition of decision.conditions) cite(`condition ${condition.id}`, condition.citations);
  for (const material of decision.materials) cite(`material ${material.id}`, material.citations);
  for (const notice of decision.notices) cite(`notice ${notice.id}`, notice.citations);
  for (const section of decision.sections) cite(`section ${section.id}`, section.citations);
  for (const next of decision.nextMatters) cite(`next matter ${next.matter}`, next.citations);
  for (const reading of decision.readings) cite(`reading ${reading.id}`, reading.citations);
  for (const amount of decision.amounts) {
    const step = decision.steps[amount.step];
    if (!step || step.value !== amount.fen || step.divisor !== 1) faults.push(`amount ${amount.id} is not the value of its step`);
  }
  const options = [decision, ...decision.options];
  for (const { id, role } of options.flatMap(({ amounts }) => amounts))
    if (!ROLES.has(role)) faults.push(`amount ${id} is neither due nor a part nor for information`);
  for (const { from, to, status } of options.flatMap(({ coverage }) => coverage)) {
    if (!STATUSES.has(status)) faults.push(`the strip has no status "${status}"`);
    if (to !== null && to < from) faults.push(`${status} on the strip ends before it begins`);
  }
  const braces = JSON.stringify(decision).match(/\{[A-Za-z0-9.+,-]+\}/g) ?? [];
  for (const brace of new Set(braces)) faults.push(`placeholder ${brace} was not filled`);
  return faults;
}
