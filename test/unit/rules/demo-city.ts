/** A city of one formula and one checklist, small enough to know by heart: what the engine's tests are worked out on. */
import { expect } from "vitest";
import type { Month, PackedDate } from "../../../src-shared/domain/calendar.ts";
import type { Conflict, Material } from "../../../src-shared/domain/decision.ts";
import { EMPTY } from "../../../src-shared/domain/periods.ts";
import { checklistOf } from "../../../src-main/rules/engine/checklist.ts";
import { addCondition, cover, finish, newDraft } from "../../../src-main/rules/engine/draft.ts";
import type { MonthsValue } from "../../../src-main/rules/engine/facts/facts.ts";
import type { Figure } from "../../../src-main/rules/engine/pack/figures.ts";
import { matterFormula, type Formula } from "../../../src-main/rules/engine/formula.ts";
import type { Needs } from "../../../src-main/rules/engine/pack/needs.ts";
import { leaf, told, type DerivedStep, type Node, type NodeDefinition } from "../../../src-main/rules/engine/node.ts";
import { product, roundedToFen } from "../../../src-main/rules/engine/operations.ts";
import { loadPack } from "../../../src-main/rules/authoring/load.ts";
import type { LoadedPack, PackSource } from "../../../src-main/rules/engine/pack/pack.ts";
import type {
  AmountDefinition,
  ConditionDefinition,
  DateDefinition,
  NextFound,
  NoticeFound,
  RemedyDefinition,
  SectionFound,
  Template,
} from "../../../src-main/rules/engine/result.ts";
import type { ReadingWord, Says, TableWord, Words } from "../../../src-main/rules/engine/words.ts";

export const FEE = "demo/matters/fee.yaml";
export const ADVICE = "demo/matters/advice.yaml";

export const FILES: Readonly<Record<string, string>> = {
  "demo/city.yaml": `id: demo
title: 示范
order: [demo.fee]
version: 2026.11.1
`,
  "demo/sources/documents.yaml": `documents:
  - { id: d1, title: 示范办法, authority: regulation }
  - { id: d2, title: 示范答复, authority: agency-answers, note: 电话 }
`,
  "demo/sources.yaml": `clauses:
  - { id: c.base, document: d1, clause: 第一条, summary: 缴费基数, rules: [XX-01] }
  - { id: c.share, document: d1, clause: 第二条, summary: 缴费比例, kinds: [amount, place], rules: [XX-01, XX-02] }
  - { id: c.answer, document: d2, clause: 答复, summary: 取整方法, rules: [XX-02] }
  - { id: c.unused, document: d2, clause: 其他, summary: 没有事项引用, kinds: [duty], rests: 机构内部的事, rules: [XX-09] }
conflicts:
  - id: demo.two-shares
    title: 两种比例
    used: 办法
    other: 答复
    why: 办法效力高
    cite: [c.answer]
`,
  "demo/readings.yaml": `readings:
  - rule: XX-02
    id: demo.rounding
    question: 先取整还是后取整
    default: late
    options: [{ id: early, title: 先取整 }, { id: late, title: 后取整 }]
    cite: [c.answer]
`,
  "demo/figures/base.yaml": `figures:
  - id: demo.base
    title: 基数
    unit: yuan/month
    rule: XX-01
    published: 市局
    values:
      - { from: 2025-01-01, to: 2025-12-31, value: 5000, document: 公告一, grade: A, checked: 2026-11-01, cite: [c.base] }
      - { from: 2026-01-01, value: 5123.45, document: 公告二, grade: B, checked: 2026-11-02, note: 暂行, cite: [c.base] }
      - from: 2024-01-01
        to: 2024-12-31
        value: null
        document: 未见公布
        grade: C
        checked: 2026-11-03
        cite: [c.base]
`,
  "demo/tables/share.yaml": `id: demo.share
title: 缴费比例表
rule: XX-02
hit: unique
inputs:
  - { id: kind, title: 身份, domain: { values: [worker, flexible] } }
  - { id: assisted, title: 困难人员, domain: { flag: true } }
outputs:
  - { id: share, title: 比例, unit: percent }
  - { id: class, title: 档次, unit: choice, values: [{ value: full, title: 全额 }, { value: half, title: 减半 }] }
rows:
  - { when: [worker, "-"], then: [2, full], cite: [c.share] }
  - { when: [flexible, "false"], then: [5.8, full], cite: [c.share] }
  - { when: [flexible, "true"], then: [2.9, half], cite: [c.share, c.answer] }
`,
  "demo/steps.yaml": `steps:
  - { id: asOfMonth, title: 办理月份, unit: month, told: 办理日期, kind: fact, rule: XX-01, cite: [c.base] }
`,
  "demo/sections.yaml": `sections:
  - { id: hours, title: 办公时间, lines: [周一至周五], cite: [c.base] }
`,
  [FEE]: `# one formula
id: demo.fee
title: 缴费核定
summary: 每月缴多少
rules: [XX-01, XX-02]
uses:
  pieces: [steps]
  figures: [demo.base]
  tables: [demo.share]
  readings: [demo.rounding]
  conflicts: [demo.two-shares]
  sections: [hours]
derived: [{ id: late, title: 已到二〇二六年 }]
facts:
  - id: kind
    title: 身份
    group: 参保情况
    type: choice
    options: [{ value: worker, title: 职工 }, { value: flexible, title: 灵活就业 }]
    cite: [c.share]
  - id: assisted
    title: 困难人员
    help: 以证件为准
    group: 参保情况
    type: flag
    when: [{ kind: flexible }]
    cite: [c.share]
  - { id: born, title: 出生日期, group: 本人, type: date, fromPerson: true, cite: [c.base] }
  - title: 开始年月
    id: since
    group: 本人
    type: month
    required: false
    cite: [c.base]
  - { id: wage, title: 工资, group: 本人, type: money, min: 100, max: 5000, when: [{ late: true, kind: worker }], cite: [c.base] }
  - { id: children, title: 子女数, group: 本人, type: count, max: 9, required: false, cite: [c.base] }
  - { id: paid, title: 已缴月份, group: 缴费, type: months, max: 600, cite: [c.base] }
  - id: stays
    title: 住院
    group: 住院
    type: list
    max: 3
    when: [{ children: ">= 2" }, { assisted: true }]
    fields:
      - { id: days, title: 天数, type: count, min: 1, max: 365, cite: [c.base] }
      - { id: level, title: 级别, help: 看牌子, type: choice, options: [{ value: high, title: 三级 }, { value: low, title: 一级 }], required: false, cite: [c.answer] }
    cite: [c.base]
faults: { unborn: 出生日期晚于办理日期 }
headlines: { granted: "每月缴{fee}", refused: 不能核定 }
places: { hall: { text: 大厅, cite: [c.share] } }
timeLimits: { none: { text: 随时, cite: [c.answer] } }
steps:
  - { id: exact, title: 未取整的月缴额, unit: yuan/month, rule: XX-02, cite: [c.share] }
  - title: 月缴额
    id: fee
    unit: yuan/month
    rule: XX-02
    cite: [c.answer]
  - { id: birthday, key: born, title: 出生, unit: date, told: 证件, kind: fact, rule: XX-01, cite: [c.base] }
conditions:
  - { id: grown, title: 已满十六周岁, required: 十六周岁, actual: "生于{0}", cite: [c.base] }
remedies:
  wait: { kind: action, text: 年满以后再来 }
amounts: [{ id: fee, title: 每月缴费, payer: 本人, payee: 税务 }]
dates: [{ id: start, title: 起缴年月 }]
coverage: { paid: 已缴 }
materials:
  - { id: card, title: 身份证, form: original, count: 1, need: must, because: 核对本人, cite: [c.base] }
notices:
  - { id: keep, level: info, text: "现在是{asOfMonth}", cite: [c.answer] }
sections:
  - title: 渠道
    id: channel
    lines: ["缴{fee}", 网上缴]
    cite: [c.share]
next:
  - { id: ask, matter: demo.advice, why: 还可以咨询, cite: [c.answer] }
`,
  [ADVICE]: `# one checklist
id: demo.advice
title: 咨询
summary: 有什么可办
rules: [XX-01]
standing: historic
facts:
  - { id: local, title: 本地户籍, group: 本人, type: flag, cite: [c.base] }
  - { id: reason, title: 事由, group: 本人, type: choice, options: [{ value: lost, title: 丢失 }, { value: broken, title: 损坏 }], cite: [c.base] }
headlines: { yes: 可以办, no: 不能办 }
places: { hall: 大厅, street: 街道 }
timeLimits: { none: 随时 }
steps: []
conditions:
  - { id: local, title: 有本地户籍, required: 本地, actual: "{0}", cite: [c.base] }
remedies:
  move: { kind: action, text: 先迁入 }
checklist:
  outcome: granted
  headlines: { granted: [{ use: yes }], refused: [{ use: no }] }
  places: [{ use: street, when: [{ reason: lost }] }, { use: hall }]
  timeLimits: [{ use: none }]
  conditions:
    - { use: local, fact: local, met: true, otherwise: refused, remedies: [{ use: move }] }
`,
};

export const FEE_FACTS = {
  kind: "choice",
  assisted: "flag?",
  born: "date",
  since: "month?",
  wage: "money?",
  children: "count?",
  paid: "months",
  stays: "list?",
} as const;
const LATE_FROM = 2026 * 12;

/** As the policy data of a real city has them made. */
interface FeeFacts {
  readonly kind: number;
  readonly assisted: number | undefined;
  readonly born: PackedDate;
  readonly since: Month | undefined;
  readonly paid: MonthsValue;
}
type Named<Names extends string, Word> = Readonly<Record<Names, Word>>;
export interface FeeWords {
  readonly figure: Named<"base", Figure>;
  readonly table: Named<
    "share",
    TableWord<{ kind: "worker" | "flexible"; assisted: number }, { share: never; class: "full" | "half" }>
  >;
  readonly reading: Named<"rounding", ReadingWord<"early" | "late">>;
  readonly conflict: Named<"twoShares", Conflict>;
  readonly step: Named<"exact" | "fee", DerivedStep> & Named<"birthday" | "asOfMonth", NodeDefinition>;
  readonly condition: Named<"grown", ConditionDefinition>;
  readonly remedy: Named<"wait", RemedyDefinition>;
  readonly amount: Named<"fee", AmountDefinition>;
  readonly date: Named<"start", DateDefinition>;
  readonly coverage: Named<"paid", string>;
  readonly material: Named<"card", Material>;
  readonly notice: Named<"keep", Says<NoticeFound, "asOfMonth">>;
  readonly section: Named<"channel", Says<SectionFound, "fee">> & Named<"hours", SectionFound>;
  readonly headline: Named<"granted", Says<Template, "fee">> & Named<"refused", Template>;
  readonly place: Named<"hall", Template>;
  readonly timeLimit: Named<"none", Template>;
  readonly fault: Named<"unborn", string>;
  readonly next: Named<"ask", NextFound>;
}

/**
 * @param probe sees the words that the formula is bound to
 * @param needs words that it takes for granted
 */
export const feeFormula = (probe: (words: FeeWords & Words) => void = () => undefined, needs: Needs = {}): Formula =>
  matterFormula<FeeWords & Words, FeeFacts, "late">(
    "demo.fee",
    FEE_FACTS,
    needs,
  )(
    (words) => {
      probe(words);
      return { ...words, shares: words.table.share.by("kind", "assisted") };
    },
    {
      derive: (_names, _facts, asOf) => ({ late: asOf.month >= LATE_FROM }),
      check: ({ fault }, facts, asOf) => (facts.born > asOf.date ? [{ fact: "born", text: fault.unborn }] : []),
      known: ({ date, step }, facts, asOf) =>
        facts.since === undefined
          ? []
          : [{ definition: date.start, node: leaf(step.asOfMonth, Math.max(facts.since, asOf.month)) }],
      evaluate(names, facts, asOf) {
        const { shares, step, figure, headline } = names;
        const draft = newDraft();
        const birthday = leaf(step.birthday, facts.born);
        const grown = facts.born + 16_0000 <= asOf.date;
        addCondition(draft, names.condition.grown, grown, birthday, names.remedy.wait, null);
        const now = leaf(step.asOfMonth, asOf.month);
        const known = figure.base.at(asOf.date);
        let fee: Node | null = null;
        if (known === null) draft.missing.push({ figure: figure.base, date: asOf.date });
        else {
          const row = shares.row2(facts.kind, facts.assisted ?? 0);
          const exact = product(step.exact, known, shares.node(row, shares.out.share, []));
          fee = roundedToFen(step.fee, exact, names.reading.rounding.node);
          draft.amounts.push({ definition: names.amount.fee, role: "due", node: fee });
        }
        cover(draft, "contributed", names.coverage.paid, facts.paid.set ?? EMPTY);
        draft.notices.push(names.notice.keep({ asOfMonth: now }));
        draft.sections.push(names.section.channel({ fee: fee ?? now }), names.section.hours);
        draft.dates = [{ definition: names.date.start, node: told(step.asOfMonth, now.value, [now]) }];
        draft.materials = [names.material.card];
        draft.next = [names.next.ask];
        draft.conflicts = [names.conflict.twoShares];
        draft.remarks.push(now);
        return finish(
          draft,
          known === null ? "figure-missing" : grown ? "granted" : "refused",
          grown && fee !== null ? headline.granted({ fee }) : headline.refused,
          names.place.hall,
          names.timeLimit.none,
        );
      },
    },
  );

export const adviceFormula: Formula = { ...checklistOf("demo.advice"), facts: { local: "flag", reason: "choice" } };
const FORMULAS = [feeFormula(), adviceFormula];

export const demoSource = (change: Partial<PackSource> = {}): PackSource => ({
  city: "demo",
  files: FILES,
  officeFigures: [],
  readingChoices: {},
  formulaHash: "f",
  ...change,
});

/** The demo city with one file changed. */
export function edited(file: string, from: string | RegExp, to: string): PackSource {
  const text = FILES[file]!;
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  return demoSource({ files: { ...FILES, [file]: changed } });
}

/** `file:line message` of every problem. */
export function problemsOf(source: PackSource, formulas: readonly Formula[] = FORMULAS): string[] {
  const loaded = loadPack(source, formulas);
  return "problems" in loaded ? loaded.problems.map(({ file, line, message }) => `${file}:${line} ${message}`) : [];
}

export function demoPack(source: PackSource = demoSource(), formulas: readonly Formula[] = FORMULAS): LoadedPack {
  const loaded = loadPack(source, formulas);
  if ("problems" in loaded) throw new Error(JSON.stringify(loaded.problems));
  return loaded.pack;
}

/** Line of a file on which a text begins. */
export const lineOf = (file: string, text: string): number => {
  const at = FILES[file]!.indexOf(text);
  expect(at, text).toBeGreaterThanOrEqual(0);
  return FILES[file]!.slice(0, at).split("\n").length;
};
