/** The explanation as a tree: from each amount, date and condition down to facts, figures, tables and readings. */
import type { Decision, Step } from "../../../../src-shared/domain/decision.ts";

export interface ExplanationRoot {
  /** Of the amount, date or condition. */
  readonly id: string;
  readonly title: string;
  readonly step: number;
}

/** What the explanation starts from, each step once, in the order of the result. */
export function explanationRoots(decision: Decision): ExplanationRoot[] {
  const candidates = [
    ...decision.amounts,
    ...decision.dates,
    ...decision.options.flatMap((option) => [...option.amounts, ...option.dates]),
    ...decision.conditions,
  ];
  const seen = new Set<number>();
  const roots: ExplanationRoot[] = [];
  for (const candidate of candidates) {
    const { id, step } = candidate;
    if (step === null || seen.has(step) || decision.steps[step] === undefined) continue;
    seen.add(step);
    const group = "group" in candidate ? candidate.group : "";
    roots.push({ id, title: group === "" ? candidate.title : `${group} ${candidate.title}`, step });
  }
  return roots;
}

export interface VisibleLine {
  /** Indices from the root down; a step that several others use stands in several places. */
  readonly path: string;
  readonly depth: number;
  readonly step: Step;
  /** Title of the root's amount or date; the step's own below. */
  readonly title: string;
  readonly open: boolean;
  readonly parent: string | null;
}

const rootPath = (root: ExplanationRoot): string => String(root.step);

/** The lines that can be seen, in the order of the screen. Inputs always precede their step, so there is no circle. */
export function visibleLines(
  steps: readonly Step[],
  roots: readonly ExplanationRoot[],
  open: ReadonlySet<string>,
): VisibleLine[] {
  const lines: VisibleLine[] = [];
  const walk = (index: number, path: string, depth: number, parent: string | null, title?: string): void => {
    const step = steps[index];
    if (step === undefined) return;
    const isOpen = open.has(path);
    lines.push({ path, depth, step, title: title ?? step.title, open: isOpen, parent });
    if (!isOpen) return;
    for (const input of step.inputs) if (input < index) walk(input, `${path}/${input}`, depth + 1, path);
  };
  for (const root of roots) walk(root.step, rootPath(root), 0, null, root.title);
  return lines;
}

/** Every place of every step, for “open all”. */
export function allPaths(steps: readonly Step[], roots: readonly ExplanationRoot[]): Set<string> {
  const paths = new Set<string>();
  const walk = (index: number, path: string): void => {
    paths.add(path);
    for (const input of steps[index]?.inputs ?? []) if (input < index) walk(input, `${path}/${input}`);
  };
  for (const root of roots) walk(root.step, rootPath(root));
  return paths;
}
