/** What is said now of a matter's cases, beside what is recorded. */
import { isDeepStrictEqual } from "node:util";
import { answerTo, type Asked } from "./answer.ts";
import { written } from "./ask.ts";
import { differences, type Difference } from "./differences.ts";
import type { MatterRecord, Recorded } from "./record-file.ts";

export interface Comparison {
  readonly compared: number;
  readonly different: readonly (readonly [name: string, differences: readonly Difference[]])[];
  /** Names of cases that are not recorded, and of recorded ones that are not there any more. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** With the answers of now; where nothing differs, word for word as they were recorded. */
  readonly cases: readonly Recorded[];
}

const questionOf = ({ asOf, facts, office, span }: Asked): object => ({ asOf, facts, office, span });

const isRandom = ({ name }: Asked): boolean => name.startsWith("random ");

/** @param drawn random cases in place of the recorded ones */
export function compareMatter(matter: string, record: MatterRecord | undefined, drawn?: readonly Asked[]): Comparison {
  const before = new Map((record?.cases ?? []).map((one) => [one.name, one]));
  const asked = [...written(matter), ...(drawn ?? record?.cases.filter(isRandom) ?? [])];
  const different: (readonly [string, readonly Difference[]])[] = [];
  const added: string[] = [];
  let compared = 0;
  const cases = asked.map((one): Recorded => {
    const answer = answerTo(matter, one);
    const recorded = before.get(one.name);
    // JSON has no undefined: a question is compared as it was written down
    const isSame = recorded !== undefined && isDeepStrictEqual(JSON.parse(JSON.stringify(questionOf(one))), questionOf(recorded));
    if (!isSame) {
      added.push(one.name);
      return { ...one, answer };
    }
    compared += 1;
    const found = differences(recorded.answer, answer);
    if (found.length === 0) return recorded;
    different.push([one.name, found]);
    return { ...one, answer };
  });
  const names = new Set(asked.map(({ name }) => name));
  return { compared, different, added, removed: [...before.keys()].filter((name) => !names.has(name)), cases };
}
