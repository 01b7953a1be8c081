/**
 * What verifying a store takes in memory and time: the same office with 50,000 and with 200,000 cases, each opened and verified by a
 * process of its own, as the proof of a backup and the command line do.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../src-main/launcher/tool.ts";
import type { BenchRow } from "./measure.ts";
import { seedOffice } from "./office/seed.ts";
import type { Verified } from "./verify/verified.ts";

const SIZES = [50_000, 200_000];
const CASES_A_PERSON = 4;
const MORE_TARGET_MB = 50;

const tell = (line: string): void => void process.stderr.write(`  ${line}\n`);

function verified(folder: string, cases: number): Verified {
  const path = join(folder, String(cases), "counter.db");
  seedOffice(path, { people: cases / CASES_A_PERSON, cases }, tell);
  const script = join(import.meta.dirname, "verify/verified.ts");
  const found = JSON.parse(execFileSync(process.execPath, [script, path], { encoding: "utf8" })) as Verified;
  if (found.problems.length > 0) throw new Error(JSON.stringify(found.problems));
  return found;
}

export default function verifyBench(): readonly BenchRow[] {
  const place = join(projectRoot, "node_modules/.cache/bench");
  mkdirSync(place, { recursive: true });
  const folder = mkdtempSync(join(place, "verify-"));
  try {
    const found = SIZES.map((cases) => verified(folder, cases));
    const smallest = found[0]!;
    return found.flatMap(({ peakMegabytes, seconds }, i): BenchRow[] => {
      const name = `${SIZES[i]!.toLocaleString("en-US")} cases opened and verified`;
      const more = peakMegabytes - smallest.peakMegabytes;
      const compared = {
        baselineMedian: smallest.peakMegabytes,
        ratio: peakMegabytes / smallest.peakMegabytes,
        target: `± ${MORE_TARGET_MB} MB`,
        met: Math.abs(more) <= MORE_TARGET_MB,
      };
      return [
        { name: `${name}: peak memory`, unit: "MB", median: peakMegabytes, ...(i === 0 ? {} : compared) },
        { name: `${name}: time`, unit: "s", median: seconds },
      ];
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
