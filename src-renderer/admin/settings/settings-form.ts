/** The office's settings as they are typed, and back: each field by the contract's own rule for what it means. */
import { z } from "zod";
import { officeSettingsSchema, type OfficeSettings } from "../../../src-shared/domain/office-settings.ts";
import { parseYuan, plainYuan } from "../../../src-shared/domain/money.ts";
import { at, formRules } from "../../ui/calls/form-rules.ts";
import { settingsText as text } from "./settings-text.ts";

const rules = officeSettingsSchema.shape;

const whole = z.string().transform((typed) => (/^\d{1,4}$/.test(typed.trim()) ? Number(typed.trim()) : Number.NaN));
const yuan = z.string().transform((typed) => parseYuan(typed) ?? Number.NaN);

const fields = z.strictObject({
  lockAfterMinutes: whole.pipe(rules.lockAfterMinutes),
  oneTimePasswordDays: whole.pipe(rules.oneTimePasswordDays.unwrap()),
  reviewOn: rules.review.shape.on,
  reviewFrom: yuan.pipe(rules.review.shape.fromFen),
  reviewMatters: rules.review.shape.matters,
  reviewRoles: rules.review.shape.roles,
  promisesOn: rules.promises.shape.on,
  promiseDays: whole.pipe(rules.promises.shape.workingDays),
  promiseMaterials: rules.promises.shape.materials,
  promiseDocument: rules.promises.shape.document,
  timeLimits: z.array(rules.timeLimits.element.extend({ workingDays: whole.pipe(rules.timeLimits.element.shape.workingDays) })),
  dueSoonWorkingDays: whole.pipe(rules.dueSoonWorkingDays),
  longestPauseDays: whole.pipe(rules.longestPauseDays.unwrap()),
});

/** A list that the policy data do not know stands in a document that is published. */
const settingsFields = fields.refine(
  ({ promiseMaterials, promiseDocument }) => promiseMaterials.length === 0 || promiseDocument.trim() !== "",
  at("promiseDocument"),
);

export type SettingsForm = z.input<typeof settingsFields>;

/** By path in the form, e.g. `reviewFrom` or `timeLimits.0.workingDays`. */
export const settingsRules = formRules(
  settingsFields,
  (path) => text.errors[path] ?? text.errors[path.split(".")[0] ?? ""] ?? text.bad,
);

export const formOf = ({ review, promises, timeLimits, ...settings }: OfficeSettings): SettingsForm => ({
  lockAfterMinutes: String(settings.lockAfterMinutes),
  oneTimePasswordDays: String(settings.oneTimePasswordDays),
  reviewOn: review.on,
  reviewFrom: plainYuan(review.fromFen),
  reviewMatters: review.matters,
  reviewRoles: review.roles,
  promisesOn: promises.on,
  promiseDays: String(promises.workingDays),
  promiseMaterials: promises.materials,
  promiseDocument: promises.document,
  timeLimits: timeLimits.map(({ matter, workingDays }) => ({ matter, workingDays: String(workingDays) })),
  dueSoonWorkingDays: String(settings.dueSoonWorkingDays),
  longestPauseDays: String(settings.longestPauseDays),
});

/** `null`: something is wrong in it. */
export function settingsOf(form: SettingsForm): OfficeSettings | null {
  const read = settingsFields.safeParse(form);
  if (!read.success) return null;
  const { reviewOn, reviewFrom, reviewMatters, reviewRoles, ...others } = read.data;
  const { promisesOn, promiseDays, promiseMaterials, promiseDocument, ...settings } = others;
  return {
    ...settings,
    review: { on: reviewOn, fromFen: reviewFrom, matters: reviewMatters, roles: reviewRoles },
    promises: { on: promisesOn, workingDays: promiseDays, materials: promiseMaterials, document: promiseDocument.trim() },
  };
}

export const isChanged = (form: SettingsForm, settings: OfficeSettings): boolean =>
  JSON.stringify(form) !== JSON.stringify(formOf(settings));
