/** The office itself: whose matters it does, and what it has settled for itself. */
import { isDeepStrictEqual } from "node:util";
import type { OfficeSettingsView } from "../../src-shared/contract/index.ts";
import { officeSettingsSchema, USUAL_SETTINGS, type OfficeSettings } from "../../src-shared/domain/office-settings.ts";
import type { Store } from "../store/types.ts";
import { calendarView } from "./calendar.ts";
import type { AreaHandlers } from "./handlers.ts";
import { SETTINGS_TEXT } from "./office-messages.ts";
import type { PasswordDesk } from "./password-desk.ts";
import { Refusal } from "./refusal.ts";
import { secondOrNobody } from "./second-person.ts";
import { requireKnownCities } from "./served.ts";
import { actOf, type DeskTools } from "./tools.ts";

export const SETTINGS_NAME = "office";

/** The settings in force. A value that an older or newer program wrote in another shape is completed by the usual ones. */
export function officeSettings(store: Pick<Store, "settings">): OfficeSettings {
  const row = store.settings.get(SETTINGS_NAME);
  if (!row) return USUAL_SETTINGS;
  const whole = officeSettingsSchema.safeParse(row.value);
  if (whole.success) return whole.data;
  const kept = Object.entries(officeSettingsSchema.shape).flatMap(([name, schema]) => {
    const value = schema.safeParse((row.value as Readonly<Record<string, unknown>> | null)?.[name]);
    return value.success ? [[name, value.data] as const] : [];
  });
  return { ...USUAL_SETTINGS, ...Object.fromEntries(kept) };
}

export function officeCalls(tools: DeskTools, passwords: PasswordDesk): AreaHandlers<"office"> {
  const { store, packs, clock } = tools;

  function view(): OfficeSettingsView {
    const row = store.settings.get(SETTINGS_NAME);
    return {
      settings: officeSettings(store),
      changed: row ? { at: row.at, clerk: row.clerkName, reason: row.reason } : null,
    };
  }

  function requireKnown(settings: OfficeSettings): void {
    const named = [...settings.review.matters, ...settings.promises.materials, ...settings.timeLimits];
    const unknown = named.find(({ matter }) => !packs.matter(matter));
    if (unknown) {
      const message = SETTINGS_TEXT.unknownMatter(unknown.matter);
      throw new Refusal("bad-input", { message, fields: [{ fact: "settings", code: "unknown", message }] });
    }
    if (settings.promises.materials.length > 0 && settings.promises.document.trim() === "") {
      const message = SETTINGS_TEXT.documentMissing;
      throw new Refusal("bad-input", { message, fields: [{ fact: "settings.promises.document", code: "required", message }] });
    }
  }

  return {
    "office.get": () => store.office.get(),
    "office.chooseCities": ({ requestId, cities }, context) => {
      requireKnownCities(tools, cities, "cities");
      store.office.chooseCities(actOf(tools, context, "office.chooseCities", requestId), cities);
      return store.office.get()!;
    },
    "office.settings": view,
    "office.changeSettings": async ({ requestId, settings, reason, second }, context) => {
      requireKnown(settings);
      // what needs two people is not for one alone to say
      const reviewStays = isDeepStrictEqual(settings.review, officeSettings(store).review);
      const stoodBy = reviewStays
        ? undefined
        : await secondOrNobody(tools, passwords, context.clerk, second, "office.changeSettings");
      store.settings.put(actOf(tools, context, "office.changeSettings", requestId), SETTINGS_NAME, settings, reason, stoodBy);
      return view();
    },
    "office.calendar": () => calendarView(tools.calendar, clock.today()),
  };
}
