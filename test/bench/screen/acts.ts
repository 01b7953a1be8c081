/** What is done at the screen, by a page's own clock. */
import type { DraftContent, MaterialTick, PersonInput } from "../../../src-shared/domain/case.ts";
import type { Evaluation } from "../../../src-shared/domain/facts.ts";
import { people } from "../people.ts";
import type { Answered } from "./watch.ts";
import type { AppWindow } from "./window.ts";

const KEYS = 60;
const WARM_UP = 10;
/** Longer than anything waits after a key. */
const PAUSE_MS = 200;
const LOADS = 20;

export interface Form {
  readonly title: string;
  readonly matter: string;
  readonly asOf: string;
  readonly facts: DraftContent["facts"];
  /** Selects the field that is typed into. */
  readonly typedInto: string;
  /** Of the question that is answered by the keys 1 and 2. */
  readonly choice: string;
}

const content = ({ matter, asOf, facts }: Pick<Form, "matter" | "asOf" | "facts">, person: PersonInput): DraftContent => ({
  matter,
  asOf,
  person,
  facts,
  materials: [],
  caseId: null,
  amends: false,
});

export interface Keys {
  readonly typed: readonly Answered[];
  readonly chosen: readonly Answered[];
}

/** What was typed is never typed again: the page would have the answer already. */
export async function pressKeys(at: AppWindow, form: Form): Promise<Keys> {
  const { page } = at;
  const [person] = people(1);
  await at.openForm(content(form, person!));
  const press = async (key: string): Promise<Answered> => {
    await page.evaluate(() => window.watch.nextKey());
    await page.keyboard.press(key);
    return await page.evaluate(() => window.watch.answered());
  };
  const rest = async (): Promise<void> => {
    await page.waitForTimeout(PAUSE_MS);
    await at.resultIsNew();
  };
  const typed: Answered[] = [];
  const chosen: Answered[] = [];
  for (let round = 0; round < KEYS + WARM_UP; round++) {
    await page.locator(form.typedInto).fill(String(2000 + round));
    await rest();
    const digit = await press(String(round % 10));
    await page.locator(`[data-field="${form.choice}"] [role=radiogroup] input`).first().focus();
    await rest();
    const choice = await press(round % 2 === 0 ? "2" : "1");
    await rest();
    if (round < WARM_UP) continue;
    typed.push(digit);
    chosen.push(choice);
  }
  return { typed, chosen };
}

/** @param cached by the browser, from the load before */
export async function loads({ page, devtools, address }: AppWindow, cached: boolean): Promise<number[]> {
  await devtools.send("Network.enable");
  await devtools.send("Network.setCacheDisabled", { cacheDisabled: !cached });
  const times: number[] = [];
  for (let load = 0; load <= LOADS; load++) {
    await page.goto("about:blank");
    await page.goto(address);
    const usable = await page.evaluate(() => window.watch.usable);
    // the first one finds in the cache what the page before it left there
    if (load > 0) times.push(usable);
  }
  return times;
}

export interface Held {
  readonly heap: number;
  readonly nodes: number;
  readonly host: number | undefined;
}

async function held({ devtools, hostMemory }: AppWindow): Promise<Held> {
  for (let time = 0; time < 2; time++) await devtools.send("HeapProfiler.collectGarbage");
  const { usedSize } = await devtools.send("Runtime.getHeapUsage");
  const { nodes } = await devtools.send("Memory.getDOMCounters");
  return { heap: usedSize / 2 ** 20, nodes, host: hostMemory() };
}

const SERVED = {
  matter: "dalian.transfer-out",
  asOf: "2025-07-15",
  facts: { member: "flexible", status: "suspended", agent: false },
};
/** By then every screen has been there, and what it keeps for good is loaded. */
const FIRST_CASES = 20;

/** Each case in one session: its form with its result, the question before the submission, the case's page, the first page. */
export async function serve(at: AppWindow, cases: number, tell: (line: string) => void): Promise<{ first: Held; last: Held }> {
  const { page } = at;
  const { decision } = await at.ask<Evaluation>("counter.evaluate", SERVED);
  const materials = decision!.materials.map(({ id, form, count }): MaterialTick => ({ id, form, count, received: true }));
  let first: Held | undefined;
  let done = 0;
  for (const person of people(cases)) {
    await at.openForm({ ...content(SERVED, person), materials });
    await page.keyboard.press("F9");
    await page.getByText("确认提交受理").first().waitFor();
    await page.keyboard.press("F9");
    await page
      .getByText(/已受理，受理号/)
      .first()
      .waitFor();
    await page.evaluate(() => void (location.hash = "#/"));
    await page.locator('[id^="matter-"]').first().waitFor();
    if (++done === FIRST_CASES) first = await held(at);
    if (done % 100 === 0) tell(`${done} cases`);
  }
  if (first === undefined) throw new Error(`fewer than ${FIRST_CASES} cases tell nothing`);
  return { first, last: await held(at) };
}
