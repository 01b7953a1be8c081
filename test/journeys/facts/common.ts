/** What the matters of all cities ask of a life in the same words. */
import { ageOn, formatDate, formatMonth, monthOfDate, type Month } from "../../../src-shared/domain/calendar.ts";
import type { FactInput, FactInputs } from "../../../src-shared/domain/facts.ts";
import { count, periods, together, upTo, type Line } from "../months.ts";
import { capacityHere, employeeAway, employeeHere, lastInsured, type LastInsured } from "../past.ts";
import type { Choice, CityFacts, Question } from "../question.ts";
import { chance, paymentMonth, type Visit } from "../visit.ts";

export interface MatterFacts {
  /** For which choices it is asked. */
  readonly choices: readonly Choice[];
  /** Of so many visits in a hundred, where it asks nothing of the past. */
  readonly percent?: number;
  /** The same matter asked in several ways; the empty name is the first. */
  readonly variants?: readonly string[];
  /** Unpaid months before the payment, in the matter's own meaning. */
  gap?(visit: Visit): number | null;
  /** `null` = it does not apply to this person. */
  facts(visit: Visit, choice: Choice, variant: string): FactInputs | null;
}
export type Matters = Readonly<Record<string, MatterFacts>>;

const ONE_VARIANT = [""];
const MONTHS_TO_CHANGE = 2;

export function cityFacts(city: string, matters: Matters): CityFacts {
  const ask = (visit: Visit, name: string, choice: Choice, variant: string): Question | null => {
    const { facts: project, gap } = matters[name]!;
    const facts = project(visit, choice, variant);
    if (facts === null) return null;
    return { matter: `${city}.${name}`, choice, variant, facts, asOf: visit.day, gap: gap?.(visit) ?? null };
  };
  return {
    questions(visit) {
      const asked: Question[] = [];
      for (const [name, { choices, percent, variants }] of Object.entries(matters)) {
        if (percent !== undefined && !chance(visit, name, percent)) continue;
        for (const choice of choices)
          for (const variant of variants ?? ONE_VARIANT) {
            const question = ask(visit, name, choice, variant);
            if (question !== null) asked.push(question);
          }
      }
      return asked;
    },
    sent(visit, matter, choice) {
      const name = matter.slice(city.length + 1);
      const found = matters[name];
      if (found === undefined) return null;
      return ask(visit, name, found.choices.includes(choice) ? choice : found.choices[0]!, "");
    },
  };
}

/** Drawn periods; a bare 0 where there are none, since no period can say that. */
export const months = (line: Line): FactInput => {
  const drawn = periods(line);
  return drawn.length === 0 ? { months: 0 } : { periods: drawn };
};
/** The same where the question need not be answered. */
export const someMonths = (line: Line): FactInput => (count(line) === 0 ? null : months(line));

export const monthText = (month: Month | null): FactInput => (month === null ? null : formatMonth(month));

export const person = ({ life }: Visit): FactInputs => ({ sex: life.sex, birthDate: formatDate(life.birth) });

export const age = ({ life, day }: Visit): number => ageOn(life.birth, day);

/** Registered there; or not, and with a permit more often than without. */
export const residence = (visit: Visit): FactInputs => {
  const household = visit.life.household === visit.city;
  return household ? { household } : { household, permit: chance(visit, "permit", 80) };
};

export const last = (visit: Visit): LastInsured | null => lastInsured(visit.past, paymentMonth(visit));

/** The years that retirement matters count, up to the day at the counter. */
export function years(visit: Visit): FactInputs {
  const { past, day } = visit;
  const now = monthOfDate(day);
  const { service, military } = past.months;
  return {
    contributed: months(upTo(employeeHere(past), now)),
    transferred: someMonths(upTo(employeeAway(past), now)),
    service: someMonths(together(service.here, service.away)),
    military: someMonths(together(military.here, military.away)),
  };
}

/** How the pension was, or will be, settled, for people at about that age; `null` for everybody else. */
export function pension(visit: Visit): { readonly way: "pension-here" | "no-pension-here"; readonly month: Month | null } | null {
  const { life, city, day } = visit;
  if (life.pension !== null) {
    if (life.pension.month > monthOfDate(day) + 5) return null;
    // Tieling asks only for formalities that have ended
    return life.pension.place === city && (city !== "tieling" || life.pension.month <= monthOfDate(day))
      ? { way: "pension-here", month: life.pension.month }
      : { way: "no-pension-here", month: null };
  }
  return age(visit) >= (life.sex === "male" ? 59 : 49) ? { way: "no-pension-here", month: null } : null;
}

/** Retired for some months: the treatment has been changed by then. */
export const isRetired = ({ life, day }: Visit): boolean =>
  life.pension !== null && life.pension.month < monthOfDate(day) - MONTHS_TO_CHANGE;

/** In what capacity somebody was first enrolled here: it decides up to when service counts. */
export const enrolledAs = ({ past, day }: Visit): "unit" | "flexible" =>
  capacityHere(past, "first", monthOfDate(day)) === "flexible" ? "flexible" : "unit";

/** And in which capacity now, or in a month. */
export const capacity = ({ past, day }: Visit, until: Month = monthOfDate(day)): "unit" | "flexible" =>
  capacityHere(past, "last", until) === "flexible" ? "flexible" : "unit";

/** Months of a line as periods; nothing where there are none and none need be told. */
export const periodsOf = (line: Line): FactInput => {
  const drawn = periods(line);
  return drawn.length === 0 ? null : { periods: drawn };
};

/** A fact that is text, e.g. a month or a choice; empty where it is none. */
export const textOf = (input: FactInput | undefined): string => (typeof input === "string" ? input : "");
