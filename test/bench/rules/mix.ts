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
import { loadPack, matterOf, readPackSource, type Pack } from "../../../src-main/rules/index.ts";
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

const packs = new Map<string, Pack | null>();

export function packOf({
  matter,
  officeFigures = [],
  readings = {},
}: Pick<Case, "matter" | "officeFigures" | "readings">): Pack | null {
  const city = matter.slice(0, matter.indexOf("."));
  const key = JSON.stringify([city, officeFigures, readings]);
  let pack = packs.get(key);
  if (pack === undefined) {
    const source = readPackSource(join(projectRoot, "resources/policy"), city, {
      figures: officeFigures,
      readingChoices: readings,
    });
    const loaded = loadPack(source);
    // a figure that the office entered then may be the policy's own by now
    packs.set(key, (pack = "pack" in loaded ? loaded.pack : null));
  }
  return pack;
}

/** @param only one name; all where it is left out */
export function mix(only?: string): Map<string, Ready[]> {
  const ready = new Map<string, Ready[]>();
  for (const [name, list] of cases()) {
    if (only !== undefined && name !== only) continue;
    const found = list.flatMap((given): Ready[] => {
      const pack = packOf(given);
      if (pack === null) return [];
      const matter = matterOf(pack, given.matter);
      const asOf = asOfDate(parseDate(given.asOf)!);
      const checked = check(matter, given.facts, asOf);
      return isComplete(checked) ? [{ pack, matter, asOf, facts: given.facts, checked }] : [];
    });
    if (found.length === 0) throw new Error(`none of the frozen facts of ${name} is decided any more`);
    ready.set(name, found);
  }
  return ready;
}
