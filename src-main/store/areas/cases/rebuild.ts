/** Derived rows made anew from the case events: for migrations that add to them. */
import { eventRow } from "./case-events.ts";
import type { Writer } from "../../file/connection.ts";
import { enterLedger, ledgerEntries } from "./ledger-entries.ts";
import { applyEvent, type DerivedCase, updateDerived } from "./case-state.ts";
import { CASE_EVENTS } from "./columns.ts";

const AT_ONCE = 500;

/** Walks through all events in the order written, with the state of their case before and after. */
function replay(
  writer: Writer,
  visit: (before: DerivedCase | undefined, event: ReturnType<typeof eventRow>, after: DerivedCase) => void,
): Map<string, DerivedCase> {
  const states = new Map<string, DerivedCase>();
  for (let after = 0; ;) {
    // in portions: rows are written while the events are read
    const events = CASE_EVENTS.all(writer, "WHERE number > ? ORDER BY number LIMIT ?", after, AT_ONCE);
    if (events.length === 0) return states;
    for (const stored of events) {
      const before = states.get(stored.caseId);
      const event = eventRow(stored);
      const next = applyEvent(before, event);
      states.set(stored.caseId, next);
      visit(before, event, next);
    }
    after = events.at(-1)!.number;
  }
}

export function rebuildCases(writer: Writer): void {
  for (const state of replay(writer, () => undefined).values()) updateDerived(writer, state, null);
}

export function rebuildLedger(writer: Writer): void {
  writer.run("DELETE FROM ledger");
  writer.run("DELETE FROM statistics");
  writer.run("DELETE FROM monthly_statistics");
  replay(writer, (before, event, after) => enterLedger(writer, ledgerEntries(before, event, after)));
}
