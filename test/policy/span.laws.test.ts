/** Laws of the days that open readings give, over the golden cases of every city. */
import { describe, expect, it } from "vitest";
import type { ReadingSpan } from "../../src-shared/domain/span.ts";
import { check, decideForm } from "../../src-main/rules/engine/consult.ts";
import { asOfDate } from "../../src-main/rules/engine/facts/facts.ts";
import { variantOf } from "../../src-main/rules/engine/facts/variants.ts";
import { writeDate } from "../../src-main/rules/engine/write-down.ts";
import { parseDate } from "../../src-shared/domain/calendar.ts";
import { matterOf, span, type Pack } from "../../src-main/rules/index.ts";
import { evaluateGolden, packFor, type GoldenCase } from "./golden.ts";
import { GOLDEN } from "./of-cities.ts";

/** More combinations than these are left to the program. */
const MOST = 32;

/** The dates under other readings, by title; `null` where the facts do not suffice. */
function datesUnder(
  pack: Pack,
  id: string,
  golden: GoldenCase,
  options: ReadonlyMap<string, string>,
): Map<string, string> | null {
  const matter = matterOf(pack, id);
  const changed = new Map([...options].filter(([reading, option]) => pack.readings.get(reading)!.chosen !== option));
  const variant = variantOf(pack, matter, changed);
  const asOf = asOfDate(parseDate(golden.asOf)!);
  const checked = check(variant, golden.facts, asOf);
  if (checked.errors.length + checked.unanswered.length > 0) return null;
  return new Map(
    decideForm(variant, checked, asOf).dates.map((found) => {
      const { title, value } = writeDate(found, null);
      return [title, value];
    }),
  );
}

/** All ways of reading what a decision shows. */
function ways(pack: Pack, readings: readonly string[]): ReadonlyMap<string, string>[] {
  return readings.reduce<ReadonlyMap<string, string>[]>(
    (found, id) => found.flatMap((way) => pack.readings.get(id)!.options.map((option) => new Map(way).set(id, option.id))),
    [new Map()],
  );
}

describe.each([...GOLDEN])("%s", (city, matters) => {
  it("binds every matter under every option of every reading it uses", () => {
    const pack = packFor(city);
    const tried = [...pack.matters.values()].flatMap((matter) =>
      [...pack.readings.values()]
        .filter(({ id }) => matter.used.has(`reading ${id}`))
        .flatMap(({ id, options }) =>
          options.map((option) => variantOf(pack, matter, new Map([[id, option.id]])).id === matter.id),
        ),
    );
    expect(tried.length).toBeGreaterThan(0);
    expect(tried).not.toContain(false);
  });

  it("tells no day that its readings do not give, and none that lies within what they give as the last", () => {
    const faults: string[] = [];
    for (const [id, cases] of matters) {
      for (const golden of cases) {
        const { decision } = evaluateGolden(id, golden);
        if (decision === null) continue;
        const pack = packFor(city, golden.officeFigures, golden.readings);
        const found = span(pack, id, golden.facts, golden.asOf);
        const fault = (what: string): number => faults.push(`${id} ${golden.title}: ${what}`);
        attained(found, pack, id, golden, fault);
        const all = ways(
          pack,
          decision.readings.map((reading) => reading.id),
        );
        if (all.length > MOST || (found !== null && found.excluded.length > 0)) continue;
        for (const way of all) {
          for (const [title, value] of datesUnder(pack, id, golden, way) ?? []) {
            const told = found?.dates.find((date) => date.title === title);
            const own = decision.dates.find((date) => date.title === title)?.value;
            const [earliest, latest] = told ? [told.earliest.value, told.latest.value] : [own, own];
            if (earliest === undefined || value < earliest || value > latest!)
              fault(`${title} may be ${value}: ${[...way].join(" ")}`);
          }
        }
      }
    }
    expect(faults).toEqual([]);
  });
});

/** Read as it says, a span's end is the day that comes of it. */
function attained(found: ReadingSpan | null, pack: Pack, id: string, golden: GoldenCase, fault: (what: string) => void): void {
  for (const { title, earliest, latest } of found?.dates ?? []) {
    for (const { value, by } of [earliest, latest]) {
      if (title.includes("：")) continue; // of a way put beside others
      const dates = datesUnder(pack, id, golden, new Map(by.map(({ reading, option }) => [reading, option])));
      if (dates?.get(title) !== value) fault(`${title} is not ${value} but ${dates?.get(title)}`);
    }
  }
}
