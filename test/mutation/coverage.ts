/** What the tests pass, without any mutant: so that a mutant is put to those tests alone that can tell it. */
import { cpuTime, runTest } from "./run-test.ts";
import { openRealms } from "./realm.ts";
import { build, type Instrumented } from "./mutants.ts";
import { mutantSwitch } from "./switch.ts";

/** A row of bits, one for each mutant. */
export type Bits = Uint8Array;

export interface Coverage {
  readonly tests: readonly TestCoverage[];
  /** Mutants that the loading of a pack passes, by the pack's key. */
  readonly packs: ReadonlyMap<string, Bits>;
  /** Mutants that are passed while a file is read, but no more once it is remembered. */
  readonly reading: Bits;
  /** Mutants that are passed when the files are imported. */
  readonly importing: Bits;
  /** By mutant: the most times that one test passes it. */
  readonly most: Uint32Array;
}

export interface TestCoverage {
  readonly name: string;
  /** Milliseconds of processor. */
  readonly took: number;
  readonly passed: Bits;
  /** Keys of the packs that it uses. */
  readonly packs: readonly string[];
}

export const has = (bits: Bits, mutant: number): boolean => (bits[mutant >> 3]! & (1 << (mutant & 7))) !== 0;

const bitsOf = (length: number, isSet: (mutant: number) => boolean): Bits => {
  const bits = new Uint8Array((length + 7) >> 3);
  for (let mutant = 0; mutant < length; mutant++) if (isSet(mutant)) bits[mutant >> 3]! |= 1 << (mutant & 7);
  return bits;
};

/** Runs every test once; a test that fails throws. Leaves the switch changed: for a process of its own. */
export async function measureCoverage({ sources, mutants }: Instrumented): Promise<Coverage> {
  const counting = (): Uint32Array => (mutantSwitch.counts = new Uint32Array(mutants.length));
  const passed = (counts: Uint32Array): Bits => bitsOf(counts.length, (mutant) => counts[mutant]! > 0);
  const most = new Uint32Array(mutants.length);

  const imported = counting();
  const { tests, packs, sharedPack, cities } = await (await openRealms(build(sources, true)))();

  const warm = cities.map((city) => {
    const counts = counting();
    sharedPack(`remembered ${city}`, city, NOTHING_ENTERED);
    return counts;
  });
  mutantSwitch.begin([], { remembers: false, hitLimit: 0 });
  const cold = cities.map((city) => {
    const counts = counting();
    sharedPack(`read ${city}`, city, NOTHING_ENTERED);
    return counts;
  });
  mutantSwitch.end([]);

  const loading = new Map<string, Bits>();
  let used = new Set<string>();
  let outside = mutantSwitch.counts;
  const { get, set } = packs;
  packs.clear();
  packs.get = (key) => {
    used.add(key);
    const pack = get.call(packs, key);
    if (pack === undefined) {
      outside = mutantSwitch.counts;
      counting();
    }
    return pack;
  };
  packs.set = (key, pack) => {
    const counts = mutantSwitch.counts;
    for (const [mutant, count] of counts.entries()) if (count > most[mutant]!) most[mutant] = count;
    loading.set(key, passed(counts));
    mutantSwitch.counts = outside;
    return set.call(packs, key, pack);
  };

  const covered: TestCoverage[] = [];
  for (const test of tests) {
    used = new Set();
    const counts = counting();
    const started = cpuTime();
    await runTest(test);
    const took = cpuTime() - started;
    for (const [mutant, count] of counts.entries()) if (count > most[mutant]!) most[mutant] = count;
    covered.push({ name: test.name, took, passed: passed(counts), packs: [...used] });
  }
  return {
    tests: covered,
    packs: loading,
    reading: bitsOf(mutants.length, (mutant) => cold.some((counts, city) => counts[mutant]! > warm[city]![mutant]!)),
    importing: passed(imported),
    most,
  };
}

const NOTHING_ENTERED = () => ({ figures: [], readingChoices: {} });
