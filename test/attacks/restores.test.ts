/** One person alone turns back what all have done: in the running app somebody stands by, and at the rescue page somebody confirms. */
import { randomUUID } from "node:crypto";
import { cpSync, rmSync } from "node:fs";
import { expect, it, vi } from "vitest";
import { OPERATION_TEXT } from "../../src-main/desk/reports/text.ts";
import { ADMIN, sharedOffice } from "../unit/desk/rescue/rescue-office.ts";

vi.setConfig({ testTimeout: 120_000 });

const { office, nextDay } = sharedOffice();

it("a restore at the rescue page stands under a banner and lets nobody approve, until somebody else has confirmed it", async () => {
  const machine = nextDay();
  await machine.start();
  await machine.call("session.login", ADMIN);
  const made = await machine.call("clerks.create", {
    requestId: randomUUID(),
    login: "fuhe",
    name: "复核乙",
    role: "reviewer",
    second: { recoveryCode: office.code },
  });
  await machine.call("session.login", { login: "fuhe", password: made.oneTimePassword! });
  const FUHE = { login: "fuhe", password: "reviewer-2026" };
  await machine.call("session.changePassword", { requestId: randomUUID(), current: made.oneTimePassword!, next: FUHE.password });
  await machine.call("session.login", ADMIN);
  await machine.call("clerks.confirm", { requestId: randomUUID(), id: made.clerk.id, second: { recoveryCode: office.code } });
  machine.clock.advance(60);
  const backup = await machine.call("backup.now", {});
  await machine.call("session.lock", {});
  await machine.stop();
  cpSync(machine.store, `${machine.store}-kept`);
  rmSync(machine.store);

  await machine.start();
  const reason = "硬盘坏道";
  const given = { requestId: randomUUID(), folder: backup.folder, name: backup.name, ...ADMIN, reason };
  await machine.call("rescue.restore", { ...given, recoveryCode: office.code });
  await machine.call("session.login", ADMIN);
  const { restoreToConfirm } = await machine.call("session.status", {});
  expect(restoreToConfirm).toMatchObject({ by: "王敏（admin）", reason, confirm: "no" });
  const sequence = restoreToConfirm!.sequence;
  const confirm = () => ({ requestId: randomUUID(), sequence });
  expect((await machine.refusal("backup.confirmRestore", confirm())).code).toBe("same-person");
  const approval = { requestId: randomUUID(), id: "x", version: 1, note: "" };
  await machine.call("session.login", FUHE);
  expect((await machine.refusal("review.approve", approval)).code).toBe("restore-unconfirmed");
  expect((await machine.call("session.status", {})).restoreToConfirm).toMatchObject({ confirm: "yes" });
  await machine.call("backup.confirmRestore", confirm());
  expect((await machine.call("session.status", {})).restoreToConfirm).toBeNull();
  expect((await machine.refusal("review.approve", approval)).code).not.toBe("restore-unconfirmed");
  expect((await machine.refusal("backup.confirmRestore", confirm())).code).toBe("stale");
  // the audit of what came keeps what was left
  await machine.call("session.login", ADMIN);
  const { rows } = await machine.call("audit.list", { operation: "rescue.restore", limit: 5 });
  expect(rows[0]!.detail).toMatch(/原审计链末行：\d+/);
  for (const operation of ["rescue.accept", "backup.confirmRestore"]) expect(OPERATION_TEXT[operation]).toBeDefined();
});
