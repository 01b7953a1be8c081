/** Whose matters are done here: the cities the office has chosen. Every other city can be read and compared, not worked in. */
import type { MatterSummary } from "../../../src-shared/contract/index.ts";
import { matterName } from "../../../src-shared/text/labels.ts";
import type { Pack } from "../../rules/index.ts";
import { cityNotServedText, SERVED_TEXT } from "./text.ts";
import { Refusal } from "../frame/refusal.ts";
import type { DeskTools } from "../frame/tools.ts";

/** None before the first start. */
export const servedCities = ({ store }: Pick<DeskTools, "store">): readonly string[] => store.office.get()?.cities ?? [];

/** The packs of the office's cities, in its order. A city whose policy is no longer shipped has none. */
export const servedPacks = (tools: DeskTools): readonly Pack[] =>
  servedCities(tools).flatMap((city) => tools.packs.all().filter((pack) => pack.city === city));

/** @throws Refusal `not-found` for an unknown matter, `city-not-served` for one of another city */
export function servedPack(tools: DeskTools, matter: string): Pack {
  const pack = tools.packs.ofMatter(matter);
  requireServed(tools, pack.city);
  return pack;
}

export const isServed = (tools: Pick<DeskTools, "store">, city: string): boolean => servedCities(tools).includes(city);

/** For what happens to a case that is there already. @throws Refusal `city-not-served` */
export function requireServed(tools: DeskTools, city: string): void {
  if (isServed(tools, city)) return;
  const title = tools.packs.all().find((pack) => pack.city === city)?.cityTitle ?? city;
  throw new Refusal("city-not-served", { message: cityNotServedText(title) });
}

/** Each with policy data, none twice. @throws Refusal `bad-input` on the field */
export function requireKnownCities({ packs }: Pick<DeskTools, "packs">, cities: readonly string[], fact: string): void {
  const known = cities.every((city) => packs.cityIds.includes(city));
  if (known && new Set(cities).size === cities.length) return;
  const message = known ? SERVED_TEXT.cityTwice : SERVED_TEXT.unknownCity;
  throw new Refusal("bad-input", { message, fields: [{ fact, code: known ? "conflict" : "unknown", message }] });
}

/** A matter's title as the office knows it: with the city where one title may mean several. */
export function shownTitle(tools: DeskTools, matter: string): string {
  const summary = tools.packs.matter(matter);
  return summary === undefined ? matter : matterName(summary, isAlone(servedCities(tools), summary));
}

const isAlone = (cities: readonly string[], { city }: MatterSummary): boolean => cities.length === 1 && cities[0] === city;
