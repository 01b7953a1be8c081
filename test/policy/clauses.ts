/** Which clauses the decisions of a city's golden cases rest on, and which of those that bind nobody uses. */
import { BINDING_KINDS, type BindingKind, type ClauseKind } from "../../src-shared/domain/clause.ts";
import type { Authority, Decision } from "../../src-shared/domain/decision.ts";
import type { MatterFile } from "../../src-main/rules/engine/schema/matter-schema.ts";
import { MATERIAL_FORM_LABELS as FORMS } from "../../src-shared/text/labels.ts";
import { filledFrom } from "./golden.ts";

export interface ClauseRow {
  readonly id: string;
  readonly authority: Authority;
  /** A kind once for each statement of that kind. */
  readonly kinds: readonly ClauseKind[];
  readonly rests: string;
}

/** A question that asks for something, a reading and a fact's leaf are no use: nobody is told what the clause says. */
export type Part = "condition" | "step" | "material" | "place" | "timeLimit" | "section" | "notice" | "next" | "conflict";
export interface Use {
  readonly matter: string;
  readonly part: Part;
  /** Which one, e.g. the paper's title. */
  readonly what: string;
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
): Generator<readonly [clause: string, part: Part, what: string]> {
  for (const step of decision.steps)
    if (step.kind !== "reading" && (step.kind !== "fact" || step.inputs.length > 0 || step.formula !== ""))
      for (const clause of step.citations) yield [clause, "step", step.title];
  const tell = <Told extends { readonly citations: readonly string[] }>(
    part: Part,
    told: readonly Told[],
    what: (one: Told) => string,
  ): (readonly [clause: string, part: Part, what: string])[] =>
    told.flatMap((one) => one.citations.map((clause) => [clause, part, what(one)] as const));
  yield* tell("condition", decision.conditions, ({ title }) => title);
  yield* tell("material", decision.materials, ({ title }) => title);
  yield* tell("section", decision.sections, ({ id }) => id);
  yield* tell("notice", decision.notices, ({ id }) => id);
  yield* tell("next", decision.nextMatters, ({ matter }) => matter);
  yield* tell("conflict", decision.conflicts, ({ id }) => id);
  for (const [part, said] of [
    ["place", places],
    ["timeLimit", timeLimits],
  ] as const) {
    const id = filledFrom(texts(said), decision[part], undefined);
    for (const clause of said[id]?.cite ?? []) yield [clause, part, id];
  }
}

const texts = (said: MatterFile["places"]): Record<string, string> =>
  Object.fromEntries(Object.entries(said).map(([id, { text }]) => [id, text]));

/** Every clause whose kind is open, that rests without a reason or for one it should not have, or that binds and is not used. */
export function clauseFaults(clauses: readonly ClauseRow[], usesOf: (clause: string) => readonly Use[]): string[] {
  return clauses.flatMap(({ id, authority, kinds, rests }) => {
    const binding = BINDING_KINDS.filter((kind) => kinds.includes(kind));
    if (kinds.length === 0) return [`${id}: no kind`];
    if (binding.length === 0) return rests === "" ? [`${id}: rests (${kinds.join(", ")}) without a reason`] : [];
    if (rests !== "") return [`${id}: binds (${binding.join(", ")}) and has a reason to rest`];
    const uses = usesOf(id);
    const parts = new Set(uses.map(({ part }) => part));
    const found = parts.size === 0 ? "nowhere" : `only as ${[...parts].join(", ")}`;
    return binding.flatMap((kind) => {
      const isShown = SHOWN_AS_CONFLICT.has(authority) && parts.has("conflict");
      const told = new Set(uses.filter(({ part }) => WHERE[kind].includes(part)).map(({ part, what }) => `${part} ${what}`));
      if (told.size === 0) return isShown ? [] : [`${id}: its ${kind} is told by no decision of a golden case (${found})`];
      const stated = kinds.filter((one) => one === kind).length;
      // guidance may tell several in one piece
      const isEnough = told.size >= stated || parts.has("section");
      return isEnough ? [] : [`${id}: it states ${kind} ${stated} times, told: ${[...told].join(", ")}`];
    });
  });
}

/** What a matter has to tell and none of the decisions tells; by its words, for a formula may give several parts one name. */
export function untold(file: MatterFile, decisions: readonly Decision[]): string[] {
  const said = (part: "place" | "timeLimit", record: MatterFile["places"]): [part: string, words: string, told: boolean][] => {
    const told = new Set(decisions.flatMap((decision) => filledFrom(texts(record), decision[part], undefined).split(" or ")));
    return Object.entries(record).map(([id, { text }]) => [part, text, told.has(id)]);
  };
  const list = <Entry, Told>(
    part: string,
    entries: readonly Entry[],
    told: (decision: Decision) => readonly Told[],
    words: (entry: Entry | Told) => string,
  ): [part: string, words: string, told: boolean][] => {
    const found = new Set(decisions.flatMap((decision) => told(decision).map(words)));
    return entries.map((entry) => [part, words(entry), found.has(words(entry))]);
  };
  const parts = [
    ...list(
      "condition",
      file.conditions,
      ({ conditions }) => conditions,
      ({ title }) => title,
    ),
    ...list(
      "material",
      file.materials,
      ({ materials }) => materials,
      ({ title, form }) => `${title} ${FORMS[form]}`,
    ),
    ...list(
      "section",
      file.sections,
      ({ sections }) => sections,
      ({ id }) => id,
    ),
    ...list(
      "notice",
      file.notices,
      ({ notices }) => notices,
      ({ id }) => id,
    ),
    ...list(
      "next",
      file.next,
      ({ nextMatters }) => nextMatters,
      ({ matter }) => matter,
    ),
    ...said("place", file.places),
    ...said("timeLimit", file.timeLimits),
  ];
  return parts.flatMap(([part, words, told]) => (told ? [] : [`${part} ${words}`]));
}
