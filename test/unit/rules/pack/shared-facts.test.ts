/** Questions and ways that stand in one place and are named in others. */
import { describe, expect, it } from "vitest";
import { consult, loadPack, matterOf, readPackSource, type PackSource } from "../../../../src-main/rules/index.ts";
import { withSharedFacts } from "../../../../src-main/rules/engine/pack/shared-facts.ts";
import { packFor } from "../../../policy/golden.ts";
import { POLICY_DIRECTORY } from "../../../packs.ts";

const sourceOf = (city: string): PackSource => readPackSource(POLICY_DIRECTORY, city, { figures: [], readingChoices: {} });

function problemsOf(city: string, file: string, from: string | RegExp, to: string): string[] {
  const source = sourceOf(city);
  const text = source.files[file]!;
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  const loaded = loadPack({ ...source, files: { ...source.files, [file]: changed } });
  return "problems" in loaded ? loaded.problems.map((problem) => `${problem.file}:${problem.line} ${problem.message}`) : [];
}

const questionOf = (matter: string, id: string) =>
  matterOf(packFor(matter.split(".")[0]!), matter).file.facts.find((fact) => fact.id === id)!;

const MATTER = "dalian/matters/retirement.yaml";

describe("questions that several matters share", () => {
  it("stand in a matter as they are written, but for what it says otherwise", () => {
    const retirement = questionOf("dalian.retirement", "contributed");
    const resignation = questionOf("dalian.resignation", "contributed");
    expect(retirement).toMatchObject({
      title: "大连实际缴费月份",
      help: "输入起止年月，或直接输入月数",
      cite: ["s0.4.3"],
      max: 900,
    });
    expect(resignation).toEqual({ ...retirement, help: "输入起止年月，或直接输入到本月为止的月数", cite: ["s0.7.8"] });
    expect(questionOf("tieling.arrears", "contributed")).toMatchObject({ required: false, periodsOnly: true, group: "欠费" });
  });

  it("lose what is assumed of them where the matter insists on an answer", () => {
    const { file } = matterOf(packFor("dalian"), "dalian.retirement");
    const shared = new Map([["transferred", { ...questionOf("dalian.retirement", "transferred"), assume: { months: 0 } }]]);
    const used = (own: { required?: boolean; assume?: string }) => {
      const written = { file: MATTER, value: { ...file, facts: [{ use: "transferred", ...own }] }, line: () => 1 };
      return withSharedFacts(written, shared, () => undefined)!.value.facts[0]!;
    };
    expect(used({})).toMatchObject({ required: false, assume: { months: 0 } });
    expect(used({ assume: "9" })).toMatchObject({ required: false, assume: "9" });
    expect(used({ required: true })).toMatchObject({ id: "transferred", required: true });
    expect(used({ required: true })).not.toHaveProperty("assume");
  });

  it("keep their place in the form", () => {
    const ids = matterOf(packFor("dalian"), "dalian.retirement").file.facts.map((fact) => fact.id);
    expect(ids.slice(0, 3)).toEqual(["sex", "birthDate", "way"]);
  });

  it("a matter's own words for a contradiction go before the shared ones", () => {
    const facts = {
      capacity: "retired",
      birthDate: "2025-01-02",
      stays: { items: [{ admitted: "2025-01-01", level: "second", cost: "1" }] },
    };
    expect(consult(packFor("dalian"), "dalian.inpatient", facts, "2025-02-01").errors).toMatchObject([
      { message: "入院日期早于出生日期，请核对。" },
    ]);
  });

  it.each([
    [
      "nobody wrote",
      MATTER,
      "use: service",
      "use: servise",
      /^dalian\/matters\/retirement\.yaml:\d\d .*no shared question "servise"/m,
    ],
    [
      "are changed where they may not be",
      MATTER,
      "use: transferred",
      "use: transferred\n    type: count",
      /facts\[transferred\]\.type: there is no key "type" here; known: use, title/,
    ],
    [
      "are written twice",
      "dalian/facts/years.yaml",
      "id: enrolledAs",
      "id: service",
      /years\.yaml:33 "service" is declared twice, first in dalian\/facts\/years\.yaml:23/,
    ],
    [
      "cite what nobody wrote",
      "dalian/facts/years.yaml",
      "cite: [s0.4.3, s0.7.7]",
      "cite: [s0.4.9]",
      /years\.yaml:\d+ no clause "s0\.4\.9"/,
    ],
    ["cite nothing", MATTER, "use: transferred", "use: transferred\n    cite: []", /expected at least one citation/],
  ])("are refused that %s", (_what, file, from, to, message) => {
    expect(problemsOf("dalian", file, from, to).join("\n")).toMatch(message);
  });

  it("a contradiction that is worded twice is refused", () => {
    const file = "dalian/facts/years.yaml";
    const problems = problemsOf("dalian", file, "facts:\n", "faults: { tooYoung: 太早 }\nfacts:\n");
    expect(problems).toEqual([
      expect.stringMatching(
        /^national\/facts\/working-life\.yaml:\d+ "tooYoung" is declared twice, first in dalian\/facts\/years\.yaml:\d+$/,
      ),
    ]);
  });
});

describe("ways put side by side", () => {
  // one that it never offers is found by test/layers/unused-words.test.ts, in our own data alone
  it("a way that the formula offers and nobody has written is refused", () => {
    const file = "tieling/matters/retirement.yaml";
    expect(problemsOf("tieling", file, "options:\n  payNow:", "options:\n  payOnce:").join()).toMatch(/payNow/);
  });
});
