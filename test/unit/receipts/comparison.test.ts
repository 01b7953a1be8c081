/** 试算比较单: both columns in words, and on every page what it is not. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, it } from "vitest";
import type { ComparedAnswer, ComparedSide } from "../../../src-shared/contract/index.ts";
import type { Decision } from "../../../src-shared/domain/decision.ts";
import { composeComparison } from "../../../src-main/receipts/compose.ts";
import type { Block, Row } from "../../../src-main/receipts/document.ts";
import { createPaperMaker, type ComparisonInput } from "../../../src-main/receipts/index.ts";
import { readFace } from "../../../src-main/receipts/typeset/font-file.ts";
import { layOut } from "../../../src-main/receipts/typeset/layout.ts";
import { FIGURE_MISSING, GRANTED, GUIDANCE, REFUSED } from "./sample-decisions.ts";

const fontDirectory = fileURLToPath(new URL("../../../resources/fonts", import.meta.url));
const textDirectory = fileURLToPath(new URL("../../../resources/papers", import.meta.url));

const side = (cityTitle: string, decision: Decision | null): ComparedSide => ({
  matter: {
    id: "city.matter",
    city: "city",
    cityTitle,
    title: "退休待遇变更",
    summary: "",
    rules: [],
    keywords: "",
    nature: "transaction",
    personTitle: null,
    workingDays: null,
  },
  evaluation: { questions: [], errors: [], unanswered: [], known: [], history: null, decision },
  facts: {},
});

const ANSWERS: readonly ComparedAnswer[] = [
  { fact: "capacity", standing: "shared", hereTitle: "参保身份", otherTitle: "身份", here: "单位职工", other: "单位职工" },
  { fact: "way", standing: "here-only", hereTitle: "退休情况", otherTitle: null, here: "已办理", other: null },
  { fact: "tier", standing: "other-only", hereTitle: null, otherTitle: "档次", here: null, other: null },
];

const sheet = (here: Decision | null, other: Decision | null, part: Partial<ComparisonInput> = {}): ComparisonInput => ({
  kind: "comparison",
  office: { code: "DL02", name: "某区医保经办中心", cities: ["one"] },
  name: "李四",
  clerk: "李明",
  madeAt: "2025-07-15T02:00:00.000Z",
  comparison: { move: "moved", asOf: "2025-07-15", here: side("甲市", here), other: side("乙市", other), answers: ANSWERS },
  ...part,
});

const rowsOf = (blocks: readonly Block[]): Row[] => blocks.flatMap((block) => (block.type === "table" ? block.rows : []));
const cellsOf = (input: ComparisonInput, item: string): readonly string[] =>
  rowsOf(composeComparison(input).blocks)
    .find(({ cells }) => cells[0] === item)
    ?.cells.slice(1) ?? [];

async function pagesOf(input: ComparisonInput): Promise<string[]> {
  const pdf = await createPaperMaker({ textDirectory, fontDirectory })(input);
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: false });
  return text.map((page) => page.replaceAll(/\s/g, ""));
}

describe("a comparison on paper", () => {
  it("puts both results on one line, what one side lacks as a dash", () => {
    const input = sheet(GRANTED, REFUSED);
    expect(cellsOf(input, "结果")).toEqual([`可以办理\n${GRANTED.headline}`, `不予办理\n${REFUSED.headline}`]);
    expect(cellsOf(input, "金额")[0]).toContain(GRANTED.amounts[0]!.title);
    expect(cellsOf(input, "金额")[1]).toBe("—");
    expect(cellsOf(input, "条件")[1]).toMatch(/不符合：/);
  });

  it("leaves out a line that neither side has, and names what is missing", () => {
    expect(cellsOf(sheet(GUIDANCE, GUIDANCE), "可选方案")).toEqual([]);
    const missing = FIGURE_MISSING.missingFigures[0]!;
    expect(cellsOf(sheet(GRANTED, FIGURE_MISSING), "缺少的数据")[1]).toContain(missing.title);
  });

  it("names what nobody answered with what it counts as, and what could not be checked", () => {
    const [first] = GRANTED.conditions;
    const doubted: Decision = {
      ...GRANTED,
      conditions: [{ ...first!, met: false, unknown: true }],
      assumed: [{ fact: "service", title: "参保前连续工龄", display: "0 个月" }],
    };
    expect(cellsOf(sheet(doubted, GRANTED), "没有填写的项目")).toEqual(["参保前连续工龄：未填，暂按“0 个月”计", "—"]);
    expect(cellsOf(sheet(doubted, GRANTED), "条件")[0]).toBe(`未核实：${first!.title}`);
    expect(cellsOf(sheet(GRANTED, GRANTED), "没有填写的项目")).toEqual([]);
  });

  it("a side that is not answered says so", () => {
    expect(cellsOf(sheet(GRANTED, null), "结果")[1]).toBe("还有问题没有回答，不能试算");
  });

  it("marks what one city does not ask for and what nobody has answered", () => {
    const rows = rowsOf(composeComparison(sheet(GRANTED, GRANTED)).blocks).map(({ cells }) => cells);
    expect(rows).toContainEqual(["参保身份\n身份", "单位职工", "单位职工"]);
    expect(rows).toContainEqual(["退休情况", "已办理", "该市不问"]);
    expect(rows).toContainEqual(["档次", "该市不问", "未回答"]);
  });

  it("says on every page that it is no basis for anything; bears no number, code or signature", async () => {
    const input = sheet(GRANTED, REFUSED);
    const document = composeComparison(input);
    expect(document.code).toBeNull();
    expect(document.blocks.some(({ type }) => type === "signatures")).toBe(false);
    const pages = await pagesOf(input);
    for (const page of pages) expect(page).toContain("仅供参考，不作办理依据");
    expect(pages[0]).toContain("试算比较单");
    expect(pages[0]).toContain("咨询人李四");
    expect(pages[0]).toContain(`甲市${GRANTED.pack.version}`);
  });

  it("same answers, same bytes; nobody need be named", async () => {
    const [first, second] = await Promise.all([
      pagesOf(sheet(GRANTED, null, { name: "" })),
      pagesOf(sheet(GRANTED, null, { name: "" })),
    ]);
    expect(first).toEqual(second);
    expect(first[0]).toContain("未留姓名");
  });

  it("the space of the code stays empty", () => {
    const face = (weight: string) => readFace(readFileSync(`${fontDirectory}/counter-sans-${weight}.ttf`));
    const faces = { regular: face("regular"), bold: face("bold") };
    const marks = layOut(composeComparison(sheet(GRANTED, REFUSED)), faces).flat();
    expect(marks.some(({ type }) => type === "code")).toBe(false);
  });
});
