/**
 * What a clerk waits for at the screen: the built app in the browser of the end-to-end tests, timed by the page's own clock. A key in
 * the largest form there is, until the frame that shows the new result; the first page; and what 500 cases in one session leave.
 */
import { resolve } from "node:path";
import type { Browser } from "playwright-core";
import { formatDate } from "../../src-shared/domain/calendar.ts";
import { projectRoot } from "../../src-main/launcher/tool.ts";
import { chooseBrowser, launch } from "../e2e/browser.ts";
import { median, quantile, type BenchRow } from "./measure.ts";
import { mix, TEN_STAYS, type Ready } from "./rules/mix.ts";
import { loads, pressKeys, serve, type Form, type Held, type Keys } from "./screen/acts.ts";
import { plainKeys } from "./screen/plain.ts";
import { giveWatch, RESULT } from "./screen/watch.ts";
import { openWindow, type AppWindow } from "./screen/window.ts";

const INPATIENT = "dalian.inpatient";
const KEY_TARGET_MS = 50;
const PLAIN_KEYS = 60;
const CASES = 500;

const tell = (line: string): void => void process.stderr.write(`  ${line}\n`);

const staysOf = ({ facts }: Ready): number => (facts["stays"] as { items: readonly unknown[] } | undefined)?.items.length ?? 0;

/** The frozen facts of most fields and steps, and a year as it may well come. */
function forms(): Form[] {
  return [INPATIENT, TEN_STAYS].map((name) => {
    const largest = mix(name)
      .get(name)!
      .reduce((most, each) => (staysOf(each) > staysOf(most) ? each : most));
    const stays = staysOf(largest);
    return {
      title: `${INPATIENT} with ${stays} stays`,
      matter: INPATIENT,
      asOf: formatDate(largest.asOf.date),
      facts: largest.facts,
      typedInto: `[data-field="stays.${stays - 1}.cost"] input`,
      choice: "capacity",
    };
  });
}

interface Measured {
  readonly keys: readonly Keys[];
  readonly cold: readonly number[];
  readonly again: readonly number[];
  readonly held: { readonly first: Held; readonly last: Held };
}

async function measure(at: AppWindow, asked: readonly Form[]): Promise<Measured> {
  const cold = await loads(at, false);
  const again = await loads(at, true);
  const keys: Keys[] = [];
  for (const form of asked) {
    tell(form.title);
    keys.push(await pressKeys(at, form));
  }
  return { cold, again, keys, held: await serve(at, CASES, tell) };
}

/** The least that a key needs here, in a page that holds nothing else. */
async function leastOfAKey(browser: Browser): Promise<number[]> {
  const context = await browser.newContext();
  await context.addInitScript(giveWatch, RESULT);
  const times = await plainKeys(await context.newPage(), PLAIN_KEYS);
  await context.close();
  return times;
}

function rowsOf(asked: readonly Form[], plain: readonly number[], { keys, cold, again, held }: Measured): BenchRow[] {
  const times = (name: string, values: readonly number[]): BenchRow => ({
    name,
    unit: "ms",
    median: median(values),
    p95: quantile(values, 0.95),
  });
  const waited = (form: Form, how: string, values: readonly number[]): BenchRow => ({
    ...times(`${form.title}: ${how} → new result on the screen`, values),
    baselineMedian: median(plain),
    ratio: median(values) / median(plain),
    target: `p95 ≤ ${KEY_TARGET_MS} ms`,
    met: quantile(values, 0.95) <= KEY_TARGET_MS,
  });
  const left = (name: string, unit: string, of: (held: Held) => number | undefined): BenchRow[] => {
    const [first, last] = [of(held.first), of(held.last)];
    if (first === undefined || last === undefined) return [];
    return [
      { name: `${name} after ${CASES} cases, against after 20`, unit, median: last, baselineMedian: first, ratio: last / first },
    ];
  };
  return [
    ...asked.flatMap((form, i) => {
      const { typed, chosen } = keys[i]!;
      return [
        waited(
          form,
          "digit",
          typed.map(({ shown }) => shown),
        ),
        times(
          "… of it before the host is asked",
          typed.map(({ asked: before }) => before),
        ),
        times(
          "… of it until the host has answered",
          typed.map(({ host }) => host),
        ),
        waited(
          form,
          "choice",
          chosen.map(({ shown }) => shown),
        ),
      ];
    }),
    times("first page, nothing in the browser's cache → usable", cold),
    times("first page once more → usable", again),
    ...left("page's heap", "MiB", ({ heap }) => heap),
    ...left("page's nodes", "", ({ nodes }) => nodes),
    ...left("host's memory", "MiB", ({ host }) => host),
  ];
}

/** @param against an earlier checkout with its packages; its rows come first */
export default async function screenBench(against?: string): Promise<readonly BenchRow[]> {
  let browser: Browser;
  try {
    browser = await launch(await chooseBrowser());
  } catch (error) {
    tell(`no browser starts here, so the screen was not measured: ${String(error).split("\n")[0]}`);
    return [];
  }
  try {
    const asked = forms();
    const plain = await leastOfAKey(browser);
    const rows: BenchRow[] = [];
    for (const checkout of against === undefined ? [projectRoot] : [resolve(against), projectRoot]) {
      const side = against === undefined ? "" : checkout === projectRoot ? "now: " : "before: ";
      tell(checkout);
      const at = await openWindow(browser, checkout);
      try {
        rows.push(...rowsOf(asked, plain, await measure(at, asked)).map((row) => ({ ...row, name: `${side}${row.name}` })));
      } finally {
        await at.close();
      }
    }
    return rows;
  } finally {
    await browser.close();
  }
}
