/** A city that none of the laws knows by name gets every one of them; and each of them finds what it is for. */
import { describe, expect, it } from "vitest";
import type { CityUnderTest } from "./city.ts";
import { LAWS } from "./laws.ts";
import { FILES, madeUpCity, type Slip } from "./made-up-city.ts";

const MATTER = "harbour/matters/enrolment.yaml";
const TABLE = "harbour/tables/wait.yaml";

const edited = (file: string, from: string, to: string) => (files: typeof FILES) => {
  expect(files[file]).toContain(from);
  return { ...files, [file]: files[file]!.replace(from, to) };
};

/** Titles of the laws that are broken. */
const broken = (city: CityUnderTest): string[] =>
  LAWS.filter((law) => law.check(city).faults.length > 0).map(({ title }) => title);

describe("a city nobody has heard of", () => {
  it.each(LAWS)("gets the law: $title", (law) => {
    const { count, faults } = law.check(madeUpCity());
    expect(faults).toEqual([]);
    expect(count).toBeGreaterThan(0);
  });

  it.each<readonly [Slip, string]>([
    ["late payers first", "with the past fixed, paying or resuming earlier is never worse"],
    ["wrong day", "every remedy, applied, makes it so"],
    ["no figure, no charge", "a figure nobody has"],
  ])("%s: found", (slip, law) => {
    expect(broken(madeUpCity(slip))).toEqual([law]);
  });

  it("a text that shows what no formula gives does not even load", () => {
    expect(() => madeUpCity(undefined, edited(MATTER, "{sixteenth}起办理", "{sixteenth}（{0}）起办理"))).toThrow(
      /\{0\} is filled by nothing/,
    );
  });

  it("a text with a place that the formula does not fill does not even load", () => {
    expect(() =>
      madeUpCity(undefined, edited(MATTER, "notYet: 现在还不能参保", 'notYet: "{treatmentFrom}以前不能参保"')),
    ).toThrow(/headline \\"notYet\\" has the place {treatmentFrom}, which the formula does not fill/);
  });

  it("a row that nothing needs does not even load", () => {
    expect(() =>
      madeUpCity(undefined, edited(TABLE, "rows:\n", `rows:\n  - { when: ["0"], then: [0], cite: [h.wait] }\n`)),
    ).toThrow(/overlap: rows 1 and 2 both match/);
  });

  it("a formula that needs an answer before it is given ends the form", () => {
    expect(() => LAWS.map((law) => law.check(madeUpCity("needs every answer")))).toThrow(TypeError);
  });
});
