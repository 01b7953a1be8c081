/** The test of cases worked out by hand: the same for every city. */
import { describe, expect, it } from "vitest";
import type { ByHand } from "./case.ts";
import { found } from "./compare.ts";

const named = (cases: readonly ByHand[]) => cases.map((one) => [`${one.rule} ${one.title}`, one] as const);

export function byHandSuite(title: string, all: readonly ByHand[]): void {
  describe(`${title}, worked out by hand`, () => {
    it.each(named(all.filter(({ differs }) => differs === undefined)))("%s", (_title, one) => {
      expect(found(one)).toEqual(one.expected);
    });

    it("have a title of their own", () => {
      expect(new Set(all.map(({ matter, title: own }) => `${matter} ${own}`)).size).toBe(all.length);
    });
  });

  const differing = all.filter(({ differs }) => differs !== undefined);
  if (differing.length === 0) return;
  describe(`${title}, answered otherwise than the documents`, () => {
    it.each(named(differing))("%s", (_title, one) => {
      expect(found(one), `as the documents say; no longer: ${one.differs}`).not.toEqual(one.expected);
    });
  });
}
