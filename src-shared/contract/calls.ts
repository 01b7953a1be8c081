/**
 * Every call across the boundary. Both hosts serve exactly this list through one gate;
 * the renderer's client is derived from it.
 */
import { z } from "zod";
import type { CaseSummary, CaseView, DraftContent, PaperView } from "../domain/case.ts";
import { CASE_STATES, PAPER_KINDS } from "../domain/case.ts";
import type { Evaluation, FactInput } from "../domain/facts.ts";
import { ROLES, type ClerkIdentity, type Role } from "../domain/roles.ts";
import type { Comparison } from "./comparison.ts";
import type { LibraryView } from "./library.ts";
import type {
  ComparableMatter,
  DraftView,
  FiguresToEnter,
  FigureView,
  OfferedMatter,
  Office,
  PaperFile,
  PersonView,
  ReadingView,
  RenderedPaper,
  SessionStatus,
} from "./views.ts";

/** Who may call: `anyone` needs no session. */
export type Access = "anyone" | readonly Role[];

export interface Call<Input extends z.ZodType = z.ZodType, Output = unknown> {
  readonly input: Input;
  readonly access: Access;
  /** Never set; carries the output type. */
  readonly output?: Output;
}

function call<Output>() {
  return <Input extends z.ZodType>(access: Access, input: Input): Call<Input, Output> => ({ access, input });
}

const EVERYBODY = ROLES;
const COUNTER = ["clerk", "reviewer", "supervisor", "administrator"] as const;
const ADMINISTRATOR = ["administrator"] as const;

const id = z.string().min(1).max(64);
/** Made by the caller once per act; a retried act with the same id is carried out once. */
const requestId = z.uuid();
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const shortText = z.string().max(200);
const password = z.string().min(8).max(200);

const periodText = z.strictObject({ from: z.string().max(10), to: z.string().max(10) });
const factInput: z.ZodType<FactInput, FactInput> = z.union([
  z.string().max(200),
  z.number(),
  z.boolean(),
  z.null(),
  z.strictObject({ periods: z.array(periodText).max(200) }),
  z.strictObject({
    items: z.array(z.record(z.string().max(64), z.union([z.string().max(200), z.number(), z.boolean(), z.null()]))).max(100),
  }),
  z.strictObject({ months: z.union([z.number(), z.string().max(20)]) }),
]);
const facts = z.record(z.string().max(64), factInput);
const draft: z.ZodType<DraftContent, DraftContent> = z.strictObject({
  matter: id,
  asOf: z.string().max(10),
  person: z.strictObject({ identityNumber: z.string().max(40), name: shortText, phone: z.string().max(40) }),
  facts,
  materials: z
    .array(z.strictObject({ id, received: z.boolean(), form: z.enum(["original", "copy"]), count: z.int().min(0).max(99) }))
    .max(100),
  caseId: id.nullable(),
  amends: z.boolean(),
});
/** The cities whose matters an office does, the foremost first. */
const officeCities = z.array(z.string().min(1).max(30)).min(1).max(20);
const comparison = z.strictObject({
  matter: id,
  asOf: z.string().max(10),
  facts,
  /** The matter to compare with. */
  other: id,
  /** Answers that hold for the other matter only; they go before those that carry over. */
  otherFacts: facts,
});
const nothing = z.strictObject({});

export const calls = {
  "session.status": call<SessionStatus>()("anyone", nothing),
  "session.setup": call<ClerkIdentity>()(
    "anyone",
    z.strictObject({
      requestId,
      office: z.strictObject({
        code: z.string().regex(/^[0-9A-Z]{4,12}$/),
        name: z.string().trim().min(2).max(60),
        cities: officeCities,
      }),
      login: z.string().trim().min(2).max(40),
      name: z.string().trim().min(2).max(40),
      password,
    }),
  ),
  "session.login": call<ClerkIdentity>()(
    "anyone",
    z.strictObject({ login: z.string().trim().min(1).max(40), password: z.string().min(1).max(200) }),
  ),
  "session.logout": call<null>()(EVERYBODY, nothing),

  /** The matters of the office's own cities. */
  "policy.matters": call<readonly OfferedMatter[]>()(EVERYBODY, nothing),
  /** What the office's cities lack today; the way to the first use of a matter leads over it. */
  "policy.figuresToEnter": call<FiguresToEnter>()(EVERYBODY, nothing),
  /** Everything a city's rules rest on, with who uses what. */
  "policy.library": call<LibraryView>()(EVERYBODY, z.strictObject({ city: z.string().max(30) })),
  /** `value` as typed (yuan, percent or a number, after the figure's unit); `to` is the last day of validity. */
  "policy.enterFigure": call<FigureView>()(
    ADMINISTRATOR,
    z.strictObject({
      requestId,
      figure: id,
      from: isoDate,
      to: isoDate,
      value: z.string().trim().min(1).max(30),
      document: z.string().trim().min(2).max(200),
      note: shortText,
    }),
  ),
  "policy.chooseReading": call<ReadingView>()(
    ADMINISTRATOR,
    z.strictObject({ requestId, reading: id, option: id, reason: z.string().trim().min(2).max(200) }),
  ),

  "counter.evaluate": call<Evaluation>()(EVERYBODY, z.strictObject({ matter: id, asOf: z.string().max(10), facts })),

  /** Matters of the other cities, served here or not; the same transaction first. */
  "counter.comparable": call<readonly ComparableMatter[]>()(EVERYBODY, z.strictObject({ matter: id })),
  /** The same person under two matters. Stores nothing. */
  "counter.compare": call<Comparison>()(EVERYBODY, comparison),
  /** The comparison as a sheet of paper; with `print` the desktop host opens the system dialog. Stores nothing. */
  "counter.comparisonPaper": call<RenderedPaper>()(EVERYBODY, comparison.extend({ name: shortText, print: z.boolean() })),

  "drafts.save": call<DraftView>()(COUNTER, z.strictObject({ id, content: draft })),
  "drafts.list": call<readonly DraftView[]>()(COUNTER, nothing),
  "drafts.open": call<DraftView>()(COUNTER, z.strictObject({ id })),
  "drafts.discard": call<null>()(COUNTER, z.strictObject({ id })),

  "people.lookup": call<PersonView | null>()(COUNTER, z.strictObject({ identityNumber: z.string().max(40) })),

  /** Writes the form into its case (opening one if needed) without fixing it. */
  "cases.save": call<CaseView>()(COUNTER, z.strictObject({ requestId, draftId: id, content: draft })),
  /** Fixes the case, assigns the receipt number and makes the papers. With `content.amends`: a new version, `reason` required. */
  "cases.submit": call<CaseView>()(COUNTER, z.strictObject({ requestId, draftId: id, content: draft, reason: shortText })),
  "cases.get": call<CaseView>()(EVERYBODY, z.strictObject({ id })),
  "cases.search": call<{ readonly rows: readonly CaseSummary[]; readonly total: number }>()(
    EVERYBODY,
    z.strictObject({
      text: z.string().max(60),
      state: z.enum(CASE_STATES).nullable(),
      limit: z.int().min(1).max(200),
      offset: z.int().min(0),
    }),
  ),
  /** A form filled with the newest version of the case, ready to be changed and submitted as the next version. */
  "cases.startAmendment": call<DraftView>()(COUNTER, z.strictObject({ requestId, id })),
  "cases.cancel": call<CaseView>()(COUNTER, z.strictObject({ requestId, id, reason: z.string().trim().min(2).max(200) })),

  "papers.make": call<PaperView>()(COUNTER, z.strictObject({ requestId, caseId: id, kind: z.enum(PAPER_KINDS) })),
  "papers.open": call<PaperFile>()(EVERYBODY, z.strictObject({ id })),
  /** Counts the print; from the second one on the PDF is marked 补打. The desktop host opens the system dialog itself. */
  "papers.print": call<PaperFile>()(COUNTER, z.strictObject({ requestId, id })),

  "office.get": call<Office | null>()(EVERYBODY, nothing),
  /** The first of `cities` is the foremost. */
  "office.chooseCities": call<Office>()(ADMINISTRATOR, z.strictObject({ requestId, cities: officeCities })),
} as const;

export type Calls = typeof calls;
export type CallName = keyof Calls;
export type CallInput<Name extends CallName> = z.input<Calls[Name]["input"]>;
export type CheckedInput<Name extends CallName> = z.output<Calls[Name]["input"]>;
export type CallOutput<Name extends CallName> =
  | NonNullable<Calls[Name]["output"]>
  | (null extends Calls[Name]["output"] ? null : never);
