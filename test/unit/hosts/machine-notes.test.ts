/** Accounts of one machine tell each other of their offices; what somebody plants there says nothing. */
import { chmodSync, chownSync, linkSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { machineNotes, notesPlace } from "../../../src-main/hosts/machine-notes.ts";

const me = userInfo();
const isRoot = me.uid === 0;
const OTHER = 12_345;

function sharedFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "counter-notes-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  chmodSync(folder, 0o1777);
  return folder;
}
const of = (folder: string, account: string, uid: number | null) => machineNotes({ folder, account, uid });

describe.runIf(isRoot)("as the system's own account, who can give files away", () => {
  it("another account is told of, oneself is not, and a later start takes the place of an earlier one", () => {
    const folder = sharedFolder();
    const own = of(folder, "zhang", me.uid);
    own.leave("2025-07-14");
    own.leave("2025-07-15");
    expect(own.others()).toEqual([]);
    expect(of(folder, "li", OTHER).others()).toEqual([{ account: "zhang", day: "2025-07-15" }]);
    expect(readdirSync(folder)).toHaveLength(1);
  });

  it("a note counts only where the file is that account's, a plain one, and small", () => {
    const folder = sharedFolder();
    const note = (name: string, uid: number, content: unknown = { format: 1, account: "x", day: "2025-07-15" }) => {
      const path = join(folder, name);
      writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
      chownSync(path, uid, uid);
      return path;
    };
    const honest = note(`yibao-counter.office.${OTHER}`, OTHER);
    note("yibao-counter.office.777", OTHER);
    note("yibao-counter.office.778", 778, "no JSON");
    note("yibao-counter.office.779", 779, { format: 1, account: "y".repeat(2000), day: "2025-07-15" });
    note("yibao-counter.office.780", 780, { format: 1, account: "z", day: "<b>" });
    symlinkSync(honest, join(folder, "yibao-counter.office.781"));
    linkSync(honest, join(folder, "yibao-counter.office.782"));
    mkdirSync(join(folder, "yibao-counter.office.783"));
    expect(of(folder, "zhang", me.uid).others()).toEqual([{ account: "x", day: "2025-07-15" }]);
    // a name that would break out of its line is brought into it
    note("yibao-counter.office.784", 784, { format: 1, account: "a\nb\u202Ec", day: "2025-07-15" });
    for (const { account } of of(folder, "zhang", me.uid).others()) expect(account).toMatch(/^[^\n\u202E]+$/);
  });

  it("nothing is written over somebody else's, nor where anybody could take it away", () => {
    const folder = sharedFolder();
    writeFileSync(join(folder, `yibao-counter.office.${me.uid}`), "planted");
    chownSync(join(folder, `yibao-counter.office.${me.uid}`), OTHER, OTHER);
    expect(() => of(folder, "zhang", me.uid).leave("2025-07-15")).toThrow(/somebody else's/);
    for (const change of [() => chmodSync(folder, 0o0777), () => (chmodSync(folder, 0o1777), chownSync(folder, OTHER, OTHER))]) {
      change();
      expect(() => of(folder, "li", 4321).leave("2025-07-15")).toThrow(/no folder that all accounts share safely/);
    }
  });
});

it("where files have no owner the account's name tells them apart", () => {
  const folder = join(sharedFolder(), "yibao-counter");
  of(folder, "张三", null).leave("2025-07-15");
  expect(of(folder, "张三", null).others()).toEqual([]);
  expect(of(folder, "李四", null).others()).toEqual([{ account: "张三", day: "2025-07-15" }]);
  expect(of(join(folder, "none"), "李四", null).others()).toEqual([]);
});

it("lies where all accounts of the machine can read", () => {
  const { folder, account } = notesPlace({ ProgramData: "D:\\Common" });
  expect(account).toBe(me.username);
  expect(folder).toBe(process.platform === "win32" ? "D:\\Common\\yibao-counter" : "/var/tmp");
});
