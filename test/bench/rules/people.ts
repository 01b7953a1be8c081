/** Three people who retire in Dalian: decided, by hand, from facts as typed, written down, summed up. */
import type { FactInputs } from "../../../src-shared/domain/facts.ts";
import { monthOf } from "../../../src-shared/domain/calendar.ts";
import { countMonths, intersectMonths, monthsUpTo, type MonthSet } from "../../../src-shared/domain/periods.ts";
import { check, decide, decisionJson, decisionOf, isComplete } from "../../../src-main/rules/engine/consult.ts";
import { asOfDate, type CheckedFacts, type MonthsValue } from "../../../src-main/rules/engine/facts/facts.ts";
import { summarize } from "../../../src-main/rules/summary.ts";
import { matterOf } from "../../../src-main/rules/index.ts";
import { packOf } from "./mix.ts";

export const PEOPLE = "people";
export const MATTER = "dalian.retirement";
export const AS_OF = asOfDate(2025_07_15);

/** One person for each way through the matter: enough years with deemed months, way B with a top-up, early retirement. */
export const FACTS: readonly FactInputs[] = [
  {
    sex: "male",
    birthDate: "1965-05-20",
    way: "pension-here",
    pensionMonth: "2025-07",
    capacity: "unit",
    contributed: { periods: [{ from: "2002-04", to: "2025-07" }] },
    service: { periods: [{ from: "1995-01", to: "2003-06" }] },
    enrolledAs: "unit",
  },
  {
    sex: "female",
    birthDate: "1968-05-20",
    way: "no-pension-here",
    capacity: "flexible",
    treatmentElsewhere: false,
    contributed: { periods: [{ from: "2002-04", to: "2015-07" }] },
    transferred: { months: 30 },
  },
  {
    sex: "male",
    birthDate: "1980-05-20",
    way: "pension-here",
    pensionMonth: "2025-06",
    capacity: "unit",
    contributed: { periods: [{ from: "2002-04", to: "2025-06" }] },
    retirementBase: "8000",
  },
];

/** The arithmetic of DL-05/06 for these people, without explanation, table or citation. */
function byHand({ values }: CheckedFacts): number {
  const male = values["sex"] === 0;
  const here = values["way"] === 0;
  const contributed = values["contributed"] as MonthsValue;
  const transferred = values["transferred"] as MonthsValue | undefined;
  const service = values["service"] as MonthsValue | undefined;
  const paid: MonthSet = contributed.set ?? [];
  let local = contributed.count;
  let due = 0;
  const birth = values["birthDate"] as number;
  const turning = Math.trunc(birth / 10_000) * 12 + (Math.trunc(birth / 100) % 100) - 1 + (male ? 600 : 540);
  const pension = (values["pensionMonth"] as number | undefined) ?? 0;
  if (here && pension < turning) {
    const months = turning - pension;
    const base = values["retirementBase"] as number;
    due += Math.round((base * 8) / 100) * months + Math.round((base * 2) / 100) * months;
    local += months;
  }
  let deemed = 0;
  if (here && service?.set) {
    const before = monthsUpTo(service.set, (values["enrolledAs"] === 0 ? monthOf(2004, 1) : monthOf(2002, 4)) - 1);
    deemed = countMonths(before) - countMonths(intersectMonths(before, paid));
  }
  const cumulative = local + (transferred?.count ?? 0) + deemed;
  const shortfall = Math.max((male ? 360 : 300) - cumulative, 120 - local, 0);
  return due + Math.round((819_000 * 6) / 100) * shortfall;
}

/** Forty years told in one line of twelve spans: read, derived and decided, from the line as typed each time. */
const FORTY_YEARS: FactInputs = {
  sex: "male",
  birthDate: "1965-05-20",
  way: "pension-here",
  pensionMonth: "2025-07",
  history: [
    "g198507-199012 g199103-200312",
    "d200401-200612 l200702-200812 d200901-201203 s201204-201212 d201301-201612",
    "l201703-201912 wd202001-202106 d202107-202305 l202307-202412 d202501-202507 00",
  ].join(" "),
};

/** A text that is put together lies about in pieces until somebody reads it. */
const whole = (text: string): number => text.length + text.charCodeAt(text.length - 1);

/** What is done with them. Each gives a number, so that no work can be optimised away. */
export function waysOfPeople() {
  const pack = packOf({ matter: MATTER });
  const matter = matterOf(pack, MATTER);
  const people = FACTS.map((facts) => check(matter, facts, AS_OF));
  for (const [i, facts] of people.entries()) {
    if (!isComplete(facts)) throw new Error(`person ${i} is not complete`);
    const due = Object.values(summarize(decide(matter, facts, AS_OF)).due).reduce((sum, fen) => sum + fen, 0);
    if (due !== byHand(facts)) throw new Error(`person ${i}: ${due} by the engine, ${byHand(facts)} by hand`);
  }
  const finished = people.map((facts) => decisionOf(pack, matter, facts, AS_OF));
  const past = check(matter, FORTY_YEARS, AS_OF);
  if (!isComplete(past)) throw new Error(JSON.stringify([past.errors, past.unanswered]));
  const one = <Each>(list: readonly Each[], i: number): Each => list[i % list.length]!;
  return {
    decided: (i: number) => decide(matter, one(people, i), AS_OF).amounts.length,
    byHand: (i: number) => byHand(one(people, i)),
    typed: (i: number) => decide(matter, check(matter, one(FACTS, i), AS_OF), AS_OF).amounts.length,
    summed: (i: number) => summarize(decide(matter, check(matter, one(FACTS, i), AS_OF), AS_OF)).failed.length,
    written: (i: number) => whole(decisionJson(pack, matter, one(people, i), AS_OF)),
    history: () => decide(matter, past, AS_OF).conditions.length,
    historyRead: () => decide(matter, check(matter, FORTY_YEARS, AS_OF), AS_OF).conditions.length,
    bare: (i: number) => whole(JSON.stringify(one(finished, i))),
  };
}
export type WayOfPeople = keyof ReturnType<typeof waysOfPeople>;
