/** What a history tells of a question that is asked all the same: an end that nobody knows is not told as a number. */
import { describe, expect, it } from "vitest";
import { consult } from "../../../src-main/rules/index.ts";
import { packFor } from "../../policy/golden.ts";
import { CITIES } from "../../policy/of-cities.ts";

const OPEN_LINES = [
  "..d202201-202507",
  "..d202201-202507 j0 wd0",
  "..l202201-202507 j0 wd0",
  "..j2022-2024 d0 wd0",
  "..t202201-202507 j0 wd0",
];
const WITH_HISTORY = CITIES.flatMap((city) =>
  [...packFor(city).matters].filter(([, { historyLayers }]) => historyLayers.length > 0).map(([id]) => id),
);

describe.each(WITH_HISTORY)("%s", (id) => {
  const pack = packFor(id.split(".")[0]!);
  const { facts } = pack.matters.get(id)!;

  it("tells no number of months that nobody lives, and no month before the first", () => {
    for (const line of OPEN_LINES) {
      // the first option of each choice, and then the last
      for (const at of [0, -1]) {
        const choices = Object.fromEntries(
          facts.flatMap((fact) =>
            fact.type === "choice" && fact.fromHistory === null ? [[fact.id, fact.options.at(at)!.value]] : [],
          ),
        );
        const { questions } = consult(pack, id, { ...choices, history: line }, "2025-09-10");
        for (const { told, title } of questions) {
          const numbers = [...told.matchAll(/\d+/g)].map(([digits]) => Number(digits));
          const tooMany = numbers.filter((number) => number > 1200 && !(number >= 1900 && number <= 2199));
          expect(tooMany, `${line}, ${title}: ${told}`).toEqual([]);
        }
      }
    }
  });
});

describe("an open range", () => {
  const told = (line: string, fact: string): string | undefined =>
    consult(
      packFor("chongqing"),
      "chongqing.scheme-change",
      { direction: "unit-to-resident", history: line },
      "2025-09-10",
    ).questions.find(({ id }) => id === fact)?.told;

  it("is told by the end that is known", () => {
    expect(told("..d202201-202507 j0 wd0", "continuousMonths")).toBe("至少 43");
  });
});
