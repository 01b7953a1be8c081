/** `counter upgrade`, and commands whose reader has gone. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { KNOWN_VERSION } from "../../src-main/store/index.ts";
import { readHeader } from "../../src-main/store/file/files.ts";
import { counter } from "../unit/command-line/run-counter.ts";
import { keptStores, MACHINE_KEY, unpack } from "./stores.ts";

const kept = keptStores();
/** Whoever reads a store leaves an empty log and its index beside it. */
const namesIn = (folder: string): string[] => readdirSync(folder).filter((name) => !/-(wal|shm)$/.test(name));

describe.each(["406edb8", "1ef7dbf"])("a store of %s", (commit) => {
  const office = kept.find((store) => store.commit === commit)!;
  let path: string;
  let keyFile: string[];
  beforeAll(() => {
    path = unpack(office);
    keyFile = ["--key-file", join(dirname(path), MACHINE_KEY)];
  });
  afterAll(() => rmSync(dirname(path), { recursive: true }));

  test("--dry-run says what would come of it, and leaves everything as it was", async () => {
    const before = readFileSync(path);
    const names = namesIn(dirname(path));
    const { status, stdout, stderr } = await counter(["upgrade", path, "--dry-run", ...keyFile]);
    expect(JSON.parse(stdout)).toMatchObject({ fromVersion: office.version, toVersion: KNOWN_VERSION, problems: [] });
    expect(stderr).toMatch(/副本上试过：.*核对无误；数据文件没有改动/);
    expect(status).toBe(0);
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(namesIn(dirname(path))).toEqual(names);
  });

  test("upgrades, says where the copy is and how to go back, and has nothing to do the second time", async () => {
    const { status, stderr } = await counter(["upgrade", path, ...keyFile]);
    expect(status).toBe(0);
    const copy = readdirSync(dirname(path)).find((name) => /version-\d+-\w+Z$/.test(name))!;
    expect(readHeader(join(dirname(path), copy)).encrypted).toBe(office.encrypted);
    expect(stderr).toContain(`从第 ${office.version} 版升级到第 ${KNOWN_VERSION} 版`);
    expect(stderr).toContain(copy);
    expect(stderr).toContain(`改名为 ${basename(path)}`);
    expect(stderr.includes("任何人拿到都能读")).toBe(!office.encrypted);
    expect(stderr.includes("counter.db.keys.json")).toBe(!office.encrypted);
    expect((await counter(["upgrade", path, ...keyFile])).stderr).toContain("不需要升级");
    expect((await counter(["upgrade", path, "--dry-run", ...keyFile])).stderr).toContain("不需要升级");
  });
});

test("a reader that wants no more ends a command quietly", async () => {
  const child = spawn(process.execPath, [join(import.meta.dirname, "../../src-main/cli.ts"), "matters"], { stdio: "pipe" });
  let told = "";
  child.stderr.on("data", (chunk: Buffer) => (told += chunk.toString()));
  child.stdout.destroy();
  const [status] = (await once(child, "close")) as [number];
  expect({ told, status }).toEqual({ told: "", status: 141 });
});
