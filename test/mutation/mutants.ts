/** The mutants of the rules, by Stryker's instrumenter: all of them stand in the sources, and a switch turns them on. */
import { Instrumenter } from "@stryker-mutator/instrumenter";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../src-main/launcher/tool.ts";

/** No mutants: its constant is the build's. */
const LEFT_OUT = "src-main/rules/formula-hash.ts";

/** Text by path from the project's root. */
export type Sources = Readonly<Record<string, string>>;

export interface Instrumented {
  /** As the instrumenter writes them, without its header. */
  readonly sources: Sources;
  readonly mutants: readonly Mutant[];
}

export interface Mutant {
  readonly fileName: string;
  readonly mutatorName: string;
  readonly replacement: string;
  /** Lines and columns from 0. */
  readonly location: { readonly start: Position; readonly end: Position };
}

interface Position {
  readonly line: number;
  readonly column: number;
}

const silent = {
  isTraceEnabled: () => false,
  isDebugEnabled: () => false,
  isInfoEnabled: () => false,
  isWarnEnabled: () => false,
  isErrorEnabled: () => false,
  isFatalEnabled: () => false,
  trace: () => {},
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  fatal: () => {},
};

/** Everything that decides, and what it is put into words by. */
const ruleFiles = (): string[] =>
  globSync("src-main/rules/**/*.ts", { cwd: projectRoot })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => name !== LEFT_OUT)
    .sort();

/** @returns mutants whose index is their number in the sources */
export async function instrument(names: readonly string[] = ruleFiles()): Promise<Instrumented> {
  const files = names.map((name) => ({ name, mutate: true, content: readFileSync(join(projectRoot, name), "utf8") }));
  const made = await new Instrumenter(silent).instrument(files, {
    ignorers: [],
    excludedMutations: [],
    plugins: null,
    noHeader: true,
  });
  // its own numbers leave some out
  const numbers = new Map(made.mutants.map(({ id }, number) => [id, number]));
  const renumbered = (text: string): string =>
    text.replaceAll(/stry(?:MutAct|Cov)_9fa48\(([^)]*)\)/g, (call, ids: string) =>
      call.replace(ids, Array.from(ids.matchAll(/"(\d+)"/g), ([, id]) => numberOf(numbers, id!)).join(", ")),
    );
  return {
    sources: Object.fromEntries(made.files.map(({ name, content }) => [name, renumbered(content)])),
    mutants: made.mutants.map(({ fileName, mutatorName, replacement, location }) => ({
      fileName,
      mutatorName,
      replacement,
      location,
    })),
  };
}

function numberOf(numbers: ReadonlyMap<string, number>, id: string): number {
  const number = numbers.get(id);
  if (number === undefined) throw new Error(`mutant ${id} stands in the sources and is none`);
  return number;
}

const HEADER = `const mutants_ = globalThis[Symbol.for("mutants")];\n`;

/**
 * The sources with our own switch in place of Stryker's, whose counting takes most of a run's time.
 * @param counting whether every mutant that is passed is counted
 */
export function build(sources: Sources, counting: boolean): Sources {
  const built = Object.entries(sources).map(([path, text]) => [
    path,
    HEADER +
      text
        .replaceAll(/stryMutAct_9fa48\((\d+)\)/g, "(mutants_.on[$1] === 1 && mutants_.hit())")
        .replaceAll(/stryCov_9fa48\(([^)]*)\)/g, counting ? "mutants_.cover($1)" : "0")
        .replaceAll(/^(const \w+ = new )(?:Weak)?Map<[^;]*>\(\);$/gm, "$1mutants_.Memory();"),
  ]);
  return Object.fromEntries(built) as Sources;
}
