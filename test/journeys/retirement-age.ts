/** NX-02 once more, told from its clauses and written without the product's table: lives retire by it. */
import { monthOf, monthOfDate, type Month, type PackedDate } from "../../src-shared/domain/calendar.ts";

export type Sex = "male" | "female";
export type Kind = "woman-55" | "woman-50";

export function statutoryMonth(sex: Sex, kind: Kind, birth: PackedDate): Month {
  const [age, since, step, most] =
    sex === "male"
      ? [60, monthOf(1965, 1), 4, 36]
      : kind === "woman-55"
        ? [55, monthOf(1970, 1), 4, 36]
        : [50, monthOf(1975, 1), 2, 60];
  const month = monthOfDate(birth);
  const delay = month < since ? 0 : Math.min(most, Math.floor((month - since) / step) + 1);
  return month + age * 12 + delay;
}
