/**
 * One password at a time: guesses sent side by side would all pass the delay before the first failure is counted. Each takes a good
 * part of a second and 128 MB, so no more wait than the windows of an office ask for at once; beyond that it is told, and nobody
 * stands in line for minutes behind a stranger's guesses.
 */
import { Serial } from "../../serial.ts";
import { PASSWORDS_BUSY } from "./text.ts";
import { Refusal } from "../frame/refusal.ts";

/** With the one that is being checked. */
export const MOST_PASSWORDS = 8;
const AGAIN_IN_SECONDS = 3;

export class PasswordQueue {
  readonly #serial = new Serial();

  /** @throws Refusal `slow-down` when too many wait already; what `work` throws */
  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#serial.size >= MOST_PASSWORDS) {
      throw new Refusal("slow-down", { message: PASSWORDS_BUSY, retryAfterSeconds: AGAIN_IN_SECONDS });
    }
    return await this.#serial.run(work);
  }
}
