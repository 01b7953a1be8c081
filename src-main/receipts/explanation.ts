/** What a citizen needs of a decision's steps: the main chain of the computation, not every leaf. */
import type { Amount, Decision, FigureUsed, Option, Step } from "../../src-shared/domain/decision.ts";

/** Longer chains are cut at the far end; the full explanation stays in the case. */
const MAX_COMPUTED_STEPS = 9;
const MAX_FACTS = 10;

export interface Explanation {
  /** Formulas and roundings, each after what it rests on. */
  readonly computed: readonly Step[];
  /** Some steps of the computation are left out. */
  readonly cut: boolean;
  /** Answers of the person and table results that the computation rests on. */
  readonly facts: readonly Step[];
  readonly figures: readonly (Step & { readonly figure: FigureUsed })[];
}

/** Ways that are still open to the person; a granted decision has settled on one of them. */
export const openOptions = ({ outcome, options }: Decision): readonly Option[] => (outcome === "granted" ? [] : options);

/** Follows the steps behind what is to be paid, else behind all amounts, and behind the dates, nearest first. */
export function explain(decision: Decision): Explanation {
  const all = [decision, ...openOptions(decision)];
  const roots = all.flatMap(({ amounts, dates }) => [
    ...mainAmounts(amounts).map((amount) => amount.step),
    ...dates.flatMap((date) => (date.step === null ? [] : [date.step])),
  ]);
  const reached = [...reachedFrom(decision, roots)];
  const inOrder = (indices: readonly number[]): Step[] =>
    [...indices].sort((a, b) => a - b).map((index) => stepAt(decision, index));
  const ofKind = (wanted: (step: Step) => boolean): number[] => {
    const steps = reached.map((index) => stepAt(decision, index));
    return reached.filter((_, position) => wanted(steps[position]!) && isFirst(steps[position]!, position, steps));
  };

  const computed = ofKind((step) => isComputed(step) && !changesNothing(decision, step));
  const facts = ofKind((step) => step.kind === "fact" || (step.kind === "table" && !isComputed(step)));
  return {
    computed: inOrder(computed.slice(0, MAX_COMPUTED_STEPS)),
    cut: computed.length > MAX_COMPUTED_STEPS,
    facts: inOrder(facts.slice(0, MAX_FACTS)),
    figures: inOrder(ofKind((step) => step.figure !== null)).flatMap((step) =>
      step.figure ? [{ ...step, figure: step.figure }] : [],
    ),
  };
}

function mainAmounts(amounts: readonly Amount[]): readonly Amount[] {
  const due = amounts.filter((amount) => amount.role === "due");
  return due.length > 0 ? due : amounts;
}

/** Whether a figure that is not from an official text went into an amount. */
export function restsOnUnofficialFigure(decision: Decision, amount: Amount): boolean {
  for (const index of reachedFrom(decision, [amount.step])) {
    const { figure } = stepAt(decision, index);
    if (figure && isUnofficial(figure)) return true;
  }
  return false;
}

export const isUnofficial = (figure: FigureUsed): boolean => figure.grade !== "A";

const isComputed = (step: Step): boolean => step.formula !== "" || step.filled !== "";

/** A rounding of an amount that was exact already tells the reader nothing. */
function changesNothing(decision: Decision, step: Step): boolean {
  if (step.kind !== "rounding") return false;
  // a rounding may also rest on the reading that chose where to round
  const rounded = step.inputs.map((index) => stepAt(decision, index)).filter((input) => input.kind !== "reading");
  return rounded.length === 1 && rounded[0]!.value * step.divisor === step.value * rounded[0]!.divisor;
}

/** The same line may stand in a decision twice, once for each result that rests on it. */
const isFirst = (step: Step, index: number, steps: readonly Step[]): boolean =>
  steps.findIndex((other) => other.title === step.title && other.filled === step.filled && other.display === step.display) ===
  index;

/** Breadth first: what stands nearest to a result comes first. */
function reachedFrom(decision: Decision, roots: readonly number[]): Set<number> {
  const reached = new Set(roots);
  for (const index of reached) for (const input of stepAt(decision, index).inputs) reached.add(input);
  return reached;
}

function stepAt(decision: Decision, index: number): Step {
  const step = decision.steps[index];
  if (!step) throw new Error(`decision has no step ${index}`);
  return step;
}
