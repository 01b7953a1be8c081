/** The laws over all cities and all matters that the folders hold; each says how many cases it has seen of each city. */
import { describe, expect, it } from "vitest";
import { CITIES } from "../policy/of-cities.ts";
import { cityUnderTest } from "./city.ts";
import { LAWS } from "./laws.ts";

const MOST_SHOWN = 20;
/** Thousands of decisions each, on a machine that may be busy. */
const TIMEOUT = 300_000;

describe.each(CITIES.map(cityUnderTest))("the laws in $id", (city) => {
  it.each(LAWS)(
    "$title",
    (law) => {
      const { count, faults, besides } = law.check(city);
      process.stdout.write(`${city.id}: ${law.title}: ${count} seen${besides === undefined ? "" : `, ${besides}`}\n`);
      expect(faults.slice(0, MOST_SHOWN), `${faults.length} faults`).toEqual([]);
      // a law that has seen nothing has proved nothing, unless there is nothing that it speaks of
      expect(count > 0 || law.concerns?.(city) === false).toBe(true);
    },
    TIMEOUT,
  );
});
