/** A fault is told once, where it is: not again by all that name what the faulty file would have declared. */
import type { PolicyProblem } from "../engine/pack/problems.ts";

/**
 * What stands behind problems, each once: the faults of the file that would have declared a missing name, or the problem itself.
 * @param all of a pack
 */
export function rootsAmong(
  all: readonly PolicyProblem[],
  files: Readonly<Record<string, string>>,
): (problems: readonly PolicyProblem[]) => readonly PolicyProblem[] {
  const declared = new Map<string, ReadonlySet<string>>();
  const declaredIn = (file: string): ReadonlySet<string> => {
    const ids = declared.get(file) ?? idsIn(file, files[file] ?? "");
    declared.set(file, ids);
    return ids;
  };
  const rootsOf = (problem: PolicyProblem, seen: readonly PolicyProblem[]): readonly PolicyProblem[] => {
    const { misses } = problem;
    const causes =
      misses === undefined ? [] : all.filter((one) => !seen.includes(one) && declaredIn(one.file).has(misses.toLowerCase()));
    return causes.length === 0 ? [problem] : causes.flatMap((cause) => rootsOf(cause, [...seen, cause]));
  };
  return (problems) => [...new Set(problems.flatMap((problem) => rootsOf(problem, [problem])))];
}

/** What a file declares, be it only as its name: by the text, for it may be one that could not be read. */
const idsIn = (file: string, text: string): ReadonlySet<string> =>
  new Set(
    [...text.matchAll(/\bid: *"?([\w.-]+)/g)]
      .map(([, id]) => id!)
      .concat(/([^/]+)\.yaml$/.exec(file)?.[1] ?? [])
      .map((id) => id.toLowerCase()),
  );
