/** Decisions per second with full steps, against the same arithmetic written out by hand without steps, in the same run. */
import { join } from "node:path";
import type { FactInputs } from "../../src-shared/domain/facts.ts";
import { monthOf, parseDate } from "../../src-shared/domain/calendar.ts";
import { countMonths, intersectMonths, monthsUpTo, type MonthSet } from "../../src-shared/domain/periods.ts";
import { check, decide } from "../../src-main/rules/engine/consult.ts";
import { asOfDate, type CheckedFacts, type MonthsValue } from "../../src-main/rules/engine/facts.ts";
import { writeDown } from "../../src-main/rules/engine/write-down.ts";
import { loadPack, matterOf, readPackSource, type Pack } from "../../src-main/rules/index.ts";
import { projectRoot } from "../../src-main/launcher/tool.ts";
import { packFor } from "../policy/golden.ts";
import { GOLDEN } from "../policy/of-cities.ts";
import { median, type Bench, type BenchRow } from "./measure.ts";

const AS_OF = asOfDate(2025_07_15);
const TARGET = 1_000_000;
/** A decision of more than twenty steps may take longer by so much: its cases change with the rules, and with them the mean. */
const STEPS_TARGET = 20_000_000;
const HISTORY_TARGET = 300_000;
const TEN_STAYS_TARGET = 100_000;

/** One person for each way through the matter: enough years with deemed months, way B with a top-up, early retirement. */
const PEOPLE: readonly FactInputs[] = [
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

const ROUNDS = 15;
const PER_ROUND = 300_000;

/** Calls a second in each round. `act` returns a number, so that no work can be optimised away. */
function perSecond(count: number, act: (index: number) => number): number[] {
  let sink = 0;
  const round = (): number => {
    const started = performance.now();
    for (let i = 0; i < count; i++) sink += act(i);
    return (count / (performance.now() - started)) * 1000;
  };
  for (let i = 0; i < 3; i++) round();
  const rates = Array.from({ length: ROUNDS }, round);
  if (Number.isNaN(sink)) throw new Error("the benchmark's acts must return numbers");
  return rates;
}

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

/** Every matter of every city, over its golden cases: ways through it in the mix that its boundaries ask for. */
function everyMatter(): BenchRow[] {
  return [...GOLDEN.values()].flat().map(([id, cases]) => {
    let steps = 0;
    const facts = cases.flatMap((golden) => {
      const pack = packFor(id.split(".")[0]!, golden.officeFigures, golden.readings);
      const matter = matterOf(pack, id);
      const asOf = asOfDate(parseDate(golden.asOf)!);
      const checked = check(matter, golden.facts, asOf);
      if (checked.errors.length + checked.unanswered.length > 0) return [];
      steps += writeDown(decide(matter, checked, asOf), matter, pack, asOf.date).steps.length;
      return [{ matter, checked, asOf }];
    });
    const mean = steps / facts.length;
    const target = Math.min(TARGET, Math.round(STEPS_TARGET / mean));
    const rates = perSecond(PER_ROUND / 6, (i) => {
      const { matter, checked, asOf } = pick(facts, i);
      return decide(matter, checked, asOf).conditions.length;
    });
    return {
      name: `${id} (${mean.toFixed(0)} steps)`,
      unit: "decisions/s",
      median: median(rates),
      target: `≥ ${target.toLocaleString("en-US")}/s`,
      met: median(rates) >= target,
    };
  });
}

/** The heaviest form there is: a year of ten hospital stays that crosses every limit. */
function tenStays(pack: Pack): BenchRow {
  const matter = matterOf(pack, "dalian.inpatient");
  const stays = Array.from({ length: 10 }, (_, i) => ({
    admitted: `2023-${String(i + 1).padStart(2, "0")}-05`,
    cost: String(20_000 + i * 9000),
  }));
  const asOf = asOfDate(2023_12_20);
  const level = matter.facts.find((fact) => fact.type === "list")!.fields.find((field) => field.type === "choice")!;
  const items = stays.map((stay, i) => ({ ...stay, level: level.options[i % level.options.length]!.value }));
  const checked = check(matter, { capacity: "in-service", stays: { items } }, asOf);
  if (checked.errors.length + checked.unanswered.length > 0)
    throw new Error(JSON.stringify([checked.errors, checked.unanswered]));
  const rates = perSecond(PER_ROUND / 20, () => decide(matter, checked, asOf).amounts.length);
  return {
    name: "dalian.inpatient: a year of ten stays",
    unit: "decisions/s",
    median: median(rates),
    target: "≥ 100,000/s",
    met: median(rates) >= TEN_STAYS_TARGET,
  };
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

function withHistory(pack: Pack): BenchRow[] {
  const matter = matterOf(pack, "dalian.retirement");
  const asOf = asOfDate(2025_07_15);
  const once = check(matter, FORTY_YEARS, asOf);
  if (once.errors.length + once.unanswered.length > 0) throw new Error(JSON.stringify([once.errors, once.unanswered]));
  const decided = median(perSecond(PER_ROUND, () => decide(matter, once, asOf).conditions.length));
  const read = median(perSecond(PER_ROUND / 20, () => decide(matter, check(matter, FORTY_YEARS, asOf), asOf).conditions.length));
  return [
    {
      name: "dalian.retirement: forty years of history, decided",
      unit: "decisions/s",
      median: decided,
      target: "≥ 300,000/s",
      met: decided >= HISTORY_TARGET,
    },
    { name: "… the line read and every answer derived each time", unit: "decisions/s", median: read },
  ];
}

const pick = <Entry>(list: readonly Entry[], i: number): Entry => list[i % list.length]!;

const bench: Bench = () => {
  const loaded = loadPack(readPackSource(join(projectRoot, "resources/policy"), "dalian", { figures: [], readingChoices: {} }));
  if ("problems" in loaded) throw new Error(JSON.stringify(loaded.problems));
  const { pack } = loaded;
  const matter = matterOf(pack, "dalian.retirement");
  const people = PEOPLE.map((facts) => check(matter, facts, AS_OF));
  for (const [i, facts] of people.entries()) {
    if (facts.errors.length + facts.unanswered.length > 0) throw new Error(`person ${i} is not complete`);
    const due = decide(matter, facts, AS_OF).amounts.reduce(
      (sum, { role, node }) => (role === "due" ? sum + node.value : sum),
      0,
    );
    if (due !== byHand(facts)) throw new Error(`person ${i}: ${due} by the engine, ${byHand(facts)} by hand`);
  }
  const decided = perSecond(PER_ROUND, (i) => decide(matter, pick(people, i), AS_OF).amounts.length);
  const hand = perSecond(PER_ROUND, (i) => byHand(pick(people, i)));
  const checked = perSecond(PER_ROUND / 20, (i) => decide(matter, check(matter, pick(PEOPLE, i), AS_OF), AS_OF).amounts.length);
  const written = perSecond(
    PER_ROUND / 100,
    (i) => JSON.stringify(writeDown(decide(matter, pick(people, i), AS_OF), matter, pack, AS_OF.date)).length,
  );
  return [
    {
      name: "dalian.retirement: decision with all steps",
      unit: "decisions/s",
      median: median(decided),
      baselineMedian: median(hand),
      ratio: median(decided) / median(hand),
      target: "≥ 1,000,000/s",
      met: median(decided) >= TARGET,
    },
    { name: "… from facts as typed (checked first)", unit: "decisions/s", median: median(checked) },
    { name: "… written down as JSON text", unit: "decisions/s", median: median(written) },
    ...everyMatter(),
    tenStays(pack),
    ...withHistory(pack),
  ];
};

export default bench;
