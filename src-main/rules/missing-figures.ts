/** Figures that the policy says nobody has for a day, and that a current matter needs. */
import type { MissingFigureView } from "../../src-shared/contract/policy.ts";
import type { PackedDate } from "../../src-shared/domain/calendar.ts";
import type { Figure } from "./engine/pack/figures.ts";
import type { MatterDefinition } from "./engine/matter.ts";
import type { LoadedPack } from "./engine/pack/pack.ts";
import { usersOf } from "./library/usage.ts";
import { UNIT_TEXT } from "./engine/units.ts";

/** Declared without a number, or run out without a successor and without a word that there will be none. */
const lacks = (figure: Figure, day: PackedDate): boolean =>
  figure.at(day) === null &&
  (figure.values.some(({ from, to, text }) => text === null && from <= day && day <= to) ||
    (!figure.ended && figure.values.at(-1)!.to < day));

const waiting = (pack: LoadedPack, figure: Figure): MatterDefinition[] =>
  usersOf(pack, "figure", figure.id).filter(({ standing }) => standing === "current");

export function missingFigures(pack: LoadedPack, day: PackedDate): MissingFigureView[] {
  return [...pack.figures.values()].flatMap((figure) => {
    const matters = lacks(figure, day) ? waiting(pack, figure) : [];
    if (matters.length === 0) return [];
    const last = figure.values.findLast(({ text, to }) => text !== null && to < day);
    return [
      {
        id: figure.id,
        city: pack.city,
        cityTitle: pack.cityTitle,
        title: figure.title,
        unit: UNIT_TEXT[figure.unit],
        enteredBy: figure.published,
        matters: matters.map(({ id, title }) => ({ id, title })),
        last: last === undefined ? null : { ...last.used, value: last.text },
      },
    ];
  });
}
