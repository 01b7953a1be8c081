/** What can come of a request: granted at once or with a date, curable, refused, advice only, or a figure that nobody has. */
type Outcome = "granted" | "not-yet" | "refused" | "guidance" | "figure-missing";

/**
 * A life and a question put to the program, worked out by hand from the documents by somebody who had seen neither the program's
 * rules nor what it says. What is not named in `expected` was not worked out, and is not compared.
 */
export interface ByHand {
  readonly title: string;
  readonly rule: string;
  readonly city: "dalian" | "tieling" | "chongqing";
  readonly matter: string;
  readonly asOf: string;
  /** The person's whole past in one line; empty where the matter asks nothing of it. */
  readonly history: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly expected: Expected;
  /** A fault of the program: what differs, and the clause. Such a case must differ, so that mending it is noticed. */
  readonly differs?: string;
}

export interface Expected {
  /** Several where the documents do not say which of them it is called. */
  readonly outcome?: Outcome | readonly Outcome[];
  /** Fields that cannot be true together, or cannot be true at all. */
  readonly errors?: readonly string[];
  readonly gapMonths?: number;
  /** Several numbers of months where two readings are in use and neither is the named default. */
  readonly wait?: { readonly days: number } | { readonly months: number | readonly number[] };
  /** First day of the treatment asked for: a day, or the month it lies in. */
  readonly firstDay?: string;
  /** Last day of the treatment, in the same way. */
  readonly lastDay?: string;
  /** From when what is `not-yet` can be had. */
  readonly opens?: string;
  readonly due?: string;
  /** Further amounts, each under the word that `amounts.ts` gives it. */
  readonly pays?: Readonly<Record<string, string>>;
  readonly shortfallMonths?: number;
  /** Months, or stretches of months or days with both ends: `2025-04/2025-06`, `2025-04-01/2025-09-02`. */
  readonly covered?: readonly string[];
  readonly notCovered?: readonly string[];
  /** Which of two relations stays: the one of the city that is asked, or the other. */
  readonly keeps?: "here" | "other";
}

/** "2024-01/2025-03" → the periods as a form holds them. */
export const spans = (...texts: readonly string[]) => ({
  periods: texts.map((text) => {
    const [from, to = from] = text.split("/");
    return { from, to };
  }),
});

/** Cases of one matter, which need not repeat it. */
export const casesOf = (city: ByHand["city"], matter: string, cases: readonly Omit<ByHand, "city" | "matter">[]): ByHand[] =>
  cases.map((one) => ({ city, matter, ...one }));
