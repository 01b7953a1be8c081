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

/** What a pack is loaded for: to be released, to be worked with, or to decide once more what was decided with it. */
export type Purpose = "authoring" | "use" | "replay";

export type Report = (problem: PolicyProblem) => void;

export type RootsOf = (problem: PolicyProblem) => readonly PolicyProblem[];

/** What stands behind a problem: the faults of the file that would have declared the missing name, or the problem itself. */
export function rootsAmong(problems: readonly PolicyProblem[], files: Readonly<Record<string, string>>): RootsOf {
  const declared = new Map<string, ReadonlySet<string>>();
  const declaredIn = (file: string): ReadonlySet<string> => {
    const ids = declared.get(file) ?? idsIn(file, files[file] ?? "");
    declared.set(file, ids);
    return ids;
  };
  const rootsOf = (problem: PolicyProblem, seen: readonly PolicyProblem[]): readonly PolicyProblem[] => {
    const { misses } = problem;
    const causes =
      misses === undefined ? [] : problems.filter((one) => !seen.includes(one) && declaredIn(one.file).has(misses.toLowerCase()));
    return causes.length === 0 ? [problem] : causes.flatMap((cause) => rootsOf(cause, [...seen, cause]));
  };
  return (problem) => rootsOf(problem, [problem]);
}

/** What a file declares, be it only as its name: by the text, for it may be one that could not be read. */
const idsIn = (file: string, text: string): ReadonlySet<string> =>
  new Set(
    [...text.matchAll(/\bid: *"?([\w.-]+)/g)]
      .map(([, id]) => id!)
      .concat(/([^/]+)\.yaml$/.exec(file)?.[1] ?? [])
      .map((id) => id.toLowerCase()),
  );
