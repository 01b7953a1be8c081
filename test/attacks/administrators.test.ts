/** Administrators are watched, too: what they do names whom and how; they cannot make themselves a second person, nor hide behind a name. */
import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { NewClerkView } from "../../src-shared/contract/index.ts";
import { USUAL_SETTINGS } from "../../src-shared/domain/office-settings.ts";
import { ADMIN, sharedOffice } from "../unit/desk/rescue/rescue-office.ts";
import { PASSWORD, Seat, submission, TestDesk, TOO_FEW } from "../unit/desk/test-desk.ts";

vi.setConfig({ testTimeout: 120_000 });

let desk: TestDesk;
beforeEach(() => (desk = new TestDesk().setUp()));
afterEach(() => desk.remove());

const id = () => randomUUID();
const approve = (caseId: string) => ({ requestId: id(), id: caseId, version: 1, note: "" });
const rowsOf = async (operation: string) => (await desk.call("audit.list", { operation, limit: 20 })).rows;
const standing = (seat: Seat) => ({ login: seat.login, password: PASSWORD });

/** Signs in at a window of its own, with a password of its own. */
async function signIn({ clerk, oneTimePassword }: NewClerkView, next = `own-${id().slice(0, 8)}`): Promise<Seat> {
  const seat = new Seat(desk, clerk.id, clerk.login);
  await seat.call("session.login", { login: clerk.login, password: oneTimePassword! });
  await seat.call("session.changePassword", { requestId: id(), current: oneTimePassword!, next });
  return seat;
}
const made = async (role: "clerk" | "reviewer", name: string, second: Seat | null) =>
  await desk.call("clerks.create", {
    requestId: id(),
    login: `u-${id().slice(0, 8)}`,
    name,
    role,
    second: second && standing(second),
  });

describe("a second account of one's own", () => {
  it("is no second person: neither for its maker, nor for another account of theirs, before a third one has confirmed it", async () => {
    const supervisor = desk.seat("supervisor", "主管丙");
    const own = await desk.call("cases.submit", submission({ facts: TOO_FEW }));
    const puppet = await signIn(await made("reviewer", "临时壬", supervisor));
    const refused = await puppet.refusal("review.approve", approve(own.id));
    expect(refused).toMatchObject({ code: "same-person", message: /还没有经第三人确认/ });
    const other = await signIn(await made("clerk", "临时癸", null));
    const theirs = await other.call("cases.submit", submission({ facts: TOO_FEW }));
    expect((await puppet.refusal("review.approve", approve(theirs.id))).code).toBe("same-person");
    // nor can the maker confirm it, nor it itself
    expect((await desk.refusal("clerks.confirm", { requestId: id(), id: puppet.id })).code).toBe("second-person-needed");
    expect(await desk.call("audit.unconfirmed", {})).toMatchObject([
      { login: puppet.login, by: "测试员（admin）", what: "added", mustChangePassword: false },
      { login: other.login },
    ]);
    await supervisor.call("clerks.confirm", { requestId: id(), id: puppet.id });
    expect((await puppet.call("review.approve", approve(own.id))).state).toBe("approved");
    expect(await desk.call("audit.unconfirmed", {})).toMatchObject([{ login: other.login }]);
  });

  it("is none while it has the password that was given", async () => {
    const supervisor = desk.seat("supervisor", "主管丙");
    const { clerk } = await made("reviewer", "临时壬", supervisor);
    expect((await supervisor.refusal("clerks.confirm", { requestId: id(), id: clerk.id })).code).toBe("not-yet-own");
  });

  it("is the account whose password one has reset, until it is confirmed anew; its owner is told at every sign-in", async () => {
    const supervisor = desk.seat("supervisor", "主管丙");
    const own = await desk.call("cases.submit", submission({ facts: TOO_FEW }));
    const reset = await desk.call("clerks.resetPassword", { requestId: id(), id: supervisor.id });
    // the supervisor's session is over at once, and does not wake up again
    expect((await supervisor.refusal("work.today", {})).code).toBe("not-signed-in");
    const taken = await signIn(reset);
    expect((await taken.refusal("review.approve", approve(own.id))).code).toBe("same-person");
    expect((await supervisor.refusal("work.today", {})).code).toBe("not-signed-in");
    expect(await taken.call("session.status", {})).toMatchObject({ resets: [{ by: "测试员" }] });
    expect((await rowsOf("clerks.resetPassword"))[0]!.detail).toMatch(/对象：主管丙（login-.*密码：已设为新密码/);
    expect(await desk.call("audit.unconfirmed", {})).toMatchObject([{ what: "password", name: "主管丙" }]);
    desk.clock.advance(31 * 24 * 60 * 60);
    const later = new Seat(desk, taken.id, taken.login);
    later.connection.clerkEpoch = taken.connection.clerkEpoch;
    expect((await later.call("session.status", {})).resets).toEqual([]);
  });
});

it("an account that two have given is neither's second person, and makes them no one person", async () => {
  const supervisor = desk.seat("supervisor", "主管丙");
  const other = desk.seat("administrator", "管理乙");
  const clerk = await signIn(await made("clerk", "临时癸", null));
  const own = await clerk.call("cases.submit", submission({ facts: TOO_FEW }));
  desk.settings({ review: { ...USUAL_SETTINGS.review, roles: ["administrator"] } });
  await other.call("clerks.resetPassword", { requestId: id(), id: clerk.id });
  for (const seat of [desk, other]) expect((await seat.refusal("review.approve", approve(own.id))).code).toBe("same-person");
  const { oneTimePassword } = await other.call("clerks.resetPassword", { requestId: id(), id: clerk.id });
  await signIn({ clerk: { id: clerk.id, login: clerk.login } as never, oneTimePassword });
  // whoever made it is no third person, however often somebody else has reset it
  expect((await desk.refusal("clerks.confirm", { requestId: id(), id: clerk.id })).code).toBe("second-person-needed");
  expect(await desk.call("audit.unconfirmed", {})).toMatchObject([
    { by: "管理乙（" + other.login + "）、测试员（admin）", what: "password" },
  ]);
  // what one administrator did is still the other's to judge
  const theirs = await desk.call("cases.submit", submission({ facts: TOO_FEW }));
  expect((await other.call("review.approve", approve(theirs.id))).state).toBe("approved");
  await supervisor.call("clerks.confirm", { requestId: id(), id: clerk.id });
  expect((await desk.call("review.approve", approve(own.id))).state).toBe("approved");
});

describe("resetting everybody who could stand by", () => {
  const { office, nextDay } = sharedOffice();

  it("makes nobody alone: neither the last one is reset, nor a new recovery code made, without the code of before", async () => {
    const machine = nextDay();
    await machine.start();
    await machine.call("session.login", ADMIN);
    const byCode = { recoveryCode: office.code };
    const person = async (login: string, second: object) => {
      await machine.call("session.login", ADMIN);
      const given = { requestId: id(), login, name: `人员${login}`, role: "reviewer", second } as never;
      const { clerk, oneTimePassword } = await machine.call("clerks.create", given);
      await machine.call("session.login", { login, password: oneTimePassword! });
      await machine.call("session.changePassword", { requestId: id(), current: oneTimePassword!, next: "lan-tian-8bai" });
      await machine.call("session.login", ADMIN);
      return clerk.id;
    };
    const yi = await person("yi", byCode);
    await machine.call("clerks.confirm", { requestId: id(), id: yi, second: byCode });
    const yiStands = { login: "yi", password: "lan-tian-8bai" };
    const bing = await person("bing", yiStands);
    await machine.call("clerks.confirm", { requestId: id(), id: bing, second: yiStands });

    // somebody could stand by: a code made alone would stand for them
    const newCode = (second: unknown) => ({ requestId: id(), password: ADMIN.password, second }) as never;
    expect((await machine.refusal("keys.newRecoveryCode", newCode(null))).code).toBe("second-person-needed");
    expect((await machine.refusal("keys.newRecoveryCode", newCode(byCode))).code).toBe("second-person-needed");
    await machine.call("clerks.resetPassword", { requestId: id(), id: bing });
    const refused = await machine.refusal("clerks.resetPassword", { requestId: id(), id: yi });
    expect(refused).toMatchObject({ code: "second-person-needed", message: /没有别人能作第二人/ });
    // the code may be in the very hands that reset the passwords: whoever was locked out has a week to say so
    const soon = { requestId: id(), id: yi, second: byCode } as const;
    expect(await machine.refusal("clerks.resetPassword", soon)).toMatchObject({ message: /7 天内重置过/ });
    machine.clock.advance(8 * 24 * 60 * 60);
    await machine.call("session.login", ADMIN);
    await machine.call("clerks.resetPassword", { requestId: id(), id: yi, second: byCode });
    expect((await machine.call("audit.list", { operation: "clerks.resetPassword", limit: 5 })).rows[0]!.detail).toContain(
      "在场人：恢复码",
    );
    // now nobody can stand by, and still nobody is alone
    expect(await machine.refusal("keys.newRecoveryCode", newCode(null))).toMatchObject({
      code: "second-person-needed",
      message: /原来的恢复码/,
    });
    const puppet = { requestId: id(), login: "ding", name: "傀儡丁", role: "reviewer" } as const;
    expect((await machine.refusal("clerks.create", puppet)).code).toBe("second-person-needed");
    const { code } = await machine.call("keys.newRecoveryCode", newCode(byCode));
    expect(code).not.toBe(office.code);
    expect((await machine.call("audit.list", { operation: "keys.newRecoveryCode", limit: 5 })).rows[0]!.detail).toContain(
      "在场人：恢复码",
    );
  });

  it("an auditor is not switched off, nor made a clerk, by one alone", async () => {
    const supervisor = desk.seat("supervisor", "主管丙");
    const auditor = desk.seat("auditor", "审计丁");
    const off = { requestId: id(), id: auditor.id, active: false, reason: "调离" };
    expect((await desk.refusal("clerks.setActive", off)).code).toBe("second-person-needed");
    const other = { requestId: id(), id: auditor.id, role: "clerk" } as const;
    expect((await desk.refusal("clerks.changeRole", other)).code).toBe("second-person-needed");
    await desk.call("clerks.changeRole", { ...other, requestId: id(), second: standing(supervisor) });
  });
});

describe("rights over others", () => {
  it("are given and taken by two", async () => {
    const supervisor = desk.seat("supervisor", "主管丙");
    const clerk = desk.seat("clerk", "经办甲");
    const change = (second: unknown) => ({ requestId: id(), id: clerk.id, role: "administrator", second }) as never;
    const off = (second: unknown) => ({ requestId: id(), id: supervisor.id, active: false, reason: "调离", second }) as never;
    const newcomer = { requestId: id(), login: "new-one", name: "新复核", role: "reviewer" } as const;
    for (const second of [null, { recoveryCode: "ABCD" }, { login: "admin", password: PASSWORD }, standing(clerk)]) {
      expect((await desk.refusal("clerks.changeRole", change(second))).code).toBe("second-person-needed");
      // the only one who watches is to be switched off: then it is a colleague who stands by
      if (isDeepStrictEqual(second, standing(clerk))) continue;
      expect((await desk.refusal("clerks.setActive", off(second))).code, JSON.stringify(second)).toBe("second-person-needed");
      expect((await desk.refusal("clerks.create", { ...newcomer, second })).code).toBe("second-person-needed");
    }
    // whom it is about does not stand by
    expect((await desk.refusal("clerks.setActive", off(standing(supervisor)))).code).toBe("second-person-needed");
    const wrong = { login: supervisor.login, password: "not-mine-7" };
    expect((await desk.refusal("clerks.changeRole", change(wrong))).code).toBe("wrong-password");
    await desk.call("clerks.changeRole", change(standing(supervisor)));
    expect(desk.store.clerks.byId(clerk.id)!.role).toBe("administrator");
    expect((await rowsOf("clerks.changeRole"))[0]!.detail).toMatch(
      /对象：经办甲（login-.*岗位：经办人? → .*管理.*在场人：主管丙（login-/,
    );
    // what is no such right takes one
    const plain = desk.seat("clerk", "经办乙");
    await desk.call("clerks.setActive", { requestId: id(), id: plain.id, active: false, reason: "离职" });
    expect((await rowsOf("clerks.setActive"))[0]!.detail).toMatch(/对象：经办乙（login-.*原因：离职/);
    expect((await rowsOf("clerks.setActive"))[0]!.detail).toContain("在用 → 停用");
  });
});

describe("names", () => {
  it("are one's own: nobody takes one that another has, or had, however it is written", async () => {
    const checker = desk.seat("reviewer", "复核丙");
    const other = desk.seat("clerk", "临时壬");
    const rename = (seat: Seat, name: string) => ({ requestId: id(), id: seat.id, name });
    for (const name of ["复核丙", "复核 丙", "复核\u200B丙"]) {
      expect((await desk.refusal("clerks.rename", rename(other, name))).code, name).toBe("name-taken");
    }
    await desk.call("clerks.rename", rename(checker, "复核丁"));
    expect((await desk.refusal("clerks.rename", rename(other, "复核丙"))).code).toBe("name-taken");
    expect((await rowsOf("clerks.rename"))[0]!.detail).toMatch(/对象：复核丙（login-.*姓名：复核丙 → 复核丁/);
    const again = { requestId: id(), login: "again", name: "复核丙", role: "clerk" } as const;
    expect((await desk.refusal("clerks.create", again)).code).toBe("name-taken");
    expect((await desk.call("clerks.rename", rename(checker, "复核丙"))).name).toBe("复核丙");
  });

  it("stand in the audit as they were then", async () => {
    const checker = desk.seat("reviewer", "复核丙");
    await checker.call("drafts.save", { id: id(), content: { ...submission().content } });
    await desk.call("clerks.rename", { requestId: id(), id: checker.id, name: "另一个名字" });
    expect(await rowsOf("drafts.save")).toMatchObject([{ clerk: "复核丙", clerkLogin: checker.login }]);
  });
});

describe("sessions", () => {
  it("end with a change of password, and only this window's stays", async () => {
    const first = desk.seat("clerk", "经办甲");
    const second = new Seat(desk, first.id, first.login);
    await first.call("session.changePassword", { requestId: id(), current: PASSWORD, next: "another-horse-7" });
    expect((await second.refusal("work.today", {})).code).toBe("not-signed-in");
    await first.call("work.today", {});
  });

  it("end with being switched off, and do not come back with being switched on", async () => {
    const clerk = desk.seat("clerk", "经办甲");
    for (const active of [false, true]) {
      await desk.call("clerks.setActive", { requestId: id(), id: clerk.id, active, reason: "调整" });
      expect((await clerk.refusal("work.today", {})).code).toBe("not-signed-in");
    }
    await clerk.call("session.login", { login: clerk.login, password: PASSWORD });
    await clerk.call("work.today", {});
  });
});

it("a figure entered is told with its value, its days and its document", async () => {
  const figures = (await desk.call("policy.figuresToEnter", {})).figures;
  const [figure] = figures;
  const entry = { from: "2025-07-01", to: "2026-06-30", value: "8000", document: "测试文件〔2025〕1号", note: "" };
  const act = { operation: "policy.enterFigure", clerkId: desk.connection.clerkId, at: desk.clock.now(), requestId: null };
  desk.store.policy.addOfficeFigure(act, { figure: figure?.id ?? "dalian.x", city: "dalian", ...entry });
  expect((await rowsOf("policy.enterFigure"))[0]!.detail).toMatch(
    /(?=.*数值：8000)(?=.*起：2025-07-01)(?=.*止：2026-06-30)(?=.*文件：测试文件)/,
  );
});

describe("in an office of two", () => {
  const { office, nextDay } = sharedOffice();

  it("the recovery code stands by and confirms; once somebody else is confirmed it no longer does", async () => {
    const machine = nextDay();
    await machine.start();
    await machine.call("session.login", ADMIN);
    const newcomer = { login: "fuhe", name: "复核乙", role: "reviewer" } as const;
    expect((await machine.refusal("clerks.create", { requestId: id(), ...newcomer })).code).toBe("second-person-needed");
    const wrong = { recoveryCode: "AAAA-AAAA-AAAA" };
    expect((await machine.refusal("clerks.create", { requestId: id(), ...newcomer, second: wrong })).code).toBe(
      "recovery-code-wrong",
    );
    const second = { recoveryCode: office.code };
    const added = await machine.call("clerks.create", { requestId: id(), ...newcomer, second });
    await machine.call("session.login", { login: "fuhe", password: added.oneTimePassword! });
    await machine.call("session.changePassword", { requestId: id(), current: added.oneTimePassword!, next: "reviewer-2026" });
    await machine.call("session.login", ADMIN);
    expect((await machine.refusal("clerks.confirm", { requestId: id(), id: added.clerk.id })).code).toBe("second-person-needed");
    expect(await machine.call("clerks.confirm", { requestId: id(), id: added.clerk.id, second })).toMatchObject({
      unconfirmed: false,
    });
    const [row] = (await machine.call("audit.list", { operation: "clerks.confirm", limit: 5 })).rows;
    expect(row!.detail).toBe("对象：复核乙（fuhe）；在场人：恢复码");
    const third = { requestId: id(), login: "three", name: "第三人", role: "reviewer", second } as const;
    expect((await machine.refusal("clerks.create", third)).code).toBe("second-person-needed");
    const present = { login: "fuhe", password: "reviewer-2026" };
    await machine.call("clerks.create", { ...third, requestId: id(), second: present });
  });
});
