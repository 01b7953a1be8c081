/** What a change of the office's settings changed, in words: the audit keeps both whole, a reader wants the difference. */
import { officeSettingsSchema, USUAL_SETTINGS, type OfficeSettings } from "../../../src-shared/domain/office-settings.ts";
import { formatYuan } from "../../../src-shared/domain/money.ts";
import { ROLE_LABELS } from "../../../src-shared/text/labels.ts";
import { SETTINGS_CHANGE_TEXT as text } from "./text.ts";

const { lines } = text;

/** Each setting as a line of words; lists become one line. */
function described(settings: OfficeSettings, titleOf: (matter: string) => string): ReadonlyMap<string, string> {
  const { review, promises, timeLimits } = settings;
  const list = (items: readonly string[]): string => (items.length === 0 ? text.none : items.join("、"));
  return new Map([
    [lines.lockAfterMinutes, String(settings.lockAfterMinutes)],
    [lines.oneTimeDays, String(settings.oneTimePasswordDays)],
    [lines.reviewOn, text.yesNo(review.on)],
    [lines.reviewFrom, formatYuan(review.fromFen)],
    [lines.reviewRoles, list(review.roles.map((role) => ROLE_LABELS[role]))],
    [lines.reviewMatters, list(review.matters.map(({ matter, rule }) => `${titleOf(matter)}${text.rules[rule]}`))],
    [lines.promisesOn, text.yesNo(promises.on)],
    [lines.promiseDays, String(promises.workingDays)],
    [lines.promiseMaterials, list(promises.materials.map(({ matter, material }) => `${titleOf(matter)}·${material}`))],
    [lines.promiseDocument, promises.document === "" ? text.none : promises.document],
    [lines.timeLimits, list(timeLimits.map(({ matter, workingDays }) => `${titleOf(matter)}${text.days(workingDays)}`))],
    [lines.dueSoon, String(settings.dueSoonWorkingDays)],
    [lines.longestPause, String(settings.longestPauseDays)],
  ]);
}

/**
 * @param before `null` for the first change: the usual settings held
 * @returns one part for each setting that differs; none where a value is not in the shape of this program
 */
export function settingsChanges(before: unknown, after: unknown, titleOf: (matter: string) => string): readonly string[] {
  const [old, next] = [officeSettingsSchema.safeParse(before ?? USUAL_SETTINGS), officeSettingsSchema.safeParse(after)];
  if (!old.success || !next.success) return [];
  const was = described(old.data, titleOf);
  return [...described(next.data, titleOf)].flatMap(([line, value]) =>
    was.get(line) === value ? [] : [text.change(line, was.get(line)!, value)],
  );
}
