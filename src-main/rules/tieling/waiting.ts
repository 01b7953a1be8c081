/** Tieling's waiting periods: the city's steps, and its reading about the first day. */
import { firstDayOf, type PackedDate } from "../../../src-shared/domain/calendar.ts";
import { waitingAfter, type FirstCounted, type Waiting, type WaitingSteps } from "../engine/contribution/waiting.ts";
import type { Draft } from "../engine/draft.ts";
import type { AsOf } from "../engine/facts/facts.ts";
import type { Fault } from "../engine/formula.ts";
import { leaf, type Node, type NodeDefinition } from "../engine/node.ts";
import type { DateDefinition } from "../engine/result.ts";
import type { ReadingWord } from "../engine/words.ts";
import type { ChangeWaiting, NewbornWaiting, Resident, Tables, Waiting as EmployeeWaiting } from "../generated/tieling/data.ts";

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

export const residentRule = ({ step: steps, reading }: Resident): WaitingRule =>
  rule(
    steps.residentDay,
    { atOnce: steps.residentAtOnce, after: steps.residentAfterWaiting, last: steps.residentWaitingLast },
    reading.waitingDayCount,
  );

export const changeRule = ({ step: steps, reading }: ChangeWaiting): WaitingRule =>
  rule(
    steps.changeDay,
    { atOnce: steps.changeAtOnce, after: steps.changeAfterWaiting, last: steps.changeWaitingLast },
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

/** From when on the notice of 2022 is carried out. */
export function inForce({ table: tables }: { readonly table: Pick<Tables, "notice"> }): { readonly inForceFrom: PackedDate } {
  const table = tables.notice.by("paid");
  const month = table.bound("paid", table.row1(Number.MAX_SAFE_INTEGER), "lowest", "month");
  return { inForceFrom: firstDayOf(month.value) };
}

interface PaymentNames extends ReturnType<typeof inForce> {
  readonly fault: Readonly<Record<"paidInFuture" | "beforeRules", string>>;
}

/** What is wrong with the day of payment, if anything. */
export function paymentFault({ fault, inForceFrom }: PaymentNames, paidOn: number | undefined, asOf: AsOf): Fault | null {
  const paid = paidOn ?? asOf.date;
  if (paid > asOf.date) return { fact: "paidOn", text: fault.paidInFuture };
  return paid < inForceFrom ? { fact: "paidOn", text: fault.beforeRules } : null;
}
