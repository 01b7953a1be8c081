/**
 * How a fact follows from the history: written at the fact in YAML, with the clause that says what is meant,
 * e.g. `fromHistory: { lastPaid: { scheme: employee, place: here } }`. "First", "gap" and "continuous" mean different things
 * per city and matter, so each matter says it in data. What a clause leaves open is a reading: one variant per option.
 */
import { z } from "zod";
import { CAPACITIES, isEmployee, type Capacity, type SpanFilter } from "../../../../src-shared/domain/history/history.ts";
import type { QuestionType } from "../../../../src-shared/domain/facts.ts";
import { citeSchema, idSchema } from "../schema/schema-parts.ts";

/** Retirees' months are covered, not paid. */
const SCHEMES = {
  employee: ["unit", "flexible", "fund", "employee"],
  unit: ["unit"],
  /** Whoever draws unemployment benefit was a unit's before, and the fund pays in its stead. */
  "unit-or-fund": ["unit", "fund"],
  flexible: ["flexible"],
  fund: ["fund"],
  /** As an employee, months paid by the unemployment fund left aside. */
  "own-payment": ["unit", "flexible", "employee"],
  retired: ["retired"],
  /** Covered as an employee, paying or retired. */
  covered: ["unit", "flexible", "fund", "employee", "retired"],
  resident: ["resident"],
  service: ["service"],
  military: ["military"],
  any: ["unit", "flexible", "fund", "employee", "resident"],
} as const satisfies Record<string, readonly Capacity[]>;

const filterShape = {
  scheme: z.enum(Object.keys(SCHEMES) as [keyof typeof SCHEMES, ...(keyof typeof SCHEMES)[]]),
  /** `here`: in the matter's pooling area. */
  place: z.enum(["here", "elsewhere", "any"]).default("any"),
  /** Of the places elsewhere only this pooling area, or every one but this. */
  city: z.string().min(1).optional(),
  notCity: z.string().min(1).optional(),
};
const filterSchema = z.strictObject(filterShape);
const nameSchema = z.string();
/** A date or month fact of the form: what was before its month, or up to it. Otherwise: up to the month of processing. */
const windowShape = { ...filterShape, before: nameSchema.optional(), upTo: nameSchema.optional() };
const windowSchema = z.strictObject(windowShape);
const optionsSchema = z.record(z.string(), idSchema);

const derivations = {
  /** Months that were paid (or served). */
  months: windowSchema.optional(),
  /** The last month, and the year it lies in. */
  lastPaid: windowSchema.optional(),
  lastYear: windowSchema.optional(),
  /** The month up to which it is paid, months paid ahead included. */
  paidTo: windowSchema.optional(),
  /** Whether there is any month, or none at all. */
  ever: windowSchema.optional(),
  never: windowSchema.optional(),
  /** Months without a break up to the last one. */
  continuous: windowSchema.optional(),
  /** Whether the last month of `of` is one of these. */
  lastIs: z.strictObject({ ...windowShape, of: filterSchema }).optional(),
  /** In which capacity the last, or the first, month was paid: option by capacity. */
  lastCapacity: z.strictObject({ ...windowShape, options: optionsSchema }).optional(),
  firstCapacity: z.strictObject({ ...windowShape, options: optionsSchema }).optional(),
  /** … and the last one, while it goes on: paid up to this month or the one before. */
  presentCapacity: z.strictObject({ ...windowShape, options: optionsSchema }).optional(),
  /** How last calendar year was paid: option for in its time, later, not in full. */
  lastYearPaid: z
    .strictObject({ ...windowShape, options: z.strictObject({ inTime: idSchema, later: idSchema, notFull: idSchema }) })
    .optional(),
  /** First or last month of the last run without a break. */
  runFrom: windowSchema.optional(),
  runTo: windowSchema.optional(),
  /** The last month before the gap in hand, and the one in which payment resumed after it. */
  beforeGap: windowSchema.optional(),
  afterGap: windowSchema.optional(),
  /** Whether the last month of the window is paid; what is not paid yet is a question, for it may be paid in hand. */
  paidAt: windowSchema.optional(),
};
export type DerivationKind = keyof typeof derivations;
export const DERIVATION_KINDS = Object.keys(derivations) as DerivationKind[];

interface PlaceWritten {
  readonly place: SpanFilter["place"];
  readonly city?: string | undefined;
  readonly notCity?: string | undefined;
}
const isPlaceOfCity = (written: PlaceWritten | undefined): boolean =>
  written === undefined ||
  (written.city === undefined && written.notCity === undefined) ||
  (written.place === "elsewhere" && (written.city === undefined) !== (written.notCity === undefined));

const variantSchema = z
  .strictObject({
    ...derivations,
    /** Holds where the office reads it so; the first variant without one holds otherwise. */
    reading: z.strictObject({ id: idSchema, option: idSchema }).optional(),
    /** Holds where earlier choices have these answers. */
    when: z.record(nameSchema, z.array(idSchema).min(1)).optional(),
    cite: citeSchema.optional(),
  })
  .refine((entry) => DERIVATION_KINDS.filter((kind) => entry[kind] !== undefined).length === 1, {
    message: `expected exactly one of ${DERIVATION_KINDS.join(", ")}`,
  })
  .refine((entry) => DERIVATION_KINDS.every((kind) => isPlaceOfCity(entry[kind])), {
    message: "city and notCity exclude each other and need place: elsewhere",
  });

export const fromHistorySchema = z
  .union([variantSchema, z.array(variantSchema).min(1)])
  .transform((entry) => (Array.isArray(entry) ? entry : [entry]));
export type FromHistoryFile = z.output<typeof fromHistorySchema>;
export type VariantFile = FromHistoryFile[number];

/** With all capacities at all places that it holds as bits, so that filters are compared at once. */
export interface CompiledFilter extends SpanFilter {
  readonly cells: number;
}

export interface Window {
  readonly filter: CompiledFilter;
  readonly before: string | null;
  readonly upTo: string | null;
}

/** One way in which a fact follows. */
export interface Derivation {
  readonly kind: DerivationKind;
  readonly window: Window;
  /** For `lastIs`: among which months the last one is looked for. */
  readonly of: CompiledFilter | null;
  /** … and what it may be instead. */
  readonly others: readonly CompiledFilter[];
  /** For choices: index of the fact's option by capacity, or by how last year was paid. */
  readonly options: Readonly<Record<string, number>>;
}

/** What kinds of question each derivation answers. */
export const ANSWERS: Readonly<Record<DerivationKind, readonly QuestionType[]>> = {
  months: ["months", "count"],
  lastPaid: ["month"],
  lastYear: ["count"],
  paidTo: ["month"],
  ever: ["flag"],
  never: ["flag"],
  continuous: ["count"],
  lastIs: ["flag"],
  lastCapacity: ["choice"],
  firstCapacity: ["choice"],
  presentCapacity: ["choice"],
  lastYearPaid: ["choice"],
  runFrom: ["month"],
  runTo: ["month"],
  beforeGap: ["month"],
  afterGap: ["month"],
  paidAt: ["flag"],
};

function filterOf({ scheme, place, city: only, notCity }: z.output<typeof filterSchema>): CompiledFilter {
  const name = only ?? notCity;
  return compiled(SCHEMES[scheme], place, name === undefined ? null : { name, only: only !== undefined });
}

function compiled(
  capacities: readonly Capacity[],
  place: SpanFilter["place"],
  city: CompiledFilter["city"] = null,
): CompiledFilter {
  let cells = 0;
  for (const capacity of capacities) {
    const bit = 1 << (2 * CAPACITIES.indexOf(capacity));
    // residents' months, service and forces have no place
    if (place !== "elsewhere" || !isEmployee(capacity)) cells |= bit;
    if (place !== "here" && isEmployee(capacity)) cells |= bit << 1;
  }
  return { capacities, place, city, cells };
}

/** What else the last of a wider filter's months may be than one of the narrower. */
function othersThan({ capacities, place }: SpanFilter, of: SpanFilter): readonly CompiledFilter[] {
  const other = of.capacities.filter((capacity) => !capacities.includes(capacity));
  const others = other.length === 0 ? [] : [compiled(other, of.place)];
  return place === "any" ? others : [...others, compiled(capacities, place === "here" ? "elsewhere" : "here")];
}

/** @param optionIndex index of the fact's option, `undefined` for one that it does not have */
export function derivationOf(
  variant: VariantFile,
  optionIndex: (value: string) => number | undefined,
): { readonly derivation: Derivation; readonly unknownOptions: readonly string[] } {
  const kind = DERIVATION_KINDS.find((each) => variant[each] !== undefined)!;
  const written = variant[kind]!;
  const options: Record<string, number> = {};
  const unknownOptions: string[] = [];
  for (const [key, value] of Object.entries("options" in written ? written.options : {})) {
    const index = optionIndex(value);
    if (index === undefined) unknownOptions.push(value);
    else options[key] = index;
  }
  const filter = filterOf(written);
  const of = "of" in written ? filterOf(written.of) : null;
  const derivation: Derivation = {
    kind,
    window: { filter, before: written.before ?? null, upTo: written.upTo ?? null },
    of,
    others: of === null ? [] : othersThan(filter, of),
    options,
  };
  return { derivation, unknownOptions };
}
