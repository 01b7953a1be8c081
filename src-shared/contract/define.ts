/** How a call is declared, and the inputs that several calls share. */
import { z } from "zod";
import type { DraftContent } from "../domain/case.ts";
import { MATERIAL_SOURCES } from "../domain/case.ts";
import type { FactInput } from "../domain/facts.ts";
import { fold, oneLine } from "../domain/fold.ts";
import { IDENTITY_KINDS, SEXES } from "../domain/identity/kinds.ts";
import { COUNTER_ROLES, REVIEW_ROLES, ROLES, type Role } from "../domain/roles.ts";
import { isPlainLogin } from "../domain/seen-as.ts";
import { INPUT_TEXT } from "../text/input.ts";

/** Who may call: `anyone` needs no session; `rescue`: whoever sits at the machine, but only while the store is not open. */
export type Access = "anyone" | "rescue" | readonly Role[];

/** What stands on screens, cut so that a call can say which part of it has changed. */
export const AREAS = ["session", "office", "clerks", "policy", "cases", "people", "drafts", "days", "safety"] as const;
export type Area = (typeof AREAS)[number];

/** A call that only reads: asked again when one of the areas has changed. */
export interface ShowsAreas {
  readonly shows: readonly Area[];
}
/** A call that does something. */
export interface ChangesAreas {
  readonly changes: readonly Area[];
}

/** No area: what was read stays as it was when it was asked for. */
export const shows = (...areas: readonly Area[]): ShowsAreas => ({ shows: areas });
/** No area: nothing that is on a screen, or all of it, because whoever is signed in has come or gone. */
export const changes = (...areas: readonly Area[]): ChangesAreas => ({ changes: areas });

export interface Call<
  Input extends z.ZodType = z.ZodType,
  Output = unknown,
  Effect extends ShowsAreas | ChangesAreas = ShowsAreas | ChangesAreas,
> {
  readonly input: Input;
  readonly access: Access;
  readonly effect: Effect;
  /** Never set; carries the output type. */
  readonly output?: Output;
}

export function call<Output>() {
  return <Input extends z.ZodType, Effect extends ShowsAreas | ChangesAreas>(
    access: Access,
    input: Input,
    effect: Effect,
  ): Call<Input, Output, Effect> => ({ access, input, effect });
}

export const EVERYBODY = ROLES;
export const COUNTER = COUNTER_ROLES;
/** The office's settings name which of them may in fact. */
export const SECOND_PERSON = REVIEW_ROLES;
/** Who sees what the whole office did. */
export const OVERSIGHT = ["supervisor", "administrator", "auditor"] as const;
/** Who may stand by as the second person where what all have done could be turned back. */
export const WATCHING = ["reviewer", "supervisor", "administrator", "auditor"] as const satisfies readonly Role[];
export const ADMINISTRATOR = ["administrator"] as const;
/** Who sees to what others leave behind. */
export const LEADING = ["supervisor", "administrator"] as const satisfies readonly Role[];

export const id = z.string().min(1).max(64);
/** Made by the caller once per act; a retried act with the same id is carried out once. */
export const requestId = z.uuid();
export const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** One line: see `oneLine`. */
export const line = z.string().overwrite(oneLine);
export const shortText = line.max(200);
export const SHORTEST_REASON = 2;
/** Two signs that somebody reads: letters or digits of any script. */
const READABLE = /[\p{L}\p{N}][^]*[\p{L}\p{N}]/u;
const isReadable = (text: string): boolean => READABLE.test(text.replaceAll(/\p{Default_Ignorable_Code_Point}/gu, ""));
export const reason = line.trim().min(SHORTEST_REASON).max(200).refine(isReadable);
/** Why something personal is opened; needed (`reason-needed`) where nothing tells it: others' cases, lists. */
export const lookReason = reason.nullable().default(null);
/** Judged by `passwordProblem` when it is chosen; any text may be tried. */
export const password = z.string().min(1).max(200);
export const personName = line.trim().min(2).max(40);
/** Of an account that is made now; those of before keep theirs. */
export const login = line.overwrite(fold).trim().min(2).max(40).refine(isPlainLogin, { error: INPUT_TEXT.loginCharacters });
export const nothing = z.strictObject({});

const periodText = z.strictObject({ from: z.string().max(10), to: z.string().max(10) });
const factInput: z.ZodType<FactInput, FactInput> = z.union([
  line.max(200),
  z.number(),
  z.boolean(),
  z.null(),
  z.strictObject({ periods: z.array(periodText).max(200) }),
  z.strictObject({
    items: z.array(z.record(z.string().max(64), z.union([line.max(200), z.number(), z.boolean(), z.null()]))).max(100),
  }),
  z.strictObject({ months: z.union([z.number(), z.string().max(20)]) }),
]);
/** More than any form asks; what a form does not ask is told as such, one by one. */
const MOST_FACTS = 300;
const LONGEST_NAME = 64;
export const facts = z
  .record(z.string().max(LONGEST_NAME), factInput)
  .refine((given) => Object.keys(given).length <= MOST_FACTS, { error: INPUT_TEXT.mostFacts(MOST_FACTS) });

const PLAIN_NAME = new RegExp(`^[A-Za-z0-9-]{1,${LONGEST_NAME}}$`);
const PLAIN_TEXT = /^[\x20-\x7E]{0,200}$/;
const isPlain = (given: unknown): boolean =>
  typeof given === "string" ? PLAIN_TEXT.test(given) : given === null || typeof given === "boolean" || Number.isFinite(given);

function isPlainPeriod(given: unknown): boolean {
  if (given === null || typeof given !== "object") return false;
  const { from, to } = given as Readonly<Record<string, unknown>>;
  const isShort = typeof from === "string" && from.length <= 10 && typeof to === "string" && to.length <= 10;
  return isShort && Object.keys(given).length === 2;
}

/** Whether `facts` takes them as they are. So it does nearly all, and where there are millions of them this is told in a third of the time. */
export function arePlainFacts(given: object): given is Readonly<Record<string, FactInput>> {
  const names = Object.keys(given);
  for (const name of names) {
    const answer = (given as Readonly<Record<string, unknown>>)[name];
    if (!PLAIN_NAME.test(name)) return false;
    if (isPlain(answer)) continue;
    const { periods, months } = (typeof answer === "object" ? answer : {}) as {
      readonly periods?: unknown;
      readonly months?: unknown;
    };
    if (Object.keys(answer as object).length !== 1) return false;
    if (Number.isFinite(months) || (Array.isArray(periods) && periods.length <= 200 && periods.every(isPlainPeriod))) continue;
    return false;
  }
  return names.length <= MOST_FACTS;
}

export const materialTick = z.strictObject({
  id,
  received: z.boolean(),
  form: z.enum(["original", "copy"]),
  count: z.int().min(0).max(99),
  how: z.enum(MATERIAL_SOURCES).optional(),
  promisedOn: z.string().max(10).optional(),
  note: shortText.optional(),
});

/** Who it is about, as typed; judged when a case is made of it. */
export const identity = {
  identityKind: z.enum(IDENTITY_KINDS).optional(),
  identityNumber: z.string().max(60),
  /** ISO; for kinds whose number does not tell it. */
  birthDate: z.string().max(20).optional(),
  sex: z.enum(SEXES).optional(),
  noNumberBecause: shortText.optional(),
};

export const draft: z.ZodType<DraftContent, DraftContent> = z.strictObject({
  matter: id,
  asOf: z.string().max(10),
  person: z.strictObject({ ...identity, name: shortText, phone: line.max(40) }),
  facts,
  materials: z.array(materialTick).max(100),
  caseId: id.nullable(),
  amends: z.boolean(),
});

/** The cities whose matters an office does, the foremost first. */
export const officeCities = z.array(z.string().min(1).max(30)).min(1).max(20);

export const folder = z.string().min(1).max(400);
/** Folder and name tell a backup. */
export const backup = { folder, name: z.string().min(1).max(200) };

export const recoveryCode = z.string().min(1).max(200);
/**
 * Somebody else who stands by, with login and password; in an office where nobody else can, the recovery code. `null` where it
 * is asked whether one is needed.
 */
export const second = z
  .union([z.strictObject({ login: z.string().trim().min(1).max(40), password }), z.strictObject({ recoveryCode })])
  .nullable()
  .default(null);

/** Rows of a list: how many, from which. */
export const page = { limit: z.int().min(1).max(200), offset: z.int().min(0).max(10_000_000) };
