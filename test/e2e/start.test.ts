/** The program as it is shipped, by `npm start`: it gives the app, which asks for its office, and ends with its terminal. */
import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { projectRoot } from "../../src-main/launcher/tool.ts";
import { openPage, screenshot, temporaryFolder, type OpenPage } from "./app.ts";
import { Counter } from "./counter.ts";

let launcher: ChildProcess;
let ended: Promise<unknown>;
let address: string;
let opened: OpenPage;
/** On standard error. */
let said = "";
/** On standard output. */
let output = "";

beforeAll(async () => {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
  launcher = spawn(
    process.execPath,
    [join(projectRoot, "src-main/launcher/run.mjs"), "start", "--no-open", "--port", "0", "--data", temporaryFolder()],
    { env, stdio: ["ignore", "pipe", "pipe"] },
  );
  launcher.stderr!.on("data", (chunk: Buffer) => void (said += chunk.toString()));
  ended = new Promise((resolve) => launcher.once("close", resolve));
  address = await new Promise<string>((resolve, reject) => {
    launcher.stdout!.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      const found = /http:\/\/127\.\d+\.\d+\.\d+:\d+\/\S*/.exec(output);
      if (found) resolve(found[0]);
    });
    launcher.once("close", () => reject(new Error(`ended without an address:\n${output}${said}`)));
  });
  opened = await openPage(address);
});
afterAll(async () => {
  await opened?.context.close();
  launcher?.kill("SIGKILL");
});

it("npm start gives the browser app where there is no display", async () => {
  expect(said).toContain(process.platform === "linux" ? "这台机器没有图形界面，改在浏览器中使用。" : "改在浏览器中使用");
  // the one-time token became a cookie
  expect(address).toContain("?token=");
  expect(opened.page.url()).toBe(new URL("/", address).href);
  expect(await opened.context.cookies()).toMatchObject([{ httpOnly: true }]);
});

it("the first start asks for the office and its cities, and only their matters can be begun", async () => {
  const setupCode = /首次设置码：(\S+)（/.exec(output)![1]!;
  const counter = new Counter(opened.page);
  await counter.setUp({
    office: "大连市中山区医保经办中心",
    code: "210202",
    cities: ["大连"],
    password: "counter-2026",
    setupCode,
  });
  await screenshot(opened.page, "02-home");
  expect(await counter.matters()).toContain("退休待遇变更");
  expect((await counter.matters()).filter((title) => title.includes("铁岭"))).toEqual([]);
  await counter.keys.openPalette();
  await counter.keys.type("tieling");
  await counter.sees("没有匹配的命令");
  await counter.keys.leavePalette();
  expect(opened.complaints).toEqual([]);
});

it("ends with its terminal", async () => {
  launcher.kill("SIGTERM");
  await ended;
  await expect(fetch(address)).rejects.toThrow("fetch failed");
});
