/**
 * An office whose administrator is gone gets one again: with the recovery code and a colleague, never by one secret alone; and
 * whoever is made so can neither stand second to whoever made them, nor turn anything alone, before a third person has said yes.
 */
import { randomUUID } from "node:crypto";
import { describe, expect, it, vi } from "vitest";
import type { CallError, CallInput, CallName, CallOutput, CallResult, NewClerkView } from "../../src-shared/contract/index.ts";
import type { Role } from "../../src-shared/domain/roles.ts";
import { USUAL_SETTINGS } from "../../src-shared/domain/office-settings.ts";
import { ADMIN, CLERK, sharedOffice, type Machine } from "../unit/desk/rescue/rescue-office.ts";

vi.setConfig({ testTimeout: 120_000 });

const { office, nextDay } = sharedOffice();
const id = () => randomUUID();

/** A window of its own on the machine's desk. */
class Window {
  readonly #desk: NonNullable<Machine["opened"]>["desk"];
  readonly #connection;
  constructor(machine: Machine) {
    this.#desk = machine.opened!.desk;
    this.#connection = this.#desk.connect();
  }
  async ask<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallResult<CallOutput<Name>>> {
    return (await this.#desk.call(this.#connection, name, input)) as CallResult<CallOutput<Name>>;
  }
  async call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>> {
    const result = await this.ask(name, input);
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.error)}`);
    return result.value;
  }
  async refusal<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallError> {
    const result = await this.ask(name, input);
    if (result.ok) throw new Error(`${name} was not refused: ${JSON.stringify(result.value)}`);
    return result.error;
  }
}

const OWN = "own-pass-2026";
/** Chooses a password of their own with the one that was given. */
async function enter(machine: Machine, { clerk, oneTimePassword }: NewClerkView): Promise<Window> {
  const window = new Window(machine);
  await window.call("session.login", { login: clerk.login, password: oneTimePassword! });
  await window.call("session.changePassword", { requestId: id(), current: oneTimePassword!, next: OWN });
  return window;
}

/** The machine with more people, the administrator signed in. */
async function staffed(people: Readonly<Record<string, Role>>): Promise<{ machine: Machine; windows: Record<string, Window> }> {
  const machine = await nextDay().start();
  await machine.call("session.login", ADMIN);
  const windows: Record<string, Window> = {};
  for (const [login, role] of Object.entries(people)) {
    const second = { recoveryCode: office.code };
    const asked = { requestId: id(), login, name: `人员 ${login}`, role };
    const first = await machine.ask("clerks.create", { ...asked, second });
    // from the second of them on there is somebody to stand by
    const made = first.ok ? first.value : await machine.call("clerks.create", { ...asked, second: standing("zhuguan") });
    windows[login] = await enter(machine, made);
    const confirmed = await machine.ask("clerks.confirm", { requestId: id(), id: made.clerk.id, second });
    if (!confirmed.ok) await machine.call("clerks.confirm", { requestId: id(), id: made.clerk.id, second: standing("zhuguan") });
  }
  return { machine, windows };
}
const standing = (login: string) => ({ login, password: OWN });

const asked = (witness: { readonly login: string; readonly password: string } | null, name: string | null, login: string) => ({
  requestId: id(),
  recoveryCode: office.code,
  witness,
  administrator: { login, name },
  reason: "管理员调离，联系不上",
});
const settings = () => ({ requestId: id(), settings: { ...USUAL_SETTINGS, lockAfterMinutes: 20 }, reason: "窗口离得远" });

describe("an administrator who is gone", () => {
  it("is replaced by the code and a supervisor; everybody is told until a third person confirms it, and till then it turns nothing", async () => {
    const { machine, windows } = await staffed({ zhuguan: "supervisor", fuhe: "reviewer" });
    const { zhuguan, fuhe } = windows as { zhuguan: Window; fuhe: Window };
    const request = asked(standing("zhuguan"), "新管理", "xin");
    const door = new Window(machine);

    // neither secret alone, nor one that is wrong, nor another role where there is a supervisor
    expect((await door.refusal("session.replaceAdministrator", { ...request, recoveryCode: "AAAA" })).code).toBe(
      "recovery-code-wrong",
    );
    for (const witness of [null, standing("fuhe"), standing("nobody"), { login: ADMIN.login, password: ADMIN.password }]) {
      const refused = await door.refusal("session.replaceAdministrator", { ...request, requestId: id(), witness });
      expect(refused, JSON.stringify(witness)).toMatchObject({
        code: "second-person-needed",
        message: expect.stringContaining("主管"),
      });
    }
    const wrong = { ...request, requestId: id(), witness: { login: "zhuguan", password: "not-mine-7" } };
    expect((await door.refusal("session.replaceAdministrator", wrong)).code).toBe("wrong-password");

    const made = await door.call("session.replaceAdministrator", request);
    expect(made.clerk).toMatchObject({ login: "xin", role: "administrator", unconfirmed: true, mustChangePassword: true });
    // an answer that got lost
    expect(await door.call("session.replaceAdministrator", request)).toEqual(made);
    expect((await zhuguan.call("session.status", {})).administratorToConfirm).toMatchObject({
      login: "xin",
      by: "人员 zhuguan",
      reason: request.reason,
      confirm: "not-yet",
    });
    const xin = await enter(machine, made);
    expect((await xin.call("session.status", {})).administratorToConfirm).toMatchObject({ login: "xin", confirm: "no" });
    const victims = await xin.call("clerks.list", {});
    const reviewer = victims.find(({ login }) => login === "fuhe")!;
    for (const [name, input] of [
      ["office.changeSettings", settings()],
      ["clerks.resetPassword", { requestId: id(), id: reviewer.id }],
      ["clerks.setActive", { requestId: id(), id: reviewer.id, active: false, reason: "调离", second: standing("zhuguan") }],
      ["keys.newRecoveryCode", { requestId: id(), password: OWN }],
    ] as const) {
      expect((await xin.refusal(name, input as never)).code, name).toBe("administrator-unconfirmed");
    }
    // whoever stood by is no second person to the one who was made, and confirms it as little as they do
    const more = {
      requestId: id(),
      login: "more",
      name: "再来一个",
      role: "administrator",
      second: standing("zhuguan"),
    } as const;
    expect((await xin.refusal("clerks.create", more)).code).toBe("second-person-needed");
    expect((await zhuguan.refusal("clerks.confirm", { requestId: id(), id: made.clerk.id })).code).toBe("second-person-needed");
    const byCode = { requestId: id(), id: made.clerk.id, second: { recoveryCode: office.code } };
    expect((await zhuguan.refusal("clerks.confirm", byCode)).code).toBe("second-person-needed");
    expect((await xin.refusal("clerks.confirm", { ...byCode, requestId: id() })).code).toBe("same-person");

    expect((await fuhe.call("session.status", {})).administratorToConfirm).toMatchObject({ confirm: "yes" });
    await fuhe.call("clerks.confirm", { requestId: id(), id: made.clerk.id });
    expect((await fuhe.call("session.status", {})).administratorToConfirm).toBeNull();
    await xin.call("office.changeSettings", settings());
    // reviewers confirm nobody else
    const clerk = victims.find(({ login }) => login === CLERK.login)!;
    expect((await fuhe.refusal("clerks.confirm", { requestId: id(), id: clerk.id })).code).toBe("not-allowed");
    const { rows } = await xin.call("audit.list", { operation: "session.replaceAdministrator", limit: 9 });
    // beside those that say whose password was right or wrong
    expect(rows.filter(({ detail }) => detail !== "")).toMatchObject([
      {
        clerk: "人员 zhuguan",
        detail: expect.stringMatching(/对象：新管理（xin）.*原因：管理员调离.*岗位：管理员.*在场人：恢复码/),
      },
    ]);
    expect((await xin.call("audit.verify", {})).sound).toBe(true);
  });

  it("who has forgotten the password gets in again, and everything of before is over", async () => {
    const { machine } = await staffed({ zhuguan: "supervisor" });
    const door = new Window(machine);
    const noone = asked(standing("zhuguan"), null, CLERK.login);
    expect((await door.refusal("session.replaceAdministrator", noone)).code).toBe("not-found");
    const made = await door.call("session.replaceAdministrator", asked(standing("zhuguan"), null, ADMIN.login));
    expect(made.clerk.login).toBe(ADMIN.login);
    expect((await machine.refusal("clerks.list", {})).code).toBe("not-signed-in");
    expect((await door.refusal("session.login", ADMIN)).code).toBe("wrong-password");
    const again = await enter(machine, made);
    expect((await again.call("session.status", {})).resets).toMatchObject([{ by: "人员 zhuguan" }]);
    // nobody else may stand by: whoever stood by does, with the code from where it is kept
    const zhuguan = new Window(machine);
    await zhuguan.call("session.login", standing("zhuguan"));
    expect((await zhuguan.refusal("clerks.confirm", { requestId: id(), id: made.clerk.id })).code).toBe("second-person-needed");
    await zhuguan.call("clerks.confirm", { requestId: id(), id: made.clerk.id, second: { recoveryCode: office.code } });
    await again.call("office.changeSettings", settings());
  });

  it("is replaced by a clerk where there is nobody else, and confirms it by the code; and by the code alone in an office of one", async () => {
    const { machine } = await staffed({});
    const door = new Window(machine);
    // the office's clerk has not yet chosen a password: there is nobody
    const clerk = { login: CLERK.login, password: office.clerkPassword };
    expect((await door.refusal("session.replaceAdministrator", asked(clerk, "新管理", "xin"))).code).toBe("second-person-needed");
    const first = await door.call("session.replaceAdministrator", asked(null, null, ADMIN.login));
    const alone = await enter(machine, first);
    expect((await alone.call("session.status", {})).administratorToConfirm).toBeNull();

    const zhang = new Window(machine);
    await zhang.call("session.login", clerk);
    await zhang.call("session.changePassword", { requestId: id(), current: clerk.password, next: OWN });
    expect((await door.refusal("session.replaceAdministrator", asked(null, "新管理", "xin"))).message).toContain("经办");
    const made = await door.call("session.replaceAdministrator", asked(standing(CLERK.login), null, ADMIN.login));
    const admin = await enter(machine, made);
    expect((await admin.refusal("office.changeSettings", settings())).code).toBe("administrator-unconfirmed");
    expect((await zhang.refusal("clerks.confirm", { requestId: id(), id: made.clerk.id })).code).toBe("not-allowed");
    const confirm = { requestId: id(), id: made.clerk.id };
    expect((await admin.refusal("clerks.confirm", confirm)).code).toBe("second-person-needed");
    await admin.call("clerks.confirm", { ...confirm, second: { recoveryCode: office.code } });
    await admin.call("office.changeSettings", settings());
  });

  it("is not reached by guessing the code", async () => {
    const { machine } = await staffed({ zhuguan: "supervisor" });
    const door = new Window(machine);
    const request = asked(standing("zhuguan"), "新管理", "xin");
    const codes: string[] = [];
    for (let guess = 0; guess < 4; guess++)
      codes.push((await door.refusal("session.replaceAdministrator", { ...request, recoveryCode: `AAAA-${guess}` })).code);
    expect(codes).toEqual(["recovery-code-wrong", "recovery-code-wrong", "recovery-code-wrong", "slow-down"]);
    expect((await door.refusal("session.replaceAdministrator", request)).code).toBe("slow-down");
  });
});
