import { describe, expect, it } from "vitest";
import type { ByHand } from "./case.ts";
import { chongqing } from "./chongqing.ts";
import { chongqingResidents } from "./chongqing-residents.ts";
import { found } from "./compare.ts";
import { dalian } from "./dalian.ts";
import { dalianRetirement } from "./dalian-retirement.ts";

const ALL: readonly ByHand[] = [...dalian, ...dalianRetirement, ...chongqing, ...chongqingResidents];
const named = (journeys: readonly ByHand[]) => journeys.map((journey) => [`${journey.rule} ${journey.title}`, journey] as const);

describe("journeys worked out by hand", () => {
  it.each(named(ALL.filter(({ differs }) => differs === undefined)))("%s", (_title, journey) => {
    expect(found(journey)).toEqual(journey.expected);
  });

  it("have a title of their own", () => {
    expect(new Set(ALL.map(({ rule, title }) => `${rule} ${title}`)).size).toBe(ALL.length);
  });
});

describe("journeys that the program answers otherwise than the documents", () => {
  const differing = ALL.filter(({ differs }) => differs !== undefined);
  it.each(named(differing))("%s", (_title, journey) => {
    expect(found(journey), `as the documents say; no longer: ${journey.differs}`).not.toEqual(journey.expected);
  });
});
