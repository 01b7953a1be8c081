/** Before the first end-to-end test: the app is built and the browser unpacked, once for all files. */
import type { TestProject } from "vitest/node";
import { ensureBuilt } from "../../src-main/launcher/build.ts";
import { chooseBrowser, type BrowserChoice } from "./browser.ts";

declare module "vitest" {
  export interface ProvidedContext {
    browser: BrowserChoice;
  }
}

export default async function setup(project: TestProject): Promise<void> {
  await ensureBuilt();
  project.provide("browser", await chooseBrowser());
}
