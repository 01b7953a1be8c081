/** A clerk's hands: keys only. Nothing here can click; fields are reached as they are at the counter, by Tab. */
import type { Locator, Page } from "playwright-core";
import type { Focus, Wanted } from "./hands.ts";

/** How many stops a screen may have before a search for one is given up. */
const MOST_STOPS = 120;
/** The rest of what is typed is no key of a keyboard. */
const ON_A_KEY = /^[ -~]$|^Tab$/;
/** So often Tab is pressed before one looks where it led. */
const STOPS_AT_ONCE = 8;
/** The page brings the focus there by then, or never. */
const ARRIVES_WITHIN_MS = 6_000;
/** Commands above the wanted one. */
const MOST_FOUND = 9;
const PALETTE = /^输入事项、页面或操作/;

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
    await this.#quickly(Array.from(text));
  }

  /** All at once, as a card reader or an input method gives it. */
  async insert(text: string): Promise<void> {
    this.counted.keys += text.length;
    await this.page.keyboard.insertText(text);
  }

  /** As fast as the page takes them: what it shows in between is not waited for. */
  async #quickly(keys: readonly string[]): Promise<void> {
    const { keyboard } = this.page;
    await Promise.all(
      // what no key bears comes from an input method
      keys.flatMap((key) => (ON_A_KEY.test(key) ? [keyboard.down(key), keyboard.up(key)] : [keyboard.insertText(key)])),
    );
  }

  /** Replaces what the field holds. */
  async retype(text: string): Promise<void> {
    await this.press("ControlOrMeta+a");
    await this.type(text);
  }

  focus(): Promise<Focus> {
    return this.page.evaluate(() => window.hands.focus());
  }

  /** Tabs on until an element of that name, or the first field of a group of that name, has the focus. */
  tabTo(name: string | RegExp): Promise<void> {
    return this.#holdTabUntil({ name });
  }

  /** Tabs on to the field, not to a button that bears its name. */
  tabToField(name: string | RegExp): Promise<void> {
    return this.#holdTabUntil({ name, fieldOnly: true });
  }

  async #holdTabUntil(wanted: Wanted): Promise<void> {
    let way = await this.page.evaluate((until) => {
      window.hands.holdTabUntil(until);
      return window.hands.way();
    }, wanted);
    while (!way.reached) {
      if (way.passed.length > MOST_STOPS)
        throw new Error(`no Tab leads to ${String(wanted.name)}; passed ${way.passed.join(" | ")}`);
      await this.#quickly(Array.from({ length: STOPS_AT_ONCE }, () => "Tab"));
      way = await this.page.evaluate(() => window.hands.way());
    }
    this.counted.keys += way.passed.length;
  }

  /** Enter goes on to the next field of the form: that one. */
  async next(wanted: string): Promise<void> {
    this.counted.fields++;
    await this.press("Enter");
    await this.arriveAt(wanted);
  }

  /** Waits until the page has brought the focus there: new questions come with the main process's answer, dialogs with a movement. */
  async arriveAt(name: string | RegExp): Promise<void> {
    const { arrived, ...at } = await this.page.evaluate(([wanted, within]) => window.hands.arriveAt(wanted, within), [
      { name },
      ARRIVES_WITHIN_MS,
    ] as const);
    if (!arrived) throw new Error(`the focus is at ${`${at.group} ${at.name}`.trim()}, not at ${String(name)}`);
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
