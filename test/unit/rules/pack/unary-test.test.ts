/** DMN's unary tests over integers. */
import { describe, expect, it } from "vitest";
import { choiceDomain, FLAG_DOMAIN, integerDomain, monthDomain } from "../../../../src-main/rules/engine/table/domain.ts";
import { parseUnaryTest, type Domain, type Interval } from "../../../../src-main/rules/engine/table/unary-test.ts";

const number = integerDomain(-10, 60);
const choice = choiceDomain(["a", "xb", "bx", "c,d"]);
const EXPECTED = 'expected -, a value, "<= x", "[x..y)" or not(…)';

describe("a unary test", () => {
  it.each<[string, Domain, readonly Interval[]]>([
    [" - ", number, [[-10, 60]]],
    ["<=3", number, [[-10, 3]]],
    ["<= -3", number, [[-10, -3]]],
    ["[ 1 .. 3 ]", number, [[1, 3]]],
    ["(1..3)", number, [[2, 2]]],
    ["[1..99]", number, [[1, 60]]],
    ["[-99..1]", number, [[-10, 1]]],
    ["> 59", number, [[60, 60]]],
    ["< -9", number, [[-10, -10]]],
    ["60", number, [[60, 60]]],
    [
      "1 , 2",
      number,
      [
        [1, 1],
        [2, 2],
      ],
    ],
    // a negation of intervals in any order, overlapping or one inside the other
    [
      "not([5..9], [1..6])",
      number,
      [
        [-10, 0],
        [10, 60],
      ],
    ],
    [
      "not([1..20], [5..6])",
      number,
      [
        [-10, 0],
        [21, 60],
      ],
    ],
    ["not(<= 10)", number, [[11, 60]]],
    ["not(>= 10)", number, [[-10, 9]]],
    ["not([-10..60])", number, []],
    ["not(<= 58, 60)", number, [[59, 59]]],
    ["not(< 60)", number, [[60, 60]]],
    ['"c,d"', choice, [[3, 3]]],
    [
      '"a" , "c,d"',
      choice,
      [
        [0, 0],
        [3, 3],
      ],
    ],
    ["not(a, xb)", choice, [[2, 3]]],
    ["true", FLAG_DOMAIN, [[1, 1]]],
    ["not(true)", FLAG_DOMAIN, [[0, 0]]],
  ])("%s", (test, domain, intervals) => {
    expect(parseUnaryTest(test, domain)).toEqual(intervals);
  });

  it.each<[string, Domain, string]>([
    ["", number, `"" is no value of this input; ${EXPECTED}`],
    [",", number, `"" is no value of this input; ${EXPECTED}`],
    ["3, x", number, `"x" is no value of this input; ${EXPECTED}`],
    [">= x", number, `">= x" is no value of this input; ${EXPECTED}`],
    ["5<3", number, `"5<3" is no value of this input; ${EXPECTED}`],
    ["< 3\n4", number, `"< 3\n4" is no value of this input; ${EXPECTED}`],
    ["x3", number, `"x3" is no value of this input; ${EXPECTED}`],
    ["3x", number, `"3x" is no value of this input; ${EXPECTED}`],
    ["[x..3]", number, `"[x..3]" is no range of this input; ${EXPECTED}`],
    ["[3..x]", number, `"[3..x]" is no range of this input; ${EXPECTED}`],
    ["[1..3]4", number, `"[1..3]4" is no value of this input; ${EXPECTED}`],
    ["4[1..3]", number, `"4[1..3]" is no value of this input; ${EXPECTED}`],
    ["xnot(5)", number, `"xnot(5)" is no value of this input; ${EXPECTED}`],
    ["not(5)x", number, `"not(5)x" is no value of this input; ${EXPECTED}`],
    ['x"b"', choice, `"x"b"" is no value of this input; ${EXPECTED}`],
    ['"b"x', choice, `""b"x" is no value of this input; ${EXPECTED}`],
    ["true", number, `"true" is no value of this input; ${EXPECTED}`],
    ["maybe", FLAG_DOMAIN, `"maybe" is no value of this input; ${EXPECTED}`],
    ["61", number, `"61" lies outside the input's domain -10..60`],
    ["[5..3]", number, `"[5..3]" lies outside the input's domain -10..60`],
    ["(3..3)", number, `"(3..3)" lies outside the input's domain -10..60`],
    ["< 2025-01", monthDomain(24_300, 24_311), `"< 2025-01" lies outside the input's domain 2025-01..2025-12`],
    ["> true", FLAG_DOMAIN, `"> true" lies outside the input's domain false..true`],
    ["> c", choiceDomain(["b", "c"]), `"> c" lies outside the input's domain b..c`],
  ])("refuses %j", (test, domain, message) => {
    expect(parseUnaryTest(test, domain)).toBe(message);
  });
});

describe("a domain", () => {
  it("says what it is and between which values", () => {
    expect([choice, FLAG_DOMAIN, number, monthDomain(1, 2)].map(({ kind, low, high }) => [kind, low, high])).toEqual([
      ["choice", 0, 3],
      ["flag", 0, 1],
      ["integer", -10, 60],
      ["month", 1, 2],
    ]);
  });

  it("shows a value that a choice does not have as its number", () => {
    expect(choice.show(2)).toBe("bx");
    expect(choice.show(7)).toBe("7");
    expect(choice.literal("b")).toBeUndefined();
  });
});
