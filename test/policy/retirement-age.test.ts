/** NX-02: the published comparison table's anchors, and births before and long after the published tables. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstDayOf, formatMonth, monthOf, parseMonth } from "../../src-shared/domain/calendar.ts";
import { MAN, retirementAge, WOMAN_50, WOMAN_55, type PersonKind } from "../../src-main/rules/national/retirement-age.ts";
import { pensionYears } from "../../src-main/rules/national/pension-years.ts";
import { leaf, type NodeDefinition } from "../../src-main/rules/engine/node.ts";
import type { Words } from "../../src-main/rules/generated/dalian/retirement.ts";
import { wordsIn } from "../words.ts";
import { packFor } from "./golden.ts";

const pack = packFor("dalian");
const words: Words = wordsIn(pack, "dalian.retirement");
const age = retirementAge(words);

const KINDS: Record<string, PersonKind> = { M: MAN, F55: WOMAN_55, F50: WOMAN_50 };
const month = (kind: string, birth: string): string => formatMonth(age.month(KINDS[kind]!, firstDayOf(parseMonth(birth)!)));
const earliest = (kind: string, birth: string): string =>
  formatMonth(age.earliestMonth(KINDS[kind]!, firstDayOf(parseMonth(birth)!)));

const anchors = readFileSync(join(import.meta.dirname, "retirement-age-anchors.csv"), "utf8")
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((line) => line.split(",") as [kind: string, birth: string, delay: string, retirement: string]);

describe("statutory retirement month", () => {
  it("has all anchors of the published table", () => {
    expect(anchors).toHaveLength(35);
  });

  it.each(anchors)("%s born %s: %s months later, %s", (kind, birth, delay, retirement) => {
    const original = kind === "M" ? 720 : kind === "F55" ? 660 : 600;
    expect(month(kind, birth)).toBe(retirement);
    expect(parseMonth(retirement)! - parseMonth(birth)! - original).toBe(Number(delay));
  });

  it.each([
    // born before the phase-in: the old ages, to the month
    ["M", "1964-12", "2024-12"],
    ["M", "1930-02", "1990-02"],
    ["F55", "1969-12", "2024-12"],
    ["F50", "1974-12", "2024-12"],
    // first birth month with the full delay, and the one before it: 36 months from the 141st month on (140 = 35 × 4)
    ["M", "1976-08", "2039-07"], // n = 139 → 34 + 1 = 35
    ["M", "1976-09", "2039-09"], // n = 140 → 36
    ["F55", "1981-08", "2039-07"],
    ["F55", "1981-09", "2039-09"],
    ["F50", "1984-10", "2039-09"], // n = 117 → 58 + 1 = 59
    ["F50", "1984-11", "2039-11"], // n = 118 → 60
    // long after the published tables end: the delay stays at its cap
    ["M", "2000-01", "2063-01"],
    ["F55", "2000-01", "2058-01"],
    ["F50", "2000-01", "2055-01"],
    ["M", "2020-12", "2083-12"],
    ["F50", "2024-06", "2079-06"],
  ])("beyond the table: %s born %s retires %s", (kind, birth, retirement) => {
    expect(month(kind, birth)).toBe(retirement);
  });

  it.each([
    // at most three years before the statutory month, never below the original age, and only from 2025-01 on
    ["M", "1964-12", "2024-12"], // statutory 2024-12: nothing to bring forward
    ["M", "1965-01", "2025-01"], // statutory 2025-02, 60 in 2025-01
    ["M", "1976-12", "2036-12"], // statutory 2039-12 less 36 = 60 years exactly
    ["F50", "1984-12", "2036-12"], // statutory 2039-12 less 36; the original age was 2034-12
    ["F55", "1970-01", "2025-01"],
  ])("earliest regular month: %s born %s may retire from %s", (kind, birth, first) => {
    expect(earliest(kind, birth)).toBe(first);
  });

  it("never falls with a later birth, and rises by one or two months from one birth month to the next", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("M", "F55", "F50"),
        fc.integer({ min: monthOf(1900, 1), max: monthOf(2100, 1) }),
        (kind, birth) => {
          const here = age.month(KINDS[kind]!, firstDayOf(birth));
          const next = age.month(KINDS[kind]!, firstDayOf(birth + 1));
          expect(next - here).toBeGreaterThanOrEqual(1);
          expect(next - here).toBeLessThanOrEqual(2);
          expect(age.earliestMonth(KINDS[kind]!, firstDayOf(birth))).toBeLessThanOrEqual(here);
        },
      ),
    );
  });
});

describe("least years of pension contribution", () => {
  const definition = { key: "statutory", labels: [] } as unknown as NodeDefinition;
  const years = pensionYears(words);
  const least = (statutory: string): number => years.withStatutory(leaf(definition, parseMonth(statutory)!)).inputs[1]!.value;

  it.each([
    ["1990-02", 180],
    ["2029-12", 180],
    ["2030-01", 186],
    ["2030-12", 186],
    ["2031-01", 192],
    ["2038-12", 234],
    // ten steps of six months
    ["2039-01", 240],
    ["2040-01", 240],
    ["2083-12", 240],
  ])("%s: %i months", (statutory, months) => {
    expect(least(statutory)).toBe(months);
  });
});
