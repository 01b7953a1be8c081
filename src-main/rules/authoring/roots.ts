/** A fault is told once, where it is: not again by all that name what the faulty file would have declared. */
import type { Loaded } from "../engine/pack/pack.ts";
import type { PolicyProblem } from "../engine/pack/problems.ts";

const unique = (problems: readonly PolicyProblem[]): PolicyProblem[] => [...new Set(problems)];

/** A matter that only misses a name is told with the fault that stands behind it. */
export function withRoots(loaded: Loaded, files: Readonly<Record<string, string>>): Loaded {
  const rootsOf = rootsAmong(loaded.problems, files);
  const faulty = loaded.faulty.map((matter) => ({ ...matter, problems: unique(matter.problems.flatMap(rootsOf)) }));
  return { ...loaded, problems: unique(loaded.problems.flatMap(rootsOf)), faulty };
}

type RootsOf = (problem: PolicyProblem) => readonly PolicyProblem[];

/** What stands behind a problem: the faults of the file that would have declared the missing name, or the problem itself. */
function rootsAmong(problems: readonly PolicyProblem[], files: Readonly<Record<string, string>>): RootsOf {
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
