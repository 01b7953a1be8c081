/** 国办发〔2024〕38号 without a city: the exempt, the period, and what the readings change. */
import { describe, expect, it } from "vitest";
import { leaf, type DerivedStep } from "../../../src-main/rules/engine/node.ts";
import { residentWaiting, type ResidentReadings } from "../../../src-main/rules/national/resident-waiting.ts";
import { packFor } from "../../policy/golden.ts";
import { wordsIn } from "../../words.ts";

const definition: DerivedStep = {
  key: "given",
  title: "given",
  kind: "fact",
  unit: "count",
  formula: "",
  rule: "TL-02",
  citations: [],
  figure: null,
  labels: [],
  reading: null,
};
const given = (value: number) => leaf(definition, value);

/** The rule bound to the words that any matter of a resident's wait has of the national data, whatever the city. */
function ruleFor(readings: { readonly first: boolean; readonly earlier: boolean }) {
  const chosen: ResidentReadings = {
    firstYearCounts: { node: given(0), says: readings.first },
    earlierYearsCount: { node: given(0), says: readings.earlier },
  };
  return residentWaiting(wordsIn(packFor("tieling"), "tieling.resident-enrolment"), chosen);
}

const months = (exempt: number, inPeriod: number, missed: number, repaired = 0, first = true) => {
  const rule = ruleFor({ first, earlier: true });
  const found = rule.waiting(given(exempt), given(inPeriod), given(missed), given(repaired));
  const other = rule.byOther(found, { counted: definition, variable: definition, total: definition });
  return [found.value, other?.value ?? null];
};

describe("the national waiting period", () => {
  it.each([
    ["exempt, whatever was missed", 1, 0, 9, 0, [0, null]],
    ["in the period without a break", 0, 1, 0, 0, [0, null]],
    ["outside the period without a break", 0, 0, 0, 0, [3, null]],
    ["in the period after one missed year", 0, 1, 1, 0, [4, 3]],
    ["outside after two", 0, 0, 2, 0, [5, 4]],
    ["after three, all paid for", 0, 0, 3, 3, [3, null]],
    ["after four, all paid for", 0, 0, 4, 4, [6, null]],
    ["after four, none paid for", 0, 0, 4, 0, [7, 6]],
  ] as const)("%s", (_title, exempt, inPeriod, missed, repaired, expected) => {
    expect(months(exempt, inPeriod, missed, repaired)).toEqual(expected);
    // the other reading is the same pair the other way round
    const [own, other] = expected;
    expect(months(exempt, inPeriod, missed, repaired, false)).toEqual(other === null ? [own, null] : [other, own]);
  });

  it.each([
    [2024, 2025, true, 0],
    [2023, 2025, true, 1],
    [2023, 2025, false, 0],
    [2020, 2027, true, 6],
    [2020, 2027, false, 2],
    [2024, 2027, false, 2],
    [2026, 2026, true, 0],
  ])("insured last in %i, paid for %i, earlier years count: %s", (last, year, earlier, missed) => {
    expect(ruleFor({ first: true, earlier }).missedYears(given(last), given(year)).value).toBe(missed);
  });
});
