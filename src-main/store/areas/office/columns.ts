/** The columns of the office itself: its people, settings, figures, readings and packs. */
import type { Role } from "../../../../src-shared/domain/roles.ts";
import { integer, table, text, textOrNull, type RowOf } from "../../file/table.ts";

/** The one row of it has `only_one` beside. */
export const OFFICE = table("office", {
  onlyOne: integer<1>("only_one"),
  code: text("code"),
  name: text("name"),
});

export const OFFICE_CITIES = table("office_cities", {
  position: integer("position"),
  city: text("city"),
});

export const CLERKS = table("clerks", {
  id: text("id"),
  login: text("login"),
  name: text("name"),
  /** The one that stays. */
  role: text<Role>("role"),
  /** Algorithm, parameters, salt and hash in one text (PHC style). */
  passwordHash: text("password_hash"),
  active: integer<0 | 1>("active"),
  failedLogins: integer("failed_logins"),
  /** ISO instant of the last failed login; the delay is reckoned from it, so it survives a restart. */
  lastFailedAt: textOrNull("last_failed_at"),
  createdAt: text("created_at"),
  lastLoginAt: textOrNull("last_login_at"),
  /** Set by an administrator who gave the password; the clerk chooses an own one at the next login. */
  mustChangePassword: integer<0 | 1>("must_change_password"),
  /** Raised when the password changes and when the clerk is switched off: sessions of before are over. */
  sessionEpoch: integer("session_epoch"),
  /** Who made the account or last reset its password, until a third person has confirmed whose it is. */
  givenBy: textOrNull("given_by"),
  /** A role for a time and its last day, or neither. */
  actingRole: textOrNull<Role>("acting_role"),
  actingUntil: textOrNull("acting_until"),
});

/** One change of a clerk; passwords never stand in it, only that one was set. */
export const CLERK_CHANGES = table("clerk_changes", {
  number: integer("number"),
  clerkId: text("clerk_id"),
  at: text("at"),
  /** Who changed it; `null` for the first start. */
  byId: textOrNull("by_id"),
  byName: text("by_name"),
  what: text<"added" | "name" | "role" | "acting" | "active" | "password" | "rescued" | "confirmed">("what"),
  before: text("before"),
  after: text("after"),
  /** As given; may be empty. */
  reason: text("reason"),
});
export type ClerkChangeRow = Omit<RowOf<typeof CLERK_CHANGES>, "number">;

/** Wrong tries at what is no clerk's login. */
export const UNKNOWN_LOGINS = table("unknown_logins", {
  loginHash: text("login_hash"),
  failedLogins: integer("failed_logins"),
  lastFailedAt: text("last_failed_at"),
});

export const SETTINGS = table("settings", {
  number: integer("number"),
  name: text("name"),
  /** Canonical JSON. */
  value: text("value"),
  reason: text("reason"),
  clerkName: text("clerk_name"),
  at: text("at"),
});

export const OFFICE_FIGURES = table("office_figures", {
  number: integer("number"),
  figure: text("figure"),
  city: text("city"),
  from: text("from_date"),
  to: text("to_date"),
  /** As typed, in the figure's unit. */
  value: text("value"),
  document: text("document"),
  note: text("note"),
  clerkName: text("clerk_name"),
  at: text("at"),
});
export type OfficeFigureRow = Omit<RowOf<typeof OFFICE_FIGURES>, "number">;

export const READING_CHOICES = table("reading_choices", {
  number: integer("number"),
  reading: text("reading"),
  city: text("city"),
  option: text("option"),
  reason: text("reason"),
  clerkName: text("clerk_name"),
  at: text("at"),
});
export type ReadingChoiceRow = Omit<RowOf<typeof READING_CHOICES>, "number">;

export const PACKS = table("packs", {
  hash: text("hash"),
  city: text("city"),
  version: text("version"),
  /** Canonical JSON of the pack's source: files, office figures, chosen readings, formula hash. */
  source: text("source"),
});
export type PackRow = RowOf<typeof PACKS>;
