/** Policy data as the office sees it, and the two things an office may add. */
import { z } from "zod";
import type { Authority, FigureUsed, Nature } from "../domain/decision.ts";
import {
  ADMINISTRATOR,
  EVERYBODY,
  call,
  id,
  isoDate,
  line,
  nothing,
  reason,
  requestId,
  shortText,
  changes,
  shows,
} from "./define.ts";
import type { LibraryView } from "./library.ts";

export interface MatterSummary {
  readonly id: string;
  readonly city: string;
  readonly cityTitle: string;
  readonly title: string;
  readonly summary: string;
  readonly rules: readonly string[];
  readonly nature: Nature;
  /** Whose number is asked for, where that is not the person at the counter. */
  readonly personTitle: string | null;
  /** Pinyin and initials, for the command palette. */
  readonly keywords: string;
  /** The limit for deciding that the policy data states, in working days; `null` where it states none. */
  readonly workingDays: number | null;
}

/** A matter that can be begun here. */
export interface OfferedMatter extends MatterSummary {
  /** Titles of the figures that nobody has for today: the matter may not be decided before they are entered. */
  readonly missingFigures: readonly string[];
}

export interface FaultyMatterView {
  readonly id: string;
  readonly title: string;
}

/** What people ask for here and the program does not do: where to go, and why. */
export interface ElsewhereView {
  readonly id: string;
  readonly city: string;
  readonly cityTitle: string;
  readonly title: string;
  /** The title and the everyday words for it. */
  readonly words: readonly string[];
  /** Pinyin and initials of the title. */
  readonly keywords: string;
  readonly where: string;
  readonly because: string;
  /** Matters of the city that come near to it. */
  readonly near: readonly { readonly id: string; readonly title: string }[];
}

/** A figure that nobody has for today and that a current matter needs. */
export interface MissingFigureView {
  readonly id: string;
  readonly city: string;
  readonly cityTitle: string;
  readonly title: string;
  readonly unit: string;
  /** Who publishes it and so who can give the document. */
  readonly enteredBy: string;
  /** The matters that wait for it. */
  readonly matters: readonly { readonly id: string; readonly title: string }[];
  /** The value in force before, for orientation. */
  readonly last: FigureValueView | null;
}

export interface FiguresToEnter {
  readonly figures: readonly MissingFigureView[];
  /** Names of those who may enter them. */
  readonly administrators: readonly string[];
}

export interface FigureValueView extends FigureUsed {
  /** Text in the figure's unit; `null` where nobody has the figure. */
  readonly value: string | null;
}

export interface FigureView {
  readonly id: string;
  readonly city: string;
  readonly title: string;
  readonly unit: string;
  /** Who publishes it and who may enter it here. */
  readonly enteredBy: string;
  readonly values: readonly FigureValueView[];
}

export interface ReadingView {
  readonly id: string;
  readonly city: string;
  readonly question: string;
  readonly rule: string;
  readonly chosen: string;
  /** The office chose otherwise than the default. */
  readonly byOffice: boolean;
  readonly options: readonly { readonly id: string; readonly title: string }[];
  readonly authority: Authority;
}

export const policyCalls = {
  /** The matters of the office's own cities. */
  "policy.matters": call<readonly OfferedMatter[]>()(EVERYBODY, nothing, shows("policy")),
  /** Matters of the office's cities that have a fault in their policy data, and so are not offered. */
  "policy.faulty": call<readonly FaultyMatterView[]>()(EVERYBODY, nothing, shows("policy")),
  /** What people ask for in the office's own cities and no matter does. */
  "policy.elsewhere": call<readonly ElsewhereView[]>()(EVERYBODY, nothing, shows("policy")),
  /** What the office's cities lack today; the way to the first use of a matter leads over it. */
  "policy.figuresToEnter": call<FiguresToEnter>()(EVERYBODY, nothing, shows("policy")),
  /** Everything a city's rules rest on, with who uses what. */
  "policy.library": call<LibraryView>()(EVERYBODY, z.strictObject({ city: z.string().max(30) }), shows("policy")),
  /** `value` as typed (yuan, percent or a number, after the figure's unit); `to` is the last day of validity. */
  "policy.enterFigure": call<FigureView>()(
    ADMINISTRATOR,
    z.strictObject({
      requestId,
      figure: id,
      from: isoDate,
      to: isoDate,
      value: z.string().trim().min(1).max(30),
      document: line.trim().min(2).max(200),
      note: shortText,
    }),
    changes("policy"),
  ),
  "policy.chooseReading": call<ReadingView>()(
    ADMINISTRATOR,
    z.strictObject({ requestId, reading: id, option: id, reason }),
    changes("policy"),
  ),
} as const;
