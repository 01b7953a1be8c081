/** Faults of policy data, each with its place. For authors a pack with one problem is no pack. */
export interface PolicyProblem {
  readonly file: string;
  /** 1-based; 0 where the fault belongs to no line. */
  readonly line: number;
  /** English, for the log and the command line: what is wrong and what is expected. */
  readonly message: string;
  /**
   * `style`: the data means what it says, and is written as it should not be; `formula`: the data alone is sound, and the formulas
   * of this program are not those it was written for. Left out: the data itself is wrong.
   */
  readonly about?: "style" | "formula";
  /** Name that no file declares, where the fault is that alone. */
  readonly misses?: string;
}

export type Report = (problem: PolicyProblem) => void;
