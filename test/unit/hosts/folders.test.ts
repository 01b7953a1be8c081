/** The folder list of the browser edition: mounted drives only, folders only, whatever is asked. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { driveLister, mountedIn, systemMounts } from "../../../src-main/hosts/drives.ts";
import { folderLister } from "../../../src-main/hosts/loopback/folders.ts";

const root = realpathSync(mkdtempSync(join(tmpdir(), "counter-folders-")));
afterAll(() => rmSync(root, { recursive: true }));
const base = join(root, "media");
const stick = join(base, "usb stick");
for (const name of ["备份", "照片/2025", ".hidden", "$RECYCLE.BIN"]) mkdirSync(join(stick, name), { recursive: true });
writeFileSync(join(stick, "secret.txt"), "");
mkdirSync(join(root, "private"));
symlinkSync(join(root, "private"), join(stick, "way-out"));
symlinkSync(join(stick, "照片"), join(stick, "way-within"));
const list = folderLister({ bases: [base], drives: () => [{ path: stick, device: null }] });

describe("the folders of mounted drives", () => {
  test("begin with the drives, then name folders alone", async () => {
    expect(await list(null)).toEqual({
      path: null,
      parent: null,
      folders: [
        {
          name: stick,
          path: stick,
          drive: { path: stick, label: null, totalBytes: expect.any(Number), freeBytes: expect.any(Number) },
        },
      ],
      more: false,
    });
    expect(await list(stick)).toEqual({
      path: stick,
      parent: base,
      folders: ["备份", "照片"].map((name) => ({ name, path: join(stick, name), drive: null })),
      more: false,
    });
    expect(await list(base)).toMatchObject({ parent: null });
    expect((await list(`${stick}/`)).path).toBe(stick);
    // a link is followed to where it leads
    expect((await list(join(stick, "way-within"))).path).toBe(join(stick, "照片"));
  });

  test.each([
    ["outside", root],
    ["a sibling that begins alike", `${base}-other`],
    ["the machine's root", "/"],
    ["upwards", `${stick}/../../private`],
    ["a link that leads out", join(stick, "way-out")],
    ["not absolute", "media"],
    ["nothing", ""],
    ["a file", join(stick, "secret.txt")],
    ["not there", join(stick, "none")],
    ["with a null", `${stick}\0`],
    ["another user's keys", "/etc/ssl/private"],
  ])("%s is refused", async (_what, path) => {
    await expect(list(path)).rejects.toThrow(/outside the mounted drives|not a plain absolute path|ENOENT|ENOTDIR|EACCES/);
  });

  test("are found in the system's table of mounts, with spaces in their names", () => {
    const table = join(root, "mounts");
    const lines = [
      `/dev/sdb1 ${stick.replaceAll(" ", "\\040")} vfat rw 0 0`,
      "proc /proc proc rw 0 0",
      // of the system itself: nothing that somebody put in
      `tmpfs ${base}/of-the-system tmpfs ro,size=4k 0 0`,
      `/dev/sdc1 ${root}/elsewhere ext4 rw 0 0`,
    ];
    writeFileSync(table, lines.join("\n"));
    expect(mountedIn([base], table)).toEqual([
      { path: stick, device: "/dev/sdb1" },
      { path: base, device: null },
    ]);
    expect(mountedIn([join(root, "none")], join(root, "no-table"))).toEqual([]);
  });

  test("are told apart by label and size", async () => {
    const labels = join(root, "by-label");
    mkdirSync(labels);
    const device = join(root, "sdb1");
    writeFileSync(device, "");
    symlinkSync(device, join(labels, "BACKUP\\x20A"));
    const drives = [
      { path: stick, device },
      { path: join(root, "pulled"), device: "/dev/sdc1" },
    ];
    const [first, second] = await driveLister({ bases: [base], drives: () => drives }, labels)();
    expect(first).toMatchObject({ path: stick, label: "BACKUP A" });
    expect(first!.totalBytes).toBeGreaterThan(first!.freeBytes!);
    expect(second).toEqual({ path: join(root, "pulled"), label: null, totalBytes: null, freeBytes: null });
  });

  test("are drive letters on Windows", () => {
    expect(systemMounts("win32").bases).toContain("E:\\");
    expect(systemMounts("linux").bases).toEqual(["/media", "/run/media", "/mnt"]);
  });
});
