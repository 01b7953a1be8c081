/**
 * Dalian, estimate of inpatient benefits: DL-12 and its part of *Later rules for Dalian*.
 * Source: city guide, clause 七(十); from 2023-01-01 the notices on the large-sum subsidy.
 * Several stays of one year in date order: pool, then the layers of the stay's day, then the person.
 */
import { monthOfDate, yearOfDate, type PackedDate } from "../../../../src-shared/domain/calendar.ts";
import { newDraft, NONE, type Draft } from "../../engine/draft.ts";
import { defineFormula } from "../../engine/formula.ts";
import { leaf, step, type Node, type NodeDefinition } from "../../engine/node.ts";
import type { AmountDefinition, Result } from "../../engine/result.ts";
import { contradictions } from "./faults.ts";
import { handbookPays, type HandbookYear } from "./handbook.ts";
import { largeSumPays, type LargeSumYear } from "./large-sum.ts";
import { bindNames, spec, type InpatientFacts, type Names, type SomeInpatientFacts, type StayRecord } from "./names.ts";
import { dateOf, inDateOrder, insured, openStay, poolPays, type PoolShare, type Stay } from "./stay.ts";

export const inpatient = defineFormula({
  matter: "dalian.inpatient",
  facts: spec,
  bind(bindings) {
    const names = bindNames(bindings);
    return {
      derive: (facts) => {
        const handbookYear = someStay(names, facts, false);
        return {
          handbookYear,
          largeSumYear: someStay(names, facts, true),
          subsidyCapped: handbookYear && names.reading.subsidyCapped,
        };
      },
      check: (facts, asOf) => contradictions(names, facts, asOf),
      known: () => NONE,
      evaluate: (facts) => evaluate(names, facts),
    };
  },
});

/** Whether a stay falls under the one or the other layers; while the form is being filled a record may lack its date. */
function someStay(names: Names, { stays }: SomeInpatientFacts, largeSum: boolean): boolean {
  const { table, output, largeSum: theLargeSum } = names.layers;
  return (
    stays?.some((record) => {
      if (record["admitted"] === undefined) return false;
      const row = table.row1(monthOfDate(dateOf(names, record as StayRecord)));
      return (table.value(row, output) === theLargeSum) === largeSum;
    }) ?? false
  );
}

/** What each layer pays, stay by stay; kept for the totals. */
interface Shares {
  readonly cost: Node[];
  readonly pool: Node[];
  readonly supplementary: Node[];
  readonly subsidy: Node[];
  readonly largeSum: Node[];
  readonly own: Node[];
  readonly undecided: Node[];
}

function evaluate(names: Names, facts: InpatientFacts): Result {
  const draft = newDraft();
  const records = inDateOrder(names, facts.stays as readonly StayRecord[]);
  const shares: Shares = { cost: [], pool: [], supplementary: [], subsidy: [], largeSum: [], own: [], undecided: [] };
  const { earlier, layers } = names;
  const person = insured(names, facts);
  const handbook: HandbookYear = {
    supplementary: paidBefore(earlier.supplementary, facts.earlierSupplementary),
    burden: paidBefore(earlier.burden, facts.earlierBurden),
    subsidy: paidBefore(earlier.subsidy, facts.earlierSubsidy),
    incomplete: false,
  };
  const largeSum: LargeSumYear = { base: paidBefore(earlier.base, facts.earlierBase), bands: null };
  // what the pool has paid before was for an earlier stay
  const earlierStays = (facts.earlierPool ?? 0) > 0;
  let poolSoFar = paidBefore(earlier.pool, facts.earlierPool);
  let pool: PoolShare | null = null;
  let someLargeSum = false;

  for (let i = 0; i < records.length; i++) {
    const stay = openStay(names, person, records[i]!, names.staySteps[i]!, earlierStays || i > 0);
    const row = layers.table.row1(monthOfDate(stay.date));
    const after = layers.table.node(row, layers.output, [stay.dated]);
    const byLargeSum = after.value === layers.largeSum;
    someLargeSum ||= byLargeSum;
    pool = poolPays(names, stay, poolSoFar, draft);
    if (pool !== null) poolSoFar = pool.soFar;
    shares.cost.push(stay.cost);
    if (pool === null) leaveOpen(names, shares, draft, stay, stay.cost, null);
    else if (byLargeSum) {
      const share = largeSumPays(names, stay, after, pool, largeSum, draft);
      if (share === null) leaveOpen(names, shares, draft, stay, pool.rest, pool.paid);
      else settle(names, shares, draft, stay, pool.paid, null, null, share.largeSum, share.own);
    } else {
      const share = handbookPays(names, stay, after, pool, handbook, draft);
      if (share === null) leaveOpen(names, shares, draft, stay, pool.rest, pool.paid);
      else settle(names, shares, draft, stay, pool.paid, share.supplementary, share.subsidy, null, share.own);
    }
  }

  addTotals(names, shares, draft);
  openPoints(names, facts, records, draft);
  if (earlierStays || records.length > 1) {
    draft.remarks.push(names.laterStays.node);
    if (names.laterStays.lower) draft.notices.push(names.notice.laterStaysUnverified);
  }
  draft.notices.push(names.notice.estimate);
  if (pool !== null) {
    const left = step(names.step.poolLeft, pool.limit.value - pool.soFar.value, [pool.limit, pool.soFar]);
    draft.amounts.push({ definition: names.amount.poolLeft, role: "information", node: left });
    if (left.value === 0) draft.notices.push(names.notice.poolExhausted);
  }
  return {
    conditions: NONE,
    amounts: draft.amounts,
    dates: NONE,
    coverage: NONE,
    options: NONE,
    materials: NONE,
    sections: NONE,
    notices: draft.notices,
    remarks: draft.remarks,
    missing: draft.missing,
    conflicts: someLargeSum ? names.conflicts : NONE,
    outcome: shares.undecided.length > 0 ? "figure-missing" : "granted",
    headline:
      shares.undecided.length === 0
        ? names.headline.granted
        : shares.pool.length > 0
          ? names.headline.figureMissing
          : names.headline.poolMissing,
    place: names.place,
    timeLimit: names.timeLimit,
  };
}

const paidBefore = (earlier: { readonly definition: NodeDefinition; readonly none: Node }, fen: number | undefined): Node =>
  fen === undefined || fen === 0 ? earlier.none : leaf(earlier.definition, fen);

/** One layer's part of a stay, kept for the totals. */
function pay(draft: Draft, into: Node[], definition: AmountDefinition, stay: Stay, node: Node): void {
  into.push(node);
  draft.amounts.push({ definition, role: "information", group: stay.admitted, node });
}

/** The parts of a stay add up to its cost; the sum is a step of its own, so that everybody sees it. */
function settle(
  names: Names,
  shares: Shares,
  draft: Draft,
  stay: Stay,
  pool: Node,
  supplementary: Node | null,
  subsidy: Node | null,
  largeSum: Node | null,
  own: Node,
): void {
  const { amount } = names;
  const parts = [pool];
  pay(draft, shares.pool, amount.pool, stay, pool);
  if (supplementary !== null) {
    parts.push(supplementary);
    pay(draft, shares.supplementary, amount.supplementary, stay, supplementary);
  }
  if (subsidy !== null) {
    parts.push(subsidy);
    pay(draft, shares.subsidy, amount.subsidy, stay, subsidy);
  }
  if (largeSum !== null) {
    parts.push(largeSum);
    pay(draft, shares.largeSum, amount.largeSum, stay, largeSum);
  }
  parts.push(own);
  pay(draft, shares.own, amount.own, stay, own);
  addSum(draft, stay, parts);
}

/** What cannot be shared out for want of a figure. */
function leaveOpen({ amount }: Names, shares: Shares, draft: Draft, stay: Stay, rest: Node, pool: Node | null): void {
  const open = step(stay.steps.undecided, rest.value, [rest]);
  if (pool !== null) pay(draft, shares.pool, amount.pool, stay, pool);
  pay(draft, shares.undecided, amount.undecided, stay, open);
  addSum(draft, stay, pool === null ? [open] : [pool, open]);
}

function addSum(draft: Draft, stay: Stay, parts: readonly Node[]): void {
  draft.remarks.push(sumOf(stay.steps.sum, parts));
}

function sumOf(definition: NodeDefinition, parts: readonly Node[]): Node {
  let sum = 0;
  for (const part of parts) sum += part.value;
  return step(definition, sum, parts);
}

/** The same for all stays together, and what the funds pay. */
function addTotals({ step: steps, amount }: Names, shares: Shares, draft: Draft): void {
  const cost = sumOf(steps.totalCost, shares.cost);
  const total = (definition: NodeDefinition, of: AmountDefinition, parts: readonly Node[]): Node | null => {
    if (parts.length === 0) return null;
    const node = sumOf(definition, parts);
    draft.amounts.push({ definition: of, role: "information", group: cost, node });
    return node;
  };
  const funds = [
    total(steps.totalPool, amount.pool, shares.pool),
    total(steps.totalSupplementary, amount.supplementary, shares.supplementary),
    total(steps.totalSubsidy, amount.subsidy, shares.subsidy),
    total(steps.totalLargeSum, amount.largeSum, shares.largeSum),
  ].filter((node) => node !== null);
  total(steps.totalOwn, amount.own, shares.own);
  total(steps.totalUndecided, amount.undecided, shares.undecided);
  draft.remarks.push(cost);
  if (funds.length > 0) draft.remarks.push(sumOf(steps.totalFunds, funds));
}

/** Readings about the calendar are shown only where the other reading would place a stay differently. */
function openPoints(names: Names, facts: InpatientFacts, records: readonly StayRecord[], draft: Draft): void {
  const { reading } = names;
  for (const { admitted, discharged } of records) {
    if (discharged !== undefined && differs(reading, admitted, discharged)) {
      draft.remarks.push(reading.date);
      break;
    }
  }
  const year = reading.otherYearOf(dateOf(names, records[0]!));
  const earlier = (facts.earlierPool ?? 0) + (facts.earlierBurden ?? 0) + (facts.earlierBase ?? 0) > 0;
  if (earlier || records.some((record) => reading.otherYearOf(dateOf(names, record)) !== year)) draft.remarks.push(reading.year);
}

/** Whether two days lie in different years, of the limits or of the layers and figures. */
const differs = ({ yearOf }: Names["reading"], one: PackedDate, other: PackedDate): boolean =>
  yearOf(one) !== yearOf(other) || yearOfDate(one) !== yearOfDate(other);
