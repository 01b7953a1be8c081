/** What the program says to a case, as it is recorded: all that a clerk is told, without what names the program that told it. */
import { createHash } from "node:crypto";
import type { FactInputs } from "../../src-shared/domain/facts.ts";
import { consult, consultWithSpan, type OfficeFigure, type Pack } from "../../src-main/rules/index.ts";
import { packFor } from "../policy/golden.ts";

/** An office's own figures and readings. */
export interface Office {
  readonly figures: readonly OfficeFigure[];
  readonly readings: Readonly<Record<string, string>>;
}

/** A question to the program, complete in itself. */
export interface Asked {
  /** `golden …` and `by hand …` stand in test/policy, `random …` only here. */
  readonly name: string;
  readonly asOf: string;
  readonly facts: FactInputs;
  readonly office: Office;
  /** Whether the span over the open readings is asked for, too: it costs several decisions. */
  readonly span: boolean;
}

export const packOf = (matter: string, { figures, readings }: Office): Pack =>
  packFor(matter.slice(0, matter.indexOf(".")), figures, readings);

/** JSON in the order in which the program writes it, which follows from the case alone. */
export function answerTo(matter: string, { asOf, facts, office, span }: Asked, pack = packOf(matter, office)): string {
  const { questions, decision, ...rest } = (span ? consultWithSpan : consult)(pack, matter, facts, asOf);
  return JSON.stringify({
    // the words of a question stand in the policy; which of them are put, and what the history tells of them, is decided
    questions: questions.map(({ id, required, told }) => [id, required, told]),
    ...rest,
    decision: decision === null ? null : { ...decision, pack: { city: decision.pack.city, version: decision.pack.version } },
  });
}

/** Short enough for a line, and long enough that no two answers share it. */
export const shortHash = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 12);
