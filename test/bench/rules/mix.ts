/**
 * The facts that decisions are measured by: all golden cases that were decided at 1ef7dbf, by matter, never to be replaced, so that
 * figures of later programs mean the same. Those that today's rules no longer decide are left out, and counted.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { parseDate } from "../../../src-shared/domain/calendar.ts";
import type { FactInputs } from "../../../src-shared/domain/facts.ts";
import { check, isComplete, type CheckedForm } from "../../../src-main/rules/engine/consult.ts";
import { asOfDate, type AsOf } from "../../../src-main/rules/engine/facts/facts.ts";
import type { MatterDefinition } from "../../../src-main/rules/engine/matter.ts";
import {
  checkOfficeFigure,
  loadPackForUse,
  matterOf,
  readPackSource,
  type OfficeFigure,
  type Pack,
} from "../../../src-main/rules/index.ts";
import { projectRoot } from "../../../src-main/launcher/tool.ts";
import type { GoldenCase } from "../../policy/golden.ts";

export const TEN_STAYS = "dalian.inpatient: a year of ten stays";

type Frozen = Pick<GoldenCase, "asOf" | "facts" | "officeFigures" | "readings">;
type Case = Frozen & { readonly matter: string };

export interface Ready {
  readonly pack: Pack;
  readonly matter: MatterDefinition;
  readonly asOf: AsOf;
  readonly facts: FactInputs;
  readonly checked: CheckedForm;
}

/** The heaviest form there is: a year of ten hospital stays that crosses every limit. */
const tenStays: Case = {
  matter: "dalian.inpatient",
  asOf: "2023-12-20",
  facts: {
    capacity: "in-service",
    stays: {
      items: Array.from({ length: 10 }, (_, i) => ({
        admitted: `2023-${String(i + 1).padStart(2, "0")}-05`,
        cost: String(20_000 + i * 9000),
        level: ["grassroots", "second", "third", "top"][i % 4]!,
      })),
    },
  },
};

function cases(): Map<string, Case[]> {
  const text = brotliDecompressSync(readFileSync(join(import.meta.dirname, "mix.jsonl.br"))).toString();
  const frozen = text.trimEnd().split("\n");
  const all = Map.groupBy(
    frozen.map((line) => JSON.parse(line) as Case),
    ({ matter }) => matter,
  );
  return all.set(TEN_STAYS, [tenStays]);
}

export const frozenCounts = (): Map<string, number> => new Map(Array.from(cases(), ([name, list]) => [name, list.length]));

const packs = new Map<string, Pack>();

function packWith(city: string, figures: readonly OfficeFigure[], readingChoices: Readonly<Record<string, string>>): Pack {
  const key = JSON.stringify([city, figures, readingChoices]);
  let pack = packs.get(key);
  if (pack === undefined) {
    const loaded = loadPackForUse(readPackSource(join(projectRoot, "resources/policy"), city, { figures, readingChoices }));
    if (loaded.pack === undefined || loaded.problems.length > 0) throw new Error(JSON.stringify(loaded.problems));
    packs.set(key, (pack = loaded.pack));
  }
  return pack;
}

/** A figure that the office entered then, and that is the policy's own by now, is left out. */
export function packOf({ matter, officeFigures = [], readings = {} }: Pick<Case, "matter" | "officeFigures" | "readings">): Pack {
  const city = matter.slice(0, matter.indexOf("."));
  if (officeFigures.length === 0) return packWith(city, [], readings);
  const own = packWith(city, [], {});
  const lacking = officeFigures.filter((figure) => !checkOfficeFigure(own, figure).some(({ code }) => code === "conflict"));
  return packWith(city, lacking, readings);
}

/** How often a form is read for each time that it is kept. */
const PASSING = 9;

/** @param only one name; all where it is left out */
export function mix(only?: string): Map<string, Ready[]> {
  const ready = new Map<string, Ready[]>();
  for (const [name, list] of cases()) {
    if (only !== undefined && name !== only) continue;
    const found = list.flatMap((given): Ready[] => {
      const pack = packOf(given);
      const matter = matterOf(pack, given.matter);
      const asOf = asOfDate(parseDate(given.asOf)!);
      // forms pass, nearly all of them: kept from the first, they would be laid where long-lived objects lie, and so all later ones
      for (let i = 0; i < PASSING; i++) check(matter, given.facts, asOf);
      const checked = check(matter, given.facts, asOf);
      return isComplete(checked) ? [{ pack, matter, asOf, facts: given.facts, checked }] : [];
    });
    if (found.length === 0) throw new Error(`none of the frozen facts of ${name} is decided any more`);
    ready.set(name, found);
  }
  return ready;
}
