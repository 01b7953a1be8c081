/** Tieling's waiting periods: the city's steps, and its reading about the first day. */
import type { PackedDate } from "../../../src-shared/domain/calendar.ts";
import { waitingAfter, type Waiting, type WaitingSteps } from "../engine/contribution/waiting.ts";
import type { Draft } from "../engine/draft.ts";
import type { AsOf } from "../engine/facts.ts";
import type { Bindings } from "../engine/formula.ts";
import { leaf, type Node } from "../engine/node.ts";
import type { DateDefinition } from "../engine/result.ts";
import type { ChosenReading } from "../national/resident-waiting.ts";

/** The notice of 2022 is in force from this day on. */
const IN_FORCE_FROM: PackedDate = 2022_04_01;

/** The part of the notice whose words and clauses a wait carries. */
export type WaitingKind = "employee" | "resident" | "newborn" | "change";

export interface WaitingRule {
  /** The day of the payment; today where none is given, for an empty answer says that it is still to be paid. */
  payment(paidOn: number | undefined, asOf: AsOf): Node;
  /** @param length in days or months; 0 = none */
  after(start: Node, length: Node): Waiting;
}

export const waitingWords = (names: Bindings, kind: WaitingKind): WaitingSteps => ({
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

export function bindWaiting(names: Bindings, kind: WaitingKind): WaitingRule {
  const steps = waitingWords(names, kind);
  const paymentDay = names.step(kind === "employee" ? "paymentDay" : `${kind}Day`);
  const { node, says } = paymentDayCounts(names);
  const first = says ? "start-itself" : "after-start";
  return {
    payment: (paidOn, asOf) => leaf(paymentDay, paidOn ?? asOf.date),
    // the first day is a question only where there is a wait
    after: (start, length) =>
      length.value === 0 ? waitingAfter(steps, start, length, first) : waitingAfter(steps, start, length, first, node),
  };
}

export interface WaitingDates {
  readonly treatmentFrom: DateDefinition;
  readonly waitingLast: DateDefinition;
}

export const waitingDates = (names: Bindings): WaitingDates => ({
  treatmentFrom: names.date("treatmentFrom"),
  waitingLast: names.date("waitingLast"),
});

export function addWaitingDates(draft: Draft, dates: WaitingDates, { treatmentFrom, last }: Waiting): void {
  draft.dates.push({ definition: dates.treatmentFrom, node: treatmentFrom });
  if (last !== null) draft.dates.push({ definition: dates.waitingLast, node: last });
}

export interface PaymentFaults {
  readonly paidInFuture: string;
  readonly beforeRules: string;
}

export const paymentFaults = (names: Bindings): PaymentFaults => ({
  paidInFuture: names.fault("paidInFuture"),
  beforeRules: names.fault("beforeRules"),
});

/** What is wrong with the day of payment, if anything. */
export function paymentFault(faults: PaymentFaults, paidOn: number | undefined, asOf: AsOf): string | null {
  const paid = paidOn ?? asOf.date;
  if (paid > asOf.date) return faults.paidInFuture;
  return paid < IN_FORCE_FROM ? faults.beforeRules : null;
}
