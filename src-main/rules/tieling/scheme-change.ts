/** Tieling, change between the schemes (TL-08), and inside the employee scheme (TL-04). Source: notice of 2022-04-01, 三 and 二(二)2. */
import { addDays, firstDayOf, lastDayOf, monthOfDate, type PackedDate } from "../../../src-shared/domain/calendar.ts";
import { coverGapUntil, coverWaiting } from "../engine/contribution/waiting.ts";
import { coverDays, newDraft, NONE, type Draft } from "../engine/draft.ts";
import type { AsOf, Facts, SomeFacts } from "../engine/facts.ts";
import { defineFormula, type Bindings } from "../engine/formula.ts";
import { leaf, step, type Node } from "../engine/node.ts";
import type { Result } from "../engine/result.ts";
import { addWaitingDates, bindWaiting, paymentFault, paymentFaults, waitingDates } from "./waiting.ts";

const spec = {
  direction: "choice",
  assisted: "choice?",
  continuousMonths: "count?",
  lastPaid: "month",
  paidOn: "date?",
} as const;
type ChangeFacts = Facts<typeof spec>;
type Names = ReturnType<typeof bindNames>;

function bindNames(names: Bindings) {
  const table = names.table("tieling.scheme-change");
  const answer = table.output("answer");
  return {
    waiting: bindWaiting(names),
    table: {
      change: table,
      answer,
      days: table.output("days"),
      short: table.choice(answer, "short"),
      sameScheme: table.choice(answer, "same-scheme"),
    },
    sameScheme: names.option("direction", "flexible-to-unit"),
    notAssisted: names.option("assisted", "none"),
    leaf: { direction: names.leaves("direction"), assisted: names.leaves("assisted") },
    step: {
      continuous: names.step("continuous"),
      lastPaid: names.fact("lastPaid"),
      gapMonths: names.step("gapMonths"),
      cross: names.step("cross"),
      isAssisted: names.step("isAssisted"),
    },
    dates: waitingDates(names),
    coverage: {
      before: names.coverage("before"),
      gap: names.coverage("gap"),
      gapCanBePaid: names.coverage("gapCanBePaid"),
      strip: { waiting: names.coverage("waiting"), covered: names.coverage("covered") },
    },
    notice: {
      stopTheOther: names.notice("stopTheOther"),
      waitTwoYears: names.notice("waitTwoYears"),
      gapLost: names.notice("gapLost"),
    },
    headline: { atOnce: names.headline("atOnce"), waits: names.headline("waits") },
    next: [names.next("duplicate")],
    place: names.place("agency"),
    timeLimit: { any: names.timeLimit("any"), assisted: names.timeLimit("assisted") },
    fault: paymentFaults(names),
  };
}

export const schemeChange = defineFormula({
  matter: "tieling.scheme-change",
  facts: spec,
  bind(bindings) {
    const names = bindNames(bindings);
    return {
      derive: (facts: SomeFacts<typeof spec>) => {
        const cross = facts.direction !== names.sameScheme;
        return { cross, notAssisted: cross && facts.assisted === names.notAssisted };
      },
      check(facts, asOf) {
        const wrong = paymentFault(names.fault, facts.paidOn, asOf);
        return wrong === null ? NONE : [{ fact: "paidOn", text: wrong }];
      },
      known: () => NONE,
      evaluate: (facts, asOf) => evaluate(names, facts, asOf),
    };
  },
});

function evaluate(names: Names, facts: ChangeFacts, asOf: AsOf): Result {
  const { table, step: steps, notice } = names;
  const draft = newDraft();
  const payment = names.waiting.payment(facts.paidOn, asOf);
  const paidMonth = monthOfDate(payment.value);
  const lastPaid = leaf(steps.lastPaid, facts.lastPaid);
  const gap = step(steps.gapMonths, Math.max(0, paidMonth - facts.lastPaid - 1), [lastPaid, payment]);
  const cross = step(steps.cross, facts.direction === names.sameScheme ? 0 : 1, [names.leaf.direction[facts.direction]!]);
  const inputs: Node[] = [cross, gap];
  const isAssisted = facts.assisted !== undefined && facts.assisted !== names.notAssisted;
  if (facts.assisted !== undefined)
    inputs.push(step(steps.isAssisted, isAssisted ? 1 : 0, [names.leaf.assisted[facts.assisted]!]));
  if (facts.continuousMonths !== undefined) inputs.push(leaf(steps.continuous, facts.continuousMonths));

  const row = table.change.row([cross.value, isAssisted ? 1 : 0, facts.continuousMonths ?? 0, gap.value]);
  const answer = table.change.node(row, table.answer, inputs);
  const days = table.change.node(row, table.days, inputs);
  const found = names.waiting.after(payment, days);
  draft.remarks.push(answer);
  addWaitingDates(draft, names.dates, found);
  addBefore(names, facts, draft, payment.value);
  // inside one scheme a month paid late is no gap
  if (cross.value === 1 || gap.value > 0) {
    const title = answer.value === table.sameScheme ? names.coverage.gapCanBePaid : names.coverage.gap;
    coverGapUntil(draft, title, facts.lastPaid, payment.value);
  }
  coverWaiting(draft, names.coverage.strip, found);

  const stillPaid = facts.lastPaid >= paidMonth;
  draft.notices.push(notice.stopTheOther);
  if (answer.value === table.short) draft.notices.push(notice.waitTwoYears);
  if (gap.value > 0 && days.value > 0) draft.notices.push(notice.gapLost);
  return {
    outcome: "granted",
    headline: days.value > 0 ? names.headline.waits : names.headline.atOnce,
    place: names.place,
    timeLimit: isAssisted ? names.timeLimit.assisted : names.timeLimit.any,
    conditions: NONE,
    amounts: NONE,
    dates: draft.dates,
    coverage: draft.coverage,
    options: NONE,
    materials: NONE,
    notices: draft.notices,
    sections: NONE,
    next: stillPaid && cross.value === 1 ? names.next : NONE,
    conflicts: NONE,
    missing: NONE,
    remarks: draft.remarks,
  };
}

/** The last paid month of the old insurance, up to the day before the new payment. */
function addBefore(names: Names, { lastPaid }: ChangeFacts, draft: Draft, payment: PackedDate): void {
  const month = Math.min(lastPaid, monthOfDate(payment));
  const last = Math.min(lastDayOf(month), addDays(payment, -1));
  coverDays(draft, "covered", names.coverage.before, firstDayOf(month), last);
}
