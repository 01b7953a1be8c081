/** Every screen of the demonstration: axe finds nothing on it, and it can be read at every size. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { VISITS, visitForm } from "../../src-main/demo/visits/index.ts";
import { openPage, startApp, temporaryFolder, type OpenPage, type RunningApp } from "./app.ts";
import { ask } from "./ask.ts";
import { Keyboard } from "./keyboard.ts";
import { Looker } from "./readable/looker.ts";
import { screens } from "./readable/screens.ts";

let app: RunningApp;
let opened: OpenPage;
let looker: Looker;

beforeAll(async () => {
  app = await startApp({ data: temporaryFolder(), more: ["--demo"] });
  opened = await openPage(app.url);
  await Looker.give(opened.page);
  await opened.page.emulateMedia({ reducedMotion: "reduce" });
  await opened.page.reload();
  opened.page.setDefaultTimeout(3000);
  looker = new Looker(opened.page);
});
afterAll(async () => {
  const { writeFileSync } = await import("node:fs");
  writeFileSync("/work/keep/scratch-read15/found.txt", looker.found.join("\n"));
  await opened?.context.close();
  await app?.stop();
});

it("all screens", async () => {
  const { page } = opened;
  await looker.look("login");
  await ask(page, "session.login", { login: "demo", password: "demo-demo" });
  await page.reload();
  const only = process.env["ONLY"];
  for (const [name, open] of Object.entries(await screens(page))) {
    if (only !== undefined && !new RegExp(only).test(name)) continue;
    const began = performance.now();
    try {
      await open();
    } catch (error) {
      console.log(`OPEN ${name}: ${String(error).slice(0, 300)}`);
      await page.keyboard.press("Escape");
      continue;
    }
    const opened = performance.now();
    await looker.look(name);
    console.log(name, Math.round(opened - began), Math.round(performance.now() - opened));
  }
  console.log(looker.spent);
  console.log(looker.found.length, [...looker.seen]);
}, 900_000);
