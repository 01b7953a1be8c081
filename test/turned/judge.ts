/** Whether anything notices a turn: the pack does not load any more, or a recorded case is answered otherwise. */
import type { MatterDefinition } from "../../src-main/rules/engine/matter.ts";
import { loadPack, readPackSource, type Pack, type PackSource } from "../../src-main/rules/index.ts";
import { isTimeout, runTest } from "../mutation/run-test.ts";
import { packs, POLICY_DIRECTORY } from "../packs.ts";
import { packFor } from "../policy/golden.ts";
import { CITIES } from "../policy/of-cities.ts";
import { answerTo, packOf, type Office } from "../recorded/answer.ts";
import { readRecord, type Recorded } from "../recorded/record-file.ts";
import { TURNS } from "./operators.ts";
import { substanceOf } from "./substance.ts";
import { turnSwitch } from "./switch.ts";
import { cityOf, type CodeTurn, type PolicyTurn, type Turn } from "./turns.ts";

export interface Verdict {
  /** `words`: some case is told in other words, and none comes to anything else. */
  readonly status: "unloadable" | "otherwise" | "words" | "survived";
  /** The case that shows it, or why the pack does not load. */
  readonly by: string;
}

/** A matter's case. */
type Case = readonly [matter: string, one: Recorded];
type Answer = (matter: string, one: Recorded) => string;

/** Milliseconds for a turn: a net for what no longer ends. */
const LONGEST = 120_000;
const NOTHING_ENTERED: Office = { figures: [], readings: {} };
const SURVIVED: Verdict = { status: "survived", by: "" };

const citiesOf = (turn: Turn): readonly string[] =>
  CITIES.filter((city) => cityOf(turn) === city || !CITIES.includes(cityOf(turn)));

/** Remembers what it finds on its way, so that the next turn is told sooner. */
export class Judge {
  /** Whether other words are enough: then a turn need not be put to all cases. */
  readonly #wordsAreEnough: boolean;
  readonly #cases = new Map<string, readonly Recorded[]>();
  readonly #sources = new Map<string, PackSource>();
  /** Places that the loading of a pack passes: what they come to stays in the pack. */
  readonly #loading = new Set<number>();
  /** By place the cases that pass it; `undefined` where nobody has looked. */
  #passing: Map<number, Case[]> | undefined;
  /** By file of code: what told its last turn, which often tells the next. */
  readonly #tellers = new Map<string, Case>();

  constructor(wordsAreEnough: boolean) {
    this.#wordsAreEnough = wordsAreEnough;
    turnSwitch.passed = this.#loading;
    for (const city of CITIES) packFor(city);
    turnSwitch.passed = undefined;
  }

  /**
   * Asks every case once with nothing turned, so that a turn of the code need be put to those cases alone that pass its place.
   * @returns cases that are not answered as recorded: then no verdict is one
   */
  pass(): string[] {
    const found: string[] = [];
    this.#passing = new Map();
    for (const city of CITIES) {
      for (const one of this.#casesOf([...packFor(city).matters.keys()])) {
        const [matter, { name, office, answer }] = one;
        turnSwitch.passed = this.#loading;
        const pack = packOf(matter, office);
        const passed = (turnSwitch.passed = new Set());
        if (answerTo(matter, one[1], pack) !== answer) found.push(`${matter} ${name}`);
        for (const place of passed) {
          const cases = this.#passing.get(place) ?? [];
          cases.push(one);
          this.#passing.set(place, cases);
        }
      }
    }
    turnSwitch.passed = undefined;
    return found;
  }

  async judge(turn: Turn): Promise<Verdict> {
    let verdict = SURVIVED;
    const run = (): void => void (verdict = "path" in turn ? this.#ofPolicy(turn) : this.#ofCode(turn));
    try {
      await runTest({ name: "", before: [], run, after: [] }, LONGEST);
    } catch (error) {
      if (!isTimeout(error)) throw error;
      return { status: "otherwise", by: "does not end" };
    } finally {
      turnSwitch.place = -1;
    }
    return verdict;
  }

  #ofCode(turn: CodeTurn): Verdict {
    const by = TURNS[turn.written]?.[turn.to];
    if (by === undefined) throw new Error(`${turn.written} is not turned into ${turn.to}`);
    // looked up before anything is turned
    const cases = [...this.#likelyFor(turn)];
    // what is bound under the turn is forgotten with it
    const before = this.#loading.has(turn.place) ? [...packs] : undefined;
    if (before !== undefined) packs.clear();
    Object.assign(turnSwitch, { place: turn.place, by });
    try {
      return this.#compare(
        cases,
        (matter, one) => {
          turnSwitch.hits = 0;
          return answerTo(matter, one);
        },
        (teller) => this.#tellers.set(turn.file, teller),
      );
    } finally {
      turnSwitch.place = -1;
      if (before !== undefined) {
        packs.clear();
        for (const [key, pack] of before) packs.set(key, pack);
      }
    }
  }

  /** Spans, which cost most, last. */
  *#likelyFor(turn: CodeTurn): Generator<Case> {
    const teller = this.#tellers.get(turn.file);
    if (teller !== undefined) yield teller;
    const passing = this.#loading.has(turn.place) ? undefined : this.#passing;
    const cases = passing === undefined ? [...this.#casesOf(mattersLikelyFor(turn))] : (passing.get(turn.place) ?? []);
    for (const withSpan of [false, true]) yield* cases.filter(([, { span }]) => span === withSpan);
  }

  #ofPolicy(turn: PolicyTurn): Verdict {
    let found = SURVIVED;
    for (const city of citiesOf(turn)) {
      const verdict = this.#ofPolicyIn(turn, city);
      if (verdict.status === "unloadable" || verdict.status === "otherwise") return verdict;
      if (verdict.status === "words") found = verdict;
    }
    return found;
  }

  #ofPolicyIn(turn: PolicyTurn, city: string): Verdict {
    const before = this.#sourceOf(city);
    const source = { ...before, files: { ...before.files, [turn.path]: turn.text } };
    const turned = new Map<string, Pack>();
    const packOfOffice = ({ figures: officeFigures, readings: readingChoices }: Office): Pack => {
      const key = JSON.stringify([officeFigures, readingChoices]);
      const known = turned.get(key);
      if (known !== undefined) return known;
      const loaded = loadPack({ ...source, officeFigures, readingChoices });
      if ("problems" in loaded) throw new DoesNotLoad(loaded.problems[0]!.message);
      turned.set(key, loaded.pack);
      return loaded.pack;
    };
    try {
      packOfOffice(NOTHING_ENTERED);
      return this.#compare(this.#likelyIn(turn, city), (matter, one) => answerTo(matter, one, packOfOffice(one.office)));
    } catch (error) {
      if (error instanceof DoesNotLoad) return { status: "unloadable", by: error.message };
      throw error;
    }
  }

  /** Cases of the matters that are bound to what is turned: those whose answers tell of it first. */
  #likelyIn({ thing: [kind, id], told }: PolicyTurn, city: string): readonly Case[] {
    const uses = ({ used, file }: MatterDefinition): boolean =>
      used.has(`${kind} ${id}`) || JSON.stringify(file).includes(`"${id}"`);
    const matters = [...packFor(city).matters.values()].filter(uses).map((matter) => matter.id);
    const rankOf = ({ answer, span }: Recorded): number => {
      const rank = told.findIndex((text) => answer.includes(text));
      return 2 * (rank < 0 ? told.length : rank) + Number(span);
    };
    const ranked = [...this.#casesOf(matters)].map((one) => ({ one, rank: rankOf(one[1]) }));
    return ranked.sort((a, b) => a.rank - b.rank).map(({ one }) => one);
  }

  #compare(cases: Iterable<Case>, answer: Answer, tell: (teller: Case) => void = () => {}): Verdict {
    let found = SURVIVED;
    for (const one of cases) {
      const [matter, { name, answer: recorded }] = one;
      const by = `${matter} ${name}`;
      const now = attempt(() => answer(...one));
      if (now === recorded) continue;
      tell(one);
      if (now === undefined || this.#wordsAreEnough || substanceOf(now) !== substanceOf(recorded))
        return { status: "otherwise", by };
      found = { status: "words", by };
    }
    return found;
  }

  *#casesOf(matters: readonly string[]): Generator<Case> {
    for (const matter of matters) {
      const cases = this.#cases.get(matter) ?? readRecord(matter)?.cases ?? [];
      this.#cases.set(matter, cases);
      for (const one of cases) yield [matter, one];
    }
  }

  #sourceOf(city: string): PackSource {
    const source = this.#sources.get(city) ?? readPackSource(POLICY_DIRECTORY, city, { figures: [], readingChoices: {} });
    this.#sources.set(city, source);
    return source;
  }
}

/** Those of the cities that the code is for, and those that the file is named after first. */
function mattersLikelyFor(turn: CodeTurn): string[] {
  const all = citiesOf(turn).flatMap((city) => [...packFor(city).matters.keys()]);
  const isNamed = (matter: string): boolean => turn.file.includes(`/${matter.slice(matter.indexOf(".") + 1)}`);
  return [...all.filter(isNamed), ...all.filter((matter) => !isNamed(matter))];
}

class DoesNotLoad extends Error {}

/** `undefined` where it throws: a turn that makes the rules break off is noticed by everybody. */
function attempt(answer: () => string): string | undefined {
  try {
    return answer();
  } catch (error) {
    if (error instanceof DoesNotLoad || isTimeout(error)) throw error;
    return undefined;
  }
}
