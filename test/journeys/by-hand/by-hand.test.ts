/** Journeys worked out from the documents by somebody who had not seen the program's rules. */
import { expect, it } from "vitest";
import { ahead } from "./ahead.ts";
import { chongqing } from "./chongqing.ts";
import { chongqingFund } from "./chongqing-fund.ts";
import { chongqingResidents } from "./chongqing-residents.ts";
import { found, foundFromHistory } from "./compare.ts";
import { dalian } from "./dalian.ts";
import { dalianRetirement } from "./dalian-retirement.ts";
import { byHandSuite } from "./suite.ts";

const ALL = [...ahead, ...dalian, ...dalianRetirement, ...chongqing, ...chongqingFund, ...chongqingResidents];

byHandSuite(ALL);

it("come to the same from the person's past in one line, where the matter takes it", () => {
  const lives = ALL.filter(({ expected }) => !expected.errors).map((one) => [one, foundFromHistory(one)] as const);
  const told = lives.filter(([, fromHistory]) => fromHistory !== undefined);
  expect(told.length).toBeGreaterThan(0);
  expect(told.map(([one, fromHistory]) => [one.title, fromHistory])).toEqual(told.map(([one]) => [one.title, found(one)]));
});
