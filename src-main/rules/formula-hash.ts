/**
 * Identity of the formulas: a stored case names it, and a replay shows when the code has changed since.
 * The build fixes it as a constant, because the bundle has no sources; from source it is reckoned once.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

declare const __FORMULA_HASH__: string | undefined;

/** Everything that decides what a decision says. */
const FORMULA_FOLDERS = ["src-main/rules", "src-shared/domain"];

/** SHA-256 (hex) over the sorted formula files, path and content; the same on every system. */
export function hashFormulas(rootDirectory: string): string {
  const files = FORMULA_FOLDERS.flatMap((folder) =>
    readdirSync(join(rootDirectory, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .map((name) => `${folder}/${name.replaceAll("\\", "/")}`),
  ).sort();
  const hash = createHash("sha256");
  for (const file of files) {
    const text = readFileSync(join(rootDirectory, file), "utf8").replaceAll("\r\n", "\n");
    // lengths keep path and content from running into each other
    hash.update(`${file}\n${text.length}\n${text}`);
  }
  return hash.digest("hex");
}

let known: string | undefined;

/** The hash of the formulas that are running. */
export function formulaHash(): string {
  known ??= typeof __FORMULA_HASH__ === "string" ? __FORMULA_HASH__ : hashFormulas(join(import.meta.dirname, "../.."));
  return known;
}
