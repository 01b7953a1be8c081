import { describe, expect, test } from "vitest";
import { passwordStrength, strengthText } from "../../../src-renderer/app/start/password-strength.ts";
import { setupRules } from "../../../src-renderer/app/start/setup-rules.ts";
import { matchMatters } from "../../../src-renderer/counter/home/matter-picker.tsx";
import { longDate } from "../../../src-renderer/ui/dates/format.ts";

test.each([
  ["abc123", "short"],
  ["11111111111111111", "common"],
  ["password", "common"],
  ["ab-admin-7", "login"],
  ["lettersonly", "plain"],
  ["abcabcabcd12", "common"],
  ["regenwolke12", "fair"],
  ["ab12ab12", "weak"],
  ["Passw0rd", "common"],
  ["Herbstm9", "fair"],
  ["correcthorsebattery", "strong"],
  ["Passw0rd-2025", "common"],
  ["Herbst-Wolke-25", "strong"],
] as const)("password %s is %s", (password, strength) => {
  expect(passwordStrength(password, "admin")).toBe(strength);
});

describe("the list of matters", () => {
  const matter = (id: string, city: string, title: string, keywords: string) => ({
    id,
    city,
    cityTitle: city === "one" ? "甲市" : "乙市",
    title,
    summary: "",
    rules: ["DL-05"],
    nature: "transaction" as const,
    personTitle: null,
    keywords,
    workingDays: null,
  });
  const matters = [matter("a", "one", "退休待遇变更", "tuixiudaiyubiangeng txdybg"), matter("b", "two", "退休", "tuixiu tx")];
  test.each([
    ["", ["a"]],
    ["退休", ["a"]],
    ["TXDY", ["a"]],
    // a name that several cities have, with the city before it
    ["甲市 退休", ["a"]],
    ["乙市 退休", []],
    ["dl-05", ["a"]],
    ["参保", []],
  ])("filter %s", (words, ids) => {
    expect(matchMatters(matters, "one", words).map(({ id }) => id)).toEqual(ids);
  });
});

describe("the first start", () => {
  const good = {
    office: { code: "2102A", name: "试验区中心", cities: ["testcity"] },
    login: "admin",
    name: "管理",
    password: "window-7-lamp",
    repeat: "window-7-lamp",
    code: "",
  };
  const office = { demo: false, setupNeedsCode: false };

  test("is checked by the contract itself, and tells everything at once", () => {
    expect(setupRules(office)(good)).toEqual({});
    const bad = { ...good, office: { ...good.office, code: "21" }, password: "", repeat: "x" };
    expect(setupRules({ ...office, setupNeedsCode: true })(bad)).toEqual({
      "office.code": "应为 4–12 位数字或大写字母",
      password: strengthText("", "admin"),
      repeat: "两次输入的密码不一致",
      code: "请输入首次设置码",
    });
  });

  test("a weak password is none, except in a demonstration", () => {
    const weak = { ...good, password: "abc", repeat: "abc" };
    expect(setupRules(office)(weak)).toEqual({ password: strengthText("abc", "admin") });
    expect(setupRules({ ...office, demo: true })(weak)).toEqual({});
  });
});

test("the date on the top bar", () => {
  expect(longDate("2026-11-22")).toBe("2026年11月22日 星期日");
});
