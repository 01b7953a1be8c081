/** The app started on disks that are really full or read-only: its page says so, and opens the app when there is room again. */
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { ADMIN, Machine, makeOffice } from "../unit/desk/rescue/rescue-office.ts";
import { canMount, fill, NEEDS_MOUNTS } from "./disks.ts";

const LATER = "2025-07-16T02:00:00.000Z";

describe.runIf(canMount())(`the app started on a disk of its own ${NEEDS_MOUNTS}`, () => {
  const template = mkdtempSync(join(tmpdir(), "yibao-rescue-"));
  const office = makeOffice(template);
  let place: string;
  let machine: Machine;
  afterAll(() => rmSync(template, { recursive: true, force: true }));
  beforeEach(async () => {
    const { machine: made, second } = await office;
    if (!existsSync(`${template}/second-as-made`)) cpSync(second, `${template}/second-as-made`, { recursive: true });
    place = mkdtempSync(join(tmpdir(), "yibao-disk-"));
    mkdirSync(join(place, "data"));
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=12m", "tmpfs", join(place, "data")]);
    machine = made.copyTo(place, LATER);
    // the machines of other tests have gone another way since, and their backups would say so
    rmSync(second, { recursive: true });
    cpSync(`${template}/second-as-made`, second, { recursive: true });
  });
  afterEach(async () => {
    await machine.stop();
    execFileSync("umount", ["-l", machine.data]);
    rmSync(place, { recursive: true, force: true });
  });

  it("that is read-only: the page says so, and the next try opens it", async () => {
    execFileSync("mount", ["-o", "remount,ro", machine.data]);
    await machine.start();
    expect(await machine.call("rescue.status", {})).toMatchObject({ problem: "store-read-only", ways: [] });
    expect(await machine.call("rescue.retry", {})).toMatchObject({ problem: "store-read-only" });
    expect((await machine.call("rescue.diagnosis", {})).base64).not.toBeNull();
    execFileSync("mount", ["-o", "remount,rw", machine.data]);
    expect(await machine.call("rescue.retry", {})).toBeNull();
    await machine.call("session.login", ADMIN);
  });

  it("that is full: the app opens or says so, and with room again it opens", async () => {
    fill(machine.data);
    await machine.start();
    const status = await machine.ask("rescue.status", {});
    expect(status).toMatchObject({ ok: true, value: { problem: "store-full", ways: [] } });
    rmSync(join(machine.data, "filler"));
    expect(await machine.call("rescue.retry", {})).toBeNull();
    await machine.call("session.login", ADMIN);
  });

  it("that fills up at work: the clerk is told that the disk is full, though the log has no room either", async () => {
    await machine.start();
    await machine.call("session.login", ADMIN);
    fill(machine.data);
    // the log of the store has room for a few writes yet
    const codes: string[] = [];
    while (codes.length < 200 && codes.at(-1) !== "store-full") {
      const answer = await machine.ask("diagnosis.export", {});
      codes.push(answer.ok ? "ok" : answer.error.code);
    }
    expect(codes.at(-1)).toBe("store-full");
    expect(new Set(codes.slice(0, -1))).toEqual(new Set(codes.length > 1 ? ["ok"] : []));
    rmSync(join(machine.data, "filler"));
    expect((await machine.ask("diagnosis.export", {})).ok).toBe(true);
  });

  it("where a restore finds no room: it is told, nothing is changed, and with room it is done", async () => {
    const { backup, code: recoveryCode } = await office;
    writeFileSync(machine.store, "damaged".repeat(1000));
    fill(machine.data);
    await machine.start();
    const folder = machine.room;
    const given = { folder, name: backup, recoveryCode, ...ADMIN, reason: "磁盘" };
    expect((await machine.refusal("rescue.restore", { requestId: crypto.randomUUID(), ...given })).code).toBe("store-full");
    rmSync(join(machine.data, "filler"));
    expect(await machine.call("rescue.restore", { requestId: crypto.randomUUID(), ...given })).toBeNull();
    await machine.call("session.login", ADMIN);
  });
});
