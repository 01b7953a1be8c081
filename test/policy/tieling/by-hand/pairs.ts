export type Facts = Readonly<Record<string, unknown>>;

/** The same person twice, once having paid, resumed or enrolled earlier, or having paid more: never a later day, never a larger sum. */
export interface Pair {
  readonly title: string;
  readonly matter: string;
  /** What must not be worse. */
  readonly measure: "firstDay" | "due";
  readonly better: readonly [asOf: string, facts: Facts];
  readonly worse: readonly [asOf: string, facts: Facts];
  /** The clause that breaks the law itself. */
  readonly exception?: string;
  /** A fault of the program: the pair must still come out otherwise, so that mending it is noticed. */
  readonly differs?: string;
}

export const pairs = (
  matter: string,
  measure: Pair["measure"],
  all: readonly (readonly [
    title: string,
    betterDay: string,
    better: Facts,
    worseDay: string,
    worse: Facts,
    exception?: string,
    differs?: string,
  ])[],
): Pair[] =>
  all.map(([title, betterDay, better, worseDay, worse, exception, differs]) => ({
    title,
    matter,
    measure,
    better: [betterDay, better],
    worse: [worseDay, worse],
    ...(exception === undefined ? {} : { exception }),
    ...(differs === undefined ? {} : { differs }),
  }));
