/**
 * `npm run keep-formulas [-- COMMIT …]`: keeps the formulas of a release, of this checkout or of a commit's, as
 * `resources/formulas/<hash>.js`, by the hash of each city. Every later program ships them and asks them when it decides a case of then once more.
 * What is kept is never changed. Run it for each release, when nothing of the formulas changes any more.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";
import type { FormulaHashes } from "../rules/formula-hash.ts";
import { LAUNCHER_TEXT } from "./text.ts";
import { projectRoot } from "./tool.ts";

const FOLDER = join(projectRoot, "resources/formulas");
const ENTRY = "src-main/rules/replay.ts";

/** For the releases before there was a way in: the same out of what they had. None of them had spans. */
const FIRST_ENTRY = `
import { consult } from "./engine/consult.ts";
import { loadPack } from "./engine/pack.ts";
import { formulas } from "./generated/index.ts";
const loaded = new Map();
export function replay(packText, matterId, facts, asOf) {
  if (!loaded.has(packText)) loaded.set(packText, loadPack(JSON.parse(packText), formulas));
  const { pack, problems } = loaded.get(packText);
  const matter = pack?.matters.get(matterId);
  const missing = { file: matterId.split(".")[0] + "/matters", line: 0, message: "there is no matter " + matterId };
  return JSON.stringify(matter ? { decision: consult(pack, matter, facts, asOf).decision } : { problems: problems ?? [missing] });
}
`;

async function keep(checkout: string): Promise<void> {
  const own = (await import(pathToFileURL(join(checkout, "src-main/rules/formula-hash.ts")).href)) as
    | { formulaHashes(): FormulaHashes }
    // of all cities as one, as it was at first
    | { formulaHash(): string };
  const [names, define] = "formulaHashes" in own ? byCity(own.formulaHashes()) : asOne(own.formulaHash());
  const files = names.map((hash) => join(FOLDER, `${hash}.js`));
  for (const file of files.filter((each) => existsSync(each))) say(LAUNCHER_TEXT.formulasKept(file));
  const missing = files.filter((each) => !existsSync(each));
  if (missing.length === 0) return;
  const entry = join(checkout, ENTRY);
  if (!existsSync(entry)) writeFileSync(entry, FIRST_ENTRY);
  const built = await build({
    root: checkout,
    configFile: false,
    logLevel: "warn",
    publicDir: false,
    // what the bundle holds must not depend on what is installed beside the program
    ssr: { noExternal: true },
    define,
    build: { ssr: entry, minify: true, write: false, target: "node22" },
  });
  if (!("output" in built) || built.output.length !== 1) throw new Error(`the formulas of ${checkout} are not one file`);
  const { code } = built.output[0];
  if (code.includes(checkout)) throw new Error(`the formulas of ${checkout} name the folder they were made in`);
  mkdirSync(FOLDER, { recursive: true });
  for (const file of missing) {
    // the sources changed, and nothing that they come to; or all cities' formulas are in one file
    const twin = readdirSync(FOLDER).find((name) => readFileSync(join(FOLDER, name), "utf8") === code);
    const text = twin === undefined ? code : `export { replay } from "./${twin}";\n`;
    writeFileSync(file, text);
    say(LAUNCHER_TEXT.formulasAdded(file, Buffer.byteLength(text)));
  }
}

type Named = readonly [names: readonly string[], define: Readonly<Record<string, string>>];

const byCity = (hashes: FormulaHashes): Named => [Object.values(hashes.cities), { __FORMULA_HASHES__: JSON.stringify(hashes) }];
const asOne = (hash: string): Named => [[hash], { __FORMULA_HASH__: JSON.stringify(hash) }];

const say = (text: string): void => void process.stderr.write(`${text}\n`);

async function keepCommit(commit: string): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), "counter-formulas-"));
  const checkout = join(work, "checkout");
  execFileSync("git", ["worktree", "add", "--quiet", "--detach", checkout, commit], { cwd: projectRoot });
  try {
    symlinkSync(join(projectRoot, "node_modules"), join(checkout, "node_modules"));
    await keep(checkout);
  } finally {
    execFileSync("git", ["worktree", "remove", "--force", checkout], { cwd: projectRoot });
    rmSync(work, { recursive: true });
  }
}

const commits = process.argv.slice(2);
if (commits.length === 0) await keep(projectRoot);
for (const commit of commits) await keepCommit(commit);
