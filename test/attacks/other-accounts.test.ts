/**
 * Other accounts of the machine, and whoever finds a disk: who may open the key and the data, by mode on Unix and by icacls on
 * Windows (its command lines; Windows itself does not run here), and a key that lies with its data on what is carried off.
 */
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { FileAccess } from "../../src-main/access/access.ts";
import { closeDataFolder, windowsAccessFor } from "../../src-main/access/data-folder.ts";
import { onOneDriveBesideTheSystems, travelTogether } from "../../src-main/access/same-stick.ts";
import {
  GROUP,
  isMachineWide,
  shareFolder,
  trusteesOf,
  windowsAccess,
  type WindowsSystem,
} from "../../src-main/access/windows.ts";
import { systemClock } from "../../src-main/clock.ts";
import { dataFolder, keyFile } from "../../src-main/hosts/places.ts";
import { keepLocalState, copyFile, localStateWritten, putBackLocalState } from "../../src-main/hosts/electron/local-state.ts";
import { fileKeeper, openStore } from "../../src-main/store/index.ts";
import { temporaryFolder } from "../unit/desk/rescue/rescue-office.ts";

const OWN = "S-1-5-21-1004336348-1177238915-682003330-1001";
const SHARED = "S-1-5-21-1004336348-1177238915-682003330-1007";
const CLOSED = `data\r\nD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;FA;;;${OWN})\r\n`;
const OPEN = `data\r\nD:AI(A;OICIID;FA;;;SY)(A;OICIID;FA;;;BA)(A;OICIID;FA;;;${OWN})(A;OICIID;0x1200a9;;;BU)\r\n`;

/** Windows as far as it is asked: keeps what was run. */
function windows({ sddl = CLOSED, hasGroup = true } = {}) {
  const ran: string[] = [];
  let made = hasGroup;
  const system: WindowsSystem = {
    run(program, args) {
      ran.push([program, ...args].join(" "));
      if (program === "whoami") return `"pc\\wang","${OWN}"\r\n`;
      if (program === "net") made = true;
      if (program !== "powershell") return "";
      if (!made) throw new Error("no such group");
      return `${SHARED}\r\n`;
    },
    sddl: () => sddl,
  };
  return { system, ran };
}

describe("on Windows", () => {
  it("a folder is closed by SIDs: the account, the system, the administrators; nothing is taken over from above", () => {
    const { system, ran } = windows();
    windowsAccess(system).restrict("D:\\数据 1", "folder");
    windowsAccess(system).restrict("D:\\k.key", "file");
    const few = (below: string) => `/grant:r *S-1-5-18:${below}F *S-1-5-32-544:${below}F *${OWN}:${below}F /q`;
    expect(ran.filter((line) => !line.startsWith("whoami"))).toEqual([
      "icacls D:\\数据 1 /reset /q",
      `icacls D:\\数据 1 /inheritance:r ${few("(OI)(CI)")}`,
      "icacls D:\\k.key /reset /q",
      `icacls D:\\k.key /inheritance:r ${few("")}`,
    ]);
    expect(ran).toContain("whoami /user /fo csv /nh");
  });

  it.each([
    ["closed", CLOSED, [], false],
    ["taken over, with all users of the machine", OPEN, ["BU"], true],
    ["everybody", "x\r\nD:P(A;;FA;;;WD)", ["WD"], false],
    ["a denial lets nobody in", `x\r\nD:P(D;;FA;;;WD)(A;;FA;;;${OWN})`, [], false],
    ["another account", `x\r\nD:P(A;;FR;;;${SHARED})`, [SHARED], false],
    ["no list at all", "x\r\nD:NO_ACCESS_CONTROL", ["*"], true],
    ["nothing that can be read", "", ["*"], true],
  ])("who else may open it is read from SDDL: %s", (_what, sddl, others, inherits) => {
    const access = windowsAccess(windows({ sddl }).system);
    expect([access.others("x"), access.inherits("x")]).toEqual([others, inherits]);
  });

  it("the first administrator's own data are theirs, however SDDL shortens them", () => {
    const { system } = windows({ sddl: "x\r\nD:P(A;;FA;;;LA)" });
    expect(windowsAccess({ ...system, run: () => '"pc\\admin","S-1-5-21-1-2-3-500"' }).others("x")).toEqual([]);
    expect(windowsAccess(system).others("x")).toEqual(["LA"]);
    expect(trusteesOf("D:P(A;;FA;;;SY)").trustees).toEqual(["S-1-5-18"]);
  });

  it("a folder is closed when it is made, and when others may open it; they are told", () => {
    const place = temporaryFolder();
    const fresh = windows();
    expect(closeDataFolder(join(place, "new"), windowsAccess(fresh.system))).toEqual([]);
    expect(fresh.ran.some((line) => line.includes("/inheritance:r"))).toBe(true);
    const again = windows();
    closeDataFolder(join(place, "new"), windowsAccess(again.system));
    expect(again.ran.some((line) => line.startsWith("icacls"))).toBe(false);
    const open = windows({ sddl: OPEN });
    expect(closeDataFolder(join(place, "new"), windowsAccess(open.system))).toEqual(["BU"]);
    expect(open.ran.some((line) => line.includes("/inheritance:r"))).toBe(true);
  });

  it("machine-wide data belong to a group made for it, and nothing starts before", () => {
    const environment = { ProgramData: "C:\\ProgramData" };
    expect(isMachineWide("c:/programdata/yibao-counter", environment)).toBe(true);
    expect(isMachineWide("C:\\ProgramData2\\x", environment)).toBe(false);
    expect(isMachineWide("C:\\Users\\wang\\AppData\\Local\\yibao-counter", environment)).toBe(false);
    const folder = "C:\\ProgramData\\yibao-counter";
    const none = windows({ hasGroup: false });
    expect(() => windowsAccessFor(folder, environment, none.system)).toThrow(/counter share/);
    shareFolder(none.system, folder);
    expect(none.ran).toContain(`net localgroup ${GROUP} /add`);
    expect(none.ran.at(-1)).toContain(`*${SHARED}:(OI)(CI)F`);
    expect(none.ran.at(-1)).not.toContain(OWN);
    expect(windowsAccessFor(folder, environment, windows({ sddl: `D:P(A;;FA;;;${SHARED})` }).system).others(folder)).toEqual([]);
  });
});

describe("the key file", () => {
  const secret = Buffer.alloc(32, 7);

  it("lies beside the data folder, is readable by this account alone, and is refused when it is not", () => {
    const place = temporaryFolder();
    const folder = dataFolder(join(place, "data"), false, {});
    expect(keyFile(folder, {})).toBe(join(place, "data.key"));
    const keeper = fileKeeper(keyFile(folder, {}));
    const kept = keeper.keep(secret);
    expect(statSync(keyFile(folder, {})).mode & 0o777).toBe(0o600);
    chmodSync(keyFile(folder, {}), 0o640);
    expect(() => keeper.recall(kept)).toThrow(/read by others: mode 640/);
  });

  it("is closed on Windows before it has its name, and refused when others may read it", () => {
    const path = join(temporaryFolder(), "data.key");
    const { system, ran } = windows();
    const kept = fileKeeper(path, windowsAccess(system)).keep(secret);
    expect(ran.filter((line) => line.startsWith("icacls")).every((line) => line.includes("data.key.unfinished"))).toBe(true);
    expect(fileKeeper(path, windowsAccess(system)).recall(kept)).toEqual(secret);
    expect(() => fileKeeper(path, windowsAccess(windows({ sddl: OPEN }).system)).recall(kept)).toThrow(/BU/);
  });

  it("is not written to a disk that keeps nothing from others", () => {
    const place = temporaryFolder();
    const stick: FileAccess = { restrict: () => undefined, others: () => ["mode 755"], inherits: () => false };
    const path = join(place, "data", "counter.db");
    const open = () => openStore(path, { clock: systemClock, keepers: [fileKeeper(join(place, "data.key"), stick)] });
    expect(open).toThrow(expect.objectContaining({ kind: "key-exposed" }) as Error);
    expect(existsSync(join(place, "data.key"))).toBe(false);
    expect(existsSync(join(place, "data.key.unfinished"))).toBe(false);
    expect(existsSync(path)).toBe(false);
  });

  it("that lies with its data on one removable disk is told", () => {
    const place = temporaryFolder();
    const blocks = join(place, "blocks");
    const disk = join(place, "devices", "sdb", "sdb1");
    mkdirSync(disk, { recursive: true });
    mkdirSync(blocks);
    const { dev } = statSync(place);
    symlinkSync(disk, join(blocks, `${Math.floor(dev / 256) % 4096}:${(dev % 256) + Math.floor(dev / 1_048_576) * 256}`));
    const [data, key] = [join(place, "data"), join(place, "data.key")];
    const none = { mounted: /^\/nowhere\//, blocks };
    for (const [told, expected] of [
      ["0\n", false],
      ["1\n", true],
    ] as const) {
      writeFileSync(join(place, "devices", "sdb", "removable"), told);
      expect(travelTogether(data, key, none)).toBe(expected);
    }
    expect(travelTogether(data, key, { mounted: /^\//, blocks: "/nowhere" })).toBe(true);
    expect(travelTogether(data, "/dev/data.key", { mounted: /^\//, blocks: "/nowhere" })).toBe(false);
    expect(travelTogether(data, null, { mounted: /^\//, blocks })).toBe(false);
    expect(onOneDriveBesideTheSystems("E:\\data", "e:\\data.key", "C:")).toBe(true);
    expect(onOneDriveBesideTheSystems("E:\\data", "C:\\k.key", "C:")).toBe(false);
    expect(onOneDriveBesideTheSystems("C:\\data", "C:\\data.key", "C:")).toBe(false);
  });
});

describe("the file on which the system's safe hangs on Windows", () => {
  const KEY = Buffer.from("DPAPI and then what it wraps").toString("base64");
  const OTHER = Buffer.from("DPAPI and what Chromium made anew").toString("base64");
  function desktop() {
    const place = temporaryFolder();
    const [profile, store] = [join(place, "window"), join(place, "counter.db")];
    mkdirSync(profile);
    const state = join(profile, "Local State");
    const wrote = (key: string) =>
      writeFileSync(state, JSON.stringify({ os_crypt: { audit_enabled: true, encrypted_key: key }, browser: { x: 1 } }));
    const read = () => JSON.parse(readFileSync(state, "utf8")) as { os_crypt: { encrypted_key: string }; browser?: object };
    return { profile, store, state, wrote, read };
  }

  it.each([
    ["lost", (state: string) => writeFileSync(state, "")],
    ["torn", (state: string) => writeFileSync(state, readFileSync(state).subarray(0, 20))],
    ["made anew without a word", (state: string) => writeFileSync(state, JSON.stringify({ os_crypt: { encrypted_key: OTHER } }))],
  ])("is put back where it is %s", (_what, damage) => {
    const { profile, store, state, wrote, read } = desktop();
    wrote(KEY);
    expect(keepLocalState(profile, store)).toBe(true);
    expect(statSync(copyFile(store)).mode & 0o777).toBe(0o600);
    damage(state);
    expect(putBackLocalState(profile, store)).toBe("put-back");
    expect(read().os_crypt.encrypted_key).toBe(KEY);
    expect(existsSync(`${state}.replaced`)).toBe(true);
    expect(putBackLocalState(profile, store)).toBe("as-it-was");
  });

  it("keeps what else stands in it, follows a key that has opened the store, and changes nothing without a copy", () => {
    const { profile, store, wrote, read } = desktop();
    expect(putBackLocalState(profile, store)).toBe("as-it-was");
    expect(keepLocalState(profile, store)).toBe(false);
    wrote(KEY);
    keepLocalState(profile, store);
    wrote(OTHER);
    putBackLocalState(profile, store);
    expect(read()).toMatchObject({ os_crypt: { encrypted_key: KEY, audit_enabled: true }, browser: { x: 1 } });
    // the recovery code has opened the store, and from now on it hangs on the other key
    wrote(OTHER);
    keepLocalState(profile, store);
    expect(putBackLocalState(profile, store)).toBe("as-it-was");
    writeFileSync(copyFile(store), "{");
    expect(putBackLocalState(profile, store)).toBe("as-it-was");
  });

  it("is waited for before a store is made", async () => {
    const { profile, wrote } = desktop();
    expect(await localStateWritten(profile, 0)).toBe(false);
    setTimeout(() => wrote(KEY), 100);
    expect(await localStateWritten(profile)).toBe(true);
  });
});
