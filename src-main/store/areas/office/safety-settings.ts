/** The office's settings about backups, as they stand in the store. */
import { safetySettingsSchema, USUAL_SAFETY, type SafetySettings } from "../../../../src-shared/domain/safety-settings.ts";
import type { Store } from "../../types.ts";

export const SAFETY_SETTING = "safety";

export function safetyOf({ settings }: { readonly settings: Pick<Store["settings"], "get"> }): SafetySettings {
  const parsed = safetySettingsSchema.safeParse(settings.get(SAFETY_SETTING)?.value);
  return parsed.success ? parsed.data : USUAL_SAFETY;
}
