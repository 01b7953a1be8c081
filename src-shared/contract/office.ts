/** The office itself: its settings, its calendar, its clerks. */
import { z } from "zod";
import { officeSettingsSchema, type OfficeSettings } from "../domain/office-settings.ts";
import { ROLES, type Role } from "../domain/roles.ts";
import {
  ADMINISTRATOR,
  EVERYBODY,
  LEADING,
  OVERSIGHT,
  WATCHING,
  call,
  id,
  isoDate,
  login,
  nothing,
  officeCities,
  personName,
  reason,
  requestId,
  second,
  AREAS,
  changes,
  shows,
} from "./define.ts";

export interface Office {
  /** Leads every receipt number. */
  readonly code: string;
  readonly name: string;
  /** Whose matters are done here, the first one foremost; never empty. */
  readonly cities: readonly string[];
}

// --- the office ---

export interface OfficeSettingsView {
  readonly settings: OfficeSettings;
  /** `null` while nobody has changed anything. */
  readonly changed: { readonly at: string; readonly clerk: string; readonly reason: string } | null;
}

export interface OfficeCalendar {
  readonly years: readonly number[];
  /** Set when a coming year is asked for soon and not known: what to do. */
  readonly warning: string | null;
}

export interface ClerkName {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly active: boolean;
}

export interface ClerkView extends ClerkName {
  readonly login: string;
  /** `role` is one for a time: until when, and what it is afterwards. */
  readonly acting: { readonly until: string; readonly after: Role } | null;
  readonly mustChangePassword: boolean;
  /** When the one-time password ends, or ended; `null` where the owner has chosen a password. */
  readonly oneTimeUntil: string | null;
  readonly oneTimeOver: boolean;
  /** Nobody has said yet that it is the person whose name it bears. */
  readonly unconfirmed: boolean;
  readonly createdAt: string | null;
  readonly lastLoginAt: string | null;
}

/** What somebody has not finished. */
export interface OpenWork {
  /** Never submitted nor discarded. */
  readonly forms: number;
  /** Saved, not submitted. */
  readonly openCases: number;
  /** Returned by a second person. */
  readonly returned: number;
}

/** Two accounts that are not known to be two persons. */
export interface UnconfirmedClerk {
  readonly id: string;
  readonly name: string;
  readonly login: string;
  readonly role: Role;
  readonly active: boolean;
  /** Who made the account, or last reset its password. */
  readonly by: string;
  readonly what: "added" | "password";
  readonly at: string;
  /** It still has the password that was given. */
  readonly mustChangePassword: boolean;
}

export interface NewClerkView {
  readonly clerk: ClerkView;
  /** Shown once. `null` when the same request is answered after a restart: reset it again. */
  readonly oneTimePassword: string | null;
}

export const officeCalls = {
  "office.get": call<Office | null>()(EVERYBODY, nothing, shows("office")),
  /** The first of `cities` is the foremost. */
  "office.chooseCities": call<Office>()(ADMINISTRATOR, z.strictObject({ requestId, cities: officeCities }), changes(...AREAS)),
  "office.settings": call<OfficeSettingsView>()(EVERYBODY, nothing, shows("office")),
  /** A change of what is reviewed, and by whom, takes a second person: `second-person-needed` and the like, as for `clerks.create`. */
  "office.changeSettings": call<OfficeSettingsView>()(
    ADMINISTRATOR,
    z.strictObject({ requestId, settings: officeSettingsSchema, reason, second }),
    changes("office", "session"),
  ),
  /** Which years' holidays are known. */
  "office.calendar": call<OfficeCalendar>()(EVERYBODY, nothing, shows("office")),
  /** Names for filters and history; also those who have left. */
  "clerks.names": call<readonly ClerkName[]>()(EVERYBODY, nothing, shows("clerks")),
  "clerks.list": call<readonly ClerkView[]>()(OVERSIGHT, nothing, shows("clerks")),
  /**
   * Refused: `login-taken`, `name-taken`. Whoever is made, or unmade, as reviewer, supervisor or administrator takes a second
   * person: `second-person-needed`, `wrong-password`, `slow-down`, `recovery-code-wrong`; the same for the three below.
   */
  "clerks.create": call<NewClerkView>()(
    ADMINISTRATOR,
    z.strictObject({ requestId, login, name: personName, role: z.enum(ROLES), second }),
    changes("clerks"),
  ),
  "clerks.rename": call<ClerkView>()(
    ADMINISTRATOR,
    z.strictObject({ requestId, id, name: personName }),
    changes("clerks", "session"),
  ),
  /**
   * `until` (the last day, at most a year ahead): for a time, beside the role that stays; it ends by itself. `null`: for good, and a
   * role for a time is over. Refused: `last-administrator`, `bad-input`.
   */
  "clerks.changeRole": call<ClerkView>()(
    ADMINISTRATOR,
    z.strictObject({ requestId, id, role: z.enum(ROLES), until: isoDate.nullable().default(null), second }),
    changes("clerks", "session"),
  ),
  /**
   * A one-time password, shown once; the clerk chooses another at the next login. `second`: the recovery code, where nobody would
   * be left who can stand by though the office has others.
   */
  "clerks.resetPassword": call<NewClerkView>()(
    ADMINISTRATOR,
    z.strictObject({ requestId, id, second }),
    changes("clerks", "session"),
  ),
  /** Refused: `last-administrator`. */
  "clerks.setActive": call<ClerkView>()(
    ADMINISTRATOR,
    z.strictObject({ requestId, id, active: z.boolean(), reason, second }),
    changes("clerks"),
  ),
  /**
   * Says that the account is the person whose name it bears: from then on it counts as another person than whoever made it or
   * reset its password. For a third one; where there is none, with the recovery code. Reviewers and auditors confirm an administrator
   * who was made where none was there any more, and nobody else.
   * Refused: `same-person`, `not-yet-own`, `stale`, `second-person-needed`, `recovery-code-wrong`, `slow-down`.
   */
  "clerks.confirm": call<ClerkView>()(WATCHING, z.strictObject({ requestId, id, second }), changes("clerks", "session")),
  /** What somebody has not finished: told when they are switched off. */
  "clerks.openWork": call<OpenWork>()(LEADING, z.strictObject({ id }), shows("clerks", "cases", "drafts")),
} as const;
