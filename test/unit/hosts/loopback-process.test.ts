/** The program itself, from its first line on the terminal to its end. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { costsIn, FULL_COSTS } from "./costs.ts";

const program = fileURLToPath(new URL("../../../src-main/loopback.ts", import.meta.url));

let folder: string;
const running: ChildProcess[] = [];
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "counter-program-"))));
afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

interface Started {
  readonly child: ChildProcess;
  /** `undefined`: it ended instead. */
  readonly address: URL | undefined;
  readonly output: () => string;
}

async function start(...given: string[]): Promise<Started> {
  const child = spawn(process.execPath, [program, "--data", folder, "--port", "0", "--no-open", ...given], { stdio: "pipe" });
  running.push(child);
  let output = "";
  const ended = once(child, "exit");
  const address = await new Promise<URL | undefined>((resolve) => {
    const look = (chunk: Buffer) => {
      output += chunk.toString();
      const match = /^地址: (http:\/\/127\.\d+\.\d+\.\d+:\d+\/\?token=[\w-]{43})$/m.exec(output);
      if (match) resolve(new URL(match[1]!));
    };
    child.stdout.on("data", look);
    child.stderr.on("data", look);
    void ended.then(() => resolve(undefined));
  });
  return { child, address, output: () => output };
}

/** The secret of a page of the browser with that cookie. */
async function pageOf(origin: string, cookie: string): Promise<string> {
  const headers = { Cookie: cookie, Origin: origin, "Content-Type": "application/json", "X-Counter": "1" };
  const answer = await fetch(`${origin}/page`, { method: "POST", headers, body: "{}" });
  return ((await answer.json()) as { value: { page: string } }).value.page;
}

test("an argument that it does not know starts nothing; --help says which there are", async () => {
  const mistyped = await start("--dta", "/office");
  expect(mistyped.address).toBeUndefined();
  expect(mistyped.child.exitCode).toBe(2);
  expect(mistyped.output()).toContain("没有启动：不认识“--dta”");
  const asked = await start("--help");
  expect(asked.child.exitCode).toBe(0);
  expect(asked.output()).toContain("--no-open");
  expect(readdirSync(folder)).toEqual([]);
});

test("says its address, lets its own browser in, ends on request and keeps the store closed cleanly", async () => {
  const { child, address, output } = await start();
  expect(address).toBeDefined();
  const entered = await fetch(address!, { redirect: "manual" });
  expect(entered.status).toBe(303);
  const cookie = entered.headers.getSetCookie()[0]!.split(";")[0]!;
  const { origin } = address!;
  const headers = {
    Cookie: cookie,
    Origin: origin,
    "Content-Type": "application/json",
    "X-Counter": "1",
    "X-Counter-Page": await pageOf(origin, cookie),
  };
  const answer = await fetch(`${origin}/call/session.status`, { method: "POST", headers, body: "{}" });
  expect(await answer.json()).toMatchObject({ ok: true, value: { needsSetup: true, host: "browser", demo: false } });

  const second = await start();
  expect(second.address).toBeUndefined();
  expect(second.output()).toContain("正被另一个程序使用");
  expect(second.child.exitCode).toBe(1);

  child.kill("SIGTERM");
  expect(await once(child, "exit")).toEqual([0, null]);
  expect(output()).toContain("只能打开一次");
  expect(existsSync(join(folder, "counter.db-wal"))).toBe(false);
});

test("a guess at its passwords and its recovery code costs the full price", async () => {
  const { child, address, output } = await start();
  const cookie = (await fetch(address!, { redirect: "manual" })).headers.getSetCookie()[0]!.split(";")[0]!;
  const { origin } = address!;
  let page = await pageOf(origin, cookie);
  const call = async (name: string, input: object) => {
    const headers = {
      Cookie: cookie,
      Origin: origin,
      "Content-Type": "application/json",
      "X-Counter": "1",
      "X-Counter-Page": page,
    };
    const body = JSON.stringify({ requestId: crypto.randomUUID(), ...input });
    const answer = await fetch(`${origin}/call/${name}`, { method: "POST", headers, body });
    page = answer.headers.get("x-counter-page") ?? page;
    return (await answer.json()) as { readonly value?: { readonly code: string } };
  };
  const office = { code: "2102", name: "测试区医保中心", cities: ["dalian"] };
  const code = /^首次设置码：(\S+)（/m.exec(output())![1]!;
  const administrator = { office, login: "admin", name: "王敏", password: "counter-2026" };
  expect(await call("session.setup", administrator)).toMatchObject({ ok: false, error: { code: "setup-code-wrong" } });
  await call("session.setup", { ...administrator, code });
  const { value } = await call("keys.newRecoveryCode", { password: "counter-2026" });
  child.kill("SIGTERM");
  await once(child, "exit");
  expect(costsIn(folder, "admin", value!.code)).toEqual(FULL_COSTS);
});

test("where the store cannot be opened it says so, and starts with the page that says what can be done", async () => {
  const letter = "this is a letter, not a database".repeat(200);
  writeFileSync(join(folder, "counter.db"), letter);
  const { address, output } = await start();
  expect(output()).toMatch(/数据文件.*信息人员/s);
  expect(output()).toContain(folder);
  const cookie = (await fetch(address!, { redirect: "manual" })).headers.getSetCookie()[0]!.split(";")[0]!;
  const { origin } = address!;
  const call = async (name: string, headers: Readonly<Record<string, string>>) => {
    const answer = await fetch(`${origin}/call/${name}`, { method: "POST", headers, body: "{}" });
    return (await answer.json()) as unknown;
  };
  const ours = {
    Cookie: cookie,
    Origin: origin,
    "Content-Type": "application/json",
    "X-Counter": "1",
    "X-Counter-Page": await pageOf(origin, cookie),
  };
  expect(await call("session.status", ours)).toMatchObject({ ok: false, error: { code: "rescuing" } });
  expect(await call("rescue.status", ours)).toMatchObject({ ok: true, value: { problem: "store-not-ours", folder } });
  // who is not admitted to the app is not admitted to its rescue
  const { Cookie: _, ...strangers } = ours;
  expect(await call("rescue.status", strangers)).toMatchObject({ ok: false, error: { code: "not-signed-in" } });
  const foreign = { ...ours, Origin: "https://example.com" };
  expect(await call("rescue.status", foreign)).toMatchObject({ ok: false, error: { code: "not-allowed" } });
  expect(readFileSync(join(folder, "counter.db"), "utf8")).toBe(letter);
});
