/** Writes new files of a checkout: all of them or none, and never over one that is there. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Texts by path from the root of the checkout. */
export type NewFiles = Readonly<Record<string, string>>;
/** An existing file with something put in. */
export type Changes = Readonly<Record<string, (text: string) => string>>;

/** What cannot be written, because it is there already or because it is not. */
export const inTheWay = (root: string, files: NewFiles, changes: Changes = {}): string[] => [
  ...Object.keys(files).filter((file) => existsSync(join(root, file))),
  ...Object.keys(changes).filter((file) => !existsSync(join(root, file))),
];

/** @returns the paths that were written */
export function writeAll(root: string, files: NewFiles, changes: Changes = {}): string[] {
  const changed = Object.entries(changes).map(
    ([file, change]) => [file, change(readFileSync(join(root, file), "utf8"))] as const,
  );
  for (const [file, text] of [...Object.entries(files), ...changed]) {
    const path = join(root, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return [...Object.keys(files), ...Object.keys(changes)];
}

/** As the last entry of the file's list: before the bracket that is the last one of the file, which gets a line of its own. */
export function intoList(text: string, entry: string): string {
  const end = text.lastIndexOf("]");
  const [indent] = /(?<=\n) *(?=[^\n]*$)/.exec(text.slice(0, end)) ?? [""];
  return `${text.slice(0, end).trimEnd()}\n${entry}\n${indent}${text.slice(end)}`;
}
