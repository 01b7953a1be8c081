/** A running app of one checkout, with an office of its own, in a window of the browser that both sides of a comparison share. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, CDPSession, Page } from "playwright-core";
import type { DraftContent } from "../../../src-shared/domain/case.ts";
import type * as Build from "../../../src-main/launcher/build.ts";
import type * as App from "../../e2e/app.ts";
import type * as Ask from "../../e2e/ask.ts";
import { giveWatch, RESULT } from "./watch.ts";

export interface AppWindow {
  readonly page: Page;
  readonly devtools: CDPSession;
  /** Of the first page, without a token. */
  readonly address: string;
  ask<Value>(call: string, input: object): Promise<Value>;
  /** A form as if it had been typed, on the screen with its result. */
  openForm(content: DraftContent): Promise<void>;
  resultIsNew(): Promise<void>;
  /** Of the host's process, in MiB; `undefined` where the system does not tell. */
  hostMemory(): number | undefined;
  close(): Promise<void>;
}

const CLERK = { login: "admin", name: "测速", password: "counter-2026" };

export async function openWindow(browser: Browser, checkout: string): Promise<AppWindow> {
  const from = async <Module>(path: string): Promise<Module> =>
    (await import(pathToFileURL(join(checkout, path)).href)) as Module;
  await (await from<typeof Build>("src-main/launcher/build.ts")).ensureBuilt();
  const { startApp, temporaryFolder } = await from<typeof App>("test/e2e/app.ts");
  const { ask, withoutReview } = await from<typeof Ask>("test/e2e/ask.ts");
  const data = temporaryFolder();
  const app = await startApp({ data });
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
  });
  await context.addInitScript(giveWatch, RESULT);
  const page = await context.newPage();
  await page.goto(app.url);
  const office = { code: "210202", name: "测速用经办中心", cities: ["dalian"] };
  await ask(page, "session.setup", { requestId: crypto.randomUUID(), office, ...CLERK });
  await withoutReview(page);
  await page.reload();
  const resultIsNew = (): Promise<void> => page.locator(`${RESULT.settled} h2`).first().waitFor();
  return {
    page,
    devtools: await context.newCDPSession(page),
    address: new URL("/", app.url).href,
    ask: (call, input) => ask(page, call, input),
    resultIsNew,
    async openForm(content) {
      const id = crypto.randomUUID();
      await ask(page, "drafts.save", { id, content });
      await page.evaluate((form) => void (location.hash = `#/form/${form}`), id);
      await resultIsNew();
    },
    hostMemory: () => memoryOfChild(data),
    async close() {
      await context.close();
      await app.stop();
    },
  };
}

/** Linux alone tells of another process without a tool of its own. */
function memoryOfChild(argument: string): number | undefined {
  if (!existsSync("/proc/self/statm")) return undefined;
  for (const process of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    let command: string[];
    try {
      command = readFileSync(`/proc/${process}/cmdline`, "utf8").split("\0");
    } catch {
      // ended meanwhile
      continue;
    }
    if (!command.includes(argument)) continue;
    const kibibytes = /^VmRSS:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${process}/status`, "utf8"))?.[1];
    return Number(kibibytes) / 1024;
  }
  return undefined;
}
