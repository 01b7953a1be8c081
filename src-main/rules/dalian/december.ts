/** Between flexible employee insurance and the resident scheme one changes in December only (DL-11, DL-15). Source: answers of 2025-04. */
import { monthOfYear } from "../../../src-shared/domain/calendar.ts";
import { addCondition, type Draft } from "../engine/draft.ts";
import type { AsOf } from "../engine/facts/facts.ts";
import { leaf, told, type Node } from "../engine/node.ts";
import { decemberStart, lastDayAround, notEarlierThan } from "../engine/operations.ts";
import type { ResidentWords } from "./resident/words.ts";

const DECEMBER = 12;

export const inDecember = (asOf: AsOf): boolean => monthOfYear(asOf.month) === DECEMBER;

export interface December {
  /** Whether the change falls into the year's window, or needs none. */
  readonly met: boolean;
  /** What texts say of the window. */
  readonly said: { readonly changeFrom: Node; readonly changeUntil: Node };
}

/**
 * @param paidThisYear whether the old scheme was paid for this year (a flag); a year without payment is what a reading is about
 * @param leaver the reading that puts who leaves a unit under the same rule
 */
export function addDecember(
  words: ResidentWords,
  asOf: AsOf,
  paidThisYear: Node | null,
  leaver: Node | null,
  draft: Draft,
): December {
  const { step: steps, date } = words;
  const { is, node: reading } = words.reading.sameYearChange;
  const day = leaf(steps.processingDay, asOf.date);
  const changeFrom = decemberStart(steps.changeFrom, day);
  const changeUntil = lastDayAround(steps.changeUntil, changeFrom);
  const unpaid = paidThisYear?.value === 0 ? paidThisYear : null;
  const free = unpaid !== null && is.anyMonth;
  const met = free || inDecember(asOf);
  const node =
    leaver !== null
      ? notEarlierThan(steps.leaverInTime, day, changeFrom, leaver)
      : unpaid !== null
        ? told(steps.unpaidYear, met ? 1 : 0, [day, changeFrom, unpaid, reading])
        : notEarlierThan(steps.inTime, day, changeFrom);
  const said = { changeFrom, changeUntil };
  const remedy = words.remedy.waitForDecember(said);
  addCondition(draft, words.condition.inTime({ processingDay: day }), met, node, remedy, changeFrom);
  if (!free)
    draft.dates.push({ definition: date.changeFrom, node: changeFrom }, { definition: date.changeUntil, node: changeUntil });
  return { met, said };
}
