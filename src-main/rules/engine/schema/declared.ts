/** Entries of the policy data by id, each declared once: of a second one both places are told. */
import type { PolicyFile } from "../pack/policy-file.ts";
import type { Report } from "../pack/problems.ts";

type Place = readonly [file: PolicyFile<unknown>, path: readonly PropertyKey[]];

export class Declared<Entry> extends Map<string, Entry> {
  readonly #first = new Map<string, Place>();

  add(id: string, entry: Entry, [file, path]: Place, report: Report): void {
    const first = this.#first.get(id);
    if (first === undefined) this.#first.set(id, [file, path]);
    else {
      const message = `"${id}" is declared twice, first in ${first[0].file}:${first[0].line(first[1])}`;
      report({ file: file.file, line: file.line(path), message });
    }
    this.set(id, entry);
  }
}
