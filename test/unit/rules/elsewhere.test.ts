/** Business that no matter does: told once, used by a city, and never what a matter of that city does. */
import { describe, expect, it } from "vitest";
import { cities, elsewhere } from "../../../src-main/rules/index.ts";
import { POLICY_DIRECTORY } from "../../packs.ts";
import { packFor } from "../../policy/golden.ts";
import { demoPack, demoSource, FILES, problemsOf } from "./demo-city.ts";

const TOLD = `business:
  - { id: away, title: 异地备案, words: [外地看病], where: "{agency}或网上", because: 没有收录 }
  - { id: card, title: 补卡业务, words: [丢了卡], where: 银行, because: 由银行发卡 }
`;
const sourceWith = (city: string, told = TOLD) =>
  demoSource({ files: { ...FILES, "national/elsewhere.yaml": told, "demo/elsewhere.yaml": city } });

describe("a city's business elsewhere", () => {
  it("is told in the city's words", () => {
    const pack = demoPack(
      sourceWith("agency: 综合窗口\nelsewhere:\n  - { use: away, near: [demo.fee] }\n  - { use: card, where: 发卡行 }\n"),
    );
    expect(pack.elsewhere).toEqual([
      { id: "away", title: "异地备案", words: ["外地看病"], where: "综合窗口或网上", because: "没有收录", near: ["demo.fee"] },
      { id: "card", title: "补卡业务", words: ["丢了卡"], where: "发卡行", because: "由银行发卡", near: [] },
    ]);
  });

  it.each([
    ["business that nobody told", "elsewhere:\n  - { use: nothing }\n", "no such business is told"],
    ["the same twice", "elsewhere:\n  - { use: card }\n  - { use: card }\n", "is named twice"],
    ["a matter that the city has not", "elsewhere:\n  - { use: card, near: [demo.other] }\n", 'no matter "demo.other"'],
    ["no agency to send to", "elsewhere:\n  - { use: away }\n", "needs the agency of the city"],
    ["a text that is empty", "elsewhere:\n  - { use: card, where: '' }\n", "expected a text"],
  ])("does not load with %s", (_what, city, problem) => {
    expect(problemsOf(sourceWith(city)).join("\n")).toContain(problem);
  });

  it("does not load with a word that is too short, stands for two things, or names a matter that is done here", () => {
    const uses = "agency: 窗口\nelsewhere:\n  - { use: away }\n  - { use: card }\n";
    const told = (word: string) => TOLD.replace("丢了卡", word);
    expect(problemsOf(sourceWith(uses, told("卡"))).join("\n")).toContain("two characters or more");
    expect(problemsOf(sourceWith(uses, told("外地看病"))).join("\n")).toContain('"外地看病" stands for away already');
    const title = demoPack().matters.get("demo.fee")!.title;
    expect(problemsOf(sourceWith(uses, told(title))).join("\n")).toContain("which is done here");
  });
});

describe.each(cities(POLICY_DIRECTORY))("%s", (city) => {
  it("answers what its agencies do and the program does not", () => {
    const all = elsewhere(packFor(city));
    expect(all.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["out-of-area-care", "manual-reimbursement", "family-account"]),
    );
    for (const business of all) {
      expect(business.where, business.id).not.toMatch(/[{}]/);
      expect(business.words[0]).toBe(business.title);
      expect(business.keywords).toMatch(/^[a-z]/);
    }
  });
});
