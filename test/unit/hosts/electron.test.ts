/** Electron's binary is not needed here: what counts is what the shell passes to it. */
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CONTENT_SECURITY_POLICY } from "../../../src-main/hosts/renderer-files.ts";
import { costsIn, FULL_COSTS } from "./costs.ts";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../../..", import.meta.url));
const runner = fileURLToPath(new URL("run-electron-shell.ts", import.meta.url));

// oxlint-disable-next-line typescript/no-explicit-any -- a report in JSON, read by the assertions below
type Report = Record<string, any>;

async function runShell(folder: string, environment: NodeJS.ProcessEnv = {}): Promise<Report> {
  const given = [runner, join(root, "src-main/electron.ts"), join(root, "src-main/preload.ts"), "--data", folder];
  const { stdout } = await run(process.execPath, given, { env: { ...process.env, ...environment }, maxBuffer: 2 ** 26 });
  return JSON.parse(stdout) as Report;
}

let folder: string;
let report: Report;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "counter-electron-"));
  report = await runShell(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the desktop shell", () => {
  test("the page is sandboxed, isolated and without Node", () => {
    expect(report["windows"].length).toBeGreaterThan(0);
    const { webPreferences, ...options } = report["windows"][0];
    expect(options).toMatchObject({ width: 1366, height: 768, minWidth: 1200, minHeight: 680, show: false });
    expect(webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      devTools: false,
    });
    expect(webPreferences.preload).toBe(join(root, "out/preload/preload.cjs"));
  });

  test("the scheme is registered before, everything else after the app is ready", () => {
    expect(report["schemes"]).toEqual([
      { scheme: "app", privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    ]);
    const order = report["order"];
    expect(order.indexOf("schemes")).toBeLessThan(order.indexOf("wait for ready"));
    expect(order.indexOf("path userData")).toBeLessThan(order.indexOf("single instance lock"));
    expect(order.filter((entry: string) => !entry.includes("file:")).slice(-3)).toEqual([
      "serve app:",
      "load app://counter/",
      "quit",
    ]);
    expect(report["paths"]["userData"]).toBe(join(folder, "window"));
  });

  test("the scheme serves the page only, under the security policy", () => {
    const { page, otherHost, outside, post } = report["served"];
    for (const answer of [page, otherHost, outside, post]) {
      expect(answer.headers["content-security-policy"]).toBe(CONTENT_SECURITY_POLICY);
      expect(answer.headers["x-content-type-options"]).toBe("nosniff");
    }
    expect([otherHost.status, outside.status, post.status]).toEqual([404, 404, 404]);
  });

  test("navigation, new windows, webviews and foreign frames are denied", () => {
    expect(report["windowOpen"]).toEqual({ action: "deny" });
    expect(report["prevented"]).toEqual({
      navigate: true,
      navigateOwn: true,
      redirect: true,
      mainFrame: true,
      foreignFrame: true,
      foreignBlob: true,
      ownBlob: false,
      webview: true,
    });
  });

  test("every permission is denied", () => {
    for (const answers of Object.values(report["permissions"])) expect(answers).toEqual([false, false, false]);
  });

  test("one channel, open to our page's main frame only", () => {
    expect(report["channels"]).toEqual(["call"]);
    const { ours, afterWrongName, ...foreign } = report["calls"];
    expect(ours).toMatchObject({ ok: true, value: { needsSetup: true, demo: false, host: "electron", clerk: null } });
    expect(afterWrongName).toMatchObject({ ok: false, error: { code: "unknown-call" } });
    expect(Object.keys(foreign)).toHaveLength(7);
    for (const answer of Object.values(foreign)) expect(answer).toMatchObject({ ok: false, error: { code: "not-allowed" } });
  });

  test("a session belongs to its window", () => {
    expect(report["setup"]).toMatchObject({ ok: true, value: { login: "admin", role: "administrator" } });
    expect(report["signedIn"].value.clerk.login).toBe("admin");
    expect(report["otherWindow"].value.clerk).toBeNull();
  });

  test("a guess at its passwords and its recovery code costs the full price", () => {
    expect(costsIn(folder, "admin", report["recoveryCode"].value.code)).toEqual(FULL_COSTS);
  });

  test("a paper is printed through the system's dialog from a hidden window, and no file stays behind", () => {
    const { submitted, printed, cancelled, jobs, windows, filesLeft } = report["printing"];
    expect(submitted).toBe("submitted");
    expect(printed).toEqual([true, true]);
    expect(cancelled).toEqual([false, "print-failed"]);
    const job = { options: { silent: false, printBackground: true, pageSize: "A4" }, start: "%PDF-" };
    expect(jobs).toEqual([job, job]);
    expect(windows).toHaveLength(2);
    for (const window of windows) {
      expect(window).toMatchObject({ shown: false, destroyed: true });
      expect(window.options.show).toBe(false);
      expect(window.options.webPreferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false });
      expect(window.options.webPreferences.preload).toBeUndefined();
    }
    expect(filesLeft).toBe(0);
  });

  test("a folder is picked in the system's dialog", () => {
    const { picked, closed, asked } = report["picking"];
    expect(picked).toEqual({ ok: true, value: { folder: "/media/usb" } });
    expect(closed).toEqual({ ok: true, value: { folder: null } });
    expect(asked.properties).toContain("openDirectory");
  });

  test("a file is saved where the clerk says, whole or not at all", () => {
    const { saved, isThere, partsLeft, closed, failed, asked, diagnosis } = report["saving"];
    expect(saved).toMatchObject({ ok: true, value: { base64: null, savedAs: expect.stringContaining("诊断信息.txt") } });
    expect([isThere, partsLeft, asked]).toEqual([true, 0, 3]);
    expect(closed).toMatchObject({ ok: true, value: { savedAs: null, cancelled: true } });
    expect(failed).toMatchObject({ ok: false, error: { code: "file-not-saved" } });
    expect(JSON.stringify(diagnosis)).toContain("窗口打印机");
  });

  test("the preload exposes one function on one channel", () => {
    expect(report["preload"]).toEqual({
      exposed: ["counter"],
      members: ["call"],
      invoked: [["call", "session.status", {}]],
    });
  });

  test("a second start brings the first one forward", async () => {
    expect(report["secondInstance"]).toEqual({ restored: 1, focused: 1 });
    const second = await runShell(folder, { FIRST_INSTANCE: "0" });
    expect(second["order"]).toContain("quit");
    expect(second["windows"]).toEqual([]);
  });

  test("the menu is Chinese and reloads only while developing", () => {
    const text = JSON.stringify(report["menu"]);
    expect(text).toContain("退出");
    expect(text).not.toContain("reload");
    expect(text).not.toContain("DevTools");
  });

  test("a development server is trusted only where it is named", async () => {
    const other = mkdtempSync(join(tmpdir(), "counter-electron-"));
    const development = await runShell(other, { ELECTRON_RENDERER_URL: "http://localhost:5173" });
    rmSync(other, { recursive: true, force: true });
    expect(development["order"]).toContain("load http://localhost:5173");
    expect(development["calls"].foreign).toMatchObject({ ok: false, error: { code: "not-allowed" } });
    expect(JSON.stringify(development["menu"])).toContain("reload");
  });

  test("a store that is none of ours is left alone; the window opens and says what can be done", async () => {
    const other = mkdtempSync(join(tmpdir(), "counter-electron-"));
    const letter = "this is a letter, not a database".repeat(200);
    writeFileSync(join(other, "counter.db"), letter);
    const refused = await runShell(other);
    const present = readFileSync(join(other, "counter.db"), "utf8");
    rmSync(other, { recursive: true, force: true });
    expect(refused["errorBoxes"]).toEqual([]);
    expect(refused["windows"].length).toBeGreaterThan(0);
    expect(refused["calls"].ours).toMatchObject({ ok: false, error: { code: "rescuing" } });
    expect(refused["rescue"]).toMatchObject({ ok: true, value: { problem: "store-not-ours", host: "electron", folder: other } });
    expect(refused["calls"].foreign).toMatchObject({ ok: false, error: { code: "not-allowed" } });
    expect(present).toBe(letter);
  });
});
