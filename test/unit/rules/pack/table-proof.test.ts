/** The proof of a decision table, without YAML. */
import { describe, expect, it } from "vitest";
import { FLAG_DOMAIN, integerDomain } from "../../../../src-main/rules/engine/table/domain.ts";
import { pieceOf, proveTable, type ProvenInput } from "../../../../src-main/rules/engine/table/table-proof.ts";

const age: ProvenInput = { id: "age", title: "Age", domain: integerDomain(0, 99) };
const local: ProvenInput = { id: "local", title: "Local", domain: FLAG_DOMAIN };

describe("proving a table", () => {
  it("cuts the domain at every bound that a row names, in order, and keeps the row of each cell", () => {
    const proof = proveTable(
      [age, local],
      [
        [[[60, 99]], [[0, 1]]],
        [[[0, 17]], [[0, 1]]],
        [[[18, 59]], [[1, 1]]],
        [[[18, 59]], [[0, 0]]],
      ],
    );
    expect(proof).toEqual({
      map: {
        starts: [
          [0, 18, 60],
          [0, 1],
        ],
        cells: Uint16Array.of(1, 1, 3, 2, 0, 0),
      },
    });
  });

  it("names up to three persons without a row and up to three with several rows, and every row that matches", () => {
    const at = (value: number) => [[[value, value] as const]];
    expect(proveTable([age], [at(1), at(3), at(5), at(7)])).toEqual({
      gaps: ["Age (age) = 0", "Age (age) = 2", "Age (age) = 4"],
      overlaps: [],
    });
    const all = [[[0, 99] as const]];
    expect(proveTable([age], [all, at(1), at(3), at(5), at(7), all])).toEqual({
      gaps: [],
      overlaps: [
        { rows: [0, 5], person: "Age (age) = 0" },
        { rows: [0, 1, 5], person: "Age (age) = 1" },
        { rows: [0, 5], person: "Age (age) = 2" },
      ],
    });
    expect(proveTable([age], [at(0), [[[0, 98]]]])).toEqual({
      gaps: ["Age (age) = 99"],
      overlaps: [{ rows: [0, 1], person: "Age (age) = 0" }],
    });
  });

  it("refuses a table that is too large to prove", () => {
    const wide = { ...age, domain: integerDomain(0, 9_999) };
    const cuts = Array.from({ length: 2_001 }, (_, value) => [value, value] as const);
    // 0…2000 each by itself and the rest: 2002 pieces
    expect(() => proveTable([wide, wide], [[cuts, cuts]])).toThrow(
      new RangeError("a table of 4008004 cells is too large to prove; split it"),
    );
  });
});

describe("the piece of a value", () => {
  it.each([
    [0, 0],
    [4, 0],
    [5, 1],
    [9, 1],
    [10, 2],
    [11, 3],
    [500, 3],
    // below the domain: held at its end
    [-1, 0],
  ])("%d is in piece %d", (value, piece) => {
    expect(pieceOf([0, 5, 10, 11], value)).toBe(piece);
  });
});
