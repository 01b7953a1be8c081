/** What the store tells of the office: its clerks, settings, figures, readings, audit. */
import type { ChainHead } from "../../backups/names.ts";
import type { AuditRow } from "../../file/columns.ts";
import type { RowOf } from "../../file/table.ts";
import type { CLERKS, ClerkChangeRow, OfficeFigureRow, PackRow, ReadingChoiceRow, SETTINGS } from "./columns.ts";
import type { Act, Second } from "../../file/types.ts";
import type { Office } from "../../../../src-shared/contract/office.ts";
import type { ClockDoubt } from "../../../../src-shared/contract/session.ts";
import type { Role } from "../../../../src-shared/domain/roles.ts";

/** A clerk as of today. */
export interface ClerkRow extends Omit<RowOf<typeof CLERKS>, "active" | "mustChangePassword" | "actingRole" | "actingUntil"> {
  /** Today's: `acting` while it lasts, otherwise `permanentRole`. */
  readonly role: Role;
  readonly permanentRole: Role;
  /** A role for a time; `null` where there is none, and when its last day is over. */
  readonly acting: Acting | null;
  readonly active: boolean;
  readonly mustChangePassword: boolean;
}

/** A role for a time. */
export interface Acting {
  readonly role: Role;
  /** The last day, ISO, at the counter. */
  readonly until: string;
}

/** An administrator made, or let in again, where none was there any more; a third person has not confirmed it yet. */
export interface RescuedAdministrator {
  readonly id: string;
  readonly at: string;
  /** Who stood by with a password of their own, as they were called then. */
  readonly byId: string;
  readonly byName: string;
  readonly reason: string;
}

export interface SettingRow extends Omit<RowOf<typeof SETTINGS>, "number" | "value"> {
  /** As put: plain JSON; whoever owns the setting checks its shape. */
  readonly value: unknown;
}

/** A row of the audit as read; `detail` is the JSON that the hash covers. */
export interface AuditEntry extends Omit<AuditRow, "detail" | "answer" | "requestId"> {
  /** As they were called then. */
  readonly clerkName: string | null;
  readonly clerkLogin: string | null;
  readonly caseId: string | null;
  readonly personId: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface AuditFilter {
  /** Rows that name the person, rows of the person's cases, and lists that left with the person on them. */
  readonly personId?: string;
  readonly caseId?: string;
  readonly clerkId?: string;
  /** Caller's operation, e.g. `people.reveal`. */
  readonly operation?: string;
  /** Any of these; for what is narrowed down otherwise. */
  readonly operations?: readonly string[];
  /** ISO days at the counter, both inclusive. */
  readonly from?: string;
  readonly to?: string;
  /** Only rows before this sequence number: the `next` of the page before. */
  readonly before?: number;
  readonly limit: number;
}

export type NewClerk = Pick<ClerkRow, "id" | "login" | "name" | "role" | "passwordHash">;

export type AuditCheck =
  | { readonly sound: true; readonly rows: number; readonly lastHash: string }
  | {
      readonly sound: false;
      readonly rows: number;
      readonly bad: {
        readonly sequence: number;
        readonly at: string;
        readonly operation: string;
        readonly reason: "gap" | "hash";
      };
    };

/** A restore that one person made while nothing was open: until a second one confirms it, nothing is approved. */
export interface UnconfirmedRestore {
  /** Of its row in the audit. */
  readonly sequence: number;
  readonly at: string;
  /** `null`: by a command on the machine. */
  readonly clerkId: string | null;
  readonly by: string | null;
  readonly reason: string;
  readonly backup: string | null;
  readonly unsigned: boolean;
  readonly lostCases: number;
  readonly lostWrites: number;
}

export interface OfficeStore {
  get(): Office | null;
  /** The cities served from now on, in the order wanted. Refused: `bad-input` for none or one named twice. */
  chooseCities(act: Act, cities: readonly string[]): void;
}

export interface ClerkStore {
  /** First start: office and administrator in one operation; refused (`already-set-up`) when an administrator exists. */
  setUp(act: Act, office: Office, administrator: NewClerk): void;
  /** Everybody, active first, by name. Disabled clerks keep their history. */
  list(): ClerkRow[];
  /** Newest first. */
  history(id: string): ClerkChangeRow[];
  /** Refused: `login-taken`, `name-taken` (somebody has it, or had it). `mustChangePassword`: the password was given to them. */
  add(act: Act, clerk: NewClerk & { readonly mustChangePassword: boolean; readonly second?: Second }): void;
  /**
   * Only what is given changes; each change is a row of the history. A new password clears failed logins.
   * Refused: `last-administrator` (no active one would be left), `name-taken`, `not-found`.
   */
  change(
    act: Act,
    id: string,
    change: {
      readonly name?: string;
      /** The one that stays. */
      readonly role?: Role;
      /** `null` ends it. */
      readonly acting?: Acting | null;
      readonly active?: boolean;
      readonly passwordHash?: string;
      readonly mustChangePassword?: boolean;
      readonly reason?: string;
      readonly second?: Second;
    },
  ): void;
  /** Puts away a role for a time whose last day is over, with its row of the history. Refused: `stale` where there is none. */
  endActing(act: Act, id: string): void;
  /** Those whose role for a time is over and not put away yet. */
  actingOver(): ClerkRow[];
  /**
   * Makes an administrator, or gives an active one a new password, where none is there to do it. Whoever signs the act has given it;
   * without anybody (an office of one) nobody has. Refused: `login-taken`, `name-taken`, `not-found`.
   */
  rescueAdministrator(
    act: Act,
    administrator: { readonly id: string; readonly login: string; readonly name: string; readonly passwordHash: string },
    how: { readonly isNew: boolean; readonly reason: string; readonly second: Second },
  ): void;
  /** Newest first. */
  rescued(): RescuedAdministrator[];
  /** From now on the account is a person of its own. Refused: `stale` (it is already), `not-yet-own` (still the given password). */
  confirm(act: Act, id: string, second?: Second): void;
  byLogin(login: string): ClerkRow | undefined;
  byId(id: string): ClerkRow | undefined;
  any(): boolean;
  /** Names of the active administrators: whom a clerk can ask. */
  administrators(): string[];
  recordFailedLogin(act: Act, clerkId: string): void;
  recordLogin(act: Act, clerkId: string): void;
}

export interface SettingStore {
  /** The value in force; `undefined` = never set. */
  get(name: string): SettingRow | undefined;
  /** Newest first. */
  history(name: string): SettingRow[];
  put(act: Act, name: string, value: unknown, reason: string, second?: Second): void;
}

export interface AuditStore {
  /**
   * Writes an audit row of its own: a look at a full identity number, a locked session, an export, a refused attempt.
   * `subject` is what was looked at where it is neither person nor case.
   */
  record(
    act: Act,
    entry: {
      readonly personId?: string;
      readonly caseId?: string;
      readonly subject?: string;
      readonly detail?: Readonly<Record<string, unknown>>;
      /** Whom a list names that leaves the program. */
      readonly people?: readonly string[];
    },
  ): void;
  /** The hash of what was asked for under a request id that was carried out; `null`: done by a program that kept none. */
  inputOf(requestId: string): string | null | undefined;
  /** When it was. */
  requestedAt(requestId: string): string | undefined;
  /** Look-ups by number of a clerk since an instant that found nobody: how many, and when the last one was. */
  misses(clerkId: string, since: string): { readonly count: number; readonly lastAt: string | null };
  /** What was written last first. One page: `next` goes into `before` for the page after, `null` at the end. */
  query(filter: AuditFilter): { readonly rows: AuditEntry[]; readonly next: number | null };
  count(filter: Omit<AuditFilter, "before" | "limit">): number;
  /** All rows of a filter, oldest first, one at a time (for exports). */
  each(filter: Omit<AuditFilter, "before" | "limit">): Iterable<AuditEntry>;
  /** When the store came from an earlier version to this one or a later one; `null` for a store that never was of an earlier one. */
  cameTo(version: number): string | null;
  /** The newest row; `null` in a store without any. */
  head(): ChainHead | null;
  /** Whether the chain has a row of that number whose hash begins so: an anchor kept outside. */
  matches(anchor: ChainHead): boolean;
  /** Recomputes the chain; `bad` is the first row that does not follow. In slices: each step checks up to `rows` rows. */
  check(rows?: number): Generator<number, AuditCheck>;
}

export interface PolicyStore {
  officeFigures(city: string): OfficeFigureRow[];
  /** Refused: `figure-overlap` with the office's own values, `figure-invalid` when the dates are in the wrong order. */
  addOfficeFigure(act: Act, row: Omit<OfficeFigureRow, "clerkName" | "at">): void;
  /** The choice in force of each reading; earlier ones stay stored. */
  readingChoices(city: string): ReadingChoiceRow[];
  chooseReading(act: Act, row: Omit<ReadingChoiceRow, "clerkName" | "at">): void;
  /** Writes nothing when the pack is known. */
  rememberPack(act: Act, pack: PackRow): void;
  packByHash(hash: string): PackRow | undefined;
}

/** Wrong tries at names that no clerk has; not in the audit. */
export interface UnknownLoginStore {
  of(name: string): { readonly failedLogins: number; readonly lastFailedAt: string | null };
  record(act: Act, name: string): void;
  forget(act: Act, name: string): void;
}

export interface ClockStore {
  /**
   * Why the machine's clock is not believed, `null` while it is. As long as it is doubted every write is refused
   * (`clock-doubted`), and nothing is done by dates that cannot be undone, such as thinning backups.
   */
  doubt(): ClockDoubt | null;
  /** The clock is right, whatever is stored: everything goes on from `act.at`. Who may is the caller's business. */
  confirm(act: Act): void;
}

export interface RestoreStore {
  /** The newest that waits for its second person. */
  unconfirmed(): UnconfirmedRestore | null;
  /** The store came here from another machine, and nobody has chosen or given up a second place of backups since. */
  newMachine(): { readonly secondPlaceWas: string | null } | null;
  /** Refused: `stale` when that one does not wait (any more). Who may is the caller's business. */
  confirm(act: Act, sequence: number, detail: Readonly<Record<string, unknown>>): void;
}
