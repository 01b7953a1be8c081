import { calls, type CallName } from "../../../src-shared/contract/calls.ts";

/** Paths of the input that the contract would refuse, e.g. `office.code`; empty when the host would take it. */
export function refusedPaths(name: CallName, input: unknown): readonly string[] {
  const checked = calls[name].input.safeParse(input);
  return checked.success ? [] : checked.error.issues.map((issue) => issue.path.join("."));
}
