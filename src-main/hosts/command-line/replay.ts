/** `counter replay`: every stored version again, with the pack it was decided with and with the current one. */
import { isDeepStrictEqual } from "node:util";
import type { Decision } from "../../../src-shared/domain/decision.ts";
import { consult, consultWithSpan, loadPack, type Pack, type PackSource } from "../../rules/index.ts";
import { formulaHash } from "../../rules/formula-hash.ts";
import type { CaseContent, CaseEventRow, StoreReader } from "../../store/types.ts";
import { EXIT, printJson, tell, type ExitCode } from "./output.ts";
import { loadCity } from "./packs.ts";
import { TEXT } from "./texts.ts";

interface Difference {
  readonly case: string;
  readonly receiptNumber: string;
  readonly version: number;
  readonly against: "own" | "current";
  /** Paths in the decision whose value is another one now. */
  readonly changes: readonly { readonly path: string; readonly stored: unknown; readonly now: unknown }[];
  readonly reason?: string;
}

const PROGRESS_EVERY = 500;

/**
 * The own pack must give the same decision bit for bit; only the pack's identity may differ, where the formulas have
 * changed since (they are code and are not stored: `formulasChanged` counts such versions).
 * Against the current pack differences are expected whenever the law moved, and are listed.
 */
export async function replayStore(store: StoreReader, policyDirectory: string): Promise<ExitCode> {
  const own = new Map<string, Pack | undefined>();
  const current = new Map<string, Pack | undefined>();
  const count = { versions: 0, own: { same: 0, different: 0, formulasChanged: 0 }, current: { same: 0, different: 0 } };
  const differences: Difference[] = [];

  for (const event of store.cases.versions()) {
    const { payload } = event;
    if (payload.kind !== "submitted" && payload.kind !== "amended") continue;
    const stored = payload.content.decision;
    if (stored === null) continue;
    count.versions++;
    const ownPack = remember(own, stored.pack.hash, () => packOf(store, stored.pack.hash));
    const currentPack = remember(current, stored.city, () => currentOf(policyDirectory, stored.city, store));
    if (ownPack && ownPack.source.formulaHash !== formulaHash()) count.own.formulasChanged++;
    for (const [against, pack] of [
      ["own", ownPack],
      ["current", currentPack],
    ] as const) {
      const difference = compare(event, payload, stored, against, pack);
      if (difference === null) count[against].same++;
      else {
        count[against].different++;
        differences.push(difference);
      }
    }
    if (count.versions % PROGRESS_EVERY === 0) tell(TEXT.replayProgress(count.versions));
  }
  await printJson({ ...count, differences });
  return count.own.different > 0 ? EXIT.problems : EXIT.done;
}

function remember<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  if (!map.has(key)) map.set(key, make());
  return map.get(key)!;
}

function packOf(store: StoreReader, hash: string): Pack | undefined {
  const row = store.policy.packByHash(hash);
  if (!row) return undefined;
  const loaded = loadPack(JSON.parse(row.source) as PackSource);
  return "pack" in loaded ? loaded.pack : undefined;
}

function currentOf(policyDirectory: string, city: string, store: StoreReader): Pack | undefined {
  const loaded = loadCity(policyDirectory, city, store);
  return "pack" in loaded ? loaded.pack : undefined;
}

function compare(
  event: CaseEventRow,
  payload: { readonly version: number; readonly receiptNumber: string; readonly content: CaseContent },
  stored: Decision,
  against: Difference["against"],
  pack: Pack | undefined,
): Difference | null {
  const head = { case: event.caseId, receiptNumber: payload.receiptNumber, version: payload.version, against };
  if (!pack) return { ...head, changes: [], reason: TEXT.packMissing };
  if (!pack.matters.has(stored.matter)) return { ...head, changes: [], reason: TEXT.matterGone };
  // decisions kept before there were spans have none
  const decide = stored.span === undefined ? consult : consultWithSpan;
  const now = decide(pack, stored.matter, payload.content.facts, stored.asOf).decision;
  const changes = changesBetween(withoutPack(stored), now && withoutPack(now), "");
  return changes.length === 0 ? null : { ...head, changes };
}

/** Which pack was asked is known and would differ in every line. */
const withoutPack = ({ pack: _pack, ...rest }: Decision): object => rest;

const isRecord = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === "object";

function changesBetween(stored: unknown, now: unknown, path: string): Difference["changes"][number][] {
  if (isDeepStrictEqual(stored, now)) return [];
  if (!isRecord(stored) || !isRecord(now) || Array.isArray(stored) !== Array.isArray(now))
    return [{ path, stored, now: now ?? null }];
  const keys = new Set([...Object.keys(stored), ...Object.keys(now)]);
  return [...keys].flatMap((key) => changesBetween(stored[key], now[key], path === "" ? key : `${path}.${key}`));
}
