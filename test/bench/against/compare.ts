/**
 * This checkout's rules against an earlier one's, in the same run: on the earlier one's golden cases, as far as both decide them
 * alike. Processes of both take turns, so that whatever slows the machine down slows both.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { projectRoot } from "../../../src-main/launcher/tool.ts";
import { median, type BenchRow } from "../measure.ts";
import type { Answer, Case } from "./side.ts";

const TURNS = 3;
/** A matter may become so much slower, by the same cases. */
const LEAST = 0.9;

type Rates = Readonly<Record<string, number>>;

/** What a process of one side says. */
function side(checkout: string, ...what: readonly string[]): unknown {
  const told = execFileSync(process.execPath, [join(import.meta.dirname, "side.ts"), checkout, ...what], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
    stdio: ["ignore", "pipe", "inherit"],
  });
  return JSON.parse(told);
}

/** The same outcome, and nothing that was told is told otherwise now; what is told besides does not matter. */
const isAlike = (then: Answer | null, now: Answer | null): boolean =>
  then !== null && now !== null && then.outcome === now.outcome && then.told.every((each) => now.told.includes(each));

export function compareWith(folder: string): BenchRow[] {
  const earlier = resolve(folder);
  const scratch = mkdtempSync(join(tmpdir(), "yibao-bench-"));
  try {
    const file = join(scratch, "cases.json");
    const write = (cases: readonly Case[]): void => writeFileSync(file, JSON.stringify(cases));
    const all = side(earlier, "cases") as Case[];
    write(all);
    const then = side(earlier, "answers", file) as (Answer | null)[];
    const now = side(projectRoot, "answers", file) as (Answer | null)[];
    const alike = all.flatMap((given, i) => (isAlike(then[i]!, now[i]!) ? [{ given, then: then[i]!, now: now[i]! }] : []));
    write(alike.map(({ given }) => given));
    const turns = Array.from({ length: TURNS }, (_none, turn) => {
      process.stderr.write(`turn ${turn + 1} of ${TURNS} …\n`);
      return { then: side(earlier, "rates", file) as Rates, now: side(projectRoot, "rates", file) as Rates };
    });
    return [...Map.groupBy(alike, ({ given }) => given.matter)].map(([matter, cases]): BenchRow => {
      const mean = (of: "then" | "now"): string =>
        (cases.reduce((sum, each) => sum + each[of].steps, 0) / cases.length).toFixed(0);
      const ratio = median(turns.map((turn) => turn.now[matter]! / turn.then[matter]!));
      return {
        name: `${matter}: ${cases.length} cases of ${mean("then")} steps then, ${mean("now")} now`,
        unit: "decisions/s",
        median: median(turns.map((turn) => turn.now[matter]!)),
        baselineMedian: median(turns.map((turn) => turn.then[matter]!)),
        ratio,
        target: `≥ ${LEAST} of before`,
        met: ratio >= LEAST,
      };
    });
  } finally {
    rmSync(scratch, { recursive: true });
  }
}
