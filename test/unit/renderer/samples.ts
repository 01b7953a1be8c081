/** Invented decisions and questions: no city, no rule, every kind of field and every part of a decision. */
import type { Amount, Decision, Material, Step } from "../../../src-shared/domain/decision.ts";
import type { ListField, Question } from "../../../src-shared/domain/facts.ts";

export function question(part: Partial<Question> & Pick<Question, "id" | "type">): Question {
  return {
    title: part.id,
    help: "",
    group: "情况",
    options: [],
    required: true,
    assumed: null,
    fromPerson: false,
    earliest: null,
    latest: null,
    periodsOnly: false,
    fields: [],
    most: null,
    told: "",
    citations: [],
    ...part,
  };
}

export const field = (part: Partial<ListField> & Pick<ListField, "id" | "type">): ListField => ({
  title: part.id,
  help: "",
  options: [],
  required: true,
  citations: [],
  ...part,
});

export function step(part: Partial<Step> & Pick<Step, "title">): Step {
  return {
    key: part.title,
    kind: "formula",
    value: 0,
    divisor: 1,
    unit: "",
    display: "",
    formula: "",
    filled: "",
    inputs: [],
    citations: [],
    rule: "TS-01",
    figure: null,
    ...part,
  };
}

export function material(part: Partial<Material> & Pick<Material, "id">): Material {
  return { title: part.id, form: "original", count: 1, need: "must", because: "", citations: [], ...part };
}

export function decision(part: Partial<Decision> = {}): Decision {
  return {
    format: 1,
    matter: "testcity.matter",
    matterTitle: "试验事项",
    city: "testcity",
    rules: ["TS-01"],
    standing: "current",
    asOf: "2025-07-15",
    pack: { city: "testcity", version: "1", hash: "0".repeat(64) },
    outcome: "granted",
    headline: "可以办",
    conditions: [],
    amounts: [],
    dates: [],
    coverage: [],
    options: [],
    materials: [],
    sections: [],
    nextMatters: [],
    place: "",
    timeLimit: "",
    notices: [],
    readings: [],
    conflicts: [],
    missingFigures: [],
    citations: [],
    steps: [],
    ...part,
  };
}

export const amount = (part: Partial<Amount> & Pick<Amount, "id" | "fen">): Amount => ({
  title: part.id,
  payer: "本人",
  payee: "基金",
  role: "information",
  group: "",
  step: 0,
  ...part,
});

/** Total = rate × months; the rate is a figure, the months a fact. */
export const explained = decision({
  amounts: [{ id: "total", title: "应缴合计", payer: "本人", payee: "基金", fen: 491_40, role: "due", group: "", step: 2 }],
  dates: [{ id: "start", title: "开始月份", value: "2025-08", display: "2025年8月", step: 1 }],
  conditions: [
    { id: "same", title: "月数够", met: true, required: "1", actual: "10", citations: [], remedies: [], step: 1 },
    { id: "none", title: "没有算式", met: true, required: "", actual: "", citations: [], remedies: [], step: null },
  ],
  citations: [
    { id: "c1", document: "试验办法", clause: "第三条", authority: "regulation", summary: "按月缴。", rules: ["TS-01"] },
  ],
  steps: [
    step({
      title: "月标准",
      kind: "figure",
      display: "49.14 元",
      citations: ["c1"],
      figure: {
        id: "rate",
        title: "月标准",
        from: "2025-01-01",
        to: "2025-12-31",
        document: "试验公告〔2024〕1号",
        grade: "C",
        checked: "2026-11-01",
        note: "单一来源",
      },
    }),
    step({ title: "月数", kind: "fact", display: "10 个月" }),
    step({
      title: "合计",
      display: "491.40 元",
      formula: "月标准 × 月数",
      filled: "49.14 × 10 = 491.40",
      inputs: [0, 1],
      citations: ["c1"],
    }),
  ],
});
