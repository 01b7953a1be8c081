/**
 * What each operation and each operator of the rules is turned into, by what the turn is called. What comes to the same value
 * (`b + a` for `a + b`) is left out.
 */
import { addDays } from "../../src-shared/domain/calendar.ts";
import { Node } from "../../src-main/rules/engine/node.ts";
import * as operations from "../../src-main/rules/engine/operations.ts";
import type { At } from "./switch.ts";

type Turned = Readonly<Record<string, At>>;
type Step = Parameters<typeof operations.same>[0];

const {
  atLeast,
  atLeastZero,
  atMost,
  clamp,
  difference,
  earlier,
  eitherAsRead,
  exactProduct,
  exactTwelfths,
  firstOfNextMonth,
  isBefore,
  isLess,
  isSame,
  lastDay,
  lastOfDays,
  larger,
  later,
  nextMonth,
  notEarlierThan,
  notLaterThan,
  plus,
  plusLess,
  previousMonth,
  quotient,
  roundedToFen,
  roundedToYuan,
  same,
  share,
  smaller,
  sum,
  twelfths,
  waitedFrom,
  waitedNotBefore,
  wholeFen,
  yearAsRead,
  yearEnd,
  yearStart,
} = operations;

type Two = (step: Step, a: Node, b: Node, because?: Node) => Node;
const swapped =
  (operation: Two): Two =>
  (step, a, b, because) =>
    operation(step, b, a, because);
const swappedOf = (operation: Two): Turned => ({ swapped: swapped(operation) });

const remade = (node: Node, value: number): Node => new Node(node.definition, value, node.divisor, node.inputs, node.operation);

/** One more than what the operation comes to: a day, a month, a fen, the next option. */
const oneMore = (operation: (...operands: never[]) => Node): Turned => ({
  "one more": (...operands: never[]) => {
    const node = operation(...operands);
    return remade(node, node.definition.unit === "date" ? addDays(node.value, 1) : node.value + node.divisor);
  },
});

const not = (operation: (...operands: never[]) => Node): Turned => ({
  not: (...operands: never[]) => {
    const node = operation(...operands);
    return remade(node, 1 - node.value);
  },
});

/** Of numbers, except that a string is the same as another or not. */
type Operator = (a: number, b: number) => unknown;
/** The second operand is evaluated only where the first one leaves it open. */
type Logical = (a: () => unknown, b: () => unknown) => unknown;

const OPERATORS = {
  "<": { "<=": (a, b) => a <= b, swapped: (a, b) => b < a },
  "<=": { "<": (a, b) => a < b, swapped: (a, b) => b <= a },
  ">": { ">=": (a, b) => a >= b, swapped: (a, b) => b > a },
  ">=": { ">": (a, b) => a > b, swapped: (a, b) => b >= a },
  "===": { "!==": (a, b) => a !== b },
  "!==": { "===": (a, b) => a === b },
  "+": { "-": (a, b) => a - b },
  "-": { "+": (a, b) => a + b, swapped: (a, b) => b - a },
  "*": { "/": (a, b) => a / b },
  "/": { "*": (a, b) => a * b, swapped: (a, b) => b / a },
  "%": { swapped: (a, b) => b % a },
} satisfies Readonly<Record<string, Readonly<Record<string, Operator>>>>;

const LOGICAL = {
  "&&": { "||": (a, b) => a() || b() },
  "||": { "&&": (a, b) => a() && b() },
} satisfies Readonly<Record<string, Readonly<Record<string, Logical>>>>;

const OPERATIONS = {
  product: { quotient },
  exactProduct: { quotient },
  quotient: { exactProduct, ...swappedOf(quotient) },
  sum: {
    "less the last": (step: Step, inputs: readonly Node[]) => difference(step, sum(step, inputs.slice(0, -1)), inputs.at(-1)!),
  },
  plus: { difference },
  difference: { plus, ...swappedOf(difference) },
  atLeastZero: { difference, ...swappedOf(atLeastZero) },
  smaller: { larger },
  larger: { smaller },
  clamp: {
    atLeast: (step: Step, value: Node, lowest: Node) => atLeast(step, value, lowest),
    atMost: (step: Step, value: Node, _lowest: Node, highest: Node) => atMost(step, value, highest),
    swapped: (step: Step, value: Node, lowest: Node, highest: Node) => clamp(step, value, highest, lowest),
  },
  atLeast: { atMost },
  atMost: { atLeast },
  plusLess: {
    "nothing less": (step: Step, a: Node, b: Node) => plus(step, a, b),
    "the first less": (step: Step, a: Node, b: Node, less: Node) => plusLess(step, b, less, a),
    "the second less": (step: Step, a: Node, b: Node, less: Node) => plusLess(step, a, less, b),
  },
  plusAtLeast: {
    plus: (step: Step, a: Node, b: Node) => plus(step, a, b),
    "at most": (step: Step, a: Node, b: Node, least: Node) => atMost(step, plus(step, a, b), least),
    "the second left out": (step: Step, a: Node, _b: Node, least: Node) => atLeast(step, a, least),
  },
  lessRepaired: {
    "nothing repaired": (step: Step, years: Node, each: Node) => exactProduct(step, years, each),
    swapped: (step: Step, years: Node, each: Node, repaired: Node, less: Node) =>
      operations.lessRepaired(step, repaired, less, years, each),
  },
  productAtMost: {
    product: (step: Step, a: Node, b: Node) => exactProduct(step, a, b),
    "at least": (step: Step, a: Node, b: Node, ceiling: Node) => atLeast(step, exactProduct(step, a, b), ceiling),
  },
  roundedToFen: { roundedToYuan, same },
  roundedToYuan: { roundedToFen, same },
  wholeFen: {
    "otherwise rounded": (step: Step, amount: Node, isHalfUp: boolean, reading: Node) =>
      wholeFen(step, amount, !isHalfUp, reading),
  },
  twelfth: { roundedToFen },
  twelfths: { exactTwelfths },
  exactTwelfths: { twelfths, exactProduct },
  share: { exactProduct, ...swappedOf(share) },
  partOf: {
    "the whole": (step: Step, amount: Node) => same(step, amount),
    swapped: (step: Step, amount: Node, parts: Node, all: Node, because?: Node) =>
      operations.partOf(step, amount, all, parts, because),
  },
  same: oneMore(same),
  asRead: oneMore(operations.asRead),
  takenBy: oneMore(operations.takenBy),
  eitherAsRead: {
    "the other": (step: Step, a: Node, b: Node, isFirst: boolean, reading: Node) => eitherAsRead(step, a, b, !isFirst, reading),
  },
  readAs: {
    "the other": (step: Step, reading: Node, option: number) => operations.readAs(step, reading, option === 0 ? 1 : 0),
  },
  means: {
    "the other": (...operands: Parameters<typeof operations.means>) => {
      const node = operations.means(...operands);
      return remade(node, node.value === 0 ? 1 : 0);
    },
  },
  nextMonth: { previousMonth, same },
  previousMonth: { nextMonth, same },
  secondMonthAfter: { nextMonth },
  earlier: { later },
  later: { earlier },
  notBefore: { earlier },
  lastDay: { firstOfNextMonth },
  lastDayAround: { same },
  firstOfNextMonth: { lastDay },
  afterFullMonths: oneMore(operations.afterFullMonths),
  dayBefore: { same },
  monthAround: oneMore(operations.monthAround),
  yearAround: oneMore(operations.yearAround),
  yearStart: { yearEnd },
  yearEnd: { yearStart },
  yearEndAround: oneMore(operations.yearEndAround),
  decemberStart: oneMore(operations.decemberStart),
  decemberAround: oneMore(operations.decemberAround),
  nextYearStart: oneMore(operations.nextYearStart),
  yearPaidFor: oneMore(operations.yearPaidFor),
  yearAsRead: {
    "the other": (step: Step, month: Node, isOwn: boolean, reading: Node) => yearAsRead(step, month, !isOwn, reading),
  },
  yearsApart: { ...oneMore(operations.yearsApart), ...swappedOf(operations.yearsApart) },
  ageReached: oneMore(operations.ageReached),
  monthsLater: oneMore(operations.monthsLater),
  monthsLaterStill: oneMore(operations.monthsLaterStill),
  monthsBetween: { ...oneMore(operations.monthsBetween), ...swappedOf(operations.monthsBetween) },
  monthsUntilDay: oneMore(operations.monthsUntilDay),
  monthsFromTo: { ...oneMore(operations.monthsFromTo), ...swappedOf(operations.monthsFromTo) },
  untilDecember: oneMore(operations.untilDecember),
  yearsMissed: { ...oneMore(operations.yearsMissed), ...swappedOf(operations.yearsMissed) },
  lastOfMonths: oneMore(operations.lastOfMonths),
  lastOfDays: {
    "start counted otherwise": (step: Step, start: Node, days: Node, startCounts: boolean, reading: Node) =>
      lastOfDays(step, start, days, !startCounts, reading),
  },
  waitedFrom: {
    "start counted otherwise": (step: Step, start: Node, length: Node, startCounts: boolean, because?: Node) =>
      waitedFrom(step, start, length, !startCounts, because),
  },
  waitedNotBefore: {
    "start counted otherwise": (step: Step, start: Node, length: Node, least: Node, startCounts: boolean) =>
      waitedNotBefore(step, start, length, least, !startCounts),
    waitedFrom: (step: Step, start: Node, length: Node, _least: Node, startCounts: boolean) =>
      waitedFrom(step, start, length, startCounts),
    "no wait": (step: Step, _start: Node, _length: Node, least: Node) => same(step, least),
  },
  notLaterThan: { isBefore, ...swappedOf(notLaterThan) },
  notEarlierThan: { isAfter: (step: Step, a: Node, b: Node) => isBefore(step, b, a), ...swappedOf(notEarlierThan) },
  isBefore: { notLaterThan, ...swappedOf(isBefore) },
  isSame: not(isSame),
  isPositive: not(operations.isPositive),
  isWithin: {
    "from the first": (step: Step, a: Node, first: Node) => notEarlierThan(step, a, first),
    "until the last": (step: Step, a: Node, _first: Node, last: Node) => notLaterThan(step, a, last),
  },
  isSince: not(operations.isSince),
  isLateInYear: not(operations.isLateInYear),
  isSameYear: not(operations.isSameYear),
  isLess: { swapped: (a: Node, b: Node) => isLess(b, a) },
} satisfies Readonly<Record<string, Turned>>;

export const TURNS: Readonly<Record<string, Turned>> = { ...OPERATORS, ...LOGICAL, ...OPERATIONS };
