/** The published least and most of a contribution base (60 % and 300 % of the assessed base), by which own bases are held. */
import { figureAt, type Draft } from "../engine/draft.ts";
import type { Node } from "../engine/node.ts";
import { clamp } from "../engine/operations.ts";
import type { NoticeFound } from "../engine/result.ts";
import type { Says } from "../engine/words.ts";
import type { BaseLimits as Words } from "../generated/dalian/data.ts";

export type BaseLimitsWords = Words & {
  readonly notice: {
    readonly baseOutsideLimits: NoticeFound | Says<NoticeFound, "heldBase">;
    readonly limitsUnverified: NoticeFound;
  };
};

/** The base as it may be used; `null` without published limits, which are then listed. */
export function heldBase(
  { figure, step: steps, notice }: BaseLimitsWords,
  base: Node,
  date: number,
  draft: Pick<Draft, "notices">,
  lacking: Pick<Draft, "missing">,
): Node | null {
  const lowest = figureAt(figure.baseLowerLimit, date, lacking);
  const highest = figureAt(figure.baseUpperLimit, date, lacking);
  if (lowest === null || highest === null) return null;
  const held = clamp(steps.heldBase, base, lowest, highest);
  if (held.value === base.value) return held;
  const { baseOutsideLimits: outside } = notice;
  tell(draft, typeof outside === "function" ? outside({ heldBase: held }) : outside);
  const { grade } = (held.value === lowest.value ? lowest : highest).definition.figure!;
  if (grade === "C") tell(draft, notice.limitsUnverified);
  return held;
}

/** Says it once, however many months it is true of. */
export function tell({ notices }: Pick<Draft, "notices">, said: NoticeFound): void {
  if (!notices.some(({ id }) => id === said.id)) notices.push(said);
}
