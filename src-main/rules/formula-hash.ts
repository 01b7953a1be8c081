/**
 * Identity of the formulas: a stored case names it, and a replay shows when the code has changed since. What a city's formulas come
 * to is the engine, the national formulas and its own; what a matter's come to is the engine and what its own files import: a comment
 * in one city changes no other. The build fixes it as a constant, because the bundle has no sources; from source it is reckoned once.
 */
import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";

declare const __FORMULA_HASHES__: FormulaHashes | undefined;

/** SHA-256 (hex) by id; the same on every system. */
export interface FormulaHashes {
  readonly cities: Readonly<Record<string, string>>;
  readonly matters: Readonly<Record<string, string>>;
}

const RULES = "src-main/rules";
/** Reads the policy, decides and writes down: part of every answer. */
const ENGINE = [`${RULES}/engine`, "src-shared/domain"];
const NATIONAL = `${RULES}/national`;

export function hashFormulas(rootDirectory: string): FormulaHashes {
  const sources = new Sources(rootDirectory);
  const engine = ENGINE.flatMap((folder) => sources.below(folder));
  const matters = policyMatters(rootDirectory);
  const cities = [...new Set(matters.map((id) => id.slice(0, id.indexOf("."))))];
  const hashOf = (own: readonly string[]): string => sources.hash(sources.closure([...engine, ...own]));
  return {
    cities: Object.fromEntries(
      cities.map((city) => [city, hashOf([...sources.below(NATIONAL), ...sources.below(`${RULES}/${city}`)])]),
    ),
    matters: Object.fromEntries(matters.map((matter) => [matter, hashOf(sources.ofMatter(matter))])),
  };
}

/** Source files that a matter's answers follow from, beside the engine's. */
export function filesOfMatter(rootDirectory: string, matter: string): readonly string[] {
  const sources = new Sources(rootDirectory);
  return sources.closure(sources.ofMatter(matter));
}

/** A matter's file is named as the matter. */
function policyMatters(rootDirectory: string): string[] {
  const files = globSync("*/matters/**/*.yaml", { cwd: join(rootDirectory, "resources/policy") });
  return files
    .map((file) =>
      file
        .replaceAll("\\", "/")
        .replace("/matters/", ".")
        .replace(/\.yaml$/, ""),
    )
    .sort();
}

const IMPORT = /(?:from|import)\s*\(?\s*"(\.{1,2}\/[^"]+)"/g;

/** Files by their path from the root, with forward slashes. */
class Sources {
  readonly #root: string;
  readonly #texts = new Map<string, string>();
  readonly #imports = new Map<string, readonly string[]>();

  constructor(root: string) {
    this.#root = root;
  }

  below(folder: string): string[] {
    return globSync(`${folder}/**/*.ts`, { cwd: this.#root }).map((file) => file.replaceAll("\\", "/"));
  }

  text(file: string): string {
    let text = this.#texts.get(file);
    if (text === undefined) {
      text = readFileSync(join(this.#root, file), "utf8").replaceAll("\r\n", "\n");
      this.#texts.set(file, text);
    }
    return text;
  }

  /** Its city's files that name it, and those that are named as it is, in whatever folder. */
  ofMatter(matter: string): string[] {
    const [city, name] = [matter.slice(0, matter.indexOf(".")), matter.slice(matter.indexOf(".") + 1)];
    const folder = `${RULES}/${city}`;
    return this.below(folder).filter(
      (file) => this.text(file).includes(`"${matter}"`) || file.endsWith(`/${name}.ts`) || file.startsWith(`${folder}/${name}/`),
    );
  }

  /** With all that they import of ours. */
  closure(files: readonly string[]): string[] {
    const found = new Set(files);
    // what is added on the way is gone through as well
    for (const file of found) {
      for (const imported of this.imports(file)) found.add(imported);
    }
    return [...found].sort();
  }

  imports(file: string): readonly string[] {
    let imports = this.#imports.get(file);
    if (imports === undefined) {
      const requests = [...this.text(file).matchAll(IMPORT)].map(([, request]) => posix.join(posix.dirname(file), request!));
      // what only looks like an import, e.g. in a comment, is none
      imports = requests.filter((imported) => existsSync(join(this.#root, imported)));
      this.#imports.set(file, imports);
    }
    return imports;
  }

  hash(files: readonly string[]): string {
    const hash = createHash("sha256");
    for (const file of files) {
      const text = this.text(file);
      // lengths keep path and content from running into each other
      hash.update(`${file}\n${text.length}\n${text}`);
    }
    return hash.digest("hex");
  }
}

let known: FormulaHashes | undefined;

/** Of the formulas that are running. */
export function formulaHashes(): FormulaHashes {
  known ??= typeof __FORMULA_HASHES__ === "object" ? __FORMULA_HASHES__ : hashFormulas(join(dirname(import.meta.dirname), ".."));
  return known;
}
