/** Tieling's waiting periods: the city's steps, and its reading about the first day. */
import type { PackedDate } from "../../../src-shared/domain/calendar.ts";
import { waitingAfter, type FirstCounted, type Waiting, type WaitingSteps } from "../engine/contribution/waiting.ts";
import type { Draft } from "../engine/draft.ts";
import type { AsOf } from "../engine/facts.ts";
import type { Bindings, Fault } from "../engine/formula.ts";
import { leaf, type Node, type NodeDefinition } from "../engine/node.ts";
import type { DateDefinition } from "../engine/result.ts";
import { readingWord, type ReadingWord } from "../engine/words.ts";
import type { NewbornWaiting, Waiting as EmployeeWaiting } from "../generated/tieling/data.ts";
import type { ChosenReading } from "../national/resident-waiting.ts";

/** The notice of 2022 is in force from this day on. */
const IN_FORCE_FROM: PackedDate = 2022_04_01;

/** A wait with the words and clauses of its part of the notice. */
export interface WaitingRule {
  readonly day: NodeDefinition;
  readonly steps: WaitingSteps;
  readonly first: FirstCounted;
  readonly reading: Node;
}

const rule = (day: NodeDefinition, steps: WaitingSteps, { is, node }: ReadingWord<"paymentDay" | "nextDay">): WaitingRule => ({
  day,
  steps,
  first: is.paymentDay ? "start-itself" : "after-start",
  reading: node,
});

export const employeeRule = ({ step: steps, reading }: EmployeeWaiting): WaitingRule =>
  rule(
    steps.paymentDay,
    { atOnce: steps.employeeAtOnce, after: steps.employeeAfterWaiting, last: steps.employeeWaitingLast },
    reading.waitingDayCount,
  );

export const newbornRule = ({ step: steps, reading }: NewbornWaiting): WaitingRule =>
  rule(
    steps.newbornDay,
    { atOnce: steps.newbornAtOnce, after: steps.newbornAfterWaiting, last: steps.newbornWaitingLast },
    reading.waitingDayCount,
  );

/** The day of the payment; today where none is given, for an empty answer says that it is still to be paid. */
export const paymentOf = ({ day }: WaitingRule, paidOn: number | undefined, asOf: AsOf): Node => leaf(day, paidOn ?? asOf.date);

/** @param length in days or months; 0 = none, and then the first day is no question */
export const waitAfter = ({ steps, first, reading }: WaitingRule, start: Node, length: Node): Waiting =>
  waitingAfter(steps, start, length, first, reading);

export interface WaitingDates {
  readonly treatmentFrom: DateDefinition;
  readonly waitingLast: DateDefinition;
}

export function addWaitingDates(draft: Draft, date: WaitingDates, { treatmentFrom, last }: Waiting): void {
  draft.dates.push({ definition: date.treatmentFrom, node: treatmentFrom });
  if (last !== null) draft.dates.push({ definition: date.waitingLast, node: last });
}

/** What is wrong with the day of payment, if anything. */
export function paymentFault(
  fault: Readonly<Record<"paidInFuture" | "beforeRules", string>>,
  paidOn: number | undefined,
  asOf: AsOf,
): Fault | null {
  const paid = paidOn ?? asOf.date;
  if (paid > asOf.date) return { fact: "paidOn", text: fault.paidInFuture };
  return paid < IN_FORCE_FROM ? { fact: "paidOn", text: fault.beforeRules } : null;
}

// ── for matters that bind their names themselves ──

export const waitingWords = (names: Bindings, kind: "employee" | "resident" | "change"): WaitingSteps => ({
  atOnce: names.step(`${kind}AtOnce`),
  after: names.step(`${kind}AfterWaiting`),
  last: names.step(`${kind}WaitingLast`),
});

/** A reading and whether it says so. */
export function chosenReading(names: Bindings, id: string, option: string): ChosenReading {
  const reading = names.reading(id);
  return { node: reading.node, says: reading.is(option) };
}

export const paymentDayCounts = (names: Bindings): ChosenReading =>
  chosenReading(names, "tieling.waiting-day-count", "payment-day");

export const bindWaiting = (names: Bindings, kind: "employee" | "resident" | "change"): WaitingRule =>
  rule(
    names.step(kind === "employee" ? "paymentDay" : `${kind}Day`),
    waitingWords(names, kind),
    readingWord(names.reading("tieling.waiting-day-count")),
  );

export const waitingDates = (names: Bindings): WaitingDates => ({
  treatmentFrom: names.date("treatmentFrom"),
  waitingLast: names.date("waitingLast"),
});

export const paymentFaults = (names: Bindings): Readonly<Record<"paidInFuture" | "beforeRules", string>> => ({
  paidInFuture: names.fault("paidInFuture"),
  beforeRules: names.fault("beforeRules"),
});
