/** What the program says of a journey, in the words of the expectation and limited to what it names. */
import {
  addDays,
  addMonths,
  firstDayOf,
  formatDate,
  lastDayOf,
  parseDate,
  parseMonth,
} from "../../../src-shared/domain/calendar.ts";
import type { CoverageRun, CoverageStatus, Decision } from "../../../src-shared/domain/decision.ts";
import type { FactInputs } from "../../../src-shared/domain/facts.ts";
import { plainYuan } from "../../../src-shared/domain/money.ts";
import { consult } from "../../../src-main/rules/index.ts";
import { packFor } from "../../policy/golden.ts";
import type { ByHand, Expected } from "./case.ts";
import { officeFigures } from "./office-figures.ts";

/** One thing goes by different names in different matters; of the names here a decision uses one. */
const GAP = ["gapMonths", "arrearsMonths", "gap"];
const SHORTFALL = ["shortfall"];
/** Group of the amounts that stand for the whole where there are several of a kind. */
const WHOLE: ReadonlySet<string> = new Set(["", "合计"]);
const WAIT = [
  "residentWait",
  "chongqing.enrolment-waiting.months",
  "chongqing.scheme-change.months",
  "chongqing.employee-waiting.months",
];
export const FIRST_DAY = ["retiredFrom", "treatmentFrom", "benefitsFrom", "coveredAgain", "newCard"];
const PAYS: Readonly<Record<string, readonly string[]>> = {
  premium: ["monthlyPremium", "premium", "contribution"],
  care: ["care", "careByBank", "careByAccount"],
  topUp: ["topUp"],
  buyUp: ["buyUpUnit", "buyUpPerson"],
  base: ["personBase", "unitBase", "flexibleBase"],
};
const COVERED: ReadonlySet<CoverageStatus> = new Set(["contributed", "bought", "covered", "in-service", "retired"]);

/** The steps up to the one that makes the first of these, so that what would hold otherwise is left out; all where none does. */
function leadingTo({ steps }: Decision, keys: readonly string[]): Decision["steps"] {
  const index = steps.findIndex(({ key }) => keys.includes(key));
  return index < 0 ? steps : steps.slice(0, index);
}

const step = ({ steps }: Pick<Decision, "steps">, keys: readonly string[]): number | undefined =>
  steps.find(({ key }) => keys.includes(key))?.value;

const sum = (fens: readonly number[]): string | undefined =>
  fens.length === 0 ? undefined : plainYuan(fens.reduce((total, fen) => total + fen, 0));

const firstDay = (text: string): number => parseDate(text) ?? firstDayOf(parseMonth(text)!);
const lastDayIn = (text: string): number => parseDate(text) ?? lastDayOf(parseMonth(text)!);

/**
 * A month, or a stretch of months or days with both ends. A run of days counts for every month that it touches; a stretch counts
 * when each of its months, or days, does. `undefined` where the strip says nothing of one of them.
 */
function isCovered({ coverage }: Decision, stretch: string): boolean | undefined {
  const [from = "", to = from] = stretch.split("/");
  const isOne = (first: number, last: number): boolean | undefined => {
    const runs = coverage.filter((run) => firstDay(run.from) <= last && (run.to === null || lastDayIn(run.to) >= first));
    return runs.length === 0 ? undefined : runs.some(({ status }) => COVERED.has(status));
  };
  const all: (boolean | undefined)[] = [];
  if (parseDate(from) !== undefined) {
    for (let day = firstDay(from); day <= firstDay(to); day = addDays(day, 1)) all.push(isOne(day, day));
  } else {
    for (let month = parseMonth(from)!; month <= parseMonth(to)!; month++) all.push(isOne(firstDayOf(month), lastDayOf(month)));
  }
  return all.every((one) => one === all[0]) ? all[0] : undefined;
}

/** Whether the strip waits just so long: `0` days are no wait at all. */
function waits(decision: Decision, wait: NonNullable<Expected["wait"]>, first: string | undefined): boolean {
  const runs = decision.coverage.filter(({ status }) => status === "waiting");
  const dayAfter = (run: CoverageRun): number => addDays(lastDayIn(run.to!), 1);
  if ("days" in wait && wait.days === 0) return decision.coverage.length > 0 && runs.length === 0;
  // where treatment has its day and no wait is reckoned there is none
  const counted =
    step({ steps: leadingTo(decision, FIRST_DAY) }, WAIT) ??
    (first !== undefined && ("months" in wait || runs.length === 0) ? 0 : undefined);
  if ("months" in wait && counted !== undefined) return [wait.months].flat().includes(counted);
  const [run] = runs;
  if (run === undefined || runs.length > 1) return false;
  const from = firstDay(run.from);
  if ("days" in wait) return addDays(from, wait.days) === dayAfter(run);
  return [wait.months].flat().some((months) => addMonths(from, months) === dayAfter(run));
}

const waitText = ({ coverage }: Decision): string =>
  coverage.flatMap(({ status, from, to }) => (status === "waiting" ? [`${from}/${to}`] : [])).join(", ") || "none";

/** Of two relations the headline names the one that stays. */
function keeps({ headline }: Decision): Expected["keeps"] {
  const [, which] = /保留(本市|另一条)关系/.exec(headline) ?? [];
  return which === undefined ? undefined : which === "本市" ? "here" : "other";
}

/** End of the last time that is covered. */
function lastDay({ coverage }: Decision): string | undefined {
  const ends = coverage.filter(({ status }) => COVERED.has(status)).map(({ to }) => to ?? "");
  const last = ends.includes("") ? undefined : ends.sort().at(-1);
  const month = parseMonth(last ?? "");
  return month === undefined ? last : formatDate(lastDayOf(month));
}

/** The day from which every failed condition is met, where all of them name one. */
function opens({ conditions }: Decision): string | undefined {
  const days = conditions
    .filter(({ met }) => !met)
    .map(({ remedies }) => remedies.find(({ kind }) => kind === "date" || kind === "month")?.value);
  return days.every((day) => day !== undefined) ? days.map(String).sort().at(-1) : undefined;
}

/** `expected` itself where the program says one of the things that it allows, so that a comparison of the two is plain equality. */
function within<T>(value: unknown, expected: T, fits: boolean): T {
  return fits ? expected : (value as T);
}

export function found({ city, matter, facts, asOf, expected }: ByHand): Expected {
  const { decision, errors, unanswered } = consult(packFor(city, officeFigures[city]), matter, facts as FactInputs, asOf);
  const result: { -readonly [Key in keyof Expected]: unknown } = {};
  if (expected.errors || !decision)
    result.errors = [...new Set([...errors.map(({ fact }) => fact.split(".")[0]), ...unanswered])];
  if (!decision) return result as Expected;

  const { outcome, wait, pays } = expected;
  if (outcome) result.outcome = within(decision.outcome, outcome, [outcome].flat().includes(decision.outcome as never));
  if (expected.gapMonths !== undefined) result.gapMonths = step(decision, GAP);
  if (expected.shortfallMonths !== undefined) result.shortfallMonths = step(decision, SHORTFALL);
  const first = FIRST_DAY.map((id) => decision.dates.find((date) => date.id === id)?.value).find((value) => value !== undefined);
  if (wait) result.wait = within(waitText(decision), wait, waits(decision, wait, first));
  if (expected.firstDay !== undefined) {
    const fits = expected.firstDay !== null && first?.startsWith(expected.firstDay) === true;
    result.firstDay = within(first ?? null, expected.firstDay, fits);
  }
  if (expected.lastDay) result.lastDay = lastDay(decision);
  if (expected.opens) result.opens = opens(decision);
  if (expected.due) {
    // of several lawful ways the one that pays; they cost the same where more than one does
    const ways = [decision, ...decision.options].map(({ amounts }) => amounts.filter(({ role }) => role === "due"));
    result.due = sum((ways.find((due) => due.length > 0) ?? []).map(({ fen }) => fen));
  }
  if (pays) {
    // of several ways the first that has the amount: a top-up is the same in all of them
    const ways = [decision, ...decision.options].map(({ amounts }) => amounts.filter(({ group }) => WHOLE.has(group)));
    const paid = (ids: readonly string[]) =>
      ways
        .map((amounts) => sum(amounts.flatMap(({ id, fen }) => (ids.includes(id) ? [fen] : []))))
        .find((yuan) => yuan !== undefined);
    result.pays = Object.fromEntries(Object.keys(pays).map((word) => [word, paid(PAYS[word] ?? [word])]));
  }
  if (expected.materials) {
    result.materials = expected.materials.filter((word) => decision.materials.some(({ title }) => title.includes(word)));
  }
  if (expected.withoutMaterials) {
    result.withoutMaterials = expected.withoutMaterials.filter(
      (word) => !decision.materials.some(({ title }) => title.includes(word)),
    );
  }
  if (expected.place) result.place = within(decision.place, expected.place, decision.place.includes(expected.place));
  if (expected.covered) result.covered = expected.covered.filter((month) => isCovered(decision, month) === true);
  if (expected.notCovered) result.notCovered = expected.notCovered.filter((month) => isCovered(decision, month) === false);
  if (expected.keeps) result.keeps = keeps(decision);
  return result as Expected;
}

/** The same with the person's past in one line and only the questions that it leaves open; `undefined` where the matter takes no line. */
export function foundFromHistory(one: ByHand): Expected | undefined {
  if (!one.history) return undefined;
  const facts = { ...one.facts, history: one.history } as FactInputs;
  const { history, questions } = consult(packFor(one.city, officeFigures[one.city]), one.matter, facts, one.asOf);
  if (!history) return undefined;
  const open = new Set(questions.map(({ id }) => id));
  const answers = Object.entries(one.facts).filter(([id]) => open.has(id));
  return found({ ...one, facts: { ...Object.fromEntries(answers), history: one.history } });
}
