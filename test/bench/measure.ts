/** Measuring, the same way for every benchmark. */

export interface BenchRow {
  readonly name: string;
  readonly unit: string;
  readonly median: number;
  /** 95th percentile, where single acts were timed. */
  readonly p95?: number;
  /** The same work done by the plainest means, in the same run. */
  readonly baselineMedian?: number;
  /** How the measured compares with the plain; the direction is in `unit` (more per second, or less time). */
  readonly ratio?: number;
  /** What is asked for, in words; shown beside the ratio. */
  readonly target?: string;
  readonly met?: boolean;
}

/** A benchmark file's default export, beside an earlier checkout where one is named. */
export type Bench = (against?: string) => Promise<readonly BenchRow[]> | readonly BenchRow[];

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Milliseconds of each of `rounds` acts, after `warmUp` unmeasured ones. */
export function timeEach(rounds: number, warmUp: number, act: (round: number) => void): number[] {
  for (let round = 0; round < warmUp; round++) act(round);
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const started = performance.now();
    act(warmUp + round);
    times.push(performance.now() - started);
  }
  return times;
}
