/**
 * Every call across the boundary. Both hosts serve exactly this list through one gate;
 * the renderer's client is derived from it.
 */
import type { z } from "zod";
import type { CaseView } from "../domain/case.ts";
import { casesCalls } from "./cases.ts";
import { counterCalls } from "./counter.ts";
import { officeCalls } from "./office.ts";
import { peopleCalls } from "./people.ts";
import { policyCalls } from "./policy.ts";
import { reportsCalls } from "./reports.ts";
import { rescueCalls } from "./rescue.ts";
import { reviewCalls } from "./review.ts";
import type { ShowsAreas } from "./define.ts";
import { safetyCalls, type KeyView } from "./safety.ts";
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
/** Calls that only read, and may be asked again at any time. */
export type ReadingName = { [Name in CallName]: Calls[Name]["effect"] extends ShowsAreas ? Name : never }[CallName];
export type WritingName = Exclude<CallName, ReadingName>;

/** What a reading call would answer now, known without asking it. */
export type Given = {
  [Name in ReadingName]: { readonly name: Name; readonly input: CallInput<Name>; readonly output: CallOutput<Name> };
}[ReadingName];

const theCase = (view: CaseView): Given => ({ name: "cases.get", input: { id: view.id }, output: view });
const theKeys = (keys: KeyView): Given => ({ name: "keys.status", input: {}, output: keys });

/** Calls whose answer is that of a reading call, too. */
export const GIVEN: { readonly [Name in WritingName]?: (output: CallOutput<Name>) => Given } = {
  "cases.save": theCase,
  "cases.submit": theCase,
  "cases.cancel": theCase,
  "cases.receivePromised": theCase,
  "review.approve": theCase,
  "review.return": theCase,
  "people.correct": (file) => ({ name: "people.get", input: { id: file.id }, output: file }),
  "office.changeSettings": (view) => ({ name: "office.settings", input: {}, output: view }),
  "backup.chooseFolder": (status) => ({ name: "backup.status", input: {}, output: status }),
  "keys.keepOnlyPresent": theKeys,
  "keys.newRecoveryCode": ({ keys }) => theKeys(keys),
  "upgrade.removeCopy": (view) => ({ name: "upgrade.status", input: {}, output: view }),
};

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

/** Refused, they may have done a part of it: where one of two places took a backup. */
export const CALLS_DONE_IN_PART = ["backup.now"] as const satisfies readonly WritingName[];

/** A file travels in these; the others are forms. */
export const CALLS_WITH_FILES = ["attachments.add"] as const;
