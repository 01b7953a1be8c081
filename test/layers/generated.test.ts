/** The types of the words are made from the policy data: what lies in the folder is what they give now. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { projectRoot } from "../../src-main/launcher/tool.ts";
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
