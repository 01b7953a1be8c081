/** Which clauses the decisions of a city's golden cases rest on, and which of those that bind nobody uses. */
import { BINDING_KINDS, type BindingKind, type ClauseKind } from "../../src-shared/domain/clause.ts";
import type { Authority, Decision } from "../../src-shared/domain/decision.ts";
import type { MatterFile } from "../../src-main/rules/engine/matter-schema.ts";
import { filledFrom } from "./golden.ts";

export interface ClauseRow {
  readonly id: string;
  readonly authority: Authority;
  readonly kinds: readonly ClauseKind[];
  readonly rests: string;
}

/** A question that asks for something, a reading and a fact's leaf are no use: nobody is told what the clause says. */
export type Part = "condition" | "step" | "material" | "place" | "timeLimit" | "section" | "notice" | "next" | "conflict";
export interface Use {
  readonly matter: string;
  readonly part: Part;
}

/** Where each kind can be used: a paper is asked for as a material or told in guidance, never only mentioned by a rule. */
const WHERE: Readonly<Record<BindingKind, readonly Part[]>> = {
  condition: ["condition", "step", "material", "place", "timeLimit", "section", "notice", "next"],
  amount: ["condition", "step", "section", "notice"],
  date: ["condition", "step", "timeLimit", "section", "notice"],
  place: ["place", "section"],
  paper: ["material", "section"],
};
/** What press and forum say is mostly not the rule: a decision that shows it beside the rule tells what it says. */
const SHOWN_AS_CONFLICT: ReadonlySet<Authority> = new Set(["press", "forum"]);

/** What a decision tells, with the clauses it has it from. */
export function* usesIn(
  decision: Decision,
  { places, timeLimits }: Pick<MatterFile, "places" | "timeLimits">,
): Generator<readonly [clause: string, part: Part]> {
  for (const step of decision.steps)
    if (step.kind !== "reading" && (step.kind !== "fact" || step.inputs.length > 0 || step.formula !== ""))
      for (const clause of step.citations) yield [clause, "step"];
  const parts = [
    ["condition", decision.conditions],
    ["material", decision.materials],
    ["section", decision.sections],
    ["notice", decision.notices],
    ["next", decision.nextMatters],
    ["conflict", decision.conflicts],
  ] as const;
  for (const [part, told] of parts) for (const { citations } of told) for (const clause of citations) yield [clause, part];
  for (const clause of stated(places, decision.place)) yield [clause, "place"];
  for (const clause of stated(timeLimits, decision.timeLimit)) yield [clause, "timeLimit"];
}

function stated(said: MatterFile["places"], text: string): readonly string[] {
  const texts = Object.fromEntries(Object.entries(said).map(([id, { text: template }]) => [id, template]));
  return said[filledFrom(texts, text, undefined)]?.cite ?? [];
}

/** Every clause whose kind is open, that rests without a reason or for one it should not have, or that binds and is not used. */
export function clauseFaults(clauses: readonly ClauseRow[], usesOf: (clause: string) => readonly Use[]): string[] {
  return clauses.flatMap(({ id, authority, kinds, rests }) => {
    const binding = BINDING_KINDS.filter((kind) => kinds.includes(kind));
    if (kinds.length === 0) return [`${id}: no kind`];
    if (binding.length === 0) return rests === "" ? [`${id}: rests (${kinds.join(", ")}) without a reason`] : [];
    if (rests !== "") return [`${id}: binds (${binding.join(", ")}) and has a reason to rest`];
    const parts = new Set(usesOf(id).map(({ part }) => part));
    const isUsed = (kind: BindingKind): boolean =>
      WHERE[kind].some((part) => parts.has(part)) || (SHOWN_AS_CONFLICT.has(authority) && parts.has("conflict"));
    const unused = binding.filter((kind) => !isUsed(kind));
    const found = parts.size === 0 ? "nowhere" : `only as ${[...parts].join(", ")}`;
    return unused.length === 0 ? [] : [`${id}: its ${unused.join(" and ")} is told by no decision of a golden case (${found})`];
  });
}
