/** What the calls return beyond the domain's own types. */
import type { Authority, FigureUsed, Nature } from "../domain/decision.ts";
import type { DraftContent, CaseSummary, PaperView, PersonInput } from "../domain/case.ts";
import type { ClerkIdentity, Role } from "../domain/roles.ts";

export interface Office {
  /** Leads every receipt number. */
  readonly code: string;
  readonly name: string;
  /** Whose matters are done here, the first one foremost; never empty. */
  readonly cities: readonly string[];
}

/** F12, time, the end of the program. */
export type LockedBy = "clerk" | "idle" | "closing";

/** Why the machine's clock is not believed: it is earlier than what is stored, or later than a pause explains. */
export interface ClockDoubt {
  readonly kind: "behind" | "ahead";
  /** Instants: what the clock says, and the highest that is stored. */
  readonly now: string;
  readonly stored: string;
}

export interface SessionStatus {
  /** No administrator yet: show the first-start screen. */
  readonly needsSetup: boolean;
  /** The starter shows a code, which the first-start screen asks for. */
  readonly setupNeedsCode: boolean;
  readonly demo: boolean;
  /** Before the first start: other accounts of this machine that have an office already. */
  readonly otherOffices: readonly OtherOffice[];
  readonly clerk: ClerkIdentity | null;
  /** The clerk's password unlocks it; the page keeps its forms but must not show them. */
  readonly locked: boolean;
  /** The clerk signed in with a one-time password and has to choose one. */
  readonly passwordChangeNeeded: boolean;
  /** Passwords of this account that somebody else has set in the last weeks. */
  readonly resets: readonly { readonly at: string; readonly by: string }[];
  readonly lockAfterMinutes: number;
  /** The role is one for a time: until when, and what it is afterwards. */
  readonly acting: { readonly until: string; readonly after: Role } | null;
  /** An administrator made where none was there any more; told to whoever is signed in, until a third person confirms it. */
  readonly administratorToConfirm: AdministratorToConfirm | null;
  /** A restore that waits for its second person; told to whoever is signed in, until somebody else confirms it. */
  readonly restoreToConfirm: RestoreToConfirm | null;
  /** For administrators, after a restore on another machine, until the second place of backups was chosen anew or given up. */
  readonly newMachine: NewMachine | null;
  readonly office: Office | null;
  /** ISO date of the machine's clock. */
  readonly today: string;
  /** Nothing is written until it is `null` again: the clock is set right, or an administrator confirms it. */
  readonly clockDoubt: ClockDoubt | null;
  readonly host: "electron" | "browser";
  readonly version: string;
  readonly cities: readonly { readonly id: string; readonly title: string }[];
}

/** As an account of the machine says of itself. */
export interface OtherOffice {
  readonly account: string;
  /** ISO day of its last start. */
  readonly day: string;
}

export interface AdministratorToConfirm {
  readonly id: string;
  readonly name: string;
  readonly login: string;
  readonly at: string;
  /** Who stood by. */
  readonly by: string;
  readonly reason: string;
  /** `not-yet`: the one-time password has not been changed. */
  readonly confirm: "yes" | "not-yet" | "no";
}

export interface NewMachine {
  /** Path on the old machine; `null` where it had none. */
  readonly secondPlaceWas: string | null;
}

export interface RestoreToConfirm {
  readonly sequence: number;
  readonly at: string;
  /** Name and login as they were then; `null`: by a command on the machine. */
  readonly by: string | null;
  readonly reason: string;
  /** Whether the one who asks may confirm it; by the recovery code where nobody else can. */
  readonly confirm: "yes" | "by-code" | "no";
  readonly unsigned: boolean;
  readonly lostCases: number;
  readonly lostWrites: number;
}

export interface MatterSummary {
  readonly id: string;
  readonly city: string;
  readonly cityTitle: string;
  readonly title: string;
  readonly summary: string;
  readonly rules: readonly string[];
  readonly nature: Nature;
  /** Whose number is asked for, where that is not the person at the counter. */
  readonly personTitle: string | null;
  /** Pinyin and initials, for the command palette. */
  readonly keywords: string;
  /** The limit for deciding that the policy data states, in working days; `null` where it states none. */
  readonly workingDays: number | null;
}

/** A matter that can be begun here. */
export interface OfferedMatter extends MatterSummary {
  /** Titles of the figures that nobody has for today: the matter may not be decided before they are entered. */
  readonly missingFigures: readonly string[];
}

export interface FaultyMatterView {
  readonly id: string;
  readonly title: string;
}

/** What people ask for here and the program does not do: where to go, and why. */
export interface ElsewhereView {
  readonly id: string;
  readonly city: string;
  readonly cityTitle: string;
  readonly title: string;
  /** The title and the everyday words for it. */
  readonly words: readonly string[];
  /** Pinyin and initials of the title. */
  readonly keywords: string;
  readonly where: string;
  readonly because: string;
  /** Matters of the city that come near to it. */
  readonly near: readonly { readonly id: string; readonly title: string }[];
}

/** A matter to compare with. */
export interface ComparableMatter extends MatterSummary {
  /** The same transaction in another city. */
  readonly same: boolean;
}

/** A figure that nobody has for today and that a current matter needs. */
export interface MissingFigureView {
  readonly id: string;
  readonly city: string;
  readonly cityTitle: string;
  readonly title: string;
  readonly unit: string;
  /** Who publishes it and so who can give the document. */
  readonly enteredBy: string;
  /** The matters that wait for it. */
  readonly matters: readonly { readonly id: string; readonly title: string }[];
  /** The value in force before, for orientation. */
  readonly last: FigureValueView | null;
}

export interface FiguresToEnter {
  readonly figures: readonly MissingFigureView[];
  /** Names of those who may enter them. */
  readonly administrators: readonly string[];
}

export interface FigureValueView extends FigureUsed {
  /** Text in the figure's unit; `null` where nobody has the figure. */
  readonly value: string | null;
}

export interface FigureView {
  readonly id: string;
  readonly city: string;
  readonly title: string;
  readonly unit: string;
  /** Who publishes it and who may enter it here. */
  readonly enteredBy: string;
  readonly values: readonly FigureValueView[];
}

export interface ReadingView {
  readonly id: string;
  readonly city: string;
  readonly question: string;
  readonly rule: string;
  readonly chosen: string;
  /** The office chose otherwise than the default. */
  readonly byOffice: boolean;
  readonly options: readonly { readonly id: string; readonly title: string }[];
  readonly authority: Authority;
}

export interface DraftView {
  readonly id: string;
  readonly content: DraftContent;
  readonly matterTitle: string;
  readonly updatedAt: string;
}

export interface PersonView extends PersonInput {
  readonly id: string;
  readonly cases: readonly CaseSummary[];
}

/** A sheet that belongs to no case: made when asked for, kept nowhere. */
export interface RenderedPaper {
  readonly title: string;
  readonly pdfBase64: string;
  /** The desktop host has opened the print dialog; otherwise the page prints. */
  readonly printedByHost: boolean;
}

export interface PaperFile {
  readonly paper: PaperView;
  readonly pdfBase64: string;
  /** The desktop host has opened the print dialog; otherwise the page prints. */
  readonly printedByHost: boolean;
}
