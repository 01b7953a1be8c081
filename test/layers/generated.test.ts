/** The types of the words are made from the policy data, and its JSON Schemas from those it is read by: what lies there is what they give now. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { projectRoot } from "../../src-main/launcher/tool.ts";
import { schemaFiles } from "../../src-main/rules/authoring/schema.ts";
import { generateWords } from "../../src-main/rules/generate/words.ts";

const RULES = join(projectRoot, "src-main/rules");
const FOLDER = join(RULES, "generated");

describe("src-main/rules/generated", () => {
  const files = generateWords(join(projectRoot, "resources/policy"), RULES);

  it("is as the policy data give it: node src-main/launcher/run.mjs generate-words", () => {
    const there = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .map((name) => name.replaceAll("\\", "/"));
    const read = Object.fromEntries(
      there.map((name) => [name, readFileSync(join(FOLDER, name), "utf8").replaceAll("\r\n", "\n")]),
    );
    expect(read).toEqual(files);
  });
});

describe("words of data with a mistake", () => {
  it("are not made: the question is named, and who names the line of every mistake", () => {
    const policy = mkdtempSync(join(tmpdir(), "words-"));
    try {
      cpSync(join(projectRoot, "resources/policy"), policy, { recursive: true });
      const file = join(policy, "tieling/matters/back-payment.yaml");
      const text = readFileSync(file, "utf8");
      const wrong = text.replace("before: paidOn", "before: nothing");
      expect(wrong).not.toBe(text);
      writeFileSync(file, wrong);
      expect(() => generateWords(policy, RULES)).toThrow(
        /^tieling\.back-payment facts\.\d+\.fromHistory: .*"nothing" is no earlier fact \(npm run -s counter -- verify names/,
      );
    } finally {
      rmSync(policy, { recursive: true });
    }
  });
});

describe("docs/schema", () => {
  it("is as the schemas of the policy files give it: node src-main/launcher/run.mjs generate-words", () => {
    const files = schemaFiles();
    const there = Object.keys(files).map((name) => [
      name,
      readFileSync(join(projectRoot, name), "utf8").replaceAll("\r\n", "\n"),
    ]);
    expect(Object.fromEntries(there)).toEqual(files);
    expect(
      readdirSync(join(projectRoot, "docs/schema"))
        .toSorted()
        .map((name) => `docs/schema/${name}`),
    ).toEqual(Object.keys(files).filter((name) => name.startsWith("docs/")));
  });

  it("knows the keys of a matter and of its questions, their own and shared ones", () => {
    const matter = JSON.parse(schemaFiles()["docs/schema/matters.json"]!) as {
      readonly required: readonly string[];
      readonly additionalProperties: boolean;
      readonly properties: {
        readonly facts: { readonly items: Record<"then" | "else", { readonly required: readonly string[] }> };
      };
    };
    expect(matter.required).toEqual(expect.arrayContaining(["id", "title", "summary", "rules", "facts"]));
    expect(matter.required).not.toContain("nature");
    expect(matter.additionalProperties).toBe(false);
    expect(matter.properties.facts.items.then.required).toEqual(["use"]);
    expect(matter.properties.facts.items.else).toEqual({ $ref: "facts.json#/properties/facts/items" });
    const own = z.fromJSONSchema(JSON.parse(schemaFiles()["docs/schema/facts.json"]!) as Parameters<typeof z.fromJSONSchema>[0]);
    const fact = { id: "household", title: "有户籍", group: "本人", type: "flag", cite: ["c.who"] };
    expect(own.safeParse({ facts: [fact] }).success).toBe(true);
    expect(own.safeParse({ facts: [{ ...fact, kind: "flag" }] }).success).toBe(false);
    expect(own.safeParse({ facts: [{ ...fact, type: "yes-no" }] }).success).toBe(false);
  });
});
