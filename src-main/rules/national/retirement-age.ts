/**
 * NX-02: the statutory retirement age with its gradual delay from 2025-01-01. The phase-in itself is the table `national.retirement-age`,
 * voluntary early retirement `national.flexible-retirement`.
 */
import { monthOfDate, type Month, type PackedDate } from "../../../src-shared/domain/calendar.ts";
import { NONE } from "../engine/draft.ts";
import { leaf, Node, told, type NodeDefinition } from "../engine/node.ts";
import { monthsLaterStill, operation } from "../engine/operations.ts";
import type { DateDefinition, DateFound } from "../engine/result.ts";
import type { RetirementAge as Words } from "../generated/national/data.ts";
import type { PensionYears } from "./pension-years.ts";

/** Positions in the table's first input. */
export const MAN = 0;
export const WOMAN_55 = 1;
export const WOMAN_50 = 2;
export type PersonKind = typeof MAN | typeof WOMAN_55 | typeof WOMAN_50;

export interface RetirementAge {
  /** Statutory retirement month. */
  month(kind: PersonKind, birth: PackedDate): Month;
  /** First month in which pension retirement is regular: statutory, or voluntary early where that exists. */
  earliestMonth(kind: PersonKind, birth: PackedDate): Month;
  /** Statutory month with its steps down to the birth date. */
  node(kind: PersonKind, birthNode: Node): Node;
  earliestNode(kind: PersonKind, birthNode: Node, statutory: Node): Node;
}

const DELAY = operation("retirement-delay", "（{0} 所在月 − {1}）÷ {2} 取整 + 1，在 0 与 {3} 之间");

export function retirementAge({ table, step: steps }: Words): RetirementAge {
  const age = table.retirementAge.by("kind", "birthMonth");
  const early = table.flexibleRetirement.by("month");
  // the law that came last
  const lawful = early.row1(Number.MAX_SAFE_INTEGER);
  const earlyFrom = early.bound("month", lawful, "lowest", "month");
  const mostEarly = early.node(lawful, early.out.mostEarly, [earlyFrom]);

  const delayOf = (row: number, birthMonth: Month): number => {
    const passed = Math.floor((birthMonth - age.value(row, age.out.firstMonth)) / age.value(row, age.out.step)) + 1;
    return Math.max(0, Math.min(age.value(row, age.out.cap), passed));
  };
  const month = (kind: PersonKind, birth: PackedDate): Month => {
    const birthMonth = monthOfDate(birth);
    const row = age.row2(kind, birthMonth);
    return birthMonth + age.value(row, age.out.originalAge) + delayOf(row, birthMonth);
  };
  const earliestBefore = (kind: PersonKind, birth: PackedDate, statutory: Month): Month => {
    const birthMonth = monthOfDate(birth);
    const original = birthMonth + age.value(age.row2(kind, birthMonth), age.out.originalAge);
    return Math.min(statutory, Math.max(statutory - mostEarly.value, original, earlyFrom.value));
  };
  return {
    month,
    earliestMonth: (kind, birth) => earliestBefore(kind, birth, month(kind, birth)),
    node(kind, birthNode) {
      const birthMonth = monthOfDate(birthNode.value);
      const row = age.row2(kind, birthMonth);
      const inputs = [birthNode];
      const from = [age.out.firstMonth, age.out.step, age.out.cap].map((output) => age.node(row, output, inputs));
      const delay = new Node(steps.retirementDelay, delayOf(row, birthMonth), 1, [birthNode, ...from], DELAY);
      return monthsLaterStill(steps.statutoryMonth, birthNode, age.node(row, age.out.originalAge, inputs), delay);
    },
    earliestNode: (kind, birthNode, statutory) =>
      told(steps.earliestMonth, earliestBefore(kind, birthNode.value, statutory.value), [
        statutory,
        birthNode,
        mostEarly,
        earlyFrom,
      ]),
  };
}

/** The words for the two questions that settle the age: sex, and for a woman the original age of her post. */
export interface KindWords {
  readonly option: {
    readonly sex: Readonly<Record<"male", number>>;
    readonly kind: Readonly<Record<"woman55", number>>;
  };
}
export interface KindFacts {
  readonly sex?: number | undefined;
  readonly kind?: number | undefined;
}

export const kindOf = ({ option }: KindWords, { sex, kind }: KindFacts): PersonKind =>
  sex === option.sex.male ? MAN : kind === option.kind.woman55 ? WOMAN_55 : WOMAN_50;

export const kindUnknown = ({ option }: KindWords, { sex, kind }: KindFacts): boolean =>
  sex !== option.sex.male && kind === undefined;

/** The statutory month as soon as sex and birth are known; both of them while a woman's original age is not. */
export function statutoryDates(
  age: RetirementAge,
  pension: PensionYears,
  words: KindWords & { readonly fact: { readonly birthDate: NodeDefinition } },
  date: Readonly<Record<"statutoryMonth" | "statutoryMonth50" | "statutoryMonth55", DateDefinition>>,
  facts: KindFacts & { readonly birthDate?: number | undefined },
): readonly DateFound[] {
  if (facts.sex === undefined || facts.birthDate === undefined) return NONE;
  const birth = leaf(words.fact.birthDate, facts.birthDate);
  const found = (kind: PersonKind, definition: DateDefinition): DateFound => ({
    definition,
    node: pension.withStatutory(age.node(kind, birth)),
  });
  return kindUnknown(words, facts)
    ? [found(WOMAN_50, date.statutoryMonth50), found(WOMAN_55, date.statutoryMonth55)]
    : [found(kindOf(words, facts), date.statutoryMonth)];
}
