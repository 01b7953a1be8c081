/** The built app as a clerk has it: the loopback host in a process of its own, a browser window of 1366 × 768. */
import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { inject } from "vitest";
import { projectRoot } from "../../src-main/launcher/tool.ts";
import { launch } from "./browser.ts";
import { giveHands } from "./hands.ts";

const ADDRESS_LINE = /^地址[:：]\s*(http:\/\/127\.\d+\.\d+\.\d+:\d+\/\S*)$/m;
const HOST = fileURLToPath(new URL("host.ts", import.meta.url));
const STARTS_WITHIN_MS = 60_000;
const PDF_VIEWER_DRAWS_WITHIN_MS = 3000;

export interface RunningApp {
  /** With the one-time token. */
  readonly url: string;
  /** Everything the host has written so far. */
  output(): string;
  /** So much time passes for the host at once, in milliseconds. */
  passTime(milliseconds: number): Promise<void>;
  /** Somebody sets the machine's clock on, or back, by so much: no time passes. */
  setClock(milliseconds: number): Promise<void>;
  isRunning(): boolean;
  /** Ends the host by a signal and waits until it is gone. */
  kill(signal: NodeJS.Signals): Promise<void>;
  stop(): Promise<void>;
}

export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), "yibao-e2e-"));

/** How far the host's clock must stand from the real one to show this instant (ISO) now. */
export const shiftTo = (instant: string): number => Date.parse(instant) - Date.now();

/**
 * @param data the store's folder; kept by the caller, so that an app can be started on it again
 * @param clockShift of the host's clock from the real one, in milliseconds
 */
export async function startApp({
  data,
  more = [],
  clockShift = 0,
}: {
  data: string;
  more?: readonly string[];
  clockShift?: number;
}): Promise<RunningApp> {
  const port = await freePort();
  const host = spawn(process.execPath, [HOST, "--no-open", "--port", String(port), "--data", data, ...more], {
    stdio: ["pipe", "pipe", "pipe"],
    env: { ...process.env, HOST_CLOCK_SHIFT_MS: String(clockShift) },
  });
  let output = "";
  host.stdout.on("data", (chunk: Buffer) => void (output += chunk.toString()));
  host.stderr.on("data", (chunk: Buffer) => void (output += chunk.toString()));
  const ended = new Promise<void>((resolve) => host.once("close", () => resolve()));
  const kill = async (signal: NodeJS.Signals): Promise<void> => {
    host.kill(signal);
    await ended;
  };
  const tell = async (line: string): Promise<void> => {
    const heard = new Promise<void>((resolve) => {
      const look = (chunk: Buffer): void => {
        if (!chunk.toString().includes("time passed:")) return;
        host.stdout.off("data", look);
        resolve();
      };
      host.stdout.on("data", look);
    });
    host.stdin.write(`${line}\n`);
    await heard;
  };
  return {
    url: await addressOf(host, () => output),
    output: () => output,
    passTime: (milliseconds) => tell(String(milliseconds)),
    setClock: (milliseconds) => tell(`set ${milliseconds}`),
    isRunning: () => host.exitCode === null && host.signalCode === null,
    kill,
    stop: () => kill("SIGTERM"),
  };
}

function addressOf(host: ChildProcess, output: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const address = ADDRESS_LINE.exec(output())?.[1];
      if (address) {
        clearTimeout(timer);
        resolve(address);
      }
    };
    const timer = setTimeout(() => {
      host.kill("SIGKILL");
      reject(new Error(`the host printed no address within ${STARTS_WITHIN_MS} ms:\n${output()}`));
    }, STARTS_WITHIN_MS);
    host.stdout?.on("data", look);
    host.once("close", (status) => {
      clearTimeout(timer);
      reject(new Error(`the host ended (${status}):\n${output()}`));
    });
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (address !== null && typeof address === "object" ? resolve(address.port) : reject(new Error("no port"))));
    });
  });
}

export interface OpenPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the page complained about: exceptions, console errors, breaches of the content security policy. */
  readonly complaints: string[];
}

/** All files that a worker takes open their windows in one; it ends with the worker. */
let browser: Browser | undefined;

/** In a window of its own, which knows nothing of the others. */
export async function openPage(url: string): Promise<OpenPage> {
  if (browser?.isConnected() !== true) browser = await launch(inject("browser"));
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
  });
  await context.addInitScript(giveHands);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(`exception: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`console: ${message.text()}`);
  });
  await page.goto(url);
  return { page, context, complaints };
}

/** Keeps a picture for `docs/` when asked to (`npm run screenshots`); the browser's own PDF viewer takes a moment to draw. */
export async function screenshot(page: Page, name: string): Promise<void> {
  if (!process.env["SCREENSHOTS"]) return;
  const folder = join(projectRoot, "docs/screenshots");
  mkdirSync(folder, { recursive: true });
  await page.evaluate(() => document.fonts.ready);
  if ((await page.locator("iframe").count()) > 0) await page.waitForTimeout(PDF_VIEWER_DRAWS_WITHIN_MS);
  await page.screenshot({ path: join(folder, `${name}.png`), animations: "disabled" });
}
