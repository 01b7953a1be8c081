/**
 * The one way in by which a stored case is decided once more. Released formulas are kept as one file each that has this function
 * (`npm run keep-formulas`), so that a later program can ask the formulas of then: it takes and gives nothing but text and facts.
 */
import type { Decision } from "../../src-shared/domain/decision.ts";
import type { FactInputs } from "../../src-shared/domain/facts.ts";
import { loadPackForReplay, type PackSource } from "./engine/pack/pack.ts";
import type { PolicyProblem } from "./engine/pack/problems.ts";
import { consultWithSpan } from "./engine/span.ts";
import { formulas } from "./generated/index.ts";

/**
 * @param packText as stored with the case
 * @param asOf ISO
 * @returns JSON of a `Replayed`
 */
export type Replay = (packText: string, matter: string, facts: FactInputs, asOf: string) => string;

export type Replayed =
  /** With its span; `null` where these formulas want other answers. */
  | { readonly decision: Decision | null }
  /** Why the matter cannot be decided with this pack. */
  | { readonly problems: readonly PolicyProblem[] };

/** A store has few packs, and its cases come in the order of time. */
const MOST_LOADED = 6;
const loaded = new Map<string, ReturnType<typeof loadPackForReplay>>();

function load(packText: string): ReturnType<typeof loadPackForReplay> {
  const known = loaded.get(packText) ?? loadPackForReplay(JSON.parse(packText) as PackSource, formulas);
  if (!loaded.has(packText) && loaded.size >= MOST_LOADED) loaded.delete(loaded.keys().next().value!);
  loaded.set(packText, known);
  return known;
}

/** Of the matter's own file, and of the files that all matters share. */
const concerns = ({ file }: PolicyProblem, matter: string): boolean =>
  !/\/matters\//.test(file) || file.endsWith(`/matters/${matter.split(".").slice(1).join(".")}.yaml`);

function answer(packText: string, matterId: string, facts: FactInputs, asOf: string): Replayed {
  const { pack, problems } = load(packText);
  const matter = pack?.matters.get(matterId);
  if (pack !== undefined && matter !== undefined) return { decision: consultWithSpan(pack, matter, facts, asOf).decision };
  const concerning = problems.filter((problem) => concerns(problem, matterId));
  const missing = { file: `${matterId.split(".")[0]}/matters`, line: 0, message: `there is no matter ${matterId}` };
  return { problems: concerning.length === 0 ? [missing] : concerning };
}

export const replay: Replay = (...given) => JSON.stringify(answer(...given));
