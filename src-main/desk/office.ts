/** The office itself: its name, and whose matters it does. */
import { FIELD_TEXT } from "./messages.ts";
import type { AreaHandlers } from "./handlers.ts";
import { Refusal } from "./refusal.ts";
import { actOf, type DeskTools } from "./tools.ts";

export function officeCalls(tools: DeskTools): AreaHandlers<"office"> {
  const { office } = tools.store;
  return {
    "office.get": () => office.get(),

    "office.chooseCities": ({ requestId, cities }, context) => {
      requireKnownCities(tools, cities, "cities");
      office.chooseCities(actOf(tools, context, "office.chooseCities", requestId), cities);
      return office.get()!;
    },
  };
}

/** Each with policy data, none twice. @throws Refusal `bad-input` on the field */
export function requireKnownCities({ packs }: Pick<DeskTools, "packs">, cities: readonly string[], fact: string): void {
  const known = cities.every((city) => packs.cityIds.includes(city));
  if (known && new Set(cities).size === cities.length) return;
  const message = known ? FIELD_TEXT.cityTwice : FIELD_TEXT.unknownCity;
  throw new Refusal("bad-input", { message, fields: [{ fact, code: known ? "conflict" : "unknown", message }] });
}
