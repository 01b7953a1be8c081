/** Who may call what: every call × every role, written down here once more by hand and tried at the gate. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newConnection } from "../../../src-main/desk/frame/handlers.ts";
import {
  calls,
  CALLS_BEFORE_NEW_PASSWORD,
  CALLS_WHEN_LOCKED,
  PASSIVE_CALLS,
  type CallName,
} from "../../../src-shared/contract/index.ts";
import { ROLES, type Role } from "../../../src-shared/domain/roles.ts";
import { rescueDesk } from "./rescue/rescue-desk.ts";
import { TestDesk, type Seat } from "./test-desk.ts";

/** c clerk, r reviewer, s supervisor, a administrator, u auditor; "*": without a session; "-": never while the store is open. */
const RIGHTS: Record<CallName, string> = {
  "session.status": "*",
  "session.setup": "*",
  "session.beginRestore": "*",
  "session.login": "*",
  "session.replaceAdministrator": "*",
  "session.logout": "crsau",
  "session.lock": "crsau",
  "session.unlock": "crsau",
  "session.changePassword": "crsau",
  "session.setTextSize": "crsau",
  "clock.confirm": "*",
  "policy.matters": "crsau",
  "policy.faulty": "crsau",
  "policy.elsewhere": "crsau",
  "policy.figuresToEnter": "crsau",
  "policy.library": "crsau",
  "policy.enterFigure": "a",
  "policy.chooseReading": "a",
  "counter.evaluate": "crsau",
  "counter.span": "crsau",
  "counter.comparable": "crsau",
  "counter.compare": "crsau",
  "counter.comparisonPaper": "crsau",
  "drafts.save": "crsa",
  "drafts.list": "crsa",
  "drafts.open": "crsa",
  "drafts.startFor": "crsa",
  "drafts.discard": "crsa",
  "drafts.ofOthers": "sa",
  "drafts.look": "sa",
  "drafts.handOver": "sa",
  "drafts.discardOfOther": "sa",
  "find.anything": "crsau",
  "people.lookup": "crsa",
  "people.duplicates": "crsa",
  "people.get": "crsau",
  "people.reveal": "crsau",
  "people.correct": "crsa",
  "cases.save": "crsa",
  "cases.submit": "crsa",
  "cases.get": "crsau",
  "cases.search": "crsau",
  "cases.startAmendment": "crsa",
  "cases.cancel": "crsa",
  "cases.receivePromised": "crsa",
  "promises.list": "crsau",
  "promises.limit": "crsau",
  "review.queue": "rsau",
  "review.open": "rsau",
  "review.approve": "rsa",
  "review.return": "rsa",
  "papers.make": "crsa",
  "papers.open": "crsau",
  "papers.print": "crsa",
  "attachments.add": "crsa",
  "attachments.list": "crsau",
  "attachments.open": "crsau",
  "attachments.remove": "crsa",
  "office.get": "crsau",
  "office.chooseCities": "a",
  "office.settings": "crsau",
  "office.changeSettings": "a",
  "office.calendar": "crsau",
  "work.today": "crsau",
  "clerks.names": "crsau",
  "clerks.list": "sau",
  "clerks.create": "a",
  "clerks.rename": "a",
  "clerks.changeRole": "a",
  "clerks.resetPassword": "a",
  "clerks.setActive": "a",
  "clerks.confirm": "rsau",
  "clerks.openWork": "sa",
  "reports.day": "crsau",
  "reports.closeDay": "sa",
  "reports.statistics": "sau",
  "reports.export": "crsau",
  "exports.progress": "crsau",
  "exports.cancel": "crsau",
  "audit.list": "sau",
  "audit.unconfirmed": "sau",
  "audit.verify": "sau",
  "audit.export": "sau",
  "backup.status": "crsau",
  "backup.now": "crsa",
  "backup.list": "sau",
  "backup.pickFolder": "a",
  "backup.folders": "a",
  "backup.chooseFolder": "a",
  "backup.inspect": "a",
  "backup.restore": "a",
  "backup.undoRestore": "a",
  "backup.confirmRestore": "rsau",
  "keys.status": "sau",
  "keys.newRecoveryCode": "a",
  "keys.keepOnlyPresent": "a",
  "upgrade.status": "a",
  "upgrade.removeCopy": "a",
  "diagnosis.get": "crsau",
  "diagnosis.export": "crsau",
  "rescue.status": "-",
  "rescue.retry": "-",
  "rescue.unlock": "-",
  "rescue.backups": "-",
  "rescue.drives": "-",
  "rescue.inspect": "-",
  "rescue.restore": "-",
  "rescue.accept": "-",
  "rescue.diagnosis": "-",
};
const LETTERS: Record<Role, string> = { clerk: "c", reviewer: "r", supervisor: "s", administrator: "a", auditor: "u" };
const NAMES = Object.keys(calls) as CallName[];

const desk = new TestDesk().setUp();
const seats = {} as Record<Role, Seat>;
beforeAll(() => ROLES.forEach((role) => (seats[role] = desk.seat(role, `${role} 甲`))));
afterAll(() => desk.remove());

/** The input is wrong for every call: who is let through stumbles over it, and only over it. */
const letThrough = (name: CallName, allowed: boolean, otherwise: string): string =>
  RIGHTS[name] === "-" ? "not-rescuing" : allowed ? "bad-input" : otherwise;

const codeOf = async (seat: Seat, name: CallName): Promise<string> => {
  const answer = await desk.desk.call(seat.connection, name, "not an input");
  return answer.ok ? "ok" : answer.error.code;
};

test("the table has every call", () => expect(Object.keys(RIGHTS).sort()).toEqual([...NAMES].sort()));

describe.each(ROLES)("%s", (role) => {
  test.each(NAMES)("%s", async (name) => {
    const allowed = RIGHTS[name] === "*" || RIGHTS[name].includes(LETTERS[role]);
    expect(await codeOf(seats[role], name)).toBe(letThrough(name, allowed, "not-allowed"));
  });
});

describe("while the store is not open", () => {
  const rescue = rescueDesk();
  test.each(NAMES)("%s", async (name) => {
    // a session of an earlier time, or one made up, counts for nothing
    const connection = { ...newConnection(), clerkId: "somebody" };
    const answer = await rescue.call(connection, name, "not an input");
    expect(answer).toMatchObject({ ok: false, error: { code: RIGHTS[name] === "-" ? "bad-input" : "rescuing" } });
  });
});

describe("without a session", () => {
  test.each(NAMES)("%s", async (name) => {
    const answer = await desk.desk.call(newConnection(), name, "not an input");
    expect(answer).toMatchObject({ ok: false, error: { code: letThrough(name, RIGHTS[name] === "*", "not-signed-in") } });
  });
});

describe("locked", () => {
  test.each(NAMES)("%s", async (name) => {
    const seat = desk.seat("administrator", `锁屏者 ${name}`);
    seat.connection.locked = true;
    const open: readonly string[] = CALLS_WHEN_LOCKED;
    expect(await codeOf(seat, name)).toBe(letThrough(name, open.includes(name), "locked"));
  });
});

describe("with a one-time password", () => {
  test.each(NAMES)("%s", async (name) => {
    const seat = desk.seat("administrator", `新来者 ${name}`);
    const act = { operation: "clerks.resetPassword", clerkId: seat.id, at: desk.clock.now(), requestId: null };
    desk.store.clerks.change(act, seat.id, { mustChangePassword: true });
    const open: readonly string[] = CALLS_BEFORE_NEW_PASSWORD;
    expect(await codeOf(seat, name)).toBe(letThrough(name, open.includes(name), "password-change-needed"));
  });
});

test("an auditor writes nothing but their own password and size of letters, looks, and the second person's word", () => {
  const takesRequestId = ({ input }: { readonly input: object }): boolean =>
    "shape" in input && "requestId" in (input.shape as object);
  const writing = NAMES.filter((name) => RIGHTS[name].includes("u") && takesRequestId(calls[name]));
  expect(writing).toEqual([
    "session.setTextSize",
    "session.changePassword",
    "people.reveal",
    "clerks.confirm",
    "backup.confirmRestore",
  ]);
});

test("passive calls exist", () => expect(NAMES).toEqual(expect.arrayContaining([...PASSIVE_CALLS])));
