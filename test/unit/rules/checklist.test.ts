/** Checklists: what stops one from loading, and how its entries decide. */
import { describe, expect, it } from "vitest";
import { consult, loadPack, readPackSource, type Pack, type PackSource } from "../../../src-main/rules/index.ts";
import { holds } from "../../../src-main/rules/engine/facts/relevance.ts";
import { packFor } from "../../policy/golden.ts";
import { POLICY_DIRECTORY } from "../../packs.ts";

const source = readPackSource(POLICY_DIRECTORY, "dalian", { figures: [], readingChoices: {} });
const OUT = "dalian/matters/transfer-out.yaml";
const IN = "dalian/matters/transfer-in.yaml";

function edited(file: string, from: string | RegExp, to: string): PackSource {
  const text = source.files[file]!;
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  return { ...source, files: { ...source.files, [file]: changed } };
}

function problemsOf(broken: PackSource): string[] {
  const loaded = loadPack(broken);
  return "problems" in loaded ? loaded.problems.map(({ file, line, message }) => `${file}:${line} ${message}`) : [];
}

/** The pack with one file changed. */
function packWith(file: string, from: string | RegExp, to: string): Pack {
  const loaded = loadPack(edited(file, from, to));
  if ("problems" in loaded) throw new Error(JSON.stringify(loaded.problems));
  return loaded.pack;
}

const lineOf = (file: string, text: string): number =>
  source.files[file]!.slice(0, source.files[file]!.indexOf(text)).split("\n").length;

describe("loading a checklist", () => {
  it("names the line of a test on an unknown answer", () => {
    const text = "- { use: agent-identity-card, when: [{ agent: true }] }";
    expect(problemsOf(edited(OUT, text, text.replace("agent: true", "agnet: true")))).toEqual([
      `${OUT}:${lineOf(OUT, text)} matter dalian.transfer-out: "agnet" is neither an earlier choice, flag, count or months fact nor a derived flag`,
    ]);
  });

  it.each([
    ["a test on an unknown option", OUT, "[{ proof: none }]", "[{ proof: nothing }]", /"nothing" is no value of this input/],
    [
      "a paper nobody declared",
      OUT,
      "- { use: dismissal-proof,",
      "- { use: dismissal-prof,",
      /uses material "dismissal-prof", which is not declared/,
    ],
    [
      "a paper nobody uses",
      OUT,
      "    - { use: departure-proof, when: [{ proof: none }] }\n",
      "",
      /materials: "departure-proof" is declared but the checklist never uses it/,
    ],
    [
      "an unknown reading",
      OUT,
      "dalian.transfer-out-public-status: required",
      "dalian.transfer-out-status: required",
      /uses reading "dalian.transfer-out-status", which is not declared/,
    ],
    [
      "an unknown option of a reading",
      OUT,
      "dalian.transfer-out-public-status: required",
      "dalian.transfer-out-public-status: perhaps",
      /"perhaps" is no value of this input/,
    ],
    [
      "answers for which there is no place",
      OUT,
      ", { use: anyDistrict }]",
      ", { use: anyDistrict, when: [{ agent: true }] }]",
      /checklist\.places: the last entry is for all others and has no `when`/,
    ],
    [
      "an outcome without headline",
      OUT,
      ", not-yet: [{ use: notYet }] }",
      " }",
      /the checklist may come out as "not-yet", which has no headline/,
    ],
    [
      "a headline for an outcome that never comes",
      OUT,
      ", not-yet: [{ use: notYet }] }",
      ", not-yet: [{ use: notYet }], refused: [{ use: notYet }] }",
      /the checklist never comes out as "refused"/,
    ],
    [
      "a condition without remedy",
      IN,
      "otherwise: not-yet, remedies: [{ use: endThere }]",
      "otherwise: not-yet, remedies: []",
      /checklist\.conditions\[\w+\]\.remedies: /,
    ],
    [
      "an offer of a matter that the city does not have",
      IN,
      "matter: dalian.enrolment",
      "matter: dalian.enrollment",
      /next: no matter "dalian.enrollment" in this city/,
    ],
    [
      "an offer without clause",
      IN,
      "why: 没有单位的，可以灵活就业身份在大连参保缴费, cite: [s0.3.0, s0.1.1]",
      "why: 没有单位的，可以灵活就业身份在大连参保缴费, cite: [s0.3.99]",
      /no clause "s0.3.99" in any sources.yaml/,
    ],
    ["no checklist at all", IN, /\nchecklist:[\s\S]*$/, "\n", /it has no formula, and is no mere checklist/],
  ])("refuses %s", (_what, file, from, to, message) => {
    expect(problemsOf(edited(file, from, to)).join("\n")).toMatch(message);
  });
});

describe("judging by a checklist", () => {
  const decide = (pack: Pack, facts: Record<string, string | boolean>) =>
    consult(pack, "dalian.transfer-out", facts, "2025-07-15").decision!;
  const suspended = { member: "flexible", status: "suspended" } as const;

  it("takes the first entry that fits", () => {
    const pack = packWith(
      OUT,
      "places: [{ use: centre, when: [{ member: public, innerDistricts: true }] }",
      "places: [{ use: centre, when: [{ member: flexible }, { agent: true }] }",
    );
    expect(decide(pack, { ...suspended, agent: false }).place).toBe("市医保中心业务窗口");
    expect(decide(pack, { member: "unit", status: "suspended", agent: true }).place).toBe("市医保中心业务窗口");
    expect(decide(pack, { member: "unit", status: "suspended", agent: false }).place).not.toBe("市医保中心业务窗口");
  });

  it("needs all tests of one alternative", () => {
    const pack = packWith(OUT, "when: [{ agent: true }]", "when: [{ agent: true, member: unit }]");
    const papers = (member: string, agent: boolean) => decide(pack, { member, status: "suspended", agent }).materials.length;
    expect([papers("unit", true), papers("unit", false), papers("flexible", true)]).toEqual([2, 1, 1]);
  });

  it("shows a reading only where the answers leave the entry to it, and once", () => {
    const both = "when: [{ agent: true, dalian.unnamed-form: original }, { agent: true, dalian.unnamed-form: copy }]";
    const pack = packWith(OUT, "when: [{ agent: true }]", both);
    const without = decide(pack, { ...suspended, agent: false });
    const withAgent = decide(pack, { ...suspended, agent: true });
    expect(without.readings).toEqual([]);
    expect(withAgent.readings.map((reading) => reading.id)).toEqual(["dalian.unnamed-form"]);
    expect(withAgent.materials.map((material) => material.id)).toEqual(["identity-card", "agent-identity-card"]);
  });

  it("leaves out a condition whose answer was not asked for", () => {
    const { conditions } = decide(packFor("dalian"), { ...suspended, agent: false });
    expect(conditions.map((condition) => condition.id)).toEqual(["suspended"]);
  });

  it("a condition that fails for good outweighs one that time mends, in either order", () => {
    const order = (text: string): string => {
      const lines = text.split("\n");
      const first = lines.findIndex((line) => line.includes("use: endedThere"));
      [lines[first], lines[first + 1]] = [lines[first + 1]!, lines[first]!];
      return lines.join("\n");
    };
    // as if a relation that goes on elsewhere could not be mended
    const forGood = source.files[IN]!.replace(
      "otherwise: not-yet, remedies: [{ use: endThere }]",
      "otherwise: refused, remedies: [{ use: endThere }]",
    ).replace(
      "headlines: { granted: [{ use: granted }],",
      "headlines: { granted: [{ use: granted }], refused: [{ use: notEnded }],",
    );
    for (const text of [forGood, order(forGood)]) {
      const loaded = loadPack({ ...source, files: { ...source.files, [IN]: text } });
      if ("problems" in loaded) throw new Error("not loaded");
      const facts = { endedThere: false, arrived: false, agent: false };
      expect(consult(loaded.pack, "dalian.transfer-in", facts, "2025-07-15").decision!.outcome).toBe("refused");
    }
  });
});

describe("a test on an answer", () => {
  const test = {
    name: "n",
    derived: false,
    intervals: [
      [1, 2],
      [5, 5],
    ] as const,
  };

  it.each([
    [0, false],
    [1, true],
    [2, true],
    [3, false],
    [5, true],
    [6, false],
    [undefined, false],
    [{ count: 2, set: null }, true],
    [{ count: 0, set: [] }, false],
    [[{}, {}], true],
    [[], false],
  ])("%j", (answer, expected) => {
    expect(holds(test, { n: answer }, {})).toBe(expected);
  });

  it("a derived flag that is missing is false, and an answer of the same name does not stand in for it", () => {
    const flag = (low: number) => ({ name: "n", derived: true, intervals: [[low, low]] as const });
    expect(holds(flag(1), { n: 1 }, {})).toBe(false);
    expect(holds(flag(0), { n: 1 }, {})).toBe(true);
    expect(holds(flag(1), {}, { n: true })).toBe(true);
  });
});
