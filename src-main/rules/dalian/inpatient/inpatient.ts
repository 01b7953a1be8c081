/**
 * Dalian, estimate of inpatient benefits: DL-12, and what applies from 2023-01-01 on.
 * Source: city guide, clause 七(十); from 2023-01-01 the notices on the large-sum subsidy.
 * Several stays of one year in date order: pool, then the layers of the stay's day, then the person.
 */
import { monthOfDate, yearOfDate, type PackedDate } from "../../../../src-shared/domain/calendar.ts";
import { finish, newDraft, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts/facts.ts";
import type { Fault } from "../../engine/formula.ts";
import { leaf, type DerivedStep, type Node, type NodeDefinition } from "../../engine/node.ts";
import { difference, same, sum } from "../../engine/operations.ts";
import type { AmountDefinition, Result } from "../../engine/result.ts";
import { define, type Facts, type SomeFacts } from "../../generated/dalian/inpatient.ts";
import { handbookPays, type HandbookYear } from "./handbook.ts";
import { largeSumPays, type LargeSumYear } from "./large-sum.ts";
import { bind, type Names, type StayRecord } from "./names.ts";
import { dateOf, inDateOrder, insured, openStay, poolPays, type PoolShare, type Share, type Stay } from "./stay.ts";

export default define(bind, {
  derive(names, facts) {
    const { handbook, largeSum } = names.layers.is.layers;
    const handbookYear = someStay(names, facts, handbook);
    return {
      handbookYear,
      largeSumYear: someStay(names, facts, largeSum),
      subsidyCapped: handbookYear && names.reading.subsidyCap.is.shared,
    };
  },
  check,
  evaluate,
});

/** Whether a stay falls under such layers; while the form is being filled a record may lack its date. */
const someStay = (names: Names, { stays }: SomeFacts, layers: number): boolean =>
  stays?.some((record) => record.admitted !== undefined && layersOn(names, dateOf(names, record as StayRecord)) === layers) ??
  false;

function layersOn({ layers }: Names, date: PackedDate): number {
  return layers.value(layers.row1(monthOfDate(date)), layers.out.layers);
}

function check(names: Names, facts: Facts, asOf: AsOf): readonly Fault[] {
  const { fault, figure, yearOf } = names;
  const { birthDate, stays, earlierPool, earlierSupplementary } = facts;
  const faults: Fault[] = [];
  const first = Math.min(...stays.map((stay) => dateOf(names, stay)));
  for (const [index, stay] of stays.entries()) {
    const { admitted, discharged, cost } = stay;
    const add = (field: string, text: string): number => faults.push({ fact: `stays.${index}.${field}`, text });
    if (birthDate !== undefined && admitted < birthDate) add("admitted", fault.bornAfter);
    if (admitted > asOf.date) add("admitted", fault.admittedInFuture);
    if (cost === 0) add("cost", fault.noCost);
    if (discharged !== undefined && discharged < admitted) add("discharged", fault.dischargedBefore);
    if (yearOf(dateOf(names, stay)) !== yearOf(first)) add("admitted", fault.otherYear);
  }
  if (earlierPool > (figure.poolLimit.at(first)?.value ?? Infinity))
    faults.push({ fact: "earlierPool", text: fault.poolOverLimit });
  if ((earlierSupplementary ?? 0) > (figure.supplementaryLimit.at(first)?.value ?? Infinity))
    faults.push({ fact: "earlierSupplementary", text: fault.supplementaryOverLimit });
  return faults;
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

function evaluate(names: Names, facts: Facts): Result {
  const { fact, nothing, layers, reading, notice } = names;
  const draft = newDraft();
  const records = inDateOrder(names, facts.stays);
  const shares: Shares = { cost: [], pool: [], supplementary: [], subsidy: [], largeSum: [], own: [], undecided: [] };
  const person = insured(names, facts);
  const handbook: HandbookYear = {
    supplementary: paidBefore(fact.earlierSupplementary, nothing.supplementary, facts.earlierSupplementary),
    burden: paidBefore(fact.earlierBurden, nothing.burden, facts.earlierBurden),
    subsidy: paidBefore(fact.earlierSubsidy, nothing.subsidy, facts.earlierSubsidy),
    incomplete: false,
  };
  const largeSum: LargeSumYear = {
    base: paidBefore(fact.earlierBase, nothing.base, facts.earlierBase),
    bands: null,
    isTold: false,
  };
  // what the pool has paid before was for an earlier stay
  const hasEarlier = facts.earlierPool > 0;
  let poolSoFar = paidBefore(fact.earlierPool, nothing.pool, facts.earlierPool);
  let pool: PoolShare | null = null;

  for (let i = 0; i < records.length; i++) {
    const stay = openStay(names, person, records[i]!, names.stays[i]!, hasEarlier || i > 0);
    const after = layers.node(layers.row1(monthOfDate(stay.date)), layers.out.layers, [stay.dated]);
    const byLargeSum = after.value === layers.is.layers.largeSum;
    if (byLargeSum) draft.conflicts = names.conflicts;
    pool = poolPays(names, stay, poolSoFar, draft);
    if (pool !== null) poolSoFar = pool.soFar;
    shares.cost.push(stay.cost);
    const share =
      pool === null
        ? null
        : byLargeSum
          ? largeSumPays(names, stay, after, pool, largeSum, draft)
          : handbookPays(names, stay, after, pool, handbook, draft);
    settle(names, shares, draft, stay, pool, share);
  }

  const totals = addTotals(names, shares, draft);
  openPoints(names, facts, records, draft);
  if (hasEarlier || records.length > 1) {
    draft.remarks.push(reading.laterStays.node);
    if (reading.laterStays.is.lower) draft.notices.push(notice.laterStaysUnverified);
  }
  draft.notices.push(notice.estimate);
  if (pool !== null) {
    const left = difference(names.step.poolLeft, pool.limit, pool.soFar);
    draft.amounts.push({ definition: names.amount.poolLeft, role: "information", node: left });
    if (left.value === 0) draft.notices.push(notice.poolExhausted);
  }
  const { headline, place, timeLimit } = names;
  const { totalCost, totalPool, totalFunds, totalOwn, totalUndecided } = totals;
  if (totalUndecided === null) {
    const says = headline.granted({ totalCost, totalFunds: totalFunds!, totalOwn: totalOwn! });
    return finish(draft, "granted", says, place.hospital, timeLimit.estimate);
  }
  const says = totalPool === null ? headline.poolMissing : headline.figureMissing({ totalPool, totalUndecided });
  return finish(draft, "figure-missing", says, place.hospital, timeLimit.estimate);
}

const paidBefore = (definition: NodeDefinition, none: Node, fen: number | undefined): Node =>
  fen === undefined || fen === 0 ? none : leaf(definition, fen);

/** One layer's part of a stay, kept for the totals. */
function pay(draft: Draft, into: Node[], definition: AmountDefinition, stay: Stay, parts: Node[], node: Node | null): void {
  if (node === null) return;
  parts.push(node);
  into.push(node);
  draft.amounts.push({ definition, role: "information", group: stay.admitted, node });
}

/**
 * The parts of a stay add up to its cost; the sum is a step of its own, so that everybody sees it.
 * What cannot be shared out for want of a figure (`share` is `null`) stays undecided.
 */
function settle({ amount }: Names, shares: Shares, draft: Draft, stay: Stay, pool: PoolShare | null, share: Share | null): void {
  const { steps } = stay;
  const parts: Node[] = [];
  if (pool !== null) pay(draft, shares.pool, amount.pool, stay, parts, pool.paid);
  if (share === null) {
    const open = same(steps.undecided, pool === null ? stay.cost : pool.rest);
    pay(draft, shares.undecided, amount.undecided, stay, parts, open);
  } else {
    pay(draft, shares.supplementary, amount.supplementary, stay, parts, share.supplementary);
    pay(draft, shares.subsidy, amount.subsidy, stay, parts, share.subsidy);
    pay(draft, shares.largeSum, amount.largeSum, stay, parts, share.largeSum);
    pay(draft, shares.own, amount.own, stay, parts, share.own);
  }
  draft.remarks.push(sum(steps.sum, parts));
}

/** The same for all stays together, and what the funds pay. */
function addTotals({ step: steps, amount }: Names, shares: Shares, draft: Draft) {
  const totalCost = sum(steps.totalCost, shares.cost);
  const total = (step: DerivedStep, definition: AmountDefinition, parts: readonly Node[]): Node | null => {
    if (parts.length === 0) return null;
    const node = sum(step, parts);
    draft.amounts.push({ definition, role: "information", group: totalCost, node });
    return node;
  };
  const totalPool = total(steps.totalPool, amount.pool, shares.pool);
  const funds = [
    totalPool,
    total(steps.totalSupplementary, amount.supplementary, shares.supplementary),
    total(steps.totalSubsidy, amount.subsidy, shares.subsidy),
    total(steps.totalLargeSum, amount.largeSum, shares.largeSum),
  ].filter((node) => node !== null);
  const totalOwn = total(steps.totalOwn, amount.own, shares.own);
  const totalUndecided = total(steps.totalUndecided, amount.undecided, shares.undecided);
  draft.remarks.push(totalCost);
  const totalFunds = funds.length > 0 ? sum(steps.totalFunds, funds) : null;
  if (totalFunds !== null) draft.remarks.push(totalFunds);
  return { totalCost, totalPool, totalFunds, totalOwn, totalUndecided };
}

/** Readings about the calendar are shown only where the other reading would place a stay differently. */
function openPoints(names: Names, facts: Facts, records: readonly StayRecord[], draft: Draft): void {
  const { inpatientDate, inpatientYear } = names.reading;
  for (const { admitted, discharged } of records) {
    if (discharged !== undefined && differs(names, admitted, discharged)) {
      draft.remarks.push(inpatientDate.node);
      break;
    }
  }
  const year = names.otherYearOf(dateOf(names, records[0]!));
  const earlier = facts.earlierPool + (facts.earlierBurden ?? 0) + (facts.earlierBase ?? 0) > 0;
  if (earlier || records.some((record) => names.otherYearOf(dateOf(names, record)) !== year))
    draft.remarks.push(inpatientYear.node);
}

/** Whether two days lie in different years, of the limits or of the layers and figures. */
const differs = ({ yearOf }: Names, one: PackedDate, other: PackedDate): boolean =>
  yearOf(one) !== yearOf(other) || yearOfDate(one) !== yearOfDate(other);
