/**
 * A city that the policy folder holds is a whole one: its golden cases, laws and recorded decisions are found by the folders
 * (`test/policy/of-cities.ts`); what else belongs to it is asked for here, for every city and every matter, by name.
 */
import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { libraryDocument } from "../../src-main/hosts/command-line/policy/library-document.ts";
import { libraryView, type Pack } from "../../src-main/rules/index.ts";
import type { CityMatters } from "../e2e/matters/matter-case.ts";
import { packFor } from "../policy/golden.ts";
import { CITIES } from "../policy/of-cities.ts";
import { readRecord } from "../recorded/record-file.ts";
import { root } from "./source.ts";

type City = Pick<Pack, "city" | "cityTitle"> & { readonly matters: readonly string[]; readonly document: string };

const read = (file: string): string => (existsSync(join(root, file)) ? readFileSync(join(root, file), "utf8") : "");

/** What it does not have, in a sentence each. */
async function lacking({ city, cityTitle, matters, document }: City): Promise<string[]> {
  const faults: string[] = [];
  const demand = (holds: boolean, sentence: string): void => void (holds || faults.push(sentence));

  const cases = join(root, "test/e2e/matters", `${city}.ts`);
  demand(existsSync(cases), `test/e2e/matters/${city}.ts, each matter as a clerk meets it`);
  if (existsSync(cases)) {
    const lists = Object.values((await import(/* @vite-ignore */ pathToFileURL(cases).href)) as Record<string, CityMatters>);
    const list = lists.find((one) => one.city === city);
    demand(list?.title === cityTitle, `test/e2e/matters/${city}.ts: the city ${city}, called ${cityTitle}`);
    const done = new Set(list?.matters.map(({ name }) => `${city}.${name}`));
    for (const matter of matters) demand(done.has(matter), `test/e2e/matters/${city}.ts: ${matter}`);
  }
  const suites = globSync("test/e2e/*.test.ts", { cwd: root }).map(read);
  demand(
    suites.some((text) => text.includes(`"./matters/${city}.ts"`)),
    `test/e2e/matters-${city}.test.ts, which goes through them`,
  );
  demand(
    read(`docs/policy/${city}.md`) === document,
    `docs/policy/${city}.md as its policy gives it: npm run -s counter -- library`,
  );
  for (const matter of matters) {
    const isRecorded = readRecord(matter) !== undefined;
    demand(isRecorded, `recorded decisions of ${matter}: npm run record-decisions ${matter}`);
  }
  const count = matters.length;
  const counted = new RegExp(`${cityTitle} \\(${count}( matters)?\\)`);
  demand(counted.test(read("README.md")), `README.md: ${cityTitle} (${count})`);
  demand(read("README.md").includes(`[${cityTitle}](docs/policy/${city}.md)`), `README.md: a link to docs/policy/${city}.md`);
  demand(read("docs/clerk-manual.md").includes(`${cityTitle} ${count} 个`), `docs/clerk-manual.md: ${cityTitle} ${count} 个`);
  return faults;
}

const cityOf = (id: string): City => {
  const pack = packFor(id);
  return { city: id, cityTitle: pack.cityTitle, matters: [...pack.matters.keys()], document: libraryDocument(libraryView(pack)) };
};

describe.each(CITIES)("%s", (city) => {
  it("has all that belongs to a city", async () => {
    expect(await lacking(cityOf(city))).toEqual([]);
  });
});

describe("what finds that something is lacking", () => {
  const known = cityOf(CITIES[0]!);

  it("names all that a city without anything needs", async () => {
    expect(
      await lacking({ city: "atlantis", cityTitle: "亚特兰蒂斯", matters: ["atlantis.enrolment"], document: "# 政策库" }),
    ).toEqual([
      "test/e2e/matters/atlantis.ts, each matter as a clerk meets it",
      "test/e2e/matters-atlantis.test.ts, which goes through them",
      "docs/policy/atlantis.md as its policy gives it: npm run -s counter -- library",
      "recorded decisions of atlantis.enrolment: npm run record-decisions atlantis.enrolment",
      "README.md: 亚特兰蒂斯 (1)",
      "README.md: a link to docs/policy/atlantis.md",
      "docs/clerk-manual.md: 亚特兰蒂斯 1 个",
    ]);
  });

  it("names a matter that nobody goes through, a stale document, and numbers that are no longer right", async () => {
    const matter = `${known.city}.new-matter`;
    const more = { ...known, matters: [...known.matters, matter], document: `${known.document}stale` };
    expect(await lacking(more)).toEqual([
      `test/e2e/matters/${known.city}.ts: ${matter}`,
      `docs/policy/${known.city}.md as its policy gives it: npm run -s counter -- library`,
      `recorded decisions of ${matter}: npm run record-decisions ${matter}`,
      `README.md: ${known.cityTitle} (${more.matters.length})`,
      `docs/clerk-manual.md: ${known.cityTitle} ${more.matters.length} 个`,
    ]);
  });
});
