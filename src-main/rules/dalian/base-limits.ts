/** The published least and most of a contribution base (60 % and 300 % of the assessed base), by which own bases are held. */
import type { Notice } from "../../../src-shared/domain/decision.ts";
import { clamped } from "../engine/contribution/clamp.ts";
import { figureAt, type Draft } from "../engine/draft.ts";
import type { Bindings } from "../engine/formula.ts";
import type { Node } from "../engine/node.ts";
import type { FigureMissing } from "../engine/result.ts";

export interface BaseLimits {
  /** The base as it may be used; `null` without published limits, which are then listed as missing. */
  held(base: Node, date: number, draft: Draft, missing?: FigureMissing[]): Node | null;
  /** Whether the same limits hold on both days. */
  same(one: number, other: number): boolean;
}

export function bindBaseLimits(names: Bindings): BaseLimits {
  const lowest = names.figure("dalian.base-lower-limit");
  const highest = names.figure("dalian.base-upper-limit");
  const step = names.step("heldBase");
  const notice = {
    outside: names.notice("baseOutsideLimits"),
    unverified: names.notice("limitsUnverified"),
  };
  const tell = (draft: Draft, told: Notice): void => {
    if (!draft.notices.includes(told)) draft.notices.push(told);
  };
  return {
    same: (one, other) => lowest.at(one) === lowest.at(other) && highest.at(one) === highest.at(other),
    held(base, date, draft, missing = draft.missing) {
      const least = figureAt(lowest, date, { missing });
      const most = figureAt(highest, date, { missing });
      if (least === null || most === null) return null;
      const held = clamped(step, base, { lowest: least, highest: most });
      if (held.value === base.value) return held;
      tell(draft, notice.outside);
      const { grade } = (held.value === least.value ? least : most).definition.figure!;
      if (grade === "C") tell(draft, notice.unverified);
      return held;
    },
  };
}
