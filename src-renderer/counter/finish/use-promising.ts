import { useMemo } from "react";
import type { PromiseLimit } from "../../../src-shared/contract/cases.ts";
import type { Decision } from "../../../src-shared/domain/decision.ts";
import type { OfficeSettings } from "../../../src-shared/domain/office-settings.ts";
import { useCall } from "../../app/calls/queries.ts";
import type { Promising } from "../../ui/decision/materials/materials-model.ts";
import { text } from "../text.ts";

/** What the office takes on a promise: materials the policy lets follow, and those on its published list. */
export function promisingOf(
  settings: OfficeSettings["promises"],
  limit: PromiseLimit,
  { matter, materials }: Pick<Decision, "matter" | "materials">,
): Promising {
  const listed = new Set(settings.materials.filter((entry) => entry.matter === matter).map(({ material }) => material));
  const mayFollow = materials.filter(({ id, need }) => need === "may-follow" || listed.has(id)).map(({ id }) => id);
  const { standing } = limit;
  return {
    mayFollow: new Set([...(settings.on ? mayFollow : []), ...standing.map(({ material }) => material)]),
    standing,
    lastOn: limit.lastOn,
    limit: limit.lastOn === null ? text.promise.unknown : text.promise.limit(limit.workingDays, limit.lastOn),
  };
}

/**
 * `null` until the office's settings are known.
 * @param amended the case that is amended
 */
export function usePromising(matter: string, decision: Decision | null, amended: string | null): Promising | null {
  const settings = useCall("office.settings", {}, { staleTime: 60_000 });
  const limit = useCall("promises.limit", { matter, caseId: amended }, { staleTime: 60_000 });
  return useMemo(
    () =>
      settings.data === undefined || limit.data === undefined || decision === null
        ? null
        : promisingOf(settings.data.settings.promises, limit.data, decision),
    [settings.data, limit.data, decision],
  );
}
