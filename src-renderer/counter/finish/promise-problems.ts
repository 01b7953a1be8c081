import type { MaterialTick } from "../../../src-shared/domain/case.ts";
import type { Decision } from "../../../src-shared/domain/decision.ts";
import { standsAs, type Promising } from "../../ui/decision/materials/materials-model.ts";
import { readDate } from "../../ui/dates/typed-date.ts";
import { text } from "../text.ts";

/** Promises whose date is none, or lies beyond the limit. Days off are for the host, which has the calendar. */
export function promiseProblems(
  decision: Pick<Decision, "materials">,
  ticks: readonly MaterialTick[],
  promising: Promising,
  today: string,
): { readonly field: string; readonly message: string }[] {
  const { mayFollow, lastOn } = promising;
  return decision.materials.flatMap((material) => {
    const { id, title } = material;
    const tick = ticks.find((one) => one.id === id);
    if (tick === undefined || tick.received || tick.how !== "promised" || !mayFollow.has(id)) return [];
    const date = readDate(tick.promisedOn ?? "");
    if (date !== undefined && standsAs(promising, material, date)) return [];
    const message =
      date === undefined
        ? text.promise.dateMissing(title)
        : date < today || (lastOn !== null && date > lastOn)
          ? text.promise.dateOutside(title, today, lastOn ?? "")
          : null;
    return message === null ? [] : [{ field: `material.${id}`, message }];
  });
}
