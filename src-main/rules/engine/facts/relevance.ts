/** Tests on answers, written in YAML as `{ fact: test }`: which question is asked, which paper is needed. */
import { choiceDomain, FLAG_DOMAIN, integerDomain } from "../table/domain.ts";
import type { FactValue } from "./facts.ts";
import type { FactFile } from "../schema/matter-schema.ts";
import { parseUnaryTest, type Domain, type Interval } from "../table/unary-test.ts";

/** Flags that a formula derives from the answers. */
export type Derived = Readonly<Record<string, boolean>>;
/** Answers by name; one that was not asked for, or not given, is missing. */
export type Answers = Readonly<Record<string, FactValue | undefined>>;

/** A test on a fact or a derived flag. */
export interface RelevanceTest {
  readonly name: string;
  readonly derived: boolean;
  readonly intervals: readonly Interval[];
}

/** The test of a derived flag or of one of these questions, or a sentence saying what is wrong with it. */
export function relevanceTest(
  name: string,
  test: string,
  flags: readonly { readonly id: string }[],
  facts: readonly FactFile[],
): RelevanceTest | string {
  const derived = flags.some(({ id }) => id === name);
  const fact = facts.find(({ id }) => id === name);
  const domain = derived ? FLAG_DOMAIN : fact && factDomain(fact);
  if (!domain) return `"${name}" is neither an earlier choice, flag, count or months fact nor a derived flag`;
  const intervals = parseUnaryTest(test, domain);
  return typeof intervals === "string" ? intervals : { name, derived, intervals };
}

/** What can be tested of an answer; `undefined` where nothing can. */
function factDomain({ type, options }: FactFile): Domain | undefined {
  if (type === "choice") return choiceDomain(options.map(({ value }) => value));
  if (type === "flag") return FLAG_DOMAIN;
  return type === "count" || type === "months" || type === "list" ? integerDomain(0, 999_999) : undefined;
}

/** A missing answer passes no test, not even a negated one. */
export function holds({ name, derived: isDerived, intervals }: RelevanceTest, answers: Answers, derived: Derived): boolean {
  const value = isDerived ? flagOf(derived[name]) : numberOf(answers[name]);
  return value !== undefined && liesIn(intervals, value);
}

export const flagOf = (derived: boolean | undefined): number => (derived === true ? 1 : 0);

/** What is tested of an answer; `undefined` where there is none. */
export function numberOf(answer: FactValue | undefined): number | undefined {
  if (typeof answer === "number" || answer === undefined) return answer;
  return "count" in answer ? answer.count : answer.length;
}

export function liesIn(intervals: readonly Interval[], value: number): boolean {
  for (const interval of intervals) if (interval[0] <= value && value <= interval[1]) return true;
  return false;
}
