/** The published least and most of a contribution base (60 % and 300 % of the assessed base), by which own bases are held. */
import type { Notice } from "../../../src-shared/domain/decision.ts";
import { clamped } from "../engine/contribution/clamp.ts";
import type { Draft } from "../engine/draft.ts";
import type { Bindings } from "../engine/formula.ts";
import type { Node } from "../engine/node.ts";

export interface BaseLimits {
  /** The base as it may be used. Without published limits it stays as it is, and a notice says so. */
  held(base: Node, date: number, draft: Draft): Node;
  /** Whether the same limits hold on both days. */
  same(one: number, other: number): boolean;
}

export function bindBaseLimits(names: Bindings): BaseLimits {
  const lowest = names.figure("dalian.base-lower-limit");
  const highest = names.figure("dalian.base-upper-limit");
  const step = names.step("heldBase");
  const notice = {
    unknown: names.notice("limitsUnknown"),
    outside: names.notice("baseOutsideLimits"),
    unverified: names.notice("limitsUnverified"),
  };
  const tell = (draft: Draft, told: Notice): void => {
    if (!draft.notices.includes(told)) draft.notices.push(told);
  };
  return {
    same: (one, other) => lowest.at(one) === lowest.at(other) && highest.at(one) === highest.at(other),
    held(base, date, draft) {
      const limits = { lowest: lowest.at(date), highest: highest.at(date) };
      if (limits.lowest === null || limits.highest === null) {
        tell(draft, notice.unknown);
        return base;
      }
      const held = clamped(step, base, { lowest: limits.lowest, highest: limits.highest });
      if (held.value === base.value) return held;
      tell(draft, notice.outside);
      const { grade } = (held.value === limits.lowest.value ? limits.lowest : limits.highest).definition.figure!;
      if (grade === "C") tell(draft, notice.unverified);
      return held;
    },
  };
}
