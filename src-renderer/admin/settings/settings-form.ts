/** The office's settings as they are typed, and back. */
import { officeSettingsSchema, type OfficeSettings, type ReviewRule } from "../../../src-shared/domain/office-settings.ts";
import { parseYuan, plainYuan } from "../../../src-shared/domain/money.ts";
import type { ReviewRole } from "../../../src-shared/domain/roles.ts";
import { settingsText as text } from "./settings-text.ts";

export interface SettingsForm {
  readonly lockAfterMinutes: string;
  readonly oneTimePasswordDays: string;
  readonly reviewOn: boolean;
  readonly reviewFrom: string;
  readonly reviewMatters: readonly { readonly matter: string; readonly rule: ReviewRule }[];
  readonly reviewRoles: readonly ReviewRole[];
  readonly promisesOn: boolean;
  readonly promiseDays: string;
  readonly promiseMaterials: readonly { readonly matter: string; readonly material: string }[];
  readonly promiseDocument: string;
  readonly timeLimits: readonly { readonly matter: string; readonly workingDays: string }[];
  readonly dueSoonWorkingDays: string;
  readonly longestPauseDays: string;
}

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

const whole = (typed: string): number => (/^\d{1,4}$/.test(typed.trim()) ? Number(typed.trim()) : Number.NaN);

export type ReadSettings =
  | { readonly settings: OfficeSettings; readonly errors: null }
  /** By path in the settings, e.g. `review.fromFen` or `timeLimits.0.workingDays`. */
  | { readonly settings: null; readonly errors: Readonly<Record<string, string>> };

export function readSettings(form: SettingsForm): ReadSettings {
  const checked = officeSettingsSchema.safeParse({
    lockAfterMinutes: whole(form.lockAfterMinutes),
    oneTimePasswordDays: whole(form.oneTimePasswordDays),
    review: {
      on: form.reviewOn,
      fromFen: parseYuan(form.reviewFrom) ?? Number.NaN,
      matters: form.reviewMatters,
      roles: form.reviewRoles,
    },
    promises: {
      on: form.promisesOn,
      workingDays: whole(form.promiseDays),
      materials: form.promiseMaterials,
      document: form.promiseDocument.trim(),
    },
    timeLimits: form.timeLimits.map(({ matter, workingDays }) => ({ matter, workingDays: whole(workingDays) })),
    dueSoonWorkingDays: whole(form.dueSoonWorkingDays),
    longestPauseDays: whole(form.longestPauseDays),
  });
  const errors: Record<string, string> = {};
  for (const { path } of checked.success ? [] : checked.error.issues) {
    const at = path.join(".");
    errors[at] = text.errors[at] ?? text.errors[String(path[0])] ?? text.bad;
  }
  if (form.promiseMaterials.length > 0 && form.promiseDocument.trim() === "") {
    errors["promises.document"] = text.errors["promises.document"] ?? text.bad;
  }
  return checked.success && Object.keys(errors).length === 0
    ? { settings: checked.data, errors: null }
    : { settings: null, errors };
}

export const isChanged = (form: SettingsForm, settings: OfficeSettings): boolean =>
  JSON.stringify(form) !== JSON.stringify(formOf(settings));
