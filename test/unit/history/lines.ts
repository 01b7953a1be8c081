/** Random lines of history that are sound: spans of one layer one after the other, with everything an item can say. */
import fc from "fast-check";
import { formatMonth, type Month } from "../../../src-shared/domain/calendar.ts";
import type { LineContext } from "../../../src-shared/domain/history/line.ts";

const compact = (month: Month): string => formatMonth(month).replace("-", "");

interface Piece {
  readonly sign: string;
  readonly gap: number;
  readonly length: number;
  readonly counted: number;
  readonly late: boolean;
  readonly owed: boolean;
  readonly dots: boolean;
}

const piece: fc.Arbitrary<Piece> = fc.record({
  sign: fc.constantFrom("d", "l", "s", "z", "wd", "wl", "@成都d", "j", "g", "b"),
  gap: fc.integer({ min: 0, max: 40 }),
  length: fc.integer({ min: 1, max: 90 }),
  counted: fc.integer({ min: 0, max: 12 }),
  late: fc.boolean(),
  owed: fc.boolean(),
  dots: fc.boolean(),
});

/** Each item names its capacity and place, so that items may stand in any order. */
export const lineTexts = ({ asOf, birth }: LineContext): fc.Arbitrary<string> =>
  fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => {
    let month = (birth ?? 0) + 16 * 12;
    const items: string[] = [];
    for (const { sign, gap, length, counted, late, owed, dots } of pieces) {
      const from = month + gap;
      const to = from + length - 1;
      if (to > asOf) break;
      const count = counted > 0 && counted < length ? `${counted}/` : "";
      const paid = late && !owed ? `!${compact(Math.min(asOf, to + 2))}` : "";
      items.push(`${dots ? ".." : ""}${sign}${count}${compact(from)}-${compact(to)}${paid}${owed ? "?" : ""}`);
      month = to + 1;
    }
    return items.length === 0 ? "z0" : items.join(" ");
  });
