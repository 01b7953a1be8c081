import type { Outcome } from "../../../src-shared/domain/decision.ts";

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
  /** The person's whole past in one line, where the case is a life and not only a form. */
  readonly history?: string;
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
  /** First day of the treatment asked for: a day, or the month it lies in; `null` where there is none to be told. */
  readonly firstDay?: string | null;
  /** Last day of the treatment, in the same way. */
  readonly lastDay?: string;
  /** From when what is `not-yet` can be had. */
  readonly opens?: string;
  readonly due?: string;
  /** Further amounts, each under the word that `compare.ts` gives it. */
  readonly pays?: Readonly<Record<string, string>>;
  /** Words of papers that have to be brought, and of where to. */
  readonly materials?: readonly string[];
  readonly place?: string;
  /** Words of papers that nobody may ask for. */
  readonly withoutMaterials?: readonly string[];
  readonly shortfallMonths?: number;
  /** Months, or stretches of months or days with both ends: `2025-04/2025-06`, `2025-04-01/2025-09-02`. */
  readonly covered?: readonly string[];
  readonly notCovered?: readonly string[];
  /** Which of two relations stays: the one of the city that is asked, or the other. */
  readonly keeps?: "here" | "other";
}

type Shared = Omit<ByHand, "title" | "expected" | "differs">;

/** Cases of one matter that have most of their answers in common. */
export const about = (
  shared: Shared,
  cases: readonly (Pick<ByHand, "title" | "expected" | "differs"> & Partial<Shared>)[],
): readonly ByHand[] => cases.map((one) => ({ ...shared, ...one, facts: { ...shared.facts, ...one.facts } }));

/** "2024-01/2025-03" → the periods as a form holds them. */
export const spans = (...texts: readonly string[]) => ({
  periods: texts.map((text) => {
    const [from, to = from] = text.split("/");
    return { from, to };
  }),
});
