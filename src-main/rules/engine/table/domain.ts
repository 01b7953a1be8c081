/** Domains of table inputs: which integers stand for which values. */
import { formatMonth, parseMonth } from "../../../../src-shared/domain/calendar.ts";
import type { Domain } from "./unary-test.ts";

export function choiceDomain(values: readonly string[]): Domain {
  return {
    kind: "choice",
    low: 0,
    high: values.length - 1,
    literal: (text) => {
      const index = values.indexOf(text);
      return index < 0 ? undefined : index;
    },
    show: (value) => values[value] ?? String(value),
  };
}

export const FLAG_DOMAIN: Domain = {
  kind: "flag",
  low: 0,
  high: 1,
  literal: (text) => (text === "true" ? 1 : text === "false" ? 0 : undefined),
  show: (value) => (value === 1 ? "true" : "false"),
};

export function integerDomain(low: number, high: number): Domain {
  return { kind: "integer", low, high, literal: (text) => (/^-?\d+$/.test(text) ? Number(text) : undefined), show: String };
}

export function monthDomain(low: number, high: number): Domain {
  return { kind: "month", low, high, literal: parseMonth, show: formatMonth };
}
