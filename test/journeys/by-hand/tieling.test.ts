/** Lives in Tieling, worked out from the documents by somebody who had not seen the program's rules. */
import { isDeepStrictEqual } from "node:util";
import { expect, it } from "vitest";
import { tielingByHand } from "../../policy/tieling/by-hand/all.ts";
import { found, foundFromHistory } from "./compare.ts";
import { byHandSuite } from "./suite.ts";
import { tieling } from "./tieling.ts";

byHandSuite(tieling);

it("come to the same from the person's past in one line, where the matter takes it", () => {
  const lives = [...tieling, ...tielingByHand].filter(({ expected, differs }) => !expected.errors && differs === undefined);
  const told = lives.map((one) => [one, foundFromHistory(one)] as const).filter(([, fromHistory]) => fromHistory !== undefined);
  expect(told.length).toBeGreaterThan(100);
  const otherwise = told.filter(([one, fromHistory]) => !isDeepStrictEqual(fromHistory, found(one)));
  expect(otherwise.map(([one]) => one.title)).toEqual([]);
});
