/** 500,000 people and 2,000,000 cases. */
import type { BenchRow } from "./measure.ts";
import { askedRows } from "./office/asking.ts";
import { BIG, bigOffice } from "./office/seed.ts";

const tell = (line: string): void => void process.stderr.write(`  ${line}\n`);

export default async function officeBench(): Promise<readonly BenchRow[]> {
  return await askedRows(bigOffice(tell), BIG, tell);
}
