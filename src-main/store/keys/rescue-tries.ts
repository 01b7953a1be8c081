/**
 * Wrong tries of codes and passwords while the store is not open, in a file beside it: a restart of the program forgets none. It holds
 * how often and when, nothing of what was typed. Whoever can remove it has the store's files in hand anyway; and whatever stands in
 * it, the longest wait is what the delay allows, so that it locks no officer out.
 */
import { rmSync } from "node:fs";
import { z } from "zod";
import { withStoreErrors } from "../file/errors.ts";
import { publish } from "../file/files.ts";
import { readPlainFile, writeNewFile } from "../trust/outside.ts";

const TRIED = ["recovery-code", "password"] as const;
export type Tried = (typeof TRIED)[number];

const schema = z.strictObject({ failedLogins: z.int().min(1), lastFailedAt: z.iso.datetime() });
const file = z.partialRecord(z.enum(TRIED), schema);
type Tries = z.output<typeof file>;

const MOST_BYTES = 2000;
const fileOf = (storePath: string): string => `${storePath}.tries.json`;

/** When the store is open again, what was tried before is over. */
export const forgetRescueTries = (storePath: string): void => withStoreErrors(() => rmSync(fileOf(storePath), { force: true }));

export class RescueTries {
  readonly #storePath: string;
  readonly #onUnkept: (error: unknown) => void;
  #tries: Tries;

  /** @param onUnkept told when the file cannot be written (a full disk): the counts then last as long as the process */
  constructor(storePath: string, onUnkept: (error: unknown) => void) {
    this.#storePath = storePath;
    this.#onUnkept = onUnkept;
    this.#tries = read(fileOf(storePath));
  }

  of(what: Tried): { readonly failedLogins: number; readonly lastFailedAt: string | null } {
    return this.#tries[what] ?? { failedLogins: 0, lastFailedAt: null };
  }

  /** @param at ISO instant */
  record(what: Tried, at: string): void {
    this.#keep({ ...this.#tries, [what]: { failedLogins: this.of(what).failedLogins + 1, lastFailedAt: at } });
  }

  forget(what: Tried): void {
    const { [what]: forgotten, ...others } = this.#tries;
    if (forgotten !== undefined) this.#keep(others);
  }

  #keep(tries: Tries): void {
    this.#tries = tries;
    try {
      const path = fileOf(this.#storePath);
      writeNewFile(`${path}.unfinished`, JSON.stringify(tries));
      publish(`${path}.unfinished`, path);
    } catch (error) {
      this.#onUnkept(error);
    }
  }
}

/** What is no file of ours counts nothing. */
function read(path: string): Tries {
  try {
    const text = readPlainFile(path, MOST_BYTES)?.toString("utf8") ?? "{}";
    return file.safeParse(JSON.parse(text)).data ?? {};
  } catch {
    return {};
  }
}
