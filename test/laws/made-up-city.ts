/** A fourth city, made up: one matter with a paper to get, an age, a gap with its wait, a payment and a premium. It keeps every law. */
import { addDays, birthday, monthOfDate, yearOfDate, type Month, type PackedDate } from "../../src-shared/domain/calendar.ts";
import { addCondition, anyFailed, coverDays, figureAt, finish, newDraft } from "../../src-main/rules/engine/draft.ts";
import type { Figure } from "../../src-main/rules/engine/pack/figures.ts";
import { matterFormula, type Formula } from "../../src-main/rules/engine/formula.ts";
import { leaf, told, type DerivedStep, type Node, type NodeDefinition, type ToldStep } from "../../src-main/rules/engine/node.ts";
import { product, roundedToFen } from "../../src-main/rules/engine/operations.ts";
import { needsOf, type Needs } from "../../src-main/rules/engine/pack/needs.ts";
import { loadPack } from "../../src-main/rules/authoring/load.ts";
import type { LoadedPack, PackSource } from "../../src-main/rules/engine/pack/pack.ts";
import type {
  AmountDefinition,
  ConditionDefinition,
  DateDefinition,
  RemedyDefinition,
  Template,
} from "../../src-main/rules/engine/result.ts";
import type { Says, TableWord } from "../../src-main/rules/engine/words.ts";
import { wordsIn } from "../words.ts";
import type { Case, CityUnderTest } from "./city.ts";

export const FILES: Readonly<Record<string, string>> = {
  "harbour/city.yaml": `id: harbour
title: 港城
version: 2026.11.1
`,
  "harbour/sources.yaml": `documents:
  - { id: d1, title: 港城办法, authority: regulation }
clauses:
  - { id: h.who, document: d1, clause: 第一条, summary: 户籍或居住证，满十六周岁, rules: [HB-01] }
  - { id: h.wait, document: d1, clause: 第二条, summary: 断缴的等待期, rules: [HB-01] }
  - { id: h.premium, document: d1, clause: 第三条, summary: 缴费标准, rules: [HB-01] }
`,
  "harbour/figures/premium.yaml": `figures:
  - id: harbour.base
    title: 缴费基数
    unit: yuan/month
    rule: HB-01
    published: 市局
    values:
      - { from: 2025-01-01, to: 2025-12-31, value: 4000.55, document: 公告, grade: A, checked: 2026-11-01, cite: [h.premium] }
      - { from: 2026-01-01, to: 2026-12-31, value: 4200, document: 公告, grade: A, checked: 2026-11-01, cite: [h.premium] }
      - { from: 2027-01-01, value: null, document: 未见公布, grade: C, checked: 2026-11-01, cite: [h.premium] }
  - id: harbour.rate
    title: 缴费比例
    unit: percent
    rule: HB-01
    published: 市局
    values:
      - { from: 2020-01-01, value: 8, document: 办法, grade: A, checked: 2026-11-01, cite: [h.premium] }
`,
  "harbour/tables/wait.yaml": `id: harbour.wait
title: 等待期
rule: HB-01
hit: unique
inputs:
  - { id: gap, title: 断缴月数, domain: { integers: [0, 999] } }
outputs:
  - { id: days, title: 等待天数, unit: days }
rows:
  - { when: ["<= 3"], then: [0], cite: [h.wait] }
  - { when: ["> 3"], then: [90], cite: [h.wait] }
`,
  "harbour/matters/enrolment.yaml": `id: harbour.enrolment
title: 参保
summary: 灵活就业人员参保
rules: [HB-01]
uses: { figures: [harbour.base, harbour.rate], tables: [harbour.wait] }
facts:
  - { id: birthDate, title: 出生日期, group: 本人, type: date, fromPerson: true, cite: [h.who] }
  - { id: household, title: 有港城户籍, group: 本人, type: flag, cite: [h.who] }
  - { id: permit, title: 有居住证, group: 本人, type: flag, when: [{ household: false }], cite: [h.who] }
  - { id: lastPaid, title: 最后缴费年月, group: 缴费, type: month, cite: [h.wait] }
  - { id: paidOn, title: 缴费日期, group: 缴费, type: date, cite: [h.wait] }
faults: { paidInFuture: 缴费日期晚于办理日期, paidBefore: 最后缴费年月不早于这次缴费 }
headlines: { granted: "可以参保，{treatmentFrom}起享受待遇", notYet: 现在还不能参保, missing: "可以参保，{treatmentFrom}起享受待遇；缺少缴费标准" }
places: { hall: { text: 大厅, cite: [h.who] } }
timeLimits: { any: { text: 随时, cite: [h.who] } }
steps:
  - { id: residence, title: 户籍或居住证, unit: flag, told: "{,}", rule: HB-01, cite: [h.who] }
  - { id: sixteenth, title: 满十六周岁, unit: date, told: "{0}加十六年", rule: HB-01, cite: [h.who] }
  - { id: gap, title: 断缴月数, unit: months, told: "{0} 到 {1}", rule: HB-01, cite: [h.wait] }
  - { id: treatmentFrom, title: 享受待遇, unit: date, told: "{0} 加 {1}", rule: HB-01, cite: [h.wait] }
  - { id: exact, title: 未取整的月缴额, unit: yuan/month, rule: HB-01, cite: [h.premium] }
  - { id: premium, title: 月缴额, unit: yuan/month, rule: HB-01, cite: [h.premium] }
conditions:
  - { id: residence, title: 户籍或居住证, required: 有其中之一, actual: "{residence}", cite: [h.who] }
  - { id: age, title: 年龄, required: 满十六周岁, actual: "{birthDate}出生", cite: [h.who] }
remedies:
  getPermit: { kind: action, text: 先办居住证 }
  wait: { kind: date, text: "{sixteenth}起办理" }
amounts: [{ id: premium, title: 每月缴费, payer: 本人, payee: 医保基金 }]
dates: [{ id: treatmentFrom, title: 享受待遇 }]
coverage: { waiting: 等待期, covered: 享受待遇 }
`,
};

const FACTS = { birthDate: "date", household: "flag", permit: "flag?", lastPaid: "month", paidOn: "date" } as const;

/** What can be wrong with a formula, so that each law is seen to find it. */
export type Slip = "late payers first" | "wrong day" | "no figure, no charge" | "needs every answer";

/** Written by hand what a city that stays has made of its policy data. */
interface EnrolmentFacts {
  readonly birthDate: PackedDate;
  readonly household: number;
  readonly permit: number | undefined;
  readonly lastPaid: Month;
  readonly paidOn: PackedDate;
}
type Named<Names extends string, Word> = Readonly<Record<Names, Word>>;
interface Words {
  readonly figure: Named<"base" | "rate", Figure>;
  readonly table: Named<"wait", TableWord<{ gap: number }, { days: never }>>;
  readonly leaf: Named<"household" | "permit", readonly Node[]>;
  readonly fact: Named<"birthDate" | "lastPaid" | "paidOn", NodeDefinition>;
  readonly step: Named<"residence" | "sixteenth" | "gap" | "treatmentFrom", ToldStep> & Named<"exact" | "premium", DerivedStep>;
  readonly condition: {
    readonly residence: Says<ConditionDefinition, "residence">;
    readonly age: Says<ConditionDefinition, "birthDate">;
  };
  readonly remedy: Named<"getPermit", RemedyDefinition> & Named<"wait", Says<RemedyDefinition, "sixteenth">>;
  readonly amount: Named<"premium", AmountDefinition>;
  readonly date: Named<"treatmentFrom", DateDefinition>;
  readonly coverage: Named<"waiting" | "covered", string>;
  readonly headline: Named<"granted" | "missing", Says<Template, "treatmentFrom">> & Named<"notYet", Template>;
  readonly place: Named<"hall", Template>;
  readonly timeLimit: Named<"any", Template>;
  readonly fault: Named<"paidInFuture" | "paidBefore", string>;
}

const enrolment = (slip?: Slip, needs: Needs = {}): Formula =>
  matterFormula<Words, EnrolmentFacts, never>(
    "harbour.enrolment",
    FACTS,
    needs,
  )((words) => ({ ...words, waits: words.table.wait.by("gap") }), {
    check({ fault }, facts, asOf) {
      if (facts.paidOn > asOf.date) return [{ fact: "paidOn", text: fault.paidInFuture }];
      return facts.lastPaid >= monthOfDate(facts.paidOn) ? [{ fact: "lastPaid", text: fault.paidBefore }] : [];
    },
    known: (_names, facts) => (slip === "needs every answer" && yearOfDate(facts.paidOn!.valueOf()) > 0 ? [] : []),
    evaluate({ waits, step, fact, leaf: leaves, ...words }, facts, asOf) {
      const { hall } = words.place;
      const { any } = words.timeLimit;
      const draft = newDraft();
      const household = leaves.household[facts.household]!;
      const papers: Node[] = facts.permit === undefined ? [household] : [household, leaves.permit[facts.permit]!];
      const hasPaper = papers.some(({ value }) => value === 1);
      const residence = told(step.residence, hasPaper ? 1 : 0, papers);
      addCondition(draft, words.condition.residence({ residence }), hasPaper, residence, words.remedy.getPermit, null);
      const birthDate = leaf(fact.birthDate, facts.birthDate);
      const years = slip === "wrong day" ? 15 : 16;
      const sixteenth = told(step.sixteenth, birthday(facts.birthDate, years), [birthDate]);
      const isOld = birthday(facts.birthDate, 16) <= asOf.date;
      addCondition(draft, words.condition.age({ birthDate }), isOld, birthDate, words.remedy.wait({ sixteenth }), sixteenth);
      if (anyFailed(draft)) return finish(draft, "not-yet", words.headline.notYet, hall, any);

      const payment = leaf(fact.paidOn, facts.paidOn);
      const lastPaid = leaf(fact.lastPaid, facts.lastPaid);
      const gap = told(step.gap, monthOfDate(facts.paidOn) - facts.lastPaid - 1, [lastPaid, payment]);
      const length = waits.node(waits.row1(gap.value), waits.out.days, [gap]);
      const more = slip === "late payers first" ? 400 - 10 * (facts.paidOn % 100) : 0;
      const treatmentFrom = told(step.treatmentFrom, addDays(facts.paidOn, length.value + more), [payment, length]);
      draft.dates.push({ definition: words.date.treatmentFrom, node: treatmentFrom });
      coverDays(draft, "waiting", words.coverage.waiting, facts.paidOn, addDays(treatmentFrom.value, -1));
      coverDays(draft, "covered", words.coverage.covered, treatmentFrom.value, null);
      const base = figureAt(words.figure.base, asOf.date, draft);
      const rate = figureAt(words.figure.rate, asOf.date, draft);
      if (base !== null && rate !== null)
        draft.amounts.push({
          definition: words.amount.premium,
          role: "due",
          node: roundedToFen(step.premium, product(step.exact, base, rate)),
        });
      if (slip === "no figure, no charge") draft.missing.length = 0;
      return draft.missing.length > 0
        ? finish(draft, "figure-missing", words.headline.missing({ treatmentFrom }), hall, any)
        : finish(draft, "granted", words.headline.granted({ treatmentFrom }), hall, any);
    },
  });

const facts = { birthDate: "1990-05-20", household: true, lastPaid: "2025-01", paidOn: "2025-06-10" };
const CASES: readonly Omit<Case, "matter" | "office">[] = [
  { title: "a gap of four months: 90 days", asOf: "2025-06-15", facts },
  { title: "a gap of three months: none", asOf: "2025-06-15", facts: { ...facts, lastPaid: "2025-02" } },
  { title: "with a permit", asOf: "2026-06-15", facts: { ...facts, household: false, permit: true } },
  { title: "without a paper", asOf: "2025-06-15", facts: { ...facts, household: false, permit: false } },
  { title: "too young", asOf: "2025-06-15", facts: { ...facts, birthDate: "2009-08-01" } },
  { title: "a year without a figure", asOf: "2024-06-15", facts: { ...facts, lastPaid: "2024-01", paidOn: "2024-06-10" } },
];

const load = (files: typeof FILES, formula: Formula): LoadedPack => {
  const source: PackSource = { city: "harbour", files, officeFigures: [], readingChoices: {}, formulaHash: "" };
  const loaded = loadPack(source, [formula]);
  if ("problems" in loaded) throw new Error(JSON.stringify(loaded.problems));
  return loaded.pack;
};

/** As it is written down beside the types when these are made. */
const NEEDS: Needs = needsOf(wordsIn(load(FILES, enrolment()), "harbour.enrolment"));

export function madeUpCity(slip?: Slip, changed: (files: typeof FILES) => typeof FILES = (files) => files): CityUnderTest {
  const formula = enrolment(slip, NEEDS);
  const pack = load(changed(FILES), formula);
  return {
    id: "harbour",
    cases: CASES.map((one) => ({ ...one, matter: "harbour.enrolment", office: { figures: [], readings: {} } })),
    pack: () => pack,
    packOf: (_office, change) => load(change(changed(FILES)), formula),
  };
}
