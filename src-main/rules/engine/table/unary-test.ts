/**
 * The unary tests of DMN, over integers: every input type of a table (choice, flag, number, month) is
 * mapped to integers first, so that a test is a list of closed intervals inside the input's domain.
 *
 *   -                    anything
 *   <= 3   > 3   5       comparison, single value
 *   [18..60)             range; brackets say whether the end belongs to it
 *   true   "a"           flag, choice
 *   a, b                 either
 *   not(a, b)            neither
 */
export interface Domain {
  readonly kind: "choice" | "flag" | "integer" | "month";
  readonly low: number;
  readonly high: number;
  /** Reads one literal; `undefined` if it is none of this domain. */
  readonly literal: (text: string) => number | undefined;
  readonly show: (value: number) => string;
}

export type Interval = readonly [low: number, high: number];

/** The intervals of `domain` that satisfy `test`, or a sentence saying what is wrong with it. */
export function parseUnaryTest(test: string, domain: Domain): readonly Interval[] | string {
  const text = test.trim();
  if (text === "-") return [[domain.low, domain.high]];
  const negated = /^not\((.*)\)$/s.exec(text);
  const intervals: Interval[] = [];
  for (const part of splitAlternatives(negated ? negated[1]! : text)) {
    const interval = parsePart(part, domain);
    if (typeof interval === "string") return interval;
    const low = Math.max(interval[0], domain.low);
    const high = Math.min(interval[1], domain.high);
    if (low > high) return `"${part}" lies outside the input's domain ${domain.show(domain.low)}..${domain.show(domain.high)}`;
    intervals.push([low, high]);
  }
  return negated ? complement(intervals, domain) : intervals;
}

/** Commas inside quotes do not separate. */
function splitAlternatives(text: string): string[] {
  return (text.match(/(?:"[^"]*"|[^,])+/g) ?? [""]).map((part) => part.trim());
}

function parsePart(part: string, domain: Domain): Interval | string {
  const expected = 'expected -, a value, "<= x", "[x..y)" or not(…)';
  const value = (text: string): number | undefined => domain.literal(text.trim().replace(/^"(.*)"$/, "$1"));
  const range = /^([[(])(.+)\.\.(.+)([\])])$/.exec(part);
  if (range) {
    const from = value(range[2]!);
    const to = value(range[3]!);
    if (from === undefined || to === undefined) return `"${part}" is no range of this input; ${expected}`;
    return [range[1] === "[" ? from : from + 1, range[4] === "]" ? to : to - 1];
  }
  const comparison = /^(<=|>=|<|>)(.+)$/.exec(part);
  const bound = value(comparison ? comparison[2]! : part);
  if (bound === undefined) return `"${part}" is no value of this input; ${expected}`;
  switch (comparison?.[1]) {
    case "<=":
      return [domain.low, bound];
    case "<":
      return [domain.low, bound - 1];
    case ">=":
      return [bound, domain.high];
    case ">":
      return [bound + 1, domain.high];
    default:
      return [bound, bound];
  }
}

function complement(intervals: readonly Interval[], domain: Domain): Interval[] {
  const result: Interval[] = [];
  let next = domain.low;
  for (const [low, high] of [...intervals].sort((a, b) => a[0] - b[0])) {
    if (low > next) result.push([next, low - 1]);
    next = Math.max(next, high + 1);
  }
  if (next <= domain.high) result.push([next, domain.high]);
  return result;
}
