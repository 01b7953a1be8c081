/** A city as the laws see it: its packs and its cases, wherever both come from. */
import type { Decision } from "../../src-shared/domain/decision.ts";
import type { Evaluation, FactInputs } from "../../src-shared/domain/facts.ts";
import * as engine from "../../src-main/rules/engine/consult.ts";
import type { LoadedPack } from "../../src-main/rules/engine/pack/pack.ts";
import { loadPack, matterOf, readPackSource, type Pack } from "../../src-main/rules/index.ts";
import { POLICY_DIRECTORY } from "../packs.ts";
import { packFor } from "../policy/golden.ts";
import { written } from "../recorded/ask.ts";
import type { Office } from "../recorded/answer.ts";
import { readRecord } from "../recorded/record-file.ts";

export interface Case {
  readonly matter: string;
  readonly title: string;
  readonly asOf: string;
  readonly facts: FactInputs;
  readonly office: Office;
}

export interface CityUnderTest {
  readonly id: string;
  readonly cases: readonly Case[];
  pack(office: Office): LoadedPack;
  /** With files of the policy changed. */
  packOf(office: Office, change: (files: Readonly<Record<string, string>>) => Readonly<Record<string, string>>): LoadedPack;
}

export const NO_OFFICE: Office = { figures: [], readings: {} };

/** Of the recorded random cases the laws look at so many of each matter: they ask about each case many times. */
const RANDOM = 60;

/** Golden cases, cases by hand and random ones that are recorded. */
export function cityUnderTest(id: string): CityUnderTest {
  const pack = (office: Office): Pack => packFor(id, office.figures, office.readings);
  return {
    id,
    cases: [...pack(NO_OFFICE).matters.keys()].flatMap((matter): Case[] => {
      const random = (readRecord(matter)?.cases ?? []).filter(({ name }) => name.startsWith("random "));
      return [...written(matter), ...random.slice(0, RANDOM)].map(({ name: title, asOf, facts, office }) => ({
        matter,
        title,
        asOf,
        facts,
        office,
      }));
    }),
    pack,
    packOf({ figures, readings }, change) {
      const source = readPackSource(POLICY_DIRECTORY, id, { figures, readingChoices: readings });
      const loaded = loadPack({ ...source, files: change(source.files) });
      if ("problems" in loaded) throw new Error(JSON.stringify(loaded.problems));
      return loaded.pack;
    },
  };
}

export const consultIn = (pack: LoadedPack, { matter, facts, asOf }: Pick<Case, "matter" | "facts" | "asOf">): Evaluation =>
  engine.consult(pack, matterOf(pack, matter), facts, asOf);

const evaluated = new WeakMap<Case, Evaluation>();

/** As the case stands; asked once for all laws. */
export function answerOf(city: CityUnderTest, one: Case): Evaluation {
  let evaluation = evaluated.get(one);
  if (evaluation === undefined) evaluated.set(one, (evaluation = consultIn(city.pack(one.office), one)));
  return evaluation;
}

export interface Decided {
  readonly one: Case;
  readonly evaluation: Evaluation;
  readonly decision: Decision;
}

export const decidedIn = (city: CityUnderTest): Decided[] =>
  city.cases.flatMap((one) => {
    const evaluation = answerOf(city, one);
    return evaluation.decision === null ? [] : [{ one, evaluation, decision: evaluation.decision }];
  });

export const where = ({ matter, title }: Case): string => `${matter} ${title}`;
