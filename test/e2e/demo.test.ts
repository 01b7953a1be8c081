/** The demonstration on the day it is opened, as its clerk: what it shows is its own, says so everywhere, and can be worked with. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openPage, startApp, temporaryFolder, type OpenPage, type RunningApp } from "./app.ts";
import { Counter } from "./counter.ts";

const PATIENCE_MS = 8000;
/** The rooms of its clerk, with a word that each has only where there is something in it. */
const ROOMS = [
  ["办件", /2102\d{10}/],
  ["复核", /待复核/],
  ["日结", /受理/],
] as const;

let app: RunningApp;
let opened: OpenPage;
let page: Page;
let counter: Counter;

beforeAll(async () => {
  app = await startApp({ data: temporaryFolder(), more: ["--demo"] });
  opened = await openPage(app.url);
  ({ page } = opened);
  page.setDefaultTimeout(PATIENCE_MS);
  counter = new Counter(page);
});
afterAll(async () => {
  await opened?.context.close();
  await app?.stop();
});

const goTo = (room: string): Promise<void> =>
  page.getByRole("navigation", { name: "主导航" }).getByRole("link", { name: room }).press("Enter");
const marks = () => page.getByText("演示数据", { exact: true });

it("says at the login what it is, and fills in its account", async () => {
  await marks().waitFor();
  await page.getByRole("button", { name: "填入演示账号" }).press("Enter");
  await page.getByRole("button", { name: "登录", exact: true }).press("Enter");
  await counter.sees("办理新事项");
  expect(await marks().count()).toBe(1);
});

it.each(ROOMS)("has something to show under %s, marked as its own", async (room, shown) => {
  await goTo(room);
  await page.locator("main").getByText(shown).first().waitFor();
  expect(await marks().count()).toBe(1);
});

it("had nothing to complain of", () => {
  expect(opened.complaints).toEqual([]);
});
