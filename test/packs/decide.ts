/** A process that has loaded the rules of one checkout and nothing of any other: `node decide.ts CHECKOUT CHECKOUT-OF-CASES FILE`. */
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Decision } from "../../src-shared/domain/decision.ts";
import type * as Rules from "../../src-main/rules/index.ts";
import type { GoldenCase } from "../policy/golden.ts";
import type { KeptCase, KeptState } from "./states.ts";

/** Decisions of a matter, and packs of a city: loading one takes as long as hundreds of decisions. */
const MOST = 12;
const MOST_PACKS = 5;

const [checkout = "", ofCases = "", file = ""] = process.argv.slice(2);
const from = async <Module>(path: string): Promise<Module> => (await import(pathToFileURL(path).href)) as Module;

/** Earlier rules have fewer exports, and packs that lack what is newer. */
type Then = Pick<typeof Rules, "consult" | "loadPack" | "readPackSource" | "packHash" | "packSourceText"> &
  Partial<Pick<typeof Rules, "consultWithSpan">>;
const rules = await from<Then>(join(checkout, "src-main/rules/index.ts"));
const policy = join(checkout, "resources/policy");

type Cases = readonly (readonly [matter: string, cases: readonly GoldenCase[]])[];

/** In the first state there was one matter and one list of its cases. */
async function casesOf(city: string): Promise<Cases> {
  const folder = join(ofCases, "test/policy", city);
  const all = join(folder, "all.cases.ts");
  if (existsSync(all)) return Object.values(await from<Record<string, Cases>>(all)).flat();
  const first = join(folder, "retirement.cases.ts");
  if (!existsSync(first)) return [];
  const lists = Object.values(await from<Record<string, readonly GoldenCase[]>>(first));
  return [["dalian.retirement", lists.flat()]];
}

const packs: Record<string, string> = {};
const loaded = new Map<string, Rules.Pack | null>();
const officeOf = ({ officeFigures = [], readings = {} }: GoldenCase): string => JSON.stringify([officeFigures, readings]);

function packOf(city: string, golden: GoldenCase): Rules.Pack | null {
  const { officeFigures = [], readings = {} } = golden;
  const key = `${city} ${officeOf(golden)}`;
  let pack = loaded.get(key);
  if (pack === undefined) {
    const result = rules.loadPack(rules.readPackSource(policy, city, { figures: officeFigures, readingChoices: readings }));
    // figures and readings of a later commit's cases are none here
    pack = "pack" in result ? result.pack : null;
    loaded.set(key, pack);
  }
  return pack;
}

/** The offices that most cases of the city have; the policy as it stands is the first of them. */
function officesOf(all: Cases): ReadonlySet<string> {
  const counted = Map.groupBy(
    all.flatMap(([, golden]) => golden),
    officeOf,
  );
  const most = [...counted].sort(([, a], [, b]) => b.length - a.length).slice(0, MOST_PACKS);
  return new Set(most.map(([office]) => office));
}

function decide(city: string, matter: string, golden: GoldenCase): KeptCase[] {
  const pack = packOf(city, golden);
  if (!pack?.matters.has(matter)) return [];
  const { decision } = (rules.consultWithSpan ?? rules.consult)(pack, matter, golden.facts, golden.asOf);
  if (decision === null) return [];
  packs[pack.hash] = rules.packSourceText(pack.source);
  return [{ facts: golden.facts, decision }];
}

/** As many different outcomes as there are, and then whatever comes. */
function some(cases: readonly KeptCase[]): KeptCase[] {
  const seen = new Map<string, number>();
  const nth = (decision: Decision): number => {
    const count = seen.get(decision.outcome) ?? 0;
    seen.set(decision.outcome, count + 1);
    return count;
  };
  const ordered = cases.map((one) => ({ one, nth: nth(one.decision) })).sort((a, b) => a.nth - b.nth);
  return ordered.slice(0, MOST).map(({ one }) => one);
}

const cases: KeptCase[] = [];
for (const city of readdirSync(policy).filter((id) => existsSync(join(policy, id, "city.yaml")))) {
  const all = await casesOf(city);
  const offices = officesOf(all);
  for (const [matter, golden] of all)
    cases.push(...some(golden.filter((one) => offices.has(officeOf(one))).flatMap((one) => decide(city, matter, one))));
}
const used = new Set(cases.map(({ decision }) => decision.pack.hash));
const kept = Object.fromEntries(Object.entries(packs).filter(([hash]) => used.has(hash)));
process.stdout.write(`${cases.length} decisions of ${Object.keys(kept).length} packs\n`);
writeFileSync(file, JSON.stringify({ packs: kept, cases } satisfies KeptState));
