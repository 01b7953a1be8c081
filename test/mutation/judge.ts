/** Puts mutants to tests, in a realm that goes on from one mutant to the next. */
import type { Pack } from "../../src-main/rules/index.ts";
import { has, type Coverage } from "./coverage.ts";
import type { Mutant } from "./mutants.ts";
import type { NewRealm, Realm } from "./realm.ts";
import { cpuTime, isTimeout, runTest } from "./run-test.ts";
import { mutantSwitch, TooManyHits } from "./switch.ts";

export type Verdict =
  | { readonly status: "killed" | "timeout"; readonly by: string }
  /** All tests held that were run so far: those of `order` before `next`. */
  | { readonly status: "open"; readonly next: number };

/** A mutant may be passed as many times more often as a test that ends passes it. */
const HIT_FACTOR = 100;
/** Milliseconds for a test, by the clock: time is a net for what the hits do not tell, on a machine that may be busy. */
const limitOf = (took: number): number => Math.round(3_000 + 30 * took);
/** Files that remember something under a key of their own making. */
const REMEMBERING = /\/(policy-file|variants|write-down)\.ts$/;

/** Indices of the tests, the quickest first. */
export const orderOf = ({ tests }: Coverage): readonly number[] =>
  tests.map((_test, index) => index).toSorted((a, b) => tests[a]!.took - tests[b]!.took);

/** Keys of the packs whose loading passes the mutant. */
const packsWith = ({ packs }: Coverage, mutant: number): ReadonlySet<string> =>
  new Set([...packs].flatMap(([key, passed]) => (has(passed, mutant) ? [key] : [])));

/** Whether the test can tell the mutant: it passes it itself, or uses a pack whose loading does. */
export function canTell(coverage: Coverage, mutant: number): (test: number) => boolean {
  const packs = packsWith(coverage, mutant);
  return (test) => {
    const { passed, packs: used } = coverage.tests[test]!;
    return has(passed, mutant) || used.some((key) => packs.has(key));
  };
}

export class Judge {
  readonly #coverage: Coverage;
  readonly #mutants: readonly Mutant[];
  readonly #newRealm: NewRealm;
  #realm: Realm;
  /** What killed the mutant before often kills its neighbour. */
  #lastKiller = -1;
  /** Realms that something of a mutant had stayed in. */
  spoilt = 0;

  private constructor(coverage: Coverage, mutants: readonly Mutant[], newRealm: NewRealm, realm: Realm) {
    [this.#coverage, this.#mutants, this.#newRealm, this.#realm] = [coverage, mutants, newRealm, realm];
  }

  static async begin(coverage: Coverage, mutants: readonly Mutant[], newRealm: NewRealm): Promise<Judge> {
    mutantSwitch.on = new Uint8Array(mutants.length);
    const realm = await newRealm();
    const names = realm.tests.map(({ name }) => name);
    if (names.join("\n") !== coverage.tests.map(({ name }) => name).join("\n")) throw new Error("other tests than were measured");
    return new Judge(coverage, mutants, newRealm, realm);
  }

  /** Puts the mutant to one test after the other until one fails, or `budget` milliseconds of processor are used. */
  async judge(mutant: number, order: readonly number[], budget: number): Promise<Verdict> {
    const tells = canTell(this.#coverage, mutant);
    return this.#under([mutant], async (fails) => {
      if (this.#lastKiller >= 0 && tells(this.#lastKiller)) {
        const verdict = await fails(this.#lastKiller);
        if (verdict) return verdict;
      }
      const started = cpuTime();
      for (const [next, test] of order.entries()) {
        if (cpuTime() - started > budget) return { status: "open", next };
        if (!tells(test) || test === this.#lastKiller) continue;
        const verdict = await fails(test);
        if (!verdict) continue;
        this.#lastKiller = test;
        return verdict;
      }
      return { status: "open", next: order.length };
    });
  }

  /** Which of the mutants the test kills, each by itself; together they are on only to learn that none need be tried. */
  async killedBy(test: number, mutants: readonly number[]): Promise<ReadonlyMap<number, Verdict>> {
    const verdict = await this.#under(mutants, async (fails) => (await fails(test)) ?? null);
    if (verdict === null) return new Map();
    if (mutants.length === 1) return new Map([[mutants[0]!, verdict]]);
    const half = mutants.length >> 1;
    const first = await this.killedBy(test, mutants.slice(0, half));
    return new Map([...first, ...(await this.killedBy(test, mutants.slice(half)))]);
  }

  /** A failure counts when the same test holds again as soon as the mutants are off. */
  async #under<Found extends Verdict | null>(
    mutants: readonly number[],
    look: (fails: (test: number) => Promise<Verdict | undefined>) => Promise<Found>,
  ): Promise<Found> {
    let failed = -1;
    const fails = async (test: number): Promise<Verdict | undefined> => {
      const { name, took } = this.#coverage.tests[test]!;
      mutantSwitch.hits = 0;
      try {
        await runTest(this.#realm.tests[test]!, limitOf(took));
        if (mutantSwitch.hits <= mutantSwitch.hitLimit) return undefined;
      } catch (error) {
        failed = test;
        const isEndless = isTimeout(error) || error instanceof TooManyHits || mutantSwitch.hits > mutantSwitch.hitLimit;
        return { status: isEndless ? "timeout" : "killed", by: name };
      }
      failed = test;
      return { status: "timeout", by: name };
    };
    const packs = mutants.some((mutant) => packsWith(this.#coverage, mutant).size > 0) ? [...this.#realm.packs] : undefined;
    if (packs) this.#realm.packs.clear();
    mutantSwitch.begin(mutants, {
      remembers: !mutants.some(
        (mutant) => has(this.#coverage.reading, mutant) || REMEMBERING.test(this.#mutants[mutant]!.fileName),
      ),
      hitLimit: HIT_FACTOR * Math.max(...mutants.map((mutant) => this.#coverage.most[mutant]!)),
    });
    let found: Found;
    try {
      found = await look(fails);
    } finally {
      mutantSwitch.end(mutants);
      if (packs) restore(this.#realm.packs, packs);
    }
    if (failed < 0 || (await this.#holds(failed))) return found;
    this.spoilt++;
    this.#realm = await this.#newRealm();
    if (!(await this.#holds(failed))) throw new Error(`fails without a mutant: ${this.#coverage.tests[failed]!.name}`);
    return this.#under(mutants, look);
  }

  async #holds(test: number): Promise<boolean> {
    try {
      await runTest(this.#realm.tests[test]!, limitOf(this.#coverage.tests[test]!.took));
      return true;
    } catch {
      return false;
    }
  }
}

function restore(packs: Map<string, Pack>, saved: readonly (readonly [string, Pack])[]): void {
  packs.clear();
  for (const [key, pack] of saved) packs.set(key, pack);
}
