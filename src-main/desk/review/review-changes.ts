/** What changed: between two decisions from the same facts, and between two versions of a case. */
import type { ReviewChange, ReviewChangeKind } from "../../../src-shared/contract/index.ts";
import type { PersonInput } from "../../../src-shared/domain/case.ts";
import {
  natureOf,
  standingOfCondition,
  type Amount,
  type Decision,
  type Material,
  type PackIdentity,
  type Step,
} from "../../../src-shared/domain/decision.ts";
import type { FactInput } from "../../../src-shared/domain/facts.ts";
import { kindOf } from "../../../src-shared/domain/identity/kinds.ts";
import { TOLD_FIELDS } from "../../../src-shared/domain/identity/reading.ts";
import { formatYuan } from "../../../src-shared/domain/money.ts";
import { DOCUMENT_NAMES, sexName, TOLD_NAMES } from "../../../src-shared/text/identity.ts";
import { CONDITION_LABELS, MATERIAL_FORM_LABELS, MATERIAL_NEED_LABELS, OUTCOME_LABELS } from "../../../src-shared/text/labels.ts";
import { matterOf, type Pack } from "../../rules/index.ts";
import type { RecordedVersion } from "../cases/case-history.ts";
import { maskedChange } from "../people/masking.ts";
import { REVIEW_CHANGE_LABELS, REVIEW_TEXT } from "./text.ts";

const SHORT_HASH = 12;

interface Entry {
  readonly title: string;
  readonly text: string;
}
type Entries = ReadonlyMap<string, Entry>;

/** How the parts of a decision that can change are read: by id, with a title and a text to compare. */
const PARTS: readonly (readonly [ReviewChangeKind, (decision: Decision) => Entries])[] = [
  [
    "pack",
    ({ pack }) =>
      new Map([["pack", { title: REVIEW_TEXT.packTitle, text: REVIEW_TEXT.pack(pack.version, pack.hash.slice(0, SHORT_HASH)) }]]),
  ],
  [
    "outcome",
    (decision) =>
      new Map([
        ["outcome", { title: REVIEW_TEXT.outcomeTitle, text: outcomeText(decision) }],
        ["headline", { title: REVIEW_TEXT.headlineTitle, text: decision.headline }],
      ]),
  ],
  ["amount", ({ amounts, options }) => amountEntries([...amounts, ...options.flatMap((option) => option.amounts)])],
  ["date", ({ dates }) => new Map(dates.map(({ id, title, display }) => [id, { title, text: display }]))],
  ["figure", figureEntries],
  [
    "reading",
    ({ readings }) => new Map(readings.map(({ id, question, chosenTitle }) => [id, { title: question, text: chosenTitle }])),
  ],
  [
    "condition",
    ({ conditions }) =>
      new Map(
        conditions.map((condition) => [
          condition.id,
          { title: condition.title, text: `${CONDITION_LABELS[standingOfCondition(condition)]}　${condition.actual}` },
        ]),
      ),
  ],
  [
    "material",
    ({ materials }) =>
      new Map(materials.map((material) => [material.id, { title: material.title, text: materialText(material) }])),
  ],
  ["formula", formulaEntries],
];

const outcomeText = (decision: Decision): string => OUTCOME_LABELS[natureOf(decision)][decision.outcome];

const amountEntries = (amounts: readonly Amount[]): Entries =>
  new Map(
    amounts.map(({ id, group, title, fen, payer, payee }) => [
      `${group} ${id}`,
      { title, text: `${payer} → ${payee} ${formatYuan(fen)}` },
    ]),
  );

const materialText = ({ form, count, need }: Material): string =>
  REVIEW_TEXT.material(MATERIAL_FORM_LABELS[form], count, MATERIAL_NEED_LABELS[need]);

function figureEntries({ steps }: Decision): Entries {
  const entries = steps.flatMap((step) => {
    const { figure } = step;
    return figure
      ? [
          [
            `${figure.id} ${figure.from} ${step.key}`,
            { title: figure.title, text: `${step.display}（${figure.document}）` },
          ] as const,
        ]
      : [];
  });
  return new Map(entries);
}

/** Steps that reckon; leaves are told as figures, readings or facts. */
function formulaEntries({ steps }: Decision): Entries {
  const reckoned = steps.filter((step: Step) => step.formula !== "");
  return new Map(
    reckoned.map(({ key, title, display, formula }, index) => [`${key} ${index}`, { title, text: `${formula} = ${display}` }]),
  );
}

function difference(kind: ReviewChangeKind, before: Entries, now: Entries): ReviewChange[] {
  const ids = new Set([...before.keys(), ...now.keys()]);
  return [...ids].flatMap((id) => {
    const was = before.get(id);
    const is = now.get(id);
    if (was?.text === is?.text) return [];
    return [{ kind, title: is?.title ?? was!.title, before: was?.text ?? "", now: is?.text ?? "" }];
  });
}

/** `now: null`: the facts no longer answer today's questions. */
export function changesBetween(before: Decision, now: Decision | null): ReviewChange[] {
  if (now === null) {
    const title = REVIEW_CHANGE_LABELS.outcome;
    return [{ kind: "outcome", title, before: outcomeText(before), now: REVIEW_TEXT.none }];
  }
  return PARTS.filter(([kind]) => kind !== "pack" || !isSameMatter(before.pack, now.pack)).flatMap(([kind, entries]) =>
    difference(kind, entries(before), entries(now)),
  );
}

/** What changed in the pack was not this matter's. */
const isSameMatter = (before: PackIdentity, now: PackIdentity): boolean =>
  before.matter !== undefined && before.matter === now.matter;

const RESULT: ReadonlySet<ReviewChangeKind> = new Set(["outcome", "amount", "date"]);
export const changesOfResult = (changes: readonly ReviewChange[]): boolean => changes.some(({ kind }) => RESULT.has(kind));

/** What the maker changed against the version before: person, day, answers. Identity number and telephone masked. */
export function differencesOfVersions(
  pack: Pack,
  matter: string,
  before: RecordedVersion | undefined,
  now: RecordedVersion,
): { readonly title: string; readonly before: string; readonly now: string }[] {
  if (!before) return [];
  const { facts } = matterOf(pack, matter);
  const titles = new Map(facts.map(({ id, title }) => [id, title]));
  const options = new Map(facts.map(({ id, options: list }) => [id, new Map(list.map(({ value, title }) => [value, title]))]));
  const people = maskedChange(before.person, now.person);
  const answers = (version: RecordedVersion, person: PersonInput): Entries =>
    new Map<string, Entry>([
      ["person.name", { title: REVIEW_TEXT.personName, text: person.name }],
      ["person.kind", { title: REVIEW_TEXT.personKind, text: DOCUMENT_NAMES[kindOf(person)] }],
      ["person.number", { title: REVIEW_TEXT.personNumber, text: person.identityNumber }],
      ...TOLD_FIELDS.map((field): [string, Entry] => [
        `person.${field}`,
        { title: TOLD_NAMES[field], text: field === "sex" ? sexName(person.sex) : (person[field] ?? "") },
      ]),
      ["person.phone", { title: REVIEW_TEXT.personPhone, text: person.phone }],
      ["asOf", { title: REVIEW_TEXT.asOf, text: version.asOf }],
      ...Object.entries(version.facts).map(([id, value]): [string, Entry] => [
        `fact.${id}`,
        { title: titles.get(id) ?? id, text: factText(value, options.get(id)) },
      ]),
    ]);
  return difference("formula", answers(before, people.before), answers(now, people.after)).map(
    ({ title, before: was, now: is }) => ({
      title,
      before: was,
      now: is,
    }),
  );
}

function factText(value: FactInput, options: ReadonlyMap<string, string> | undefined): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? REVIEW_TEXT.yes : REVIEW_TEXT.no;
  if (typeof value !== "object") return options?.get(String(value)) ?? String(value);
  if ("periods" in value) return value.periods.map(({ from, to }) => `${from}–${to}`).join("，");
  if ("months" in value) return REVIEW_TEXT.months(value.months);
  // two lists of the same length may still differ
  return `${REVIEW_TEXT.records(value.items.length)}：${value.items.map((item) => Object.values(item).join(" ")).join("；")}`;
}
