/** Packs for the command line: as shipped, or as the office of a store uses them. */
import { loadOfficePack, type LoadedPack } from "../../desk/office-pack.ts";
import { cities, loadPack, readPackSource } from "../../rules/index.ts";
import type { StoreReader } from "../../store/types.ts";
import { tell } from "./output.ts";
import { TEXT } from "./texts.ts";

export const loadCity = (policyDirectory: string, city: string, store?: StoreReader): LoadedPack =>
  store
    ? loadOfficePack(store, policyDirectory, city, (entry) => tell(TEXT.setAside(JSON.stringify(entry))))
    : loadPack(readPackSource(policyDirectory, city, { figures: [], readingChoices: {} }));

export const loadAll = (policyDirectory: string): { readonly city: string; readonly loaded: LoadedPack }[] =>
  cities(policyDirectory).map((city) => ({ city, loaded: loadCity(policyDirectory, city) }));
