/** Offices as landed programs left them, opened by this one: two here, the others in `test/drills`. */
import { expect, test } from "vitest";
import { describeOffice } from "./office.ts";
import { keptStores } from "./stores.ts";

/** The first of all, which lacks most, and the first one that was encrypted. */
const SAMPLE = new Set(["406edb8", "8543c55"]);

const kept = keptStores();

test("every landed version of the schema is kept", () => {
  expect(kept.map(({ commit, version }) => `${version} ${commit}`)).toEqual([
    "1 406edb8",
    "1 9ef5d6b",
    "2 3d21159",
    "5 8543c55",
    "6 e722dcf",
    "7 1ef7dbf",
    "8 f3a7cb9",
    "9 8cc4e70",
    "11 98e1b69",
  ]);
});

for (const office of kept.filter(({ commit }) => SAMPLE.has(commit))) describeOffice(office);
