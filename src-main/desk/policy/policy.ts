/** Policy data as the office sees it, and the two things an office may add: a figure and a reading. */
import { formatDate } from "../../../src-shared/domain/calendar.ts";
import {
  checkOfficeFigure,
  elsewhere,
  figureViews,
  libraryView,
  matters,
  missingFigures,
  readingViews,
} from "../../rules/index.ts";
import type { AreaHandlers } from "../frame/handlers.ts";
import { packOfFigure, packOfReading } from "./packs.ts";
import { Refusal } from "../frame/refusal.ts";
import { isServed, servedPacks } from "./served.ts";
import { actOf, type DeskTools } from "../frame/tools.ts";

export function policyCalls(tools: DeskTools): AreaHandlers<"policy"> {
  const { packs, store } = tools;

  return {
    "policy.matters": () =>
      servedPacks(tools).flatMap((pack) => {
        const missing = missingFigures(pack, tools.clock.today());
        const titlesFor = (matter: string): string[] =>
          missing.filter((figure) => figure.matters.some(({ id }) => id === matter)).map(({ title }) => title);
        return matters(pack).map((matter) => ({ ...matter, missingFigures: titlesFor(matter.id) }));
      }),
    "policy.faulty": () =>
      packs
        .faulty()
        .filter(({ city }) => isServed(tools, city))
        .map(({ id, title }) => ({ id, title })),
    "policy.elsewhere": () => servedPacks(tools).flatMap(elsewhere),
    "policy.figuresToEnter": () => ({
      figures: servedPacks(tools).flatMap((pack) => missingFigures(pack, tools.clock.today())),
      administrators: store.clerks.administrators(),
    }),
    "policy.library": ({ city }) => libraryView(packs.of(city)),

    "policy.enterFigure": ({ requestId, ...figure }, context) => {
      const pack = packOfFigure(packs, figure.figure);
      // a repeated request must not stumble over its own first success
      const known = store.policy.officeFigures(pack.city).some((row) => sameFigure(row, figure));
      if (!known) {
        const problems = checkOfficeFigure(pack, { ...figure, enteredOn: formatDate(tools.clock.today()) });
        if (problems.length > 0) {
          const overlaps = problems.some((problem) => problem.code === "conflict");
          throw new Refusal(overlaps ? "figure-overlap" : "figure-invalid", { message: problems[0]!.message, fields: problems });
        }
        store.policy.addOfficeFigure(actOf(tools, context, "policy.enterFigure", requestId), { ...figure, city: pack.city });
        packs.reload();
      }
      return figureViews(packs.of(pack.city)).find((view) => view.id === figure.figure)!;
    },

    "policy.chooseReading": ({ requestId, reading, option, reason }, context) => {
      const pack = packOfReading(packs, reading);
      const view = readingViews(pack).find((candidate) => candidate.id === reading)!;
      if (!view.options.some((candidate) => candidate.id === option)) throw new Refusal("not-found");
      store.policy.chooseReading(actOf(tools, context, "policy.chooseReading", requestId), {
        reading,
        option,
        reason,
        city: pack.city,
      });
      packs.reload();
      return readingViews(packs.of(pack.city)).find((candidate) => candidate.id === reading)!;
    },
  };
}

interface FigureText {
  readonly figure: string;
  readonly from: string;
  readonly to: string;
  readonly value: string;
  readonly document: string;
}

const sameFigure = (a: FigureText, b: FigureText): boolean =>
  a.figure === b.figure && a.from === b.from && a.to === b.to && a.value === b.value && a.document === b.document;
