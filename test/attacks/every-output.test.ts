/**
 * Every output of every call, asked for by whoever may, with planted people: nothing full leaves the desk that is not behind a
 * look, and no mask can be put together with what stands beside it. A call that is new fails to compile until it is walked, too.
 */
import { randomUUID } from "node:crypto";
import { extractText } from "unpdf";
import readXlsx from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { calls, type DeskCallName } from "../../src-shared/contract/index.ts";
import { ROLES, type Role } from "../../src-shared/domain/roles.ts";
import { USUAL_SETTINGS } from "../../src-shared/domain/office-settings.ts";
import { syntheticIdentityNumber } from "../../src-main/demo/people.ts";
import { APPROVAL_FORM, form, PASSWORD, submission, TestDesk, TODAY, TOO_FEW, type Seat } from "../unit/desk/test-desk.ts";

const planted = [61, 63, 65].map((serial) => ({
  identityNumber: syntheticIdentityNumber("1965-03-04", "male", serial),
  name: `单长${["河", "江", "海"][(serial - 61) / 2]!}`,
  phone: `1980055${serial}${serial}`,
}));
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
).toString("base64");

interface World {
  readonly desk: TestDesk;
  readonly seats: Readonly<Record<Role, Seat>>;
  readonly caseId: string;
  readonly personId: string;
  readonly waitingId: string;
  readonly paperId: string;
  readonly attachmentId: string;
  readonly formId: string;
}
let world: World;
beforeAll(async () => {
  const desk = new TestDesk().setUp();
  const seats = {} as Record<Role, Seat>;
  for (const role of ROLES) seats[role] = desk.seat(role, `${role} 甲`);
  // cases of somebody who is nobody of those who ask
  const [first, second, third] = planted;
  const view = await desk.call("cases.submit", submission({ person: first! }));
  const picture = { caseId: view.id, material: null, name: "身份证.png", base64: PNG };
  const attachment = await desk.call("attachments.add", { requestId: randomUUID(), ...picture });
  const waiting = await desk.call("cases.submit", submission({ person: second!, facts: TOO_FEW }));
  const formId = randomUUID();
  await desk.call("cases.save", { requestId: randomUUID(), draftId: formId, content: form({ person: third! }) });
  const correction = { identityNumber: null, name: first!.name, phone: "19800556688", reason: "电话换了" };
  await desk.call("people.correct", { requestId: randomUUID(), id: view.personId, ...correction });
  planted.push({ ...first!, phone: "19800556688" });
  world = {
    desk,
    seats,
    caseId: view.id,
    personId: view.personId,
    waitingId: waiting.id,
    paperId: view.papers[0]!.id,
    attachmentId: attachment.id,
    formId,
  };
});
afterAll(() => world.desk.remove());

const id = () => randomUUID();
const REASON = "核对待遇";
const today = { from: TODAY, to: TODAY };
const filter = { text: "", state: null };
const known = () => form({ person: planted[0]! });
const asked = () => ({ matter: known().matter, asOf: TODAY, facts: known().facts });
const wrong = {} as never;

/** Inputs that each call takes; those that would end the world (sessions, sessions' passwords, restoring) are given wrong ones. */
const INPUTS: { readonly [Name in DeskCallName]: () => readonly unknown[] } = {
  "session.status": () => [{}],
  "session.setup": () => [wrong],
  "session.beginRestore": () => [{}],
  "session.login": () => [{ login: "nobody", password: "wrong-horse" }],
  "session.replaceAdministrator": () => [wrong],
  "session.logout": () => [{ more: 1 }],
  "session.lock": () => [{ more: 1 }],
  "session.unlock": () => [wrong],
  "clock.confirm": () => [{ login: "nobody", password: "wrong-horse" }],
  "session.changePassword": () => [wrong],
  "session.setTextSize": () => [{ requestId: randomUUID(), textSize: "large" }],
  "policy.matters": () => [{}],
  "policy.faulty": () => [{}],
  "policy.elsewhere": () => [{}],
  "policy.figuresToEnter": () => [{}],
  "policy.library": () => [{ city: "dalian" }],
  "policy.enterFigure": () => [wrong],
  "policy.chooseReading": () => [wrong],
  "counter.evaluate": () => [asked()],
  "counter.span": () => [asked()],
  "counter.comparable": () => [{ matter: asked().matter }],
  "counter.compare": () => [{ ...asked(), other: "tieling.retirement", otherFacts: {} }],
  "counter.comparisonPaper": () => [{ ...asked(), other: "tieling.retirement", otherFacts: {}, name: "单长河", print: false }],
  "drafts.save": () => [{ id: id(), content: { ...known(), person: { identityNumber: "21", name: "", phone: "" } } }],
  "drafts.list": () => [{}],
  "drafts.open": () => [{ id: "of-nobody" }],
  "drafts.startFor": () => [{ requestId: id(), personId: world.personId, matter: "dalian.enrolment", reason: REASON }],
  "drafts.discard": () => [{ id: id() }],
  "drafts.ofOthers": () => [{}],
  "drafts.look": () => [{ id: world.formId, reason: REASON }],
  "drafts.handOver": () => [{ requestId: id(), id: world.formId, to: "nobody", reason: REASON }],
  "drafts.discardOfOther": () => [{ requestId: id(), id: "none", reason: REASON }],
  "find.anything": () => [
    { text: "单长", limit: 20 },
    { text: planted[0]!.identityNumber, limit: 20 },
    { text: planted[0]!.identityNumber.slice(-4), limit: 20 },
    { text: "19800556688", limit: 20 },
  ],
  "people.lookup": () => [{ identityNumber: planted[0]!.identityNumber }],
  "people.duplicates": () => [{ identityNumber: planted[0]!.identityNumber, name: planted[0]!.name }],
  "people.get": () => [{ id: world.personId }],
  "people.reveal": () => [{ requestId: id(), id: world.personId, reason: REASON }],
  "people.correct": () => [
    { requestId: id(), id: world.personId, identityNumber: null, name: `单长河${id().slice(0, 2)}`, phone: null, reason: REASON },
  ],
  "cases.save": () => [{ requestId: id(), draftId: id(), content: known() }],
  "cases.submit": () => [submission({ person: planted[0]! })],
  "cases.get": () => [{ id: world.caseId }, { id: world.waitingId }],
  "cases.search": () => [
    { ...filter, limit: 50, offset: 0 },
    { ...filter, text: planted[1]!.identityNumber, limit: 50, offset: 0 },
  ],
  "cases.startAmendment": () => [
    { requestId: id(), id: world.caseId },
    { requestId: id(), id: world.caseId, reason: REASON },
  ],
  "cases.cancel": () => [{ requestId: id(), id: "no-case", reason: REASON }],
  "cases.receivePromised": () => [{ requestId: id(), id: world.caseId, materials: [APPROVAL_FORM] }],
  "promises.list": () => [{ which: "all", limit: 50, offset: 0 }],
  "promises.limit": () => [{ matter: known().matter }],
  "review.queue": () => [{}],
  "review.open": () => [{ id: world.waitingId }],
  "review.approve": () => [{ requestId: id(), id: world.waitingId, version: 9, note: "" }],
  "review.return": () => [{ requestId: id(), id: world.waitingId, version: 9, reason: REASON }],
  "papers.make": () => [{ requestId: id(), caseId: world.caseId, kind: "acceptance" }],
  "papers.open": () => [{ id: world.paperId }, { id: world.paperId, reason: REASON }],
  "papers.print": () => [
    { requestId: id(), id: world.paperId },
    { requestId: id(), id: world.paperId, reason: REASON },
  ],
  "attachments.add": () => [{ requestId: id(), caseId: world.caseId, material: null, name: "a.png", base64: PNG }],
  "attachments.list": () => [{ caseId: world.caseId }],
  "attachments.open": () => [{ id: world.attachmentId }, { id: world.attachmentId, reason: REASON }],
  "attachments.remove": () => [{ requestId: id(), id: "none", reason: REASON }],
  "office.get": () => [{}],
  "office.chooseCities": () => [{ requestId: id(), cities: ["dalian"] }],
  "office.settings": () => [{}],
  "office.changeSettings": () => [{ requestId: id(), settings: USUAL_SETTINGS, reason: REASON }],
  "office.calendar": () => [{}],
  "work.today": () => [{}],
  "clerks.names": () => [{}],
  "clerks.list": () => [{}],
  "clerks.create": () => [{ requestId: id(), login: id(), name: `新来${id().slice(0, 8)}`, role: "clerk" }],
  "clerks.rename": () => [wrong],
  "clerks.changeRole": () => [wrong],
  "clerks.resetPassword": () => [wrong],
  "clerks.setActive": () => [wrong],
  "clerks.confirm": () => [wrong],
  "clerks.openWork": () => [{ id: world.seats.clerk.id }],
  "reports.day": () => [{ date: TODAY, clerkId: null }],
  "reports.closeDay": () => [wrong],
  "reports.statistics": () => [today],
  "reports.export": () => [
    { what: "cases", ...filter, exportId: id(), format: "xlsx", reason: REASON },
    { what: "cases", ...filter, exportId: id(), format: "pdf", reason: REASON },
    { what: "day", date: TODAY, clerkId: null, exportId: id(), format: "xlsx", reason: REASON },
    { what: "promises", which: "all", exportId: id(), format: "pdf", reason: REASON },
    { what: "statistics", ...today, exportId: id(), format: "pdf" },
  ],
  "exports.progress": () => [{ exportId: id() }],
  "exports.cancel": () => [{ exportId: id() }],
  "audit.list": () => [{ limit: 200 }, { personId: world.personId, limit: 200 }],
  "audit.unconfirmed": () => [{}],
  "audit.verify": () => [{}],
  "audit.export": () => [{ exportId: id(), format: "xlsx", reason: REASON }],
  "backup.status": () => [{}],
  "backup.now": () => [{}],
  "backup.list": () => [{ folder: null }],
  "backup.pickFolder": () => [{}],
  "backup.folders": () => [{ path: null }],
  "backup.chooseFolder": () => [wrong],
  "backup.inspect": () => [wrong],
  "backup.restore": () => [wrong],
  "backup.undoRestore": () => [wrong],
  "backup.confirmRestore": () => [wrong],
  "keys.status": () => [{}],
  "keys.keepOnlyPresent": () => [wrong],
  "keys.newRecoveryCode": () => [{ requestId: id(), password: PASSWORD }],
  "upgrade.status": () => [{}],
  "upgrade.removeCopy": () => [{ requestId: id(), name: "counter.db.version-1-x", reason: REASON }],
  "diagnosis.get": () => [{}],
  "diagnosis.export": () => [{}],
};

/** Calls that open something in full: each leaves a row that names the person and why. */
const LOOKS: ReadonlySet<DeskCallName> = new Set([
  "people.lookup",
  "people.reveal",
  "drafts.startFor",
  // one's own forms: what stands in them was typed, or opened with a row before
  "drafts.list",
  "cases.startAmendment",
  "papers.open",
  "papers.print",
  "attachments.open",
]);

/** One's own forms again, and a number looked up again in the same visit. */
const NO_ROW_EACH_TIME: ReadonlySet<DeskCallName> = new Set(["drafts.list", "people.lookup"]);

/** What an output says, files included. */
async function textOf(value: unknown): Promise<string> {
  const files: string[] = [];
  const collect = (part: unknown): void => {
    if (typeof part === "string" && part.length > 400) files.push(part);
    else if (typeof part === "object" && part !== null) Object.values(part).forEach(collect);
  };
  collect(value);
  const texts = [JSON.stringify(value)];
  for (const file of files) {
    const bytes = Buffer.from(file, "base64");
    const kind = bytes.subarray(0, 2).toString("latin1");
    if (kind === "%P") texts.push((await extractText(new Uint8Array(bytes), { mergePages: true })).text.replaceAll(/\s/g, ""));
    if (kind === "PK") texts.push(JSON.stringify(await readXlsx(bytes)));
  }
  return texts.join("\n");
}

const fullIn = (text: string): string[] =>
  planted.flatMap(({ identityNumber, phone }) => [identityNumber, phone]).filter((secret) => text.includes(secret));
/** A mask that ends in digits stands for a number whose birth date may stand beside it. */
const tailsIn = (text: string): string[] => text.match(/\d\*{8,}[\dX]+/g) ?? [];

const answered = new Set<DeskCallName>();
const rowsNow = () => world.desk.store.audit.count({});

/** What is wrong with one answer: full numbers and masks with a tail, or a look without exactly one row that says whom and why. */
async function wrongWith(name: DeskCallName, role: Role, input: unknown): Promise<readonly string[]> {
  const seat = world.seats[role];
  const before = rowsNow();
  const answer = await world.desk.desk.call(seat.connection, name, input);
  if (answer.ok) answered.add(name);
  const text = await textOf(answer);
  if (!LOOKS.has(name)) return [...fullIn(text), ...tailsIn(text)].map((found) => `${name}, ${role}: ${found}`);
  if (!answer.ok || NO_ROW_EACH_TIME.has(name)) return [];
  const written = rowsNow() - before;
  const { rows } = world.desk.store.audit.query({ operation: name, clerkId: seat.id, limit: Math.max(written, 1) });
  const looks = rows
    .slice(0, written)
    .filter(({ personId, detail }) => personId !== null && (detail["reason"] ?? detail["because"]));
  return looks.length === 1 ? [] : [`${name}, ${role}: ${looks.length} rows`];
}

describe.each(Object.keys(INPUTS) as DeskCallName[])("%s", (name) => {
  it("opens nothing that is not behind a look", async () => {
    const { access } = calls[name] as { readonly access: "anyone" | "rescue" | readonly Role[] };
    const found: string[] = [];
    for (const role of access === "anyone" ? ROLES : (access as readonly Role[])) {
      for (const input of INPUTS[name]()) found.push(...(await wrongWith(name, role, input)));
    }
    expect(found).toEqual([]);
  });
});

it("the inputs are such that all others answer", () => {
  const silent = (Object.keys(INPUTS) as DeskCallName[]).filter((name) => !answered.has(name));
  expect(silent).toEqual(SILENT);
});

/** Refused here: they change who sits where, need a safe or a dialog, or something that is not there. */
const SILENT: readonly DeskCallName[] = [
  "session.setup",
  "session.beginRestore",
  "session.login",
  "session.replaceAdministrator",
  "session.logout",
  "session.lock",
  "session.unlock",
  "session.changePassword",
  "policy.enterFigure",
  "policy.chooseReading",
  "drafts.open",
  "drafts.discard",
  "drafts.handOver",
  "drafts.discardOfOther",
  "cases.cancel",
  "cases.receivePromised",
  "review.approve",
  "review.return",
  "attachments.remove",
  "clerks.rename",
  "clerks.changeRole",
  "clerks.resetPassword",
  "clerks.setActive",
  "clerks.confirm",
  "reports.closeDay",
  "backup.now",
  "backup.list",
  "backup.pickFolder",
  "backup.folders",
  "backup.chooseFolder",
  "backup.inspect",
  "backup.restore",
  "backup.undoRestore",
  "backup.confirmRestore",
  "keys.keepOnlyPresent",
  "keys.newRecoveryCode",
  "upgrade.removeCopy",
];

it("a look-up by a whole number names whom it found, once in a visit; a box that takes anything does so as well", async () => {
  const clerk = world.desk.seat("clerk", "查号的人");
  await clerk.call("people.lookup", { identityNumber: planted[1]!.identityNumber });
  await clerk.call("people.duplicates", { identityNumber: planted[1]!.identityNumber, name: planted[1]!.name });
  await clerk.call("find.anything", { text: planted[2]!.identityNumber, limit: 5 });
  await clerk.call("find.anything", { text: "单长", limit: 5 });
  const rows = world.desk.store.audit.query({ clerkId: clerk.id, limit: 9 }).rows;
  expect(rows.map(({ operation, personId, detail }) => [operation, personId !== null, detail["found"]])).toEqual([
    ["find.anything", true, 1],
    ["people.lookup", true, 1],
  ]);
});

it("guessing numbers is told and slows down, and goes on slowing after a restart", async () => {
  const desk = new TestDesk().setUp("clerk");
  const numbers = Array.from({ length: 21 }, (_, serial) => syntheticIdentityNumber("1970-01-01", "male", 2 * serial + 1));
  for (const identityNumber of numbers.slice(0, 20)) expect(await desk.call("people.lookup", { identityNumber })).toBeNull();
  expect(desk.store.audit.query({ operation: "people.lookup", limit: 50 }).rows).toHaveLength(20);
  const refused = await desk.refusal("people.lookup", { identityNumber: numbers[20]! });
  expect(refused).toMatchObject({ code: "slow-down", retryAfterSeconds: 2 });
  expect((await desk.refusal("find.anything", { text: "0018", limit: 5 })).code).toBe("slow-down");
  desk.restart();
  expect((await desk.refusal("people.duplicates", { identityNumber: numbers[20]!, name: "某人" })).code).toBe("slow-down");
  desk.clock.advance(3);
  expect(await desk.call("people.lookup", { identityNumber: numbers[20]! })).toBeNull();
  // a name is no number
  expect((await desk.call("find.anything", { text: "单长河", limit: 5 })).people).toEqual([]);
  desk.remove();
});

it("a number typed into a correction, or into the filter of a list that leaves, is a look-up like others", async () => {
  const desk = new TestDesk().setUp();
  const clerk = desk.seat("clerk", "经办甲");
  const supervisor = desk.seat("supervisor", "主管乙");
  const [victim, own] = planted;
  const { personId } = await desk.call("cases.submit", submission({ person: victim! }));
  const mine = await clerk.call("cases.save", { requestId: id(), draftId: id(), content: form({ person: own! }) });
  const guess = (identityNumber: string) => ({
    requestId: id(),
    id: mine.personId,
    identityNumber,
    name: own!.name,
    phone: null,
    reason: "号码录错",
    merge: false,
  });
  expect((await clerk.refusal("people.correct", guess(victim!.identityNumber))).code).toBe("person-exists");
  expect(desk.store.audit.query({ operation: "people.correct", clerkId: clerk.id, limit: 9 }).rows).toMatchObject([{ personId }]);
  const numbers = Array.from({ length: 21 }, (_, serial) => syntheticIdentityNumber("1970-01-01", "male", 2 * serial + 1));
  // with the one of the case of their own
  for (const number of numbers.slice(0, 19)) await clerk.call("people.correct", guess(number));
  expect((await clerk.refusal("people.correct", guess(numbers[20]!))).code).toBe("slow-down");
  const list = (text: string) => ({ what: "cases", exportId: id(), format: "xlsx", ...filter, text, reason: REASON }) as never;
  const file = await supervisor.call("reports.export", list(victim!.identityNumber));
  expect(JSON.stringify(await readXlsx(Buffer.from(file.base64!, "base64")))).not.toContain(victim!.identityNumber);
  const found = desk.store.audit.query({ operation: "reports.export", clerkId: supervisor.id, limit: 9 }).rows;
  expect(found.filter((row) => row.personId === personId)).toHaveLength(1);
  // those that the file bore meanwhile are found, too
  const others = Array.from({ length: 21 }, (_, serial) => syntheticIdentityNumber("1971-01-01", "male", 2 * serial + 1));
  for (const number of others.slice(0, 20)) await supervisor.call("reports.export", list(number));
  expect((await supervisor.refusal("reports.export", list(others[20]!))).code).toBe("slow-down");
  desk.remove();
});

it("a case saved under a number that nobody looked up is the look-up: whom it found is told, and misses count", async () => {
  const desk = new TestDesk().setUp();
  const clerk = desk.seat("clerk", "经办甲");
  const { personId } = await desk.call("cases.submit", submission({ person: planted[1]! }));
  const save = (identityNumber: string) => ({
    requestId: id(),
    draftId: id(),
    content: form({ person: { identityNumber, name: "某人", phone: "" } }),
  });
  const lookUps = () => desk.store.audit.query({ operation: "people.lookup", clerkId: clerk.id, limit: 99 }).rows;
  await clerk.call("cases.save", save(planted[1]!.identityNumber));
  expect(lookUps()).toMatchObject([{ personId, detail: { found: 1 } }]);
  // typed into the form first, as a rule: that was the look-up, and what is saved afterwards is no other
  await clerk.call("people.lookup", { identityNumber: planted[2]!.identityNumber });
  const mine = await clerk.call("cases.save", save(planted[2]!.identityNumber));
  await clerk.call("cases.save", {
    ...save(planted[2]!.identityNumber),
    content: { ...save(planted[2]!.identityNumber).content, caseId: mine.id },
  });
  expect(lookUps()).toHaveLength(2);
  // nor does a form that is refused because the number is another's tell it for nothing
  const own = await clerk.call("cases.submit", submission({ person: planted[0]! }));
  const numbers = Array.from({ length: 21 }, (_, serial) => syntheticIdentityNumber("1972-01-01", "male", 2 * serial + 1));
  const amending = (identityNumber: string) => {
    const { content } = submission({ person: { identityNumber, name: "某人", phone: "" } });
    return { ...submission(), draftId: id(), content: { ...content, caseId: own.id, amends: true }, reason: "更正" };
  };
  for (const number of numbers.slice(0, 9))
    expect((await clerk.refusal("cases.submit", amending(number))).code).toBe("bad-input");
  for (const number of numbers.slice(9, 18)) await clerk.call("cases.save", save(number));
  // with the one that was looked up first, and that of the own case
  expect(lookUps().filter(({ detail }) => detail["found"] === 0)).toHaveLength(20);
  expect((await clerk.refusal("people.lookup", { identityNumber: numbers[19]! })).code).toBe("slow-down");
  expect((await clerk.refusal("cases.submit", amending(numbers[20]!))).code).toBe("slow-down");
  // whoever is at the window with a case is not sent away: the case that is saved stays, and is told as the others
  await clerk.call("cases.save", save(numbers[19]!));
  expect(lookUps().filter(({ detail }) => detail["found"] === 0)).toHaveLength(21);
  desk.remove();
});

it("whoever opens a case is told of, once in a visit, and why: it is their own, they review it, or it is somebody else's", async () => {
  const desk = new TestDesk().setUp();
  const [maker, other, reviewer] = [desk.seat("clerk", "经办甲"), desk.seat("clerk", "经办乙"), desk.seat("reviewer", "复核丙")];
  const { id: caseId, personId } = await maker.call("cases.submit", submission({ facts: TOO_FEW }));
  const auditor = desk.seat("auditor", "审计丁");
  for (const seat of [maker, reviewer, other, other, auditor]) await seat.call("cases.get", { id: caseId });
  const rows = desk.store.audit.query({ operation: "cases.get", limit: 9 }).rows;
  expect(rows.map(({ clerkId, detail }) => [clerkId, detail["because"]])).toEqual([
    [auditor.id, "read"],
    [other.id, "read"],
    [reviewer.id, "review"],
    [maker.id, "own-case"],
  ]);
  expect(rows[0]).toMatchObject({ caseId, personId });
  desk.clock.advance(16 * 60);
  await other.call("session.unlock", { password: PASSWORD });
  await other.call("cases.get", { id: caseId });
  expect(desk.store.audit.query({ operation: "cases.get", limit: 9 }).rows).toHaveLength(5);
  desk.remove();
});

it("two files that become one keep what stood in both, and the audit tells of both", async () => {
  const desk = new TestDesk().setUp();
  const clerk = desk.seat("clerk", "经办甲");
  const [victim, own] = planted;
  const { personId } = await desk.call("cases.submit", submission({ person: victim! }));
  const mine = await clerk.call("cases.save", { requestId: id(), draftId: id(), content: form({ person: own! }) });
  const phone = "13700000000";
  const taking = { identityNumber: victim!.identityNumber, name: "赵六", phone, reason: "同一人", merge: true };
  const { corrections } = await clerk.call("people.correct", { requestId: id(), id: mine.personId, ...taking });
  expect(corrections.map(({ before }) => before.name)).toEqual([own!.name, victim!.name]);
  expect(corrections[1]!.before.phone).toBe("198****6161");
  const row = (await desk.call("audit.list", { operation: "people.correct", limit: 1 })).rows[0]!;
  expect(row).toMatchObject({ personId });
  expect(row.detail).toMatch(
    new RegExp(`合并档案：${own!.name}（21.*并入 ${victim!.name}（21.*保留的档案 姓名：${victim!.name} → 赵六`),
  );
  expect(row.detail).toMatch(/联系电话：198\*{4}6161 → 137\*{4}0000；原因：同一人/);
  expect(JSON.stringify(row)).not.toContain(victim!.identityNumber);
  expect(desk.store.verify()).toEqual([]);
  desk.remove();
});

it("a form for somebody known takes a reason, unless they stand at the window or are in the clerk's own work", async () => {
  const stranger = world.desk.seat("clerk", "没见过他的人");
  const wanted = { personId: world.personId, matter: "dalian.enrolment" };
  expect((await stranger.refusal("drafts.startFor", { requestId: id(), ...wanted })).code).toBe("reason-needed");
  await stranger.call("drafts.startFor", { requestId: id(), ...wanted, reason: REASON });
  // nor does it open anything else
  expect((await stranger.refusal("papers.open", { id: world.paperId })).code).toBe("reason-needed");
  await stranger.call("people.lookup", { identityNumber: planted[0]!.identityNumber });
  await stranger.call("drafts.startFor", { requestId: id(), ...wanted });
  const rows = world.desk.store.audit.query({ operation: "drafts.startFor", clerkId: stranger.id, limit: 9 }).rows;
  expect(rows.flatMap(({ detail }) => detail["reason"] ?? detail["because"] ?? [])).toEqual(["window", REASON]);
});

it("a reason is read by somebody: unseen signs and points are none", async () => {
  for (const reason of ["\u200b\u200b\u200b", "\u3164\u3164", "..", "——", "好"]) {
    const refused = await world.seats.auditor.refusal("papers.open", { id: world.paperId, reason });
    expect(refused.code, reason).toBe("bad-input");
  }
  await world.seats.auditor.call("papers.open", { id: world.paperId, reason: "核对" });
});

it("whom a number means is told, whatever page of the answer was asked for", async () => {
  const clerk = world.desk.seat("clerk", "翻页的人");
  const { total, rows } = await clerk.call("cases.search", {
    ...filter,
    text: planted[0]!.identityNumber,
    limit: 1,
    offset: 9_999,
  });
  expect({ total: total > 0, rows }).toEqual({ total: true, rows: [] });
  const looks = world.desk.store.audit.query({ operation: "cases.search", clerkId: clerk.id, limit: 9 }).rows;
  expect(looks).toMatchObject([{ personId: world.personId, detail: { found: 1 } }]);
});

it("what the search takes for a number is a look-up, whatever shape it has", async () => {
  const desk = new TestDesk().setUp();
  const shapes = ["123456789", "X1Y2Z3456", "4001234567", "8613912340000", "AB123"];
  for (const [nth, text] of shapes.entries()) {
    const clerk = desk.seat("clerk", `查号的人${"甲乙丙丁戊"[nth]!}`);
    await clerk.call("find.anything", { text, limit: 5 });
    expect(desk.store.audit.query({ clerkId: clerk.id, operation: "find.anything", limit: 9 }).rows, text).toHaveLength(1);
  }
  desk.remove();
});

it("a telephone opens nobody's papers: only who holds out a document stands at the window", async () => {
  const clerk = world.desk.seat("clerk", "查电话的人");
  await clerk.call("find.anything", { text: planted.at(-1)!.phone, limit: 5 });
  expect((await clerk.refusal("papers.open", { id: world.paperId })).code).toBe("reason-needed");
});

it("ids of people tell nothing of each other", async () => {
  const { personId } = world;
  expect(personId).toMatch(/^[0-9a-f-]{32,36}$/);
  for (const guess of ["1", "2", "3"])
    expect((await world.seats.clerk.refusal("people.get", { id: guess })).code).toBe("not-found");
});

it("a typed reason holds for the papers of a visit, and for nobody else", async () => {
  const clerk = world.desk.seat("clerk", "看文书的人");
  const other = world.desk.seat("clerk", "另一个人");
  expect((await clerk.refusal("papers.open", { id: world.paperId })).code).toBe("reason-needed");
  await clerk.call("papers.open", { id: world.paperId, reason: REASON });
  await clerk.call("papers.print", { requestId: randomUUID(), id: world.paperId });
  expect((await other.refusal("papers.print", { requestId: randomUUID(), id: world.paperId })).code).toBe("reason-needed");
  // whoever has typed the whole number has the person before them
  await other.call("people.lookup", { identityNumber: planted[0]!.identityNumber });
  await other.call("papers.open", { id: world.paperId });
  const rows = world.desk.store.audit.query({ operation: "papers.open", clerkId: other.id, limit: 9 }).rows;
  expect(rows).toMatchObject([{ personId: world.personId, caseId: world.caseId, detail: { because: "window" } }]);
});

it("an auditor reads without signing anything, and sees no birth date", async () => {
  const { auditor } = world.seats;
  const events = world.desk.store.cases.events(world.caseId).length;
  await auditor.call("cases.get", { id: world.caseId });
  expect(world.desk.store.cases.events(world.caseId)).toHaveLength(events);
  expect((await auditor.call("people.get", { id: world.personId })).birthDate).toBeNull();
});
