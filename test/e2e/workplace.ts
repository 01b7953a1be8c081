/**
 * One app and one browser window for all tests of a file. No test stands on the one before: each names the clerk who sits there
 * and makes what it needs. One that fails leaves a picture, and the next begins at the first page.
 */
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { openPage, startApp, temporaryFolder, type OpenPage, type RunningApp } from "./app.ts";
import { ask } from "./ask.ts";
import { Counter } from "./counter.ts";
import type { Keyboard } from "./keyboard.ts";
import { Papers } from "./papers.ts";

/** Of everybody at a workplace. */
export const PASSWORD = "counter-2026";
/** What has not come by then does not come; a test that failed must not cost the others their time. */
const PATIENCE_MS = 8000;

interface WorkplaceOptions {
  /** Of the pictures of failed tests. */
  readonly name: string;
  /** Of the host's clock from the real one, in milliseconds. */
  readonly clockShift?: number;
  /** Makes the office, with its administrator `admin`. */
  readonly prepare: (place: Workplace) => Promise<void>;
}

/** To be called where a file describes its tests. */
export function workplace(options: WorkplaceOptions): Workplace {
  const place = new Workplace(options);
  beforeAll(async () => {
    await place.open();
    await options.prepare(place);
  });
  beforeEach(() => place.comeBack());
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await place.leaveAstray(task.name);
  });
  afterAll(() => place.close());
  return place;
}

/** The last test of a file. */
export function itHadNothingToComplainOf(place: Workplace, foreseen?: RegExp): void {
  it("the pages had nothing to complain of: no exception, no error, no breach of the content security policy", () => {
    expect(place.complaints().filter((complaint) => !foreseen?.test(complaint))).toEqual([]);
  });
}

export class Workplace {
  readonly data = temporaryFolder();
  app!: RunningApp;
  counter!: Counter;
  papers!: Papers;
  readonly #options: WorkplaceOptions;
  #opened!: OpenPage;
  #complaints: readonly string[] = [];
  /** Who is known to sit there. */
  #clerk: string | undefined;
  #isAstray = false;

  constructor(options: WorkplaceOptions) {
    this.#options = options;
  }

  get page(): Page {
    return this.#opened.page;
  }
  get keys(): Keyboard {
    return this.counter.keys;
  }
  /** What all pages complained about so far. */
  complaints(): readonly string[] {
    return [...this.#complaints, ...this.#opened.complaints];
  }

  sees(text: string | RegExp): Promise<void> {
    return this.counter.sees(text);
  }
  gone(text: string | RegExp): Promise<void> {
    return this.page.getByText(text).first().waitFor({ state: "detached" });
  }
  /** No dialog is open any more. */
  closed(): Promise<void> {
    return this.page.getByRole("dialog").waitFor({ state: "detached" });
  }
  ask<Value>(name: string, input: object): Promise<Value> {
    return ask<Value>(this.page, name, input);
  }

  /** That clerk sits there, at whatever page it was; at the first one where somebody else did before. */
  async as(login: string): Promise<this> {
    if (this.#clerk === login) return this;
    const { complaints } = this.#opened;
    const before = complaints.length;
    // also over a locked screen, and over whoever sat there
    await this.ask("session.login", { login, password: PASSWORD });
    await this.page.goto(new URL("/", this.app.url).href);
    await this.page.getByRole("navigation", { name: "主导航" }).waitFor();
    // what the page before asks until it is left, it asks with a secret that the login has ended
    const since = complaints.splice(before);
    complaints.push(...since.filter((complaint) => !complaint.includes("401 (Unauthorized)")));
    this.#clerk = login;
    return this;
  }
  /** By keyboard, at the page where one signs in. */
  async signIn(login: string, password = PASSWORD): Promise<void> {
    await this.page.getByRole("form", { name: "登录" }).waitFor();
    await this.keys.fill("登录名", login);
    await this.keys.fill("密码", password);
    await this.keys.press("Enter");
    this.#clerk = login;
  }
  /** Somebody else sits there now. */
  left(): void {
    this.#clerk = undefined;
  }
  async home(): Promise<void> {
    await this.keys.press("F4");
    await this.sees("办理新事项");
  }

  /** The program is killed and started again; nobody is signed in. */
  async killAndStart(): Promise<void> {
    await this.app.kill("SIGKILL");
    this.#clerk = undefined;
    await this.#startAgain();
  }

  open(): Promise<void> {
    return this.#start();
  }
  async close(): Promise<void> {
    await this.#opened?.context.close();
    await this.app?.stop();
  }
  async leaveAstray(test: string): Promise<void> {
    this.#isAstray = true;
    const path = `out/e2e-failure-${this.#options.name} ${test.replaceAll(/[^\p{L}\p{N}]+/gu, "-").slice(0, 60)}.png`;
    await this.page.screenshot({ path, fullPage: true });
  }
  /** After a test that failed: the first page, and whoever comes next signs in. */
  async comeBack(): Promise<void> {
    if (!this.#isAstray) return;
    this.#isAstray = false;
    this.#clerk = undefined;
    if (!this.app.isRunning()) return await this.#startAgain();
    await this.page.goto(new URL("/", this.app.url).href);
  }

  async #start(): Promise<void> {
    const { clockShift = 0 } = this.#options;
    this.app = await startApp({ data: this.data, clockShift });
    this.#opened = await openPage(this.app.url);
    this.page.setDefaultTimeout(PATIENCE_MS);
    this.counter = new Counter(this.page);
    this.papers = new Papers(this.page);
  }
  async #startAgain(): Promise<void> {
    // a page whose program is killed cannot reach it
    this.#complaints = this.complaints().filter((complaint) => !complaint.includes("ERR_CONNECTION_REFUSED"));
    await this.#opened.context.close();
    await this.#start();
  }
}
