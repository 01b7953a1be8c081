/** Packs for the command line: as shipped, or with the figures and readings of an office's store. */
import { cities, loadPack, readPackSource, type OfficeFigure, type Pack, type PolicyProblem } from "../../rules/index.ts";
import type { StoreReader } from "../../store/types.ts";
import { dayAtCounter } from "../../desk/today.ts";

export type Loaded = { readonly pack: Pack } | { readonly problems: readonly PolicyProblem[] };

export function loadCity(policyDirectory: string, city: string, store?: StoreReader): Loaded {
  const figures = (store?.policy.officeFigures(city) ?? []).map(
    ({ figure, from, to, value, document, note, at }): OfficeFigure => ({
      figure,
      from,
      to,
      value,
      document,
      note,
      enteredOn: dayAtCounter(at),
    }),
  );
  const choices = Object.fromEntries((store?.policy.readingChoices(city) ?? []).map(({ reading, option }) => [reading, option]));
  return loadPack(readPackSource(policyDirectory, city, { figures, readingChoices: choices }));
}

export const loadAll = (policyDirectory: string, store?: StoreReader): { readonly city: string; readonly loaded: Loaded }[] =>
  cities(policyDirectory).map((city) => ({ city, loaded: loadCity(policyDirectory, city, store) }));
