/** What each answer to a question means for a step. It is looked up by the answer's number, and bound by names. */
import type { Operation } from "./node.ts";

export interface Meaning extends Operation {
  readonly meant: readonly number[];
}

/** @param values for every answer, by name */
export function meaning<Answer extends string>(
  answers: Readonly<Record<Answer, number>>,
  values: Readonly<Record<NoInfer<Answer>, number>>,
): Meaning {
  const meant: number[] = [];
  for (const name in answers) meant[answers[name]] = values[name];
  return { id: "means", formula: "{0}", rounds: false, meant };
}
