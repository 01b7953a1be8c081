/**
 * Every call across the boundary. Both hosts serve exactly this list through one gate;
 * the renderer's client is derived from it.
 */
import type { z } from "zod";
import { casesCalls } from "./cases.ts";
import { counterCalls } from "./counter.ts";
import { officeCalls } from "./office.ts";
import { peopleCalls } from "./people.ts";
import { policyCalls } from "./policy.ts";
import { reportsCalls } from "./reports.ts";
import { rescueCalls } from "./rescue.ts";
import { reviewCalls } from "./review.ts";
import { safetyCalls } from "./safety.ts";
import { sessionCalls } from "./session.ts";

export const calls = {
  ...sessionCalls,
  ...counterCalls,
  ...casesCalls,
  ...reviewCalls,
  ...peopleCalls,
  ...policyCalls,
  ...officeCalls,
  ...reportsCalls,
  ...safetyCalls,
  ...rescueCalls,
} as const;

type Calls = typeof calls;
export type CallName = keyof Calls;
/** Answered only while the store is not open; all others only while it is. */
export type RescueCallName = keyof typeof rescueCalls;
export type DeskCallName = Exclude<CallName, RescueCallName>;
export type CallInput<Name extends CallName> = z.input<Calls[Name]["input"]>;
export type CheckedInput<Name extends CallName> = z.output<Calls[Name]["input"]>;
export type CallOutput<Name extends CallName> =
  | NonNullable<Calls[Name]["output"]>
  | (null extends Calls[Name]["output"] ? null : never);

/** All that a locked session can do; everything else is refused with `locked`. */
export const CALLS_WHEN_LOCKED = [
  "session.status",
  "session.setup",
  "session.beginRestore",
  "session.login",
  "session.replaceAdministrator",
  "session.unlock",
  "session.logout",
  "clock.confirm",
] as const;

/** All that a clerk with a one-time password can do; everything else is refused with `password-change-needed`. */
export const CALLS_BEFORE_NEW_PASSWORD = [...CALLS_WHEN_LOCKED, "session.lock", "session.changePassword"] as const;

/** Refused with `restore-unconfirmed` while a restore waits for its second person. */
export const CALLS_OF_APPROVAL = ["review.approve"] as const satisfies readonly DeskCallName[];

/**
 * Refused with `administrator-unconfirmed` to an administrator who was made where none was there any more: what one alone could turn,
 * and what would leave nobody to confirm it.
 */
export const CALLS_OF_CONFIRMED_ADMINISTRATORS = [
  "office.changeSettings",
  "office.chooseCities",
  "policy.enterFigure",
  "policy.chooseReading",
  "clerks.resetPassword",
  "clerks.setActive",
  "backup.chooseFolder",
  "keys.newRecoveryCode",
  "keys.keepOnlyPresent",
] as const satisfies readonly DeskCallName[];

/** Asked by the page on its own, now and then: they do not keep a session from locking. */
export const PASSIVE_CALLS = [
  "session.status",
  "work.today",
  "backup.status",
  "upgrade.status",
  "exports.progress",
] as const satisfies readonly DeskCallName[];

/** A file travels in these; the others are forms. */
export const CALLS_WITH_FILES = ["attachments.add"] as const;
