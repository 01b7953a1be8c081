/** How an office keeps its data safe. Stored as the setting `safety`. */
import { z } from "zod";

export const safetySettingsSchema = z.strictObject({
  /** Second place of the backups (folder, share or USB stick); `null` = only beside the store. */
  backupFolder: z.string().min(1).max(500).nullable(),
  /** Minutes between backups while something changes. */
  backupEveryMinutes: z.int().min(5).max(240),
  largestAttachmentBytes: z
    .int()
    .min(1024 * 1024)
    .max(100 * 1024 * 1024),
});
export type SafetySettings = z.output<typeof safetySettingsSchema>;

export const USUAL_SAFETY: SafetySettings = {
  backupFolder: null,
  backupEveryMinutes: 15,
  largestAttachmentBytes: 20 * 1024 * 1024,
};

export const BACKUP_REASONS = ["timer", "shift", "manual", "before-restore"] as const;
export type BackupReason = (typeof BACKUP_REASONS)[number];
