import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkDigit, maskIdentityNumber, readIdentityNumber } from "../../../src-shared/domain/identity-number.ts";
import { identityProblemText } from "../../../src-shared/text/identity.ts";

const TODAY = 2026_11_22;
const complete = (first17: string): string => first17 + checkDigit(first17);
const parts = (typed: string, finished = true): string[] =>
  readIdentityNumber(typed, TODAY, finished).problems.map((problem) => problem.part);

describe("identity number (NX-01)", () => {
  it("has the check digit of the standard's own example", () => {
    // GB 11643 works the example 11010519491231002 through to X
    expect(checkDigit("11010519491231002")).toBe("X");
    expect(readIdentityNumber("11010519491231002x", TODAY)).toEqual({
      number: "11010519491231002X",
      valid: true,
      problems: [],
      birthDate: "1949-12-31",
      sex: "female",
    });
  });

  it("fills birth date and sex as soon as they are typed", () => {
    const number = complete("21029919650520123");
    expect(readIdentityNumber(number.slice(0, 14), TODAY)).toMatchObject({ valid: false, problems: [], birthDate: "1965-05-20" });
    expect(readIdentityNumber(number.slice(0, 17), TODAY)).toMatchObject({ birthDate: "1965-05-20", sex: "male" });
    expect(readIdentityNumber(number, TODAY)).toMatchObject({ valid: true, sex: "male" });
  });

  it.each([
    ["a letter in the middle", "2102991965O520123", ["characters", "length"]],
    ["no such province", "99", ["region", "length"]],
    ["30 February", complete("21029919650230123"), ["birth-date"]],
    ["a birth in the future", complete("21029920261123123"), ["birth-date"]],
    ["born today", complete("21029920261122123"), []],
    ["a birth before 1900", complete("21029918991231123"), ["birth-date"]],
    ["seventeen digits", "21029919650520123", ["length"]],
    ["nineteen digits", `${complete("21029919650520123")}0`, ["length"]],
    ["nothing", "", ["length"]],
  ])("says which part is wrong: %s", (_what, typed, expected) => {
    expect(parts(typed)).toEqual(expected);
  });

  it("does not complain of length while typing", () => {
    expect(parts("210299", false)).toEqual([]);
  });

  it("any single wrong digit is found", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999 }),
        fc.integer({ min: 0, max: 17 }),
        fc.integer({ min: 1, max: 9 }),
        (order, position, shift) => {
          const number = complete(`21029919650520${String(order).padStart(3, "0")}`);
          if (number[position] === "X") return;
          const wrong = number.slice(0, position) + String((Number(number[position]) + shift) % 10) + number.slice(position + 1);
          expect(readIdentityNumber(wrong, TODAY, true).valid).toBe(false);
        },
      ),
    );
  });

  it("any two neighbouring digits exchanged are found", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 0, max: 15 }), (order, at) => {
        const number = complete(`21029919650520${String(order).padStart(3, "0")}`);
        const wrong = number.slice(0, at) + number[at + 1] + number[at] + number.slice(at + 2);
        expect(readIdentityNumber(wrong, TODAY, true).valid).toBe(wrong === number);
      }),
    );
  });

  it("tells the clerk which part and what is expected", () => {
    const right = complete("21029919650520123");
    const wrong = right.slice(0, 17) + (right[17] === "0" ? "1" : "0");
    const [problem] = readIdentityNumber(wrong, TODAY, true).problems;
    expect(identityProblemText(problem!)).toContain(`应为“${right[17]}”`);
  });

  it("is masked between region and order", () => {
    expect(maskIdentityNumber("210299196505201234")).toBe("210299********1234");
  });
});
