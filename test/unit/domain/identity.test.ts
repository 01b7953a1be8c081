import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { birthDateOf, identityKey, kindOf, type Identity, type IdentityKind } from "../../../src-shared/domain/identity/kinds.ts";
import { guessKind, tidyNumber } from "../../../src-shared/domain/identity/number.ts";
import { readIdentity, tidyPerson } from "../../../src-shared/domain/identity/reading.ts";
import { checkDigit } from "../../../src-shared/domain/identity/resident-number.ts";
import { identityLines, identityProblemText, maskedIdentity, toldProblemText } from "../../../src-shared/text/identity.ts";

const TODAY = 2026_11_22;
const complete = (first17: string): string => first17 + checkDigit(first17);
const read = (identityNumber: string, identityKind?: IdentityKind, finished = true) =>
  readIdentity({ identityKind, identityNumber }, TODAY, finished);
const parts = (typed: string, kind?: IdentityKind, finished = true): string[] =>
  read(typed, kind, finished).problems.map((problem) => problem.part);
/** What the clerk reads. */
const said = (typed: string, kind?: IdentityKind): string[] => {
  const reading = read(typed, kind);
  return reading.problems.map((problem) => identityProblemText(problem, reading));
};
const told = (identity: Partial<Identity>): string[] =>
  readIdentity({ identityNumber: "", ...identity }, TODAY, true).told.map(toldProblemText);

describe("居民身份证 (NX-01)", () => {
  it("has the check digit of the standard's own example", () => {
    // GB 11643 works the example 11010519491231002 through to X
    expect(checkDigit("11010519491231002")).toBe("X");
    expect(read("11010519491231002x", undefined, false)).toEqual({
      kind: "citizen",
      number: "11010519491231002X",
      numberValid: true,
      valid: true,
      problems: [],
      told: [],
      birthDate: "1949-12-31",
      sex: "female",
    });
  });

  it("fills birth date and sex as soon as they are typed", () => {
    const number = complete("21029919650520123");
    expect(read(number.slice(0, 14), undefined, false)).toMatchObject({ valid: false, problems: [], birthDate: "1965-05-20" });
    expect(read(number.slice(0, 17), undefined, false)).toMatchObject({ birthDate: "1965-05-20", sex: "male" });
    expect(read(number, undefined, false)).toMatchObject({ valid: true, sex: "male" });
  });

  it.each([
    ["a letter in the middle", "2102991965O520123", ["characters", "length"]],
    ["no such province", "98", ["region", "length"]],
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
    expect(parts("210299", "citizen", false)).toEqual([]);
  });

  it.each([
    ["full width", "２１０２９９１９６５０５２０１２３"],
    ["dashes and blanks", " 210299-19650520—1 23"],
    ["what nobody sees", "\u200B210299\u00AD19650520\uFEFF123\u202C"],
  ])("is read whatever the input method or the clipboard made of it: %s", (_what, typed) => {
    const number = complete("21029919650520123");
    expect(read(typed + number[17]!)).toMatchObject({ number, valid: true });
  });

  it("what can neither be seen nor folded is named", () => {
    expect(said("2102\u0007991965")).toEqual(["粘贴的内容里有看不见的字符（第 5 位，U+0007），请删去后重新输入。"]);
    expect(said("21029²")).toEqual([
      "第 6 位“²”不是数字，请对照证件重新输入（只有最后一位可以是 X）。",
      expect.stringContaining("现为 6 位"),
    ]);
  });

  it("fifteen digits are the old number, not a wrong date", () => {
    expect(said("210299650520123")).toEqual(["这是旧的15位号码，请核对18位号码。"]);
    // 650520123 where the long number has its date: told as soon as the fifteenth digit stands there
    expect(parts("210299650520123", "citizen", false)).toEqual(["old-number"]);
    // the beginning of a long number, too
    expect(parts("210299196505201", "citizen", false)).toEqual([]);
    expect(parts("210299196505201")).toEqual(["old-number"]);
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
          expect(read(wrong).valid).toBe(false);
        },
      ),
    );
  });

  it("any two neighbouring digits exchanged are found", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 0, max: 15 }), (order, at) => {
        const number = complete(`21029919650520${String(order).padStart(3, "0")}`);
        const wrong = number.slice(0, at) + number[at + 1] + number[at] + number.slice(at + 2);
        expect(read(wrong).valid).toBe(wrong === number);
      }),
    );
  });

  it("tells the clerk which part and what is expected", () => {
    const right = complete("21029919650520123");
    const wrong = right.slice(0, 17) + (right[17] === "0" ? "1" : "0");
    expect(said(wrong)).toEqual([expect.stringContaining(`应为“${right[17]}”`)]);
  });

  it("leads to the right kind where the number is another document's", () => {
    expect(said(complete("91184019650520123"), "citizen")).toEqual(["“91”开头的是外国人永久居留身份证号码，请改选证件类型。"]);
    expect(said(complete("81000019650520123"), "citizen")).toEqual(["“81”开头的是港澳台居民居住证号码，请改选证件类型。"]);
  });
});

describe("港澳台居民居住证", () => {
  it.each(["810000", "820000", "830000"])("%s… has birth date, sex and check digit of a citizen's", (address) => {
    const number = complete(`${address}19800102124`);
    expect(read(number, "residence-permit")).toMatchObject({ valid: true, birthDate: "1980-01-02", sex: "female" });
    expect(read(number)).toMatchObject({ kind: "residence-permit", valid: true });
    const last = number[17] === "1" ? "2" : "1";
    expect(parts(number.slice(0, 17) + last, "residence-permit")).toEqual(["check-digit"]);
  });

  it.each([
    ["another address", complete("21029919800102124"), ["region"]],
    ["no real day", complete("81000019800230124"), ["birth-date"]],
    ["too short", "8100001980", ["length"]],
    ["a letter", "H10000198001021244", ["characters"]],
  ])("%s", (_what, typed, expected) => {
    expect(parts(typed, "residence-permit")).toEqual(expected);
  });
});

describe("外国人永久居留身份证", () => {
  const NEW = complete("95084019790407012");

  it("of 2023: 9, place, state, birth date, order and check digit", () => {
    expect(read(NEW, "permanent-residence")).toMatchObject({ valid: true, birthDate: "1979-04-07", sex: "female", told: [] });
    expect(guessKind(NEW.slice(0, 2))).toBe("permanent-residence");
  });

  it("as it was before: three letters and twelve digits; birth date and sex are told, and held against the number", () => {
    const old: Identity = {
      identityKind: "permanent-residence",
      identityNumber: "can 1101 790407 01",
      birthDate: "1979-04-07",
      sex: "male",
    };
    expect(readIdentity(old, TODAY, true)).toMatchObject({
      number: "CAN110179040701",
      valid: true,
      birthDate: "1979-04-07",
      sex: "male",
    });
    expect(told({ ...old, birthDate: "1979-04-08" })).toEqual(["与号码第 8–13 位的出生年月日不符，请核对。"]);
    expect(told({ ...old, birthDate: undefined, sex: undefined })).toEqual(["请填写出生日期，如 19650304。", "请选择性别。"]);
  });

  it.each([
    ["a wrong check digit", NEW.slice(0, 17) + (NEW[17] === "1" ? "2" : "1"), ["check-digit"]],
    ["no real day", complete("95084019790431012"), ["birth-date"]],
    ["the beginning of a citizen's", complete("21029919790407012"), ["region"]],
    ["new, too short", NEW.slice(0, 12), ["length"]],
    ["old, too short", "CAN1101790407", ["length"]],
    ["old, too long", "CAN1101790407011", ["length"]],
    ["old, a letter among the digits", "CAN11O179040701", ["characters"]],
    ["old, a digit among the letters", "CA1110179040701", ["characters"]],
  ])("%s", (_what, typed, expected) => {
    expect(parts(typed, "permanent-residence")).toEqual(expected);
  });

  it("says what stands where", () => {
    expect(said("CA1110179040701", "permanent-residence")).toEqual([
      "第 3 位“1”不是字母，请对照证件重新输入（前 3 位是字母，其余是数字）。",
    ]);
  });
});

describe("护照", () => {
  it.each(["E12345678", "EA1234567", "C01X00T47", "P1234567", "123456789", "ab12345"])("%s", (number) => {
    expect(parts(number, "passport")).toEqual([]);
    expect(read(number, "passport").numberValid).toBe(true);
  });

  it.each([
    ["another sign", "E1234/678", ["characters"]],
    ["too long", "E123456789", ["length"]],
    ["too short", "E123", ["length"]],
    ["no digit", "ABCDEF", ["no-digit"]],
    ["nothing", "", ["length"]],
  ])("%s", (_what, typed, expected) => {
    expect(parts(typed, "passport")).toEqual(expected);
  });

  it("needs birth date and sex beside it", () => {
    const passport = { identityKind: "passport", identityNumber: "E12345678" } as const;
    expect(told(passport)).toEqual(["请填写出生日期，如 19650304。", "请选择性别。"]);
    expect(told({ ...passport, birthDate: "1979-02-30", sex: "male" })).toEqual(["出生日期不是真实日期，请核对。"]);
    expect(told({ ...passport, birthDate: "2026-11-23", sex: "male" })).toEqual(["出生日期晚于今天，请核对。"]);
    expect(told({ ...passport, birthDate: "1899-12-31", sex: "male" })).toEqual(["出生日期早于 1900 年，请核对。"]);
    expect(readIdentity({ ...passport, birthDate: "1979-04-07", sex: "female" }, TODAY, true)).toMatchObject({
      valid: true,
      birthDate: "1979-04-07",
      sex: "female",
    });
  });
});

describe("出生医学证明", () => {
  it.each([
    ["one letter and nine digits", "T210000123", []],
    ["two letters", "TT10000123", ["characters"]],
    ["no letter", "2210000123", ["characters"]],
    ["too short", "T21000012", ["length"]],
    ["too long", "T2100001234", ["length"]],
  ])("%s", (_what, typed, expected) => {
    expect(parts(typed, "birth-certificate")).toEqual(expected);
  });
});

describe("无号码", () => {
  it("name, birth date and sex identify, and a reason is given", () => {
    expect(told({ identityKind: "none" })).toEqual([
      "请填写出生日期，如 19650304。",
      "请选择性别。",
      "请写明没有号码的原因，如新生儿未办出生医学证明。",
    ]);
    const baby = {
      identityKind: "none",
      birthDate: "2026-11-20",
      sex: "female",
      noNumberBecause: "出生医学证明还没有办",
    } as const;
    expect(readIdentity({ ...baby, identityNumber: "12" }, TODAY, true)).toMatchObject({ number: "", valid: true });
    const person = { ...baby, identityNumber: "", name: "单小满", phone: "" };
    expect(identityKey(person)).not.toBe(identityKey({ ...person, name: "单小雪" }));
    expect(identityKey(person)).not.toBe(identityKey({ ...person, birthDate: "2026-11-21" }));
    expect(identityKey(person)).toBe(identityKey({ ...person, noNumberBecause: "别的原因" }));
  });
});

describe("kinds", () => {
  it.each([
    ["2102", undefined],
    ["", undefined],
    ["9", undefined],
    ["95", "permanent-residence"],
    ["81", "residence-permit"],
    ["CAN1101", "passport"],
    ["CAN1101790", "permanent-residence"],
    ["E12345678", "passport"],
    ["T210000123", "birth-certificate"],
  ] as const)("%s is guessed to be of kind %s", (typed, kind) => {
    expect(guessKind(tidyNumber(typed))).toBe(kind);
  });

  it("what was kept before there were kinds is a citizen's, or a permit's by its address", () => {
    expect(kindOf({ identityNumber: complete("21029919650520123") })).toBe("citizen");
    expect(kindOf({ identityNumber: complete("83000019650520123") })).toBe("residence-permit");
    expect(kindOf({ identityNumber: "" })).toBe("citizen");
  });

  it("a case keeps beside the number only what it does not tell", () => {
    const typed = { name: " 测试 ", phone: " 1 ", birthDate: "1979-04-07", sex: "male", noNumberBecause: "没有" } as const;
    const kept = (identityKind: IdentityKind, identityNumber: string) => {
      const person = { ...typed, identityKind, identityNumber };
      return tidyPerson(person, readIdentity(person, TODAY, true));
    };
    const plain = { name: "测试", phone: "1" };
    expect(kept("citizen", "2102")).toEqual({ ...plain, identityNumber: "2102" });
    expect(kept("passport", "e12345678")).toEqual({
      ...plain,
      identityKind: "passport",
      identityNumber: "E12345678",
      birthDate: "1979-04-07",
      sex: "male",
    });
    expect(kept("none", "E1")).toEqual({
      ...plain,
      identityKind: "none",
      identityNumber: "",
      birthDate: "1979-04-07",
      sex: "male",
      noNumberBecause: "没有",
    });
  });

  it.each([
    ["citizen", "210299196505201234", "21****************"],
    ["residence-permit", "810000196505201234", "居住证 81****************"],
    ["permanent-residence", "950840196505201234", "永居证 95****************"],
    ["permanent-residence", "CAN110179040701", "永居证 CA*************"],
    ["passport", "E12345678", "护照 E1*******"],
    ["passport", "AB123", "护照 AB***"],
    ["birth-certificate", "T210000123", "出生证 T2********"],
    ["none", "", "无号码"],
  ] as const)("%s is shown masked, with its kind", (kind, number, shown) => {
    expect(maskedIdentity(kind, number)).toBe(shown);
  });

  it("birth dates are known by the number or as told", () => {
    expect(birthDateOf({ identityNumber: complete("21029919650520123") })).toBe("1965-05-20");
    expect(birthDateOf({ identityKind: "passport", identityNumber: "E1234567", birthDate: "1979-04-07" })).toBe("1979-04-07");
    expect(birthDateOf({ identityNumber: "2102" })).toBeNull();
    const lines = identityLines({ identityKind: "passport", identityNumber: "E12345678", birthDate: "1979-04-07", sex: "male" });
    expect(lines).toEqual([
      ["护照号码", "E12345678"],
      ["出生日期", "1979-04-07"],
      ["性别", "男"],
    ]);
  });
});
