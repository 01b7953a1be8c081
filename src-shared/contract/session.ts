/** First start, signing in and out, locking, the clock. */
import { z } from "zod";
import type { ClerkIdentity, Role } from "../domain/roles.ts";
import { textSizeSchema, type TextSize } from "../domain/text-size.ts";
import {
  EVERYBODY,
  call,
  line,
  login,
  nothing,
  officeCities,
  password,
  personName,
  reason,
  recoveryCode,
  requestId,
  changes,
  shows,
} from "./define.ts";
import type { NewClerkView, Office } from "./office.ts";

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
  /** As the clerk wants it; the usual one where nobody is signed in. */
  readonly textSize: TextSize;
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

interface NewMachine {
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

export const sessionCalls = {
  "session.status": call<SessionStatus>()("anyone", nothing, shows("session")),
  /** Refused: `already-set-up`, `setup-code-wrong`, `slow-down`, `password-weak`. */
  "session.setup": call<ClerkIdentity>()(
    "anyone",
    z.strictObject({
      requestId,
      office: z.strictObject({
        code: z.string().regex(/^[0-9A-Z]{4,12}$/),
        name: line.trim().min(2).max(60),
        cities: officeCities,
      }),
      login,
      name: personName,
      password,
      /** As the starter shows it, where it shows one. */
      code: z.string().max(40).default(""),
    }),
    changes(),
  ),
  /** Before an office is set up: a backup is to take its place. From then on only `rescue` calls are answered. Refused: `already-set-up`. */
  "session.beginRestore": call<null>()("anyone", nothing, changes()),
  /** Also ends another clerk's locked session on the same window. Refused: `wrong-password`, `slow-down`. */
  "session.login": call<ClerkIdentity>()(
    "anyone",
    z.strictObject({ login: z.string().trim().min(1).max(40), password }),
    changes(),
  ),
  /**
   * Where no administrator is there any more: the recovery code, and somebody of the office who stands by with a password of their
   * own, make one (`name`), or give a present one a new password (`name: null`). Everybody is told until a third person confirms it.
   * Refused: `recovery-code-wrong`, `recovery-code-needed` (none was ever made), `second-person-needed` (with whom it takes),
   * `wrong-password`, `slow-down`, `not-found` (no such administrator), `login-taken`, `name-taken`.
   */
  "session.replaceAdministrator": call<NewClerkView>()(
    "anyone",
    z.strictObject({
      requestId,
      recoveryCode,
      /** `null` in an office of one. */
      witness: z.strictObject({ login: z.string().trim().min(1).max(40), password }).nullable(),
      administrator: z.strictObject({ login, name: personName.nullable() }),
      reason,
    }),
    changes(),
  ),
  "session.logout": call<null>()(EVERYBODY, nothing, changes()),
  /** Of the one who is signed in, wherever they sign in from now on. */
  "session.setTextSize": call<null>()(EVERYBODY, z.strictObject({ requestId, textSize: textSizeSchema }), changes("session")),
  /** The session stays, and so do its drafts; until it is unlocked everything else is refused with `locked`. */
  /** `idle`: the page found that nobody has touched keyboard or mouse. */
  "session.lock": call<null>()(EVERYBODY, z.strictObject({ by: z.enum(["clerk", "idle"]).default("clerk") }), changes()),
  /**
   * The machine's clock is right though it is doubted (`SessionStatus.clockDoubt`): everything goes on from now. Only an active
   * administrator, who needs not be the one signed in here. Refused: `wrong-password` (also for clerks of other roles), `slow-down`.
   */
  "clock.confirm": call<null>()("anyone", z.strictObject({ login: z.string().trim().min(1).max(40), password }), changes()),
  /** The same clerk's password. Refused: `wrong-password`, `slow-down`. */
  "session.unlock": call<ClerkIdentity>()(EVERYBODY, z.strictObject({ password }), changes()),
  /** Refused: `wrong-password`, `slow-down`, `password-weak`. */
  "session.changePassword": call<null>()(EVERYBODY, z.strictObject({ requestId, current: password, next: password }), changes()),
} as const;
