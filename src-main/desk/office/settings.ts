/** The office itself: whose matters it does, and what it has settled for itself. */
import { isDeepStrictEqual } from "node:util";
import type { OfficeSettingsView } from "../../../src-shared/contract/index.ts";
import { officeSettingsOf, SETTINGS_NAME, type OfficeSettings } from "../../../src-shared/domain/office-settings.ts";
import type { Store } from "../../store/types.ts";
import { calendarView } from "../policy/calendar.ts";
import type { AreaHandlers } from "../frame/handlers.ts";
import { SETTINGS_TEXT } from "./text.ts";
import type { PasswordDesk } from "../session/password-desk.ts";
import { Refusal } from "../frame/refusal.ts";
import { secondOrNobody } from "../session/second-person.ts";
import { requireKnownCities } from "../policy/served.ts";
import { actOf, type DeskTools } from "../frame/tools.ts";

/** The settings in force. */
export const officeSettings = (store: Pick<Store, "settings">): OfficeSettings =>
  officeSettingsOf(store.settings.get(SETTINGS_NAME)?.value);

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
