/** A city's pack as the office uses it: the shipped policy with the figures entered and the readings chosen here. */
import { dayAtCounter } from "../../clock.ts";
import {
  checkOfficeFigure,
  loadPackForUse,
  packHash,
  readingViews,
  readPackSource,
  type FaultyMatter,
  type OfficeFigure,
  type Pack,
  type PackSource,
  type PolicyProblem,
} from "../../rules/index.ts";
import type { OfficeFigureRow } from "../../store/areas/office/columns.ts";
import type { StoreReader } from "../../store/types.ts";

/** A pack may lack the matters that have a fault; without the city's own file there is none. */
export type OfficePack =
  | { readonly pack: Pack; readonly faulty: readonly FaultyMatter[] }
  | { readonly problems: readonly PolicyProblem[] };

/** What the office had added and the shipped policy no longer takes. */
export type SetAside = { readonly city: string } & (
  | { readonly figure: string; readonly from: string }
  | { readonly reading: string }
);

export function loadOfficePack(
  store: Pick<StoreReader, "policy">,
  policyDirectory: string,
  city: string,
  onSetAside: (entry: SetAside) => void,
): OfficePack {
  const figures = store.policy.officeFigures(city);
  const choices = store.policy.readingChoices(city);
  const load = (kept: readonly OfficeFigure[], readingChoices: Readonly<Record<string, string>>): OfficePack => {
    return loadedOnce(readPackSource(policyDirectory, city, { figures: kept, readingChoices }));
  };
  const shipped = load([], {});
  if ("problems" in shipped || (figures.length === 0 && choices.length === 0)) return shipped;

  // an update may bring the very figure that the office had entered; the published one then counts
  const stillOurs = figures.map(officeFigure).filter((figure) => {
    const fits = checkOfficeFigure(shipped.pack, figure).length === 0;
    if (!fits) onSetAside({ city, figure: figure.figure, from: figure.from });
    return fits;
  });
  const readings = new Map(readingViews(shipped.pack).map((reading) => [reading.id, reading]));
  const stillKnown = choices.filter(({ reading, option }) => {
    const known = readings.get(reading)?.options.some((candidate) => candidate.id === option) ?? false;
    if (!known) onSetAside({ city, reading });
    return known;
  });
  return load(stillOurs, Object.fromEntries(stillKnown.map(({ reading, option }) => [reading, option])));
}

/** Newest last. What an office enters changes the pack of one city; those of the others, and the shipped one, are as they were. */
const loadedBefore = new Map<string, OfficePack>();
const MOST_REMEMBERED = 8;

function loadedOnce(source: PackSource): OfficePack {
  const hash = packHash(source);
  const before = loadedBefore.get(hash) ?? loadForUse(source);
  loadedBefore.delete(hash);
  loadedBefore.set(hash, before);
  if (loadedBefore.size > MOST_REMEMBERED) loadedBefore.delete(loadedBefore.keys().next().value!);
  return before;
}

function loadForUse(source: PackSource): OfficePack {
  const { pack, problems, faulty } = loadPackForUse(source);
  return pack === undefined ? { problems } : { pack, faulty };
}

const officeFigure = ({ figure, from, to, value, document, note, at }: OfficeFigureRow): OfficeFigure => ({
  figure,
  from,
  to,
  value,
  document,
  note,
  enteredOn: dayAtCounter(at),
});
