/** What can be said of a stored decision when it is made once more. */
import { isDeepStrictEqual } from "node:util";
import type { Decision } from "../../../src-shared/domain/decision.ts";
import type { FactInputs } from "../../../src-shared/domain/facts.ts";
import type { FormulasOf } from "../../rules/kept-formulas.ts";
import { formulaHashes } from "../../rules/formula-hash.ts";
import { consultWithSpan, type Pack, type PackSource, type PolicyProblem } from "../../rules/index.ts";
import { replay, type Replay, type Replayed } from "../../rules/replay.ts";
import { TEXT } from "./text.ts";

/** A value of the decision that is another one now. */
interface Change {
  readonly path: string;
  readonly stored: unknown;
  readonly now: unknown;
}

interface Remade {
  /** What came out now, where anything did. */
  readonly now: Decision | null;
}

/** With the pack of then. "Different" is one thing; the last three are another: it cannot be told. */
export type OwnVerdict = Remade &
  (
    | { readonly verdict: "same"; readonly formulas: "own" | "todays" }
    | { readonly verdict: "different"; readonly changes: readonly Change[] }
    | { readonly verdict: "formulas-missing"; readonly reason: string; readonly formulaHash: string }
    | { readonly verdict: "pack-not-loadable"; readonly reason: string; readonly problems: readonly PolicyProblem[] }
    | { readonly verdict: "pack-missing"; readonly reason: string }
  );

/** With the pack that is in force now: the law moves, and so may the result. */
export type CurrentVerdict = Remade &
  (
    | { readonly verdict: "same" }
    | { readonly verdict: "different"; readonly changes: readonly Change[] }
    | { readonly verdict: "matter-gone" | "pack-broken"; readonly reason: string }
  );

interface Stored {
  readonly decision: Decision;
  readonly facts: FactInputs;
}

/** A stored pack, parsed once. */
export interface OwnPack {
  readonly text: string;
  readonly formulaHash: string;
}

export const ownPack = (text: string): OwnPack => ({ text, formulaHash: (JSON.parse(text) as PackSource).formulaHash });

export async function ownVerdict(
  { decision, facts }: Stored,
  pack: OwnPack | undefined,
  formulasOf: FormulasOf,
): Promise<OwnVerdict> {
  if (pack === undefined) return { verdict: "pack-missing", reason: TEXT.packMissing, now: null };
  const remake = (formulas: Replay): Replayed =>
    JSON.parse(formulas(pack.text, decision.matter, facts, decision.asOf)) as Replayed;
  const own = await formulasOf(pack.formulaHash);
  if (own !== undefined) {
    const made = remake(own);
    if ("problems" in made) return notLoadable(causes(made.problems));
    const now = made.decision;
    const changes = changesBetween(comparable(decision), comparable(likeStored(decision, now)), true);
    return changes.length === 0 ? { verdict: "same", formulas: "own", now } : { verdict: "different", changes, now };
  }
  // other formulas can prove that it is the same, and never that it is not
  const made = remake(replay);
  if ("problems" in made) {
    const found = causes(made.problems);
    return found.some(({ about }) => about === "formula") ? formulasMissing(decision.city, pack) : notLoadable(found);
  }
  const now = made.decision;
  const isSame = now !== null && changesBetween(comparable(decision), comparable(now), false).length === 0;
  return isSame ? { verdict: "same", formulas: "todays", now } : formulasMissing(decision.city, pack);
}

/** What does not fit the formulas follows from what is wrong with the data, where anything is. */
function causes(problems: readonly PolicyProblem[]): readonly PolicyProblem[] {
  const ofData = problems.filter(({ about }) => about === undefined);
  return ofData.length > 0 ? ofData : problems;
}

function notLoadable(problems: readonly PolicyProblem[]): OwnVerdict {
  const [{ file, line, message }] = problems as readonly [PolicyProblem, ...PolicyProblem[]];
  return { verdict: "pack-not-loadable", reason: TEXT.packNotLoadable(file, line, message), problems, now: null };
}

const formulasMissing = (city: string, { formulaHash: hash }: OwnPack): OwnVerdict => ({
  verdict: "formulas-missing",
  reason: TEXT.formulasMissing(hash.slice(0, 12), (formulaHashes().cities[city] ?? "").slice(0, 12)),
  formulaHash: hash,
  now: null,
});

/** @param pack `undefined` where the policy in force does not load */
export function currentVerdict({ decision, facts }: Stored, pack: Pack | undefined): CurrentVerdict {
  if (pack === undefined) return { verdict: "pack-broken", reason: TEXT.packBroken, now: null };
  if (!pack.matters.has(decision.matter)) return { verdict: "matter-gone", reason: TEXT.matterGone, now: null };
  const now = consultWithSpan(pack, decision.matter, facts, decision.asOf).decision;
  const changes = changesBetween(comparable(decision), now && comparable(now), false);
  return changes.length === 0 ? { verdict: "same", now } : { verdict: "different", changes, now };
}

/** Which pack was asked is known and would differ in every line. */
const comparable = (decision: Decision | null): object | null => {
  if (decision === null) return null;
  const { pack: _pack, ...rest } = decision;
  return rest;
};

/** Decisions kept before there were spans have none. */
function likeStored(stored: Decision, now: Decision | null): Decision | null {
  if (now === null || stored.span !== undefined) return now;
  const { span: _span, ...rest } = now;
  return rest;
}

const isRecord = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === "object";

/** @param strict whether something that the stored form does not have is a difference, too */
function changesBetween(stored: unknown, now: unknown, strict: boolean, path = ""): Change[] {
  if (isDeepStrictEqual(stored, now)) return [];
  const isList = Array.isArray(stored);
  if (!isRecord(stored) || !isRecord(now) || isList !== Array.isArray(now)) return [{ path, stored, now: now ?? null }];
  const keys = strict || isList ? new Set([...Object.keys(stored), ...Object.keys(now)]) : Object.keys(stored);
  return [...keys].flatMap((key) => changesBetween(stored[key], now[key], strict, path === "" ? key : `${path}.${key}`));
}
