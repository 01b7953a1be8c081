/** Who uses what: derived from the matters' words and from what their formulas are bound to, never kept by hand. */
import { USE_PARTS, type LibraryKind, type UsePart } from "../../../src-shared/contract/library.ts";
import type { MatterDefinition } from "../engine/matter.ts";
import type { LoadedPack } from "../engine/pack/pack.ts";

type BoundKind = "figure" | "table" | "reading" | "conflict";

/** Ids of the city's data that a matter's formula or checklist is bound to, in the order of the pack. */
export const boundTo = (matter: MatterDefinition, kind: BoundKind, all: ReadonlyMap<string, unknown>): string[] =>
  [...all.keys()].filter((id) => matter.used.has(`${kind} ${id}`));

export const usersOf = (pack: LoadedPack, kind: BoundKind, id: string): MatterDefinition[] =>
  [...pack.matters.values()].filter((matter) => matter.used.has(`${kind} ${id}`));

/** Every clause that a matter rests on, with the parts that cite it, in the order of the pack's sources. */
export function clausesOf(matter: MatterDefinition, pack: LoadedPack): { id: string; parts: UsePart[] }[] {
  const parts = new Map<string, Set<UsePart>>();
  const cite = (part: UsePart, ids: readonly string[]): void => {
    for (const id of ids) parts.set(id, (parts.get(id) ?? new Set()).add(part));
  };
  const { file, used } = matter;
  for (const fact of file.facts) for (const question of [fact, ...fact.fields]) cite("question", question.cite);
  for (const condition of file.conditions) cite("condition", condition.cite);
  for (const step of file.steps) cite("step", step.cite);
  for (const [name, step] of pack.steps) if (used.has(`shared step ${name}`)) cite("step", step.citations);
  for (const material of file.materials) cite("material", material.cite);
  for (const section of file.sections) cite("section", section.cite);
  for (const [name, section] of pack.sections) if (used.has(`shared section ${name}`)) cite("section", section.citations);
  for (const place of Object.values(file.places)) cite("place", place.cite);
  for (const timeLimit of Object.values(file.timeLimits)) cite("timeLimit", timeLimit.cite);
  for (const notice of file.notices) cite("notice", notice.cite);
  for (const next of file.next) cite("next", next.cite);
  for (const { kind, id, citations } of citing(pack)) if (used.has(`${kind} ${id}`)) cite(kind, citations);
  return [...pack.citations.keys()].flatMap((id) => {
    const found = parts.get(id);
    return found ? [{ id, parts: USE_PARTS.filter((part) => found.has(part)) }] : [];
  });
}

interface Citing {
  readonly kind: BoundKind;
  readonly id: string;
  readonly citations: readonly string[];
}

/** The city's data with the clauses that it cites. */
export const citing = (pack: LoadedPack): Citing[] => [
  ...[...pack.figures.values()].map(({ id, values }) => of("figure", id, values)),
  ...[...pack.tables.values()].map(({ id, rows }) => of("table", id, rows)),
  ...[...pack.readings.values()].map((reading) => of("reading", reading.id, [reading])),
  ...[...pack.conflicts.values()].map((conflict) => of("conflict", conflict.id, [conflict])),
];

const of = (kind: BoundKind, id: string, lines: readonly { readonly citations: readonly string[] }[]): Citing => ({
  kind,
  id,
  citations: [...new Set(lines.flatMap(({ citations }) => citations))],
});

export const citedBy = (pack: LoadedPack, clause: string): { kind: LibraryKind; id: string }[] =>
  citing(pack)
    .filter(({ citations }) => citations.includes(clause))
    .map(({ kind, id }) => ({ kind, id }));
