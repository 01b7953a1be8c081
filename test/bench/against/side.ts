/**
 * One side of a comparison: a process that has loaded the rules of one checkout, and nothing of any other.
 *
 *   node side.ts <checkout> cases           its golden cases
 *   node side.ts <checkout> answers <file>  what each case of the file comes to
 *   node side.ts <checkout> rates <file>    decisions a second, by matter
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseDate } from "../../../src-shared/domain/calendar.ts";
import type { Evaluation } from "../../../src-shared/domain/facts.ts";
import type * as Consult from "../../../src-main/rules/engine/consult.ts";
import type * as Facts from "../../../src-main/rules/engine/facts/facts.ts";
import type * as Rules from "../../../src-main/rules/index.ts";
import type { GoldenCase } from "../../policy/golden.ts";

export interface Case extends Pick<GoldenCase, "asOf" | "facts" | "officeFigures" | "readings"> {
  readonly matter: string;
}

/** `null` where the facts, or the office's figures, are none to this checkout. */
export type Answer = Pick<NonNullable<Evaluation["decision"]>, "outcome"> & {
  /** Amounts and dates, each as one text. */
  readonly told: readonly string[];
  readonly steps: number;
};

const [checkout = "", what, file] = process.argv.slice(2);
const from = async <Module>(path: string): Promise<Module> => (await import(pathToFileURL(join(checkout, path)).href)) as Module;

const { cities, consult, loadPack, matterOf, readPackSource } = await from<typeof Rules>("src-main/rules/index.ts");
const policy = join(checkout, "resources/policy");

const packs = new Map<string, Rules.Pack | null>();
function packOf({ matter, officeFigures = [], readings = {} }: Case): Rules.Pack | null {
  const city = matter.slice(0, matter.indexOf("."));
  const key = JSON.stringify([city, officeFigures, readings]);
  let pack = packs.get(key);
  if (pack === undefined) {
    const loaded = loadPack(readPackSource(policy, city, { figures: officeFigures, readingChoices: readings }));
    packs.set(key, (pack = "pack" in loaded ? loaded.pack : null));
  }
  return pack;
}

async function goldenCases(): Promise<Case[]> {
  const cases: Case[] = [];
  for (const city of cities(policy)) {
    const lists = await from<Record<string, readonly (readonly [string, readonly GoldenCase[]])[]>>(
      `test/policy/${city}/all.cases.ts`,
    );
    for (const [matter, golden] of Object.values(lists).flat())
      for (const { asOf, facts, officeFigures, readings } of golden)
        cases.push({ matter, asOf, facts, ...(officeFigures && { officeFigures }), ...(readings && { readings }) });
  }
  return cases;
}

function answer(given: Case): Answer | null {
  const pack = packOf(given);
  if (!pack?.matters.has(given.matter)) return null;
  const { decision } = consult(pack, given.matter, given.facts, given.asOf);
  if (decision === null) return null;
  const { outcome, amounts, dates, steps } = decision;
  const told = [...amounts.map(({ id, fen, role }) => `${id} ${role} ${fen}`), ...dates.map(({ id, value }) => `${id} ${value}`)];
  return { outcome, told, steps: steps.length };
}

const ROUNDS = 40;
const WARM_UP = 10;
const PER_ROUND = 1500;

/** The fastest rounds: whatever else runs on the machine only ever slows one down. */
async function rates(cases: readonly Case[]): Promise<Record<string, number>> {
  const { check, decide } = await from<typeof Consult>("src-main/rules/engine/consult.ts");
  const { asOfDate } = await from<typeof Facts>("src-main/rules/engine/facts/facts.ts");
  const ready = cases.map((given) => {
    const matter = matterOf(packOf(given)!, given.matter);
    const asOf = asOfDate(parseDate(given.asOf)!);
    return { id: given.matter, matter, asOf, checked: check(matter, given.facts, asOf) };
  });
  const byMatter = Map.groupBy(ready, ({ id }) => id);
  const best: Record<string, number> = {};
  let sink = 0;
  // round by round through all matters: each is measured in a process that uses them all
  for (let round = 0; round < ROUNDS; round++) {
    for (const [id, list] of byMatter) {
      const started = performance.now();
      for (let i = 0; i < PER_ROUND; i++) {
        const { matter, checked, asOf } = list[i % list.length]!;
        sink += decide(matter, checked, asOf).conditions.length;
      }
      const rate = (PER_ROUND / (performance.now() - started)) * 1000;
      if (round >= WARM_UP) best[id] = Math.max(best[id] ?? 0, rate);
    }
  }
  if (Number.isNaN(sink)) throw new Error("decisions have conditions");
  return best;
}

const read = (): Case[] => JSON.parse(readFileSync(file!, "utf8")) as Case[];
const result = what === "cases" ? await goldenCases() : what === "answers" ? read().map(answer) : await rates(read());
process.stdout.write(JSON.stringify(result));
