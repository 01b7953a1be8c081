import { describe, expect, it } from "vitest";
import type { ByHand } from "./case.ts";
import { found } from "./compare.ts";

/** Puts the cases to the program. One that is marked as a fault must differ until the fault is mended and the mark removed. */
export function byHandSuite(all: readonly ByHand[]): void {
  const named = (cases: readonly ByHand[]) => cases.map((one) => [`${one.matter} ${one.title}`, one] as const);
  const agreed = all.filter(({ differs }) => differs === undefined);
  const differing = all.filter(({ differs }) => differs !== undefined);

  describe("answered as the documents say", () => {
    it.each(named(agreed))("%s", (_title, one) => {
      expect(found(one)).toEqual(one.expected);
    });

    it("has no case twice", () => {
      const titles = named(all).map(([title]) => title);
      expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
    });
  });

  describe.runIf(differing.length > 0)("not yet answered as the documents say", () => {
    it.each(named(differing))("%s", (_title, one) => {
      expect(found(one), `mended, take the mark away: ${one.differs}`).not.toEqual(one.expected);
    });
  });
}
