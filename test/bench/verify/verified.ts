/** Opens the seeded store of its argument, verifies it, and tells as JSON what that took: the peak is the process's own. */
import { openStore, type StoreProblem } from "../../../src-main/store/index.ts";
import { seededOptions } from "../office/seed.ts";

export interface Verified {
  readonly problems: readonly StoreProblem[];
  /** Largest resident set of the process, 10⁶ bytes. */
  readonly peakMegabytes: number;
  readonly seconds: number;
}

const [path = ""] = process.argv.slice(2);
const started = performance.now();
const store = openStore(path, seededOptions(path));
const problems = store.verify();
const seconds = (performance.now() - started) / 1000;
store.close();
const peakMegabytes = (process.resourceUsage().maxRSS * 1024) / 1e6;
process.stdout.write(JSON.stringify({ problems, peakMegabytes, seconds } satisfies Verified));
