/** Which documents that must be handed in now have not been received as they should be, and which come on a promise. */
import { formatDate, parseDate } from "../../../src-shared/domain/calendar.ts";
import { isSamePromise, type MaterialTick, type PromisedMaterial } from "../../../src-shared/domain/case.ts";
import { isConsultation, type Decision, type Material } from "../../../src-shared/domain/decision.ts";
import type { FieldError } from "../../../src-shared/domain/facts.ts";
import { materialText, PROMISE_TEXT } from "./text.ts";
import { Refusal } from "../frame/refusal.ts";
import { officeSettings } from "../office/settings.ts";
import { lastPromiseDay } from "../cases/time-limits.ts";
import type { DeskTools } from "../frame/tools.ts";

const isPromised = (tick: MaterialTick): boolean => tick.how === "promised" && !tick.received;

/**
 * A consultation collects no papers. One entry for each material that is missing, of the wrong form or too few; `fact` is
 * the material's id. A material that may follow counts as there once it is promised.
 */
export function missingMaterials(
  decision: Decision,
  ticks: readonly MaterialTick[],
  mayFollow: ReadonlySet<string> = new Set(),
): FieldError[] {
  if (isConsultation(decision)) return [];
  return decision.materials
    .filter((material) => material.need === "must" || (material.need === "may-follow" && mayFollow.has(material.id)))
    .flatMap((material) => {
      if (mayFollow.has(material.id) && ticks.some((tick) => tick.id === material.id && isPromised(tick))) return [];
      const received = ticks.filter((tick) => tick.id === material.id && tick.received && tick.count > 0);
      const inForm = received.filter((tick) => isInForm(material, tick));
      const count = inForm.reduce((sum, tick) => sum + tick.count, 0);
      if (count >= material.count) return [];
      const problem = received.length === 0 ? "missing" : inForm.length === 0 ? "form" : "count";
      return [{ fact: material.id, code: "required" as const, message: materialText(material, problem, count) }];
    });
}

/** What lies on file was judged when it came in. */
const isInForm = (material: Material, tick: MaterialTick): boolean => tick.how === "on-file" || tick.form === material.form;

/** Materials that may follow on a promise where the matter is accepted: those the policy data name, and those on the office's published list. */
export function mayFollowOf(tools: DeskTools, decision: Decision): ReadonlySet<string> {
  const { matter, outcome, materials } = decision;
  const { promises } = officeSettings(tools.store);
  if (!promises.on || isConsultation(decision) || outcome === "guidance") return new Set();
  const listed = new Set(promises.materials.filter((entry) => entry.matter === matter).map((entry) => entry.material));
  return new Set(materials.filter(({ id, need }) => need === "may-follow" || listed.has(id)).map(({ id }) => id));
}

/** What the ticks promise, with the titles of the decision. */
export function promisedMaterials({ materials }: Decision, ticks: readonly MaterialTick[]): PromisedMaterial[] {
  return ticks.filter(isPromised).flatMap((tick) => {
    const material = materials.find(({ id }) => id === tick.id);
    if (!material) return [];
    const { id, title, form, count } = material;
    return [{ material: id, title, form, count, promisedOn: tick.promisedOn ?? "" }];
  });
}

/**
 * Promises are for materials that may follow, on a working day from today to the matter's limit. What stands promised already
 * stays as it was promised, overdue or not.
 * @param standing open promises of the version that is amended
 * @returns those to be signed
 * @throws Refusal `promise-invalid`, `calendar-unknown`
 */
export function requirePromisable(
  tools: DeskTools,
  decision: Decision,
  ticks: readonly MaterialTick[],
  mayFollow: ReadonlySet<string>,
  standing: readonly PromisedMaterial[] = [],
): readonly PromisedMaterial[] {
  const promises = promisedMaterials(decision, ticks).filter((promise) => !standing.some((old) => isSamePromise(old, promise)));
  if (promises.length === 0) return [];
  const today = formatDate(tools.clock.today());
  const last = lastPromiseDay(tools, decision.matter);
  if (!last.known) throw new Refusal("calendar-unknown", { message: PROMISE_TEXT.calendarUnknown(last.year) });
  for (const { material, title, promisedOn } of promises) {
    const message = !mayFollow.has(material)
      ? PROMISE_TEXT.mustNotFollow(title)
      : parseDate(promisedOn) === undefined
        ? PROMISE_TEXT.dateMissing(title)
        : promisedOn < today || promisedOn > last.date
          ? PROMISE_TEXT.dateOutside(title, today, last.date)
          : tools.calendar.isWorkingDay(promisedOn)
            ? null
            : PROMISE_TEXT.dayOff(title, promisedOn);
    if (message !== null) throw new Refusal("promise-invalid", { message, fields: [{ fact: material, code: "range", message }] });
  }
  return promises;
}
