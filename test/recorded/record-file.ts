/**
 * Recorded answers on disk. For each matter a compressed file with the cases and their answers, and beside it a line for each case:
 * its answer's hash and its name, so that a difference between two commits names the cases.
 */
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import { shortHash, type Asked, type Office } from "./answer.ts";

export const RECORD_DIRECTORY = join(import.meta.dirname, "decisions");

export interface Recorded extends Asked {
  /** JSON. */
  readonly answer: string;
}

export interface MatterRecord {
  readonly cases: readonly Recorded[];
  /** Nothing more that differs was found: the matter has so few answers. */
  readonly exhausted: boolean;
}

interface Head {
  readonly exhausted: boolean;
  readonly offices: readonly Office[];
}

const fileOf = (matter: string, ending: string): string => join(RECORD_DIRECTORY, `${matter.replace(".", "/")}.${ending}`);

export const listOf = (cases: readonly Recorded[]): string =>
  cases.map(({ name, answer }) => `${shortHash(answer)} ${name}\n`).join("");

function textOf({ cases, exhausted }: MatterRecord): string {
  const offices = [...new Set(cases.map(({ office }) => JSON.stringify(office)))];
  const head = JSON.stringify({ exhausted, offices: offices.map((office) => JSON.parse(office) as Office) } satisfies Head);
  const lines = cases.map(({ answer, office, ...asked }) => {
    const question = JSON.stringify({ ...asked, office: offices.indexOf(JSON.stringify(office)) });
    return `${question}\n${answer}\n`;
  });
  return `${head}\n${lines.join("")}`;
}

export function readRecord(matter: string): MatterRecord | undefined {
  const file = fileOf(matter, "br");
  if (!existsSync(file)) return undefined;
  const [head, ...lines] = brotliDecompressSync(readFileSync(file)).toString().split("\n");
  const { exhausted, offices } = JSON.parse(head!) as Head;
  const cases: Recorded[] = [];
  for (let index = 0; index + 1 < lines.length; index += 2) {
    const asked = JSON.parse(lines[index]!) as Omit<Asked, "office"> & { readonly office: number };
    cases.push({ ...asked, office: offices[asked.office]!, answer: lines[index + 1]! });
  }
  return { cases, exhausted };
}

export const readList = (matter: string): string => {
  const file = fileOf(matter, "txt");
  return existsSync(file) ? readFileSync(file, "utf8") : "";
};

/** Files that would say the same stay as they are. */
export function writeRecord(matter: string, record: MatterRecord): void {
  const text = textOf(record);
  const before = readRecord(matter);
  mkdirSync(dirname(fileOf(matter, "br")), { recursive: true });
  if (before === undefined || textOf(before) !== text) {
    const raw = Buffer.from(text);
    const { BROTLI_PARAM_LGWIN, BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
    const params = { [BROTLI_PARAM_LGWIN]: 24, [BROTLI_PARAM_QUALITY]: 9, [BROTLI_PARAM_SIZE_HINT]: raw.length };
    writeFileSync(fileOf(matter, "br"), brotliCompressSync(raw, { params }));
  }
  writeFileSync(fileOf(matter, "txt"), listOf(record.cases));
}

export function removeRecord(matter: string): void {
  for (const ending of ["br", "txt"]) rmSync(fileOf(matter, ending));
}

export const recordedMatters = (): readonly string[] =>
  globSync("*/*.br", { cwd: RECORD_DIRECTORY }).map((file) =>
    file.replaceAll("\\", "/").replace("/", ".").slice(0, -".br".length),
  );
