/**
 * The order of a run: within a kind the longest files first, so that no worker goes on alone at the end. A first run knows no times,
 * and the size of a file says little: a law of ten lines goes through every matter.
 */
import { BaseSequencer, type TestSpecification } from "vitest/node";

const LONGEST = [
  "laws/laws.test.ts",
  "turned/turned.test.ts",
  "unit/command-line/skeleton.test.ts",
  "unit/hosts/electron.test.ts",
  "unit/hosts/loopback-process.test.ts",
  "policy/span.laws.test.ts",
  "recorded/recorded.test.ts",
  "journeys/journeys.test.ts",
  "store/bench-office.test.ts",
  "packs/packs.test.ts",
].map((file) => `/test/${file}`);

const place = ({ moduleId }: TestSpecification): number => {
  const at = LONGEST.findIndex((file) => moduleId.endsWith(file));
  return at === -1 ? LONGEST.length : at;
};

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const byProject = Map.groupBy(await super.sort(files), ({ project }) => project);
    return [...byProject.values()].flatMap((ofOne) => ofOne.toSorted((a, b) => place(a) - place(b)));
  }
}
