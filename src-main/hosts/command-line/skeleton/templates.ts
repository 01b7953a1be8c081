/** The texts of a new matter: one that reckons, and a mere checklist. */
import { nameOf } from "../../../rules/engine/pack/name.ts";

export interface Named {
  readonly city: string;
  /** Of the matter, without its city. */
  readonly name: string;
  readonly title: string;
  readonly rule: string;
  /** ISO. */
  readonly today: string;
}

export interface Skeleton {
  readonly matter: string;
  readonly sources: string;
  readonly figures?: string;
  readonly formula?: string;
  readonly golden: string;
  /** An entry of the city's list. */
  readonly endToEnd: string;
}

const head = ({ city, name, title, rule }: Named): string => `# 示例：每一行都换成文件里的规定，写法见 docs/new-city.md
id: ${city}.${name}
title: ${title}
summary: 示例，一句话写明这个事项办什么
rules: [${rule}]
`;

const clause = ({ city, name, rule }: Named, id: string, text: string, kinds: string): string =>
  `  - { id: ${city}.${name}.${id}, document: ${city}.${name}, clause: 示例, summary: ${text}, kinds: [${kinds}], rules: [${rule}] }\n`;

const sourcesOf = (named: Named, ...clauses: readonly string[]): string => `documents:
  - { id: ${named.city}.${named.name}, title: ${named.title}的文件（待填）, authority: notice }
clauses:
${clauses.join("")}`;

const who = (named: Named): string =>
  clause(named, "who", "有本市户籍的人可以办，带身份证，到经办大厅", "condition, paper, place");
const common = ({ city, name }: Named): string => `
places: { hall: { text: 经办大厅, cite: [${city}.${name}.who] } }
timeLimits: { none: 随时可以办 }

conditions:
  - { id: household, title: 有本市户籍, required: 是, actual: "{0}", cite: [${city}.${name}.who] }
remedies:
  move: { kind: action, text: 先把户口迁入 }
materials:
  - { id: identity-card, title: 居民身份证, form: original, count: 1, need: must, because: 核对本人, cite: [${city}.${name}.who] }
`;
const household = ({ city, name }: Named): string =>
  `  - { id: household, title: 有本市户籍, group: 条件, type: flag, local: true, cite: [${city}.${name}.who] }\n`;

const goldenOf = (
  { city, name, title, rule, today }: Named,
  facts: readonly [string, string],
  more: string,
  others = "",
): string => {
  const constant = `${name.toUpperCase().replaceAll("-", "_")}_CASES`;
  return `/** ${title}（${city}.${name}），按文件手工算出，不抄程序的结果。 */
import type { GoldenCase } from "../golden.ts";

const asOf = "${today}";

export const ${constant}: readonly GoldenCase[] = [
  {
    title: "registered here",
    rule: "${rule}",
    asOf,
    facts: ${facts[0]},
    expected: {
      outcome: "granted",
      failed: [],
      actuals: { household: "是" },
      materials: ["identity-card"],
      place: "经办大厅",${more}
    },
  },
  {
    title: "not registered here",
    rule: "${rule}",
    asOf,
    facts: ${facts[1]},
    expected: { outcome: "refused", failed: ["household"], actuals: { household: "否" }, remedyIds: ["move"] },
  },${others}
];
`;
};

const endToEndOf = ({ name, title, today }: Named, answers: string, headline: string, papers: string): string => `    {
      name: "${name}",
      title: "${title}",
      asOf: "${today.replaceAll("-", "")}",
      answers: ${answers},
      headline: "${headline}",
      materials: ["居民身份证"],
      papers: { ${papers} },
    },`;

export function checklistOf(named: Named): Skeleton {
  return {
    sources: sourcesOf(named, who(named)),
    matter: `${head(named)}
facts:
${household(named)}
headlines:
  granted: 可以办理
  refused: 没有本市户籍，不能办理
${common(named)}steps: []

checklist:
  outcome: granted
  headlines: { granted: [{ use: granted }], refused: [{ use: refused }] }
  places: [{ use: hall }]
  timeLimits: [{ use: none }]
  conditions:
    - { use: household, fact: household, met: true, otherwise: refused, remedies: [{ use: move }] }
  materials: [{ use: identity-card }]
`,
    golden: goldenOf(named, ["{ household: true }", "{ household: false }"], ""),
    endToEnd: endToEndOf(named, '[["有本市户籍", "是"]]', "可以办理", '受理回执: ["居民身份证"]'),
  };
}

export function reckoningOf(named: Named): Skeleton {
  const { city, name, title, rule, today } = named;
  const figure = `${city}.${name}-month`;
  return {
    sources: sourcesOf(named, who(named), clause(named, "amount", "按月缴费，按所缴的月数计算", "amount")),
    figures: `figures:
  - id: ${figure}
    title: 每月缴费标准（示例）
    unit: yuan/month
    rule: ${rule}
    published: 医保局公布，由管理员录入
    values:
      # of a yearly figure one row for each year; the year that nobody has yet: { from: …, value: null, … }
      - { from: 2020-01-01, value: 100, document: 示例, grade: C, checked: ${today}, cite: [${city}.${name}.amount] }
`,
    matter: `${head(named)}uses:
  figures: [${figure}]

facts:
${household(named)}  - { id: months, title: 缴几个月, group: 缴费, type: count, min: 1, max: 12, cite: [${city}.${name}.amount] }

headlines:
  granted: "可以办理，共缴 {premium}"
  refused: 没有本市户籍，不能办理
  figureMissing: 可以办理，缺少缴费标准
${common(named)}
# no sentence: the operation that makes the value has its own ({0} × {1})
steps:
  - { id: premium, title: 应缴金额, unit: yuan, rule: ${rule}, cite: [${city}.${name}.amount] }
amounts:
  - { id: premium, title: 应缴金额, payer: 本人, payee: 医保基金 }
`,
    formula: `/** ${title} (${rule}). Source: which clause of which document. */
import { addCondition, figureAt, finish, newDraft } from "../engine/draft.ts";
import type { AsOf } from "../engine/facts/facts.ts";
import { leaf } from "../engine/node.ts";
import { product } from "../engine/operations.ts";
import type { Result } from "../engine/result.ts";
import { define, type Facts, type Words } from "../generated/${city}/${name}.ts";

type Names = ReturnType<typeof bind>;
const bind = (words: Words) => ({ ...words, papers: [words.material.identityCard] });

export default define(bind, { evaluate });

function evaluate(names: Names, facts: Facts, asOf: AsOf): Result {
  const { headline, place, timeLimit } = names;
  const draft = newDraft();
  draft.materials = names.papers;
  const isRegistered = facts.household === 1;
  addCondition(draft, names.condition.household, isRegistered, names.leaf.household[facts.household]!, names.remedy.move, null);
  if (!isRegistered) return finish(draft, "refused", headline.refused, place.hall, timeLimit.none);

  const standard = figureAt(names.figure.${nameOf(figure)}, asOf.date, draft);
  if (standard === null) return finish(draft, "figure-missing", headline.figureMissing, place.hall, timeLimit.none);
  const months = leaf(names.fact.months, facts.months);
  const premium = product(names.step.premium, standard, months);
  draft.amounts.push({ definition: names.amount.premium, role: "due", node: premium });
  return finish(draft, "granted", headline.granted({ premium }), place.hall, timeLimit.none);
}
`,
    golden: goldenOf(
      named,
      ["{ household: true, months: 3 }", "{ household: false, months: 3 }"],
      `
      // 100 × 3
      due: { premium: "300.00" },
      headline: "可以办理，共缴 300.00 元",`,
      `
  {
    title: "before there is a standard",
    rule: "${rule}",
    asOf: "2019-12-31",
    facts: { household: true, months: 3 },
    expected: { outcome: "figure-missing", missing: ["${figure} 2019-12-31"] },
  },`,
    ),
    endToEnd: endToEndOf(
      named,
      `[
        ["有本市户籍", "是"],
        ["缴几个月", "3"],
      ]`,
      "可以办理，共缴 300.00 元",
      '受理回执: ["居民身份证"], 核定单: ["300.00"]',
    ),
  };
}
