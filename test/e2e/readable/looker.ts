/** Looks at what is on the screen: by axe, and at every size of the window and of the letters. */
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type axe from "axe-core";
import type { Page, Request } from "playwright-core";
import { TEXT_SCALES } from "../../../src-shared/domain/text-size.ts";
import { giveEyes } from "./measure.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"];

/** The usual one last: it stays. */
const WINDOWS: readonly { readonly width: number; readonly height: number }[] = [
  { width: 1093, height: 614 },
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
];
const SCALES: readonly number[] = Object.values(TEXT_SCALES).toReversed();
const EVERY = WINDOWS.flatMap((size) => SCALES.map((scale) => ({ ...size, scale })));
/** Each window and each size of letters once, the narrowest with the largest. */
const EACH = WINDOWS.map((size, at) => ({ ...size, scale: SCALES[at]! }));
/** Of its own keeping: pictures of all screens at the sizes, for whoever looks at them. */
const PICTURES = process.env["READABLE_PICTURES"];
const QUIET_FOR_MS = 40;

export class Looker {
  readonly #page: Page;
  readonly #sizes: typeof EVERY;
  /** What is wrong, and on which screen. */
  readonly found: string[] = [];
  #asking = 0;

  constructor(page: Page, everySize: boolean) {
    this.#page = page;
    this.#sizes = everySize ? EVERY : EACH;
    page.on("request", (request) => void (request.url().includes("/call/") && this.#asking++));
    const answered = (request: Request): void => void (request.url().includes("/call/") && this.#asking--);
    page.on("requestfinished", answered);
    page.on("requestfailed", answered);
  }

  static give(page: Page): Promise<unknown> {
    return page.context().addInitScript(giveEyes);
  }

  /** Nothing is asked any more, and nothing moves. */
  async #settled(): Promise<void> {
    let quietSince = performance.now();
    while (performance.now() - quietSince < QUIET_FOR_MS) {
      const moves = await this.#page.evaluate(() =>
        document
          .getAnimations()
          .some(({ playState, effect }) => playState === "running" && effect?.getTiming().iterations !== Infinity),
      );
      if (this.#asking > 0 || moves) quietSince = performance.now();
      await this.#page.waitForTimeout(10);
    }
  }

  async look(name: string): Promise<void> {
    await this.#settled();
    for (const { id, nodes } of await this.#violations())
      for (const { html, failureSummary } of nodes) this.found.push(`${name}: ${id}: ${html.slice(0, 240)} ${failureSummary}`);
    await this.#measure(name);
  }

  async #violations(): Promise<readonly axe.Result[]> {
    if (!(await this.#page.evaluate(() => "axe" in window))) await this.#page.evaluate(AXE);
    return await this.#page.evaluate(async (values) => {
      // nothing else is there while a dialog is
      const shown = [...document.querySelectorAll("[aria-modal=true]")].at(-1) ?? document;
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(shown, {
        runOnly: { type: "tag", values },
        // "#" begins a screen's address here, not a place on the page
        rules: { "skip-link": { enabled: false } },
        resultTypes: ["violations"],
      });
      return violations;
    }, STANDARDS);
  }

  async #measure(name: string): Promise<void> {
    for (const { scale, ...size } of this.#sizes) {
      await this.#page.setViewportSize(size);
      const flaws = await this.#page.evaluate(async (by) => {
        document.documentElement.style.setProperty("--mantine-scale", String(by));
        await new Promise(requestAnimationFrame);
        await new Promise(requestAnimationFrame);
        const moving = document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Infinity);
        await Promise.allSettled(moving.map(({ finished }) => finished));
        return window.findFlaws();
      }, scale);
      for (const { what, at } of flaws) this.found.push(`${name}: ${size.width}×${size.height}, ${scale}: ${what}: ${at}`);
      if (PICTURES !== undefined) await this.#picture(`${name} ${size.width} ${scale}`);
    }
    await this.#page.evaluate(() => document.documentElement.style.setProperty("--mantine-scale", "1"));
  }

  async #picture(name: string): Promise<void> {
    mkdirSync(PICTURES!, { recursive: true });
    await this.#page.screenshot({
      path: join(PICTURES!, `${name.replaceAll(/[^\p{L}\p{N}.]+/gu, "-")}.png`),
      animations: "disabled",
    });
  }
}
