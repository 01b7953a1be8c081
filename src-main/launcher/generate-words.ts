/** `node src-main/launcher/run.mjs generate-words`: the types of all words of the policy data for the formulas that use them, and the JSON Schemas of the data for the editor. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { schemaFiles } from "../rules/authoring/schema.ts";
import { generateWords } from "../rules/generate/words.ts";
import { projectRoot } from "./tool.ts";

const RULES = join(projectRoot, "src-main/rules");
const FOLDER = join(RULES, "generated");

const files = generateWords(join(projectRoot, "resources/policy"), RULES);
const there = existsSync(FOLDER) ? readdirSync(FOLDER, { recursive: true, encoding: "utf8" }) : [];
for (const name of there.map((path) => path.replaceAll("\\", "/")))
  if (name.endsWith(".ts") && !Object.hasOwn(files, name)) rmSync(join(FOLDER, name));
const words = Object.entries(files).map(([name, text]) => [join("src-main/rules/generated", name), text] as const);
for (const [name, text] of [...words, ...Object.entries(schemaFiles())]) {
  const path = join(projectRoot, name);
  if (existsSync(path) && readFileSync(path, "utf8") === text) continue;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  process.stderr.write(`${name}\n`);
}
