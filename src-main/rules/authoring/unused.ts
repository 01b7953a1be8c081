/**
 * What stands in the policy data and serves nobody. The nation's data serve a matter of any city; so this is asked of all cities
 * together, once their packs are loaded.
 */
import { reached, type Part } from "../engine/pack/matter-identity.ts";
import type { LoadedPack } from "../engine/pack/pack.ts";
import type { PolicyProblem } from "../engine/pack/problems.ts";
import type { SourceDocument } from "../engine/pack/sources.ts";

/** Rules of the nation; a city's have two letters of its own. */
const NATIONAL_RULE = /^NX-/;
const isNational = ({ file }: Part): boolean => file.startsWith("national/");

const KINDS = new Set(["figure", "table", "reading", "step", "section", "conflict", "clause", "document", "fact"]);

export function unused(packs: readonly LoadedPack[]): PolicyProblem[] {
  const used = new Set(packs.flatMap(usedIn));
  // the nation's data stand in every pack
  const found = new Map<string, PolicyProblem>();
  for (const pack of packs) {
    for (const [key, part] of pack.parts) {
      const tell = (message: string): void =>
        void found.set(`${part.file} ${message}`, { file: part.file, line: lineOf(pack, key, part), message, about: "style" });
      const [kind = "", id = ""] = key.split(" ");
      if (KINDS.has(kind) && !used.has(key) && !rests(part)) tell(`${kind} "${id}" is used by no matter`);
      for (const rule of foreignRules(pack, packs, key, part)) tell(`${kind} "${id}" is of rule ${rule}`);
    }
  }
  return [...found.values()];
}

/** Keys of all parts that a matter of the city rests on; a document serves by its clauses, a question by its name. */
function usedIn(pack: LoadedPack): string[] {
  const keys = [...pack.matters.values()].flatMap((matter) => [
    ...reached(pack.parts, matter),
    ...matter.file.facts.map(({ id }) => `fact ${id}`),
  ]);
  const documents = [...pack.parts].flatMap(([key, { entry }]) =>
    key.startsWith("clause ") ? [`document ${(entry as { readonly document: string }).document}`] : [],
  );
  return [...keys, ...documents];
}

/** Rules of an entry that are none of the nation's or, in a city's folder, of the city's matters; each told with what it is. */
function foreignRules(pack: LoadedPack, packs: readonly LoadedPack[], key: string, part: Part): string[] {
  const [kind, id = ""] = key.split(" ");
  const own = new Set([...pack.matters.values()].flatMap(({ rules }) => rules));
  if (kind === "matter") {
    const { rules, file } = pack.matters.get(id)!;
    const lent = rules.filter((rule) => !NATIONAL_RULE.test(rule) && ownersOf(packs, rule).length > 1);
    const nobodys = file.steps.map(({ rule }) => rule).filter((rule) => !NATIONAL_RULE.test(rule) && !own.has(rule));
    return [
      ...lent.map((rule) => `${rule}: these letters are those of ${ownersOf(packs, rule).join(" and ")}, each needs its own`),
      ...[...new Set(nobodys)].map((rule) => `${rule} in a step, which no matter of the city has`),
    ];
  }
  if (rests(part) || isHearsay(pack, part)) return [];
  const rules = rulesOf(part).filter((rule) => !NATIONAL_RULE.test(rule));
  return isNational(part)
    ? rules.map((rule) => `${rule}, which is a city's: those of the nation are NX-…`)
    : rules.filter((rule) => !own.has(rule)).map((rule) => `${rule}, which no matter of the city has`);
}

/** Cities whose matters have rules of these letters. */
const ownersOf = (packs: readonly LoadedPack[], rule: string): string[] =>
  packs
    .filter(({ matters }) => [...matters.values()].some(({ rules }) => rules.some((one) => one.slice(0, 2) === rule.slice(0, 2))))
    .map(({ city }) => city);

function rulesOf({ entry }: Part): readonly string[] {
  if (typeof entry !== "object" || entry === null) return [];
  const { rule, rules = [] } = entry as { readonly rule?: string; readonly rules?: readonly string[] };
  return rule === undefined ? rules : [rule];
}

/** Of a clause: there is a reason why no matter has to use it. */
const rests = ({ entry }: Part): boolean => ((entry as { readonly rests?: string }).rests ?? "") !== "";

/** What press and forum say of a rule is shown beside another one, and no matter follows it. */
function isHearsay({ parts }: LoadedPack, { entry }: Part): boolean {
  const document = parts.get(`document ${(entry as { readonly document?: string }).document}`)?.entry;
  return ["press", "forum"].includes((document as SourceDocument | undefined)?.authority ?? "");
}

function lineOf({ source }: LoadedPack, key: string, { file }: Part): number {
  const id = key.slice(key.indexOf(" ") + 1).replaceAll(".", "\\.");
  return source.files[file]!.split("\n").findIndex((line) => new RegExp(`\\bid: *"?${id}"?(?![\\w.-])`).test(line)) + 1;
}
