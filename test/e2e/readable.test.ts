/**
 * Every screen of the demonstration: axe finds nothing on it, and it can be read in small and large windows with small and large
 * letters. `READABLE=all` looks at every matter and every size; without it at one of each kind, and each size once.
 */
import { afterAll, beforeAll, expect, it } from "vitest";
import { openPage, startApp, temporaryFolder, type OpenPage, type RunningApp } from "./app.ts";
import { ask } from "./ask.ts";
import { Keyboard } from "./keyboard.ts";
import { Looker } from "./readable/looker.ts";
import { DEMO_PASSWORD, screens } from "./readable/screens.ts";

const ALL = process.env["READABLE"] === "all";
/** Of its own keeping: only screens whose names hold this. */
const ONLY = new RegExp(process.env["READABLE_ONLY"] ?? "");
const PATIENCE_MS = 8000;

const data = temporaryFolder();
let app: RunningApp;
let opened: OpenPage;

beforeAll(async () => {
  app = await startApp({ data, more: ["--demo"] });
  opened = await openPage(app.url);
  opened.page.setDefaultTimeout(PATIENCE_MS);
});
afterAll(async () => {
  await opened?.context.close();
  await app?.stop();
});

const signIn = async (login: string): Promise<void> => {
  await ask(opened.page, "session.login", { login, password: DEMO_PASSWORD });
  await opened.page.reload();
};
const scale = (): Promise<string> =>
  opened.page.evaluate(() => document.documentElement.style.getPropertyValue("--mantine-scale"));

it(
  "shows nothing that cannot be read",
  async () => {
    const { page } = opened;
    await Looker.give(page);
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.reload();
    const looker = new Looker(page, ALL);
    await looker.look("login");
    await signIn("demo");
    for (const [name, open] of Object.entries(await screens(page, ALL))) {
      try {
        await open();
      } catch (error) {
        looker.found.push(`${name}: cannot be opened: ${String(error)}`);
        await page.keyboard.press("Escape");
        continue;
      }
      if (ONLY.test(name)) await looker.look(name);
    }
    expect(looker.found).toEqual([]);
  },
  ALL ? 1_800_000 : 600_000,
);

it("has letters of the size that its clerk has chosen by keyboard: at once, and wherever they sign in", async () => {
  await opened.page.reload();
  await signIn("demo");
  await opened.page.getByRole("navigation", { name: "主导航" }).waitFor();
  expect(await scale()).toBe("1");
  const before = await opened.page.getByRole("heading", { level: 1 }).boundingBox();
  await new Keyboard(opened.page).command("文字大小：特大");
  await expect.poll(scale).toBe("1.25");
  const after = await opened.page.getByRole("heading", { level: 1 }).boundingBox();
  expect(after!.height / before!.height).toBeCloseTo(1.25, 1);

  await opened.context.close();
  await app.stop();
  app = await startApp({ data, more: ["--demo"] });
  opened = await openPage(app.url);
  expect(await scale()).toBe("1");
  await signIn("demo");
  await expect.poll(scale).toBe("1.25");
  await signIn("jingban");
  await expect.poll(scale).toBe("1");
});
