/** Faults of policy data, each with its place. A pack with one problem is no pack. */
export interface PolicyProblem {
  readonly file: string;
  /** 1-based; 0 where the fault belongs to no line. */
  readonly line: number;
  /** English, for the log and the command line: what is wrong and what is expected. */
  readonly message: string;
}

export type Report = (problem: PolicyProblem) => void;
