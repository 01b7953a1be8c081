/** A clerk's hands: keys only. Nothing here can click; fields are reached as they are at the counter, by Tab. */
import type { Locator, Page } from "playwright-core";

export interface Focus {
  /** Accessible name of the element that has the focus. */
  readonly name: string;
  /** Name of the group it stands in (radio buttons), otherwise empty. */
  readonly group: string;
  readonly value: string;
  /** Something to fill in, not a button or a link. */
  readonly isField: boolean;
}

/** How many stops a screen may have before a search for one is given up. */
const MOST_STOPS = 120;
/** Commands above the wanted one. */
const MOST_FOUND = 9;
const PALETTE = /^输入事项、页面或操作/;

/** Labels carry a star where an answer is required. */
const fits = (name: string, wanted: string | RegExp): boolean =>
  typeof wanted === "string" ? name.replace(/\s*\*$/, "") === wanted : wanted.test(name);

export class Keyboard {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  /** Keys pressed and fields gone to so far: what a clerk's time is reckoned from. */
  readonly counted = { keys: 0, fields: 0 };

  async press(...keys: readonly string[]): Promise<void> {
    this.counted.keys += keys.length;
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    this.counted.keys += text.length;
    await this.page.keyboard.type(text);
  }

  /** Replaces what the field holds. */
  async retype(text: string): Promise<void> {
    await this.press("ControlOrMeta+a");
    await this.type(text);
  }

  focus(): Promise<Focus> {
    return this.page.evaluate(() => {
      const element = document.activeElement;
      const words = (ids: string | null): string =>
        (ids ?? "")
          .split(" ")
          .map((id) => document.getElementById(id)?.textContent ?? "")
          .join(" ")
          .trim();
      const nameOf = (node: Element | null): string => {
        if (!node || node === document.body) return "";
        const label =
          node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement || node instanceof HTMLSelectElement
            ? node.labels?.[0]
            : null;
        return (
          node.getAttribute("aria-label") ??
          (words(node.getAttribute("aria-labelledby")) || label?.textContent || node.textContent || "")
        ).trim();
      };
      const group = element?.closest("[role=radiogroup], [role=group], fieldset") ?? null;
      return {
        name: nameOf(element),
        group: group === null || group === element ? "" : nameOf(group),
        value: element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.value : "",
        isField: element?.matches("input, textarea, select") ?? false,
      };
    });
  }

  /** Tabs on until an element of that name, or the first field of a group of that name, has the focus. */
  async tabTo(wanted: string | RegExp): Promise<void> {
    await this.#tabUntil(wanted, ({ name, group }) => fits(name, wanted) || fits(group, wanted));
  }

  /** Tabs on to the field, not to a button that bears its name. */
  async tabToField(wanted: string | RegExp): Promise<void> {
    await this.#tabUntil(wanted, ({ name, group, isField }) => isField && (fits(name, wanted) || fits(group, wanted)));
  }

  async #tabUntil(wanted: string | RegExp, reached: (focus: Focus) => boolean): Promise<void> {
    const seen: string[] = [];
    for (let stops = 0; stops < MOST_STOPS; stops++) {
      const focus = await this.focus();
      if (reached(focus)) return;
      seen.push(focus.group === "" ? focus.name : `${focus.group} / ${focus.name}`);
      await this.press("Tab");
    }
    throw new Error(`no Tab leads to ${String(wanted)}; passed ${seen.join(" | ")}`);
  }

  /** Enter goes on to the next field of the form: that one. */
  async next(wanted: string): Promise<void> {
    this.counted.fields++;
    await this.press("Enter");
    await this.arriveAt(wanted);
  }

  /** Waits until the page has brought the focus there: new questions come with the main process's answer, dialogs with a movement. */
  async arriveAt(wanted: string | RegExp): Promise<void> {
    let reached = "";
    for (let tries = 0; tries < 60; tries++) {
      const { name, group } = await this.focus();
      if (fits(name, wanted) || fits(group, wanted)) return;
      reached = `${group} ${name}`.trim();
      await this.page.waitForTimeout(50);
    }
    throw new Error(`the focus is at ${reached}, not at ${String(wanted)}`);
  }

  /** Loads the page again; its keys are heard from when it takes the focus on. */
  async reload(): Promise<void> {
    await this.page.reload();
    await this.page.waitForFunction(() => document.activeElement !== null && document.activeElement !== document.body);
  }

  /** The palette comes and goes with a movement: one that is still going would take the words of the next. */
  async openPalette(): Promise<void> {
    await this.#palette.waitFor({ state: "detached" });
    await this.press("ControlOrMeta+k");
    await this.arriveAt(PALETTE);
  }

  async leavePalette(): Promise<void> {
    await this.press("Escape");
    await this.#palette.waitFor({ state: "detached" });
  }

  /** Carries out what the palette shows under that label, found by what is typed. */
  async command(label: string, typed = label): Promise<void> {
    await this.openPalette();
    await this.type(typed);
    const wanted = this.page
      .locator("[data-action]")
      .filter({ has: this.page.getByText(label, { exact: true }) })
      .last();
    await wanted.waitFor();
    for (let moves = 0; !(await wanted.getAttribute("data-selected")); moves++) {
      if (moves > MOST_FOUND) throw new Error(`the arrows do not lead to ${label}`);
      await this.press("ArrowDown");
    }
    await this.press("Enter");
    await this.#palette.waitFor({ state: "detached" });
  }

  get #palette(): Locator {
    return this.page.getByPlaceholder(PALETTE);
  }

  /** Types into the field of that name. */
  async fill(name: string | RegExp, text: string): Promise<void> {
    await this.tabToField(name);
    await this.retype(text);
  }

  /** Chooses an option of a question by its number. */
  async choose(question: string | RegExp, option: number): Promise<void> {
    await this.tabToField(question);
    await this.press(String(option));
  }
}
