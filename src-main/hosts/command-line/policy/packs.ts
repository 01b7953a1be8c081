/** Packs for the command line: as shipped, or as the office of a store uses them. */
import { loadOfficePack, type OfficePack } from "../../../desk/policy/office-pack.ts";
import { cities, loadPack, readPackSource } from "../../../rules/index.ts";
import type { StoreReader } from "../../../store/types.ts";
import { tell } from "../output.ts";
import { TEXT } from "../text.ts";

type Checked = ReturnType<typeof loadPack>;

/** As released, where one problem is too many; with a store as its office works, where a matter that has a fault is left out. */
export const loadCity = (policyDirectory: string, city: string, store?: StoreReader): Checked | OfficePack =>
  store
    ? loadOfficePack(store, policyDirectory, city, (entry) => tell(TEXT.setAside(JSON.stringify(entry))))
    : loadPack(readPackSource(policyDirectory, city, { figures: [], readingChoices: {} }));

export const loadAll = (policyDirectory: string): { readonly city: string; readonly loaded: Checked | OfficePack }[] =>
  cities(policyDirectory).map((city) => ({ city, loaded: loadCity(policyDirectory, city) }));
