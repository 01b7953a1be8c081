/** Looks at what is on the screen: by axe, and at every size of the window and of the letters. */
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type axe from "axe-core";
import type { Page, Request } from "playwright-core";
import { giveEyes } from "./measure.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"];

const WINDOWS = [
  { width: 1093, height: 614 },
  { width: 1920, height: 1080 },
  // the usual one last: it stays
  { width: 1366, height: 768 },
] as const;
const SCALES = [1.25, 1.125, 1] as const;
/** Of its own keeping: pictures of all screens at the sizes, for whoever looks at them. */
const PICTURES = process.env["READABLE_PICTURES"];
const QUIET_FOR_MS = 40;

export class Looker {
  readonly #page: Page;
  readonly found: string[] = [];
  /** Addresses of the screens that were looked at. */
  readonly seen = new Set<string>();
  #asking = 0;
  readonly spent = { axe: 0, measure: 0, settle: 0 };

  constructor(page: Page) {
    this.#page = page;
    page.on("request", (request) => void (request.url().includes("/call/") && this.#asking++));
    const answered = (request: Request): void => void (request.url().includes("/call/") && this.#asking--);
    page.on("requestfinished", answered);
    page.on("requestfailed", answered);
  }

  static give(page: Page): Promise<unknown> {
    return page.context().addInitScript(giveEyes);
  }

  /** Nothing is asked any more, and nothing moves. */
  async settled(): Promise<void> {
    const began = performance.now();
    let quietSince = performance.now();
    while (performance.now() - quietSince < QUIET_FOR_MS) {
      const moves = await this.#page.evaluate(
        () =>
          document.getAnimations().some(({ playState, effect }) => playState === "running" && effect?.getTiming().iterations !== Infinity),
      );
      if (this.#asking > 0 || moves) quietSince = performance.now();
      await this.#page.waitForTimeout(10);
    }
    this.spent.settle += performance.now() - began;
  }

  async look(name: string): Promise<void> {
    await this.settled();
    this.seen.add(new URL(this.#page.url()).hash.slice(1));
    const began = performance.now();
    for (const violation of await this.#violations()) {
      for (const node of violation.nodes)
        this.found.push(`${name}: ${violation.id}: ${node.target.join(" ")}: ${node.html.slice(0, 160)} ${node.failureSummary?.slice(0, 220)}`);
    }
    const between = performance.now();
    this.spent.axe += between - began;
    await this.#measure(name);
    this.spent.measure += performance.now() - between;
  }

  async #violations(): Promise<readonly axe.Result[]> {
    if (!(await this.#page.evaluate(() => "axe" in window))) await this.#page.evaluate(AXE);
    return await this.#page.evaluate(async (values) => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
        runOnly: { type: "tag", values },
        resultTypes: ["violations"],
      });
      return violations;
    }, STANDARDS);
  }

  async #measure(name: string): Promise<void> {
    for (const size of WINDOWS) {
      await this.#page.setViewportSize(size);
      for (const scale of SCALES) {
        const flaws = await this.#page.evaluate(async (by) => {
          document.documentElement.style.setProperty("--mantine-scale", String(by));
          await new Promise(requestAnimationFrame);
          await new Promise(requestAnimationFrame);
          return window.findFlaws();
        }, scale);
        for (const { what, at } of flaws) this.found.push(`${name}: ${size.width}×${size.height}, ${scale}: ${what}: ${at}`);
        if (PICTURES !== undefined) await this.#picture(`${name} ${size.width} ${scale}`);
      }
    }
  }

  async #picture(name: string): Promise<void> {
    mkdirSync(PICTURES!, { recursive: true });
    await this.#page.screenshot({ path: join(PICTURES!, `${name.replaceAll(/[^\p{L}\p{N}.]+/gu, "-")}.png`), animations: "disabled" });
  }
}
