/** What each kind of paper says, before any typesetting. */
import { describe, expect, it } from "vitest";
import { compose } from "./composed.ts";
import { textsOf, type PaperDocument, type PaperTable } from "../../../src-main/receipts/document.ts";
import { explain } from "../../../src-main/receipts/explanation.ts";
import { maskPhone } from "../../../src-shared/domain/identity/masking.ts";
import { chineseDate, chineseOrdinal } from "../../../src-main/receipts/notation.ts";
import {
  ALL_RECEIVED,
  EVENT_HASH,
  FIGURE_MISSING,
  GRANTED,
  GUIDANCE,
  IDENTITY_NUMBER,
  paper,
  REFUSED,
  SOME_RECEIVED,
  version,
} from "./sample-decisions.ts";

const headings = (document: PaperDocument): string[] =>
  document.blocks.flatMap((block) => (block.type === "heading" ? [block.text] : []));

/** The table under a heading. */
function tableUnder(document: PaperDocument, title: string): PaperTable {
  const start = document.blocks.findIndex((block) => block.type === "heading" && block.text.endsWith(title));
  expect(start, `heading ${title}`).toBeGreaterThanOrEqual(0);
  const table = document.blocks.slice(start).find((block) => block.type === "table");
  if (table?.type !== "table") throw new Error(`no table under ${title}`);
  return table;
}

const rowsUnder = (document: PaperDocument, title: string): readonly (readonly string[])[] =>
  tableUnder(document, title).rows.map((row) => row.cells);

const whole = (document: PaperDocument): string => [...textsOf(document)].join("\n");

describe("the frame of every paper", () => {
  it("carries office, title, number, code, day at the counter and pack", () => {
    // 23:30 UTC is the next morning in China
    const document = compose(paper("acceptance", GRANTED, { madeAt: "2025-07-14T23:30:00.000Z" }));
    expect(document.title).toBe("受理回执");
    expect(document.office).toBe("大连市中山区医疗保险经办中心");
    expect(document.number).toBe("受理号：DL02-2025-000137");
    expect(document.issuedOn).toBe("出具日期：2025年7月15日");
    expect(document.code).toBe(`DL02-2025-000137 ${EVENT_HASH}`);
    expect(document.origin).toBe("政策数据 dalian 2026.11（a1b2c3d4e5f6）");
    const signed = document.blocks.at(-1)!;
    expect(signed.type).toBe("signatures");
    expect([...textsOf(signed)]).toEqual(
      expect.arrayContaining(["经办人（签章）：", "李明", "办事人（签名）：", "（单位盖章）"]),
    );
  });

  it("says that an open case has no number yet", () => {
    const document = compose(paper("one-time-notice", GRANTED, { receiptNumber: null }));
    expect(document.number).toBe("受理号：未受理（办件 5b0c1f6e）");
    expect(document.code).toBe(`5b0c1f6e-8a4d-4c7e-9f21-3d6b8e0a7c55 ${EVENT_HASH}`);
  });

  it.each([
    ["acceptance", GRANTED, "masked"],
    ["one-time-notice", GRANTED, "masked"],
    ["guidance", GRANTED, "masked"],
    ["supplement-notice", GRANTED, "masked"],
    ["assessment", { ...GRANTED, nature: "estimate" }, "masked"],
    // decisions say whom they bind
    ["assessment", GRANTED, "whole"],
    ["refusal", GRANTED, "whole"],
  ] as const)(
    "personal numbers on %s: two digits and nothing of the end, unless it decides; the telephone never whole",
    (kind, decision, numbers) => {
      const text = whole(compose(paper(kind, decision)));
      const masked = `${IDENTITY_NUMBER.slice(0, 2)}****************`;
      expect(text).toContain(numbers === "masked" ? masked : IDENTITY_NUMBER);
      expect(text.includes(IDENTITY_NUMBER.slice(-4))).toBe(numbers === "whole");
      expect(text).toContain("138****8000");
      expect(text).not.toContain("13800138000");
    },
  );

  it("names whoever promises in full: it is their signed word, and stays in the file", () => {
    const text = whole(compose(paper("commitment", GRANTED)));
    expect(text).toContain(IDENTITY_NUMBER);
    expect(text).toContain("13800138000");
  });

  it("tells of an amendment and its reason", () => {
    const amended = version(GRANTED, { version: 2, reason: "转入月份漏填" });
    expect(whole(compose(paper("acceptance", GRANTED, { version: amended })))).toContain("第 2 版，更正原因：转入月份漏填");
    expect(whole(compose(paper("acceptance", GRANTED)))).not.toContain("更正");
  });

  it("leaves no idle space where a text was filled in, and touches no name", () => {
    const headline = "趸缴 14 个月（1 年 2 个月） 共 6,879.60 元 后，2025年8月 起享受";
    const person = { ...version(GRANTED).person, name: "古丽 ABC 张" };
    const input = paper("acceptance", GRANTED, { version: version({ ...GRANTED, headline }, { person }) });
    const text = whole(compose(input));
    expect(text).toContain("趸缴 14 个月（1 年 2 个月）共 6,879.60 元后，2025年8月起享受");
    expect(text).toContain("古丽 ABC 张");
  });

  it("refuses a decision that names a clause it does not list", () => {
    expect(() => compose(paper("assessment", { ...GRANTED, citations: [] }))).toThrow(/dl\.s0\.4/);
  });
});

describe("受理回执", () => {
  it("lists what was received as it was received, and what may follow", () => {
    const document = compose(paper("acceptance", GRANTED));
    expect(rowsUnder(document, "已收材料")).toEqual([
      ["1", "本人居民身份证", "原件", "1"],
      ["2", "《退休人员审批表》", "原件", "1"],
      ["3", "职工档案中连续工龄的证明页", "复印件", "2"],
    ]);
    expect(rowsUnder(document, "可以后补的材料").map((cells) => cells[1])).toEqual(["银行卡（领取个人账户资金用）"]);
    expect(headings(document).some((text) => text.includes("尚未交齐"))).toBe(false);
  });

  it("names the amount in figures and capitals, and what happens when", () => {
    const text = whole(compose(paper("acceptance", GRANTED)));
    expect(text).toContain("6,879.60 元※（人民币陆仟捌佰柒拾玖元陆角整）");
    expect(text).toContain("2025年8月");
    expect(text).toContain("区医疗保险经办机构退休待遇窗口");
    expect(text).toContain("材料齐全的当场办结");
    expect(text).toContain("本事项依据〔1〕〔2〕核对办理条件");
  });
});

describe("一次性告知单", () => {
  const notice = (materials = SOME_RECEIVED, decision = FIGURE_MISSING): PaperDocument =>
    compose(paper("one-time-notice", decision, { receiptNumber: null, version: version(decision, { materials }) }));

  it("lists all missing materials at once, with wrong form and missing copies", () => {
    expect(rowsUnder(notice(), "需要补交的材料（共 2 项）")).toEqual([
      ["1", "《退休人员审批表》", "原件（已交复印件）", "1", "在本市办理养老退休（途径甲），以审批表确认办理月份", "〔1〕"],
      ["2", "职工档案中连续工龄的证明页", "复印件", "还缺 1", "申报了 2002 年 4 月以前的连续工龄，需要认定视同缴费月数", "〔2〕"],
    ]);
  });

  it("lists every must-have material when nothing has come in", () => {
    expect(rowsUnder(notice([]), "需要补交的材料（共 3 项）")).toHaveLength(3);
  });

  it("takes an original where a copy is asked for", () => {
    const ticks = ALL_RECEIVED.map((tick) => ({ ...tick, form: "original" as const }));
    expect(whole(notice(ticks, GRANTED))).toContain("必交材料已全部收到");
  });

  it("tells what else is open: failed conditions with their remedy, and figures of the office", () => {
    const rows = rowsUnder(notice(), "其他需要解决的事项");
    expect(rows[0]).toEqual([
      "累计缴费满 25 年（女）",
      "不少于 300 个月",
      "286 个月（23 年 10 个月）",
      "一次性补缴 14 个月，共 6,879.60 元",
      "〔1〕〔3〕",
    ]);
    expect(rows[1]?.[0]).toBe("缺少数据：核定缴费基数");
    expect(rows[1]?.[1]).toContain("2026年7月15日");
    expect(rows[1]?.[3]).toContain("不需要您提供");
  });

  it("says where and when to come again", () => {
    const text = whole(notice());
    expect(text).toContain("区医疗保险经办机构退休待遇窗口");
    expect(text).toContain("上列事项解决后即可再来");
    const waiting = whole(compose(paper("one-time-notice", REFUSED, { version: version(REFUSED, { materials: [] }) })));
    expect(waiting).toContain("何时再来\n2026年3月2日满 55 周岁，自该日起可以办理");
  });
});

describe("不予受理通知书", () => {
  const document = compose(paper("refusal", REFUSED));

  it("names each failed condition with requirement, finding and clause", () => {
    expect(rowsUnder(document, "不符合的条件")).toEqual([
      ["未在本市办理养老退休的，须满规定年龄", "女满 55 周岁", "54 周岁（1971年3月2日出生）", "不符合", "〔1〕"],
      ["未在其他统筹地区享受退休待遇", "没有享受", "正在其他统筹地区享受", "不符合", "〔2〕"],
    ]);
    expect(rowsUnder(document, "已经符合的条件").map((cells) => cells[0])).toEqual(["本市实际缴费满 10 年"]);
  });

  it("says what would change it, what the clause says and how to contest it", () => {
    expect(rowsUnder(document, "怎样可以办理")).toEqual([
      ["未在本市办理养老退休的，须满规定年龄", "2026年3月2日满 55 周岁，自该日起可以办理"],
    ]);
    expect(rowsUnder(document, "政策依据")[0]).toEqual([
      "〔1〕",
      "大连市医疗保险业务经办指南（参保缴费与退休待遇）",
      "第四条",
      "经办指南",
      expect.stringContaining("女满二十五年"),
    ]);
    expect(whole(document)).toContain("《中华人民共和国行政复议法》");
  });

  it("says so when nothing can change it", () => {
    const hopeless = { ...REFUSED, conditions: [REFUSED.conditions[1]!] };
    expect(whole(compose(paper("refusal", hopeless)))).toContain("没有规定可以补正的办法");
  });
});

describe("核定单", () => {
  const document = compose(paper("assessment", GRANTED));

  it("shows the amounts with their parts and capital characters", () => {
    expect(rowsUnder(document, "核定结果")).toEqual([
      ["一次性补缴医疗保险费", "本人", "医疗保险基金", "6,879.60※"],
      ["一次性补缴医疗保险费（大写）：人民币陆仟捌佰柒拾玖元陆角整"],
      ["其中：每月补缴金额（14 个月）", "本人", "医疗保险基金", "491.40※"],
    ]);
  });

  it("shows how it was computed, each step after what it rests on, without idle roundings", () => {
    const rows = rowsUnder(document, "计算过程");
    expect(rows.map((cells) => cells[0])).toEqual([
      "累计缴费月数",
      "所差月数",
      "每月补缴金额（未取整）",
      "一次性补缴金额",
      "享受退休待遇的起始月份",
    ]);
    expect(rows[3]).toEqual(["一次性补缴金额", "每月补缴金额 × 所差月数\n491.40 元/月 × 14 个月", "6,879.60 元", "〔2〕"]);
  });

  it("shows the figures with document, validity and how far they are verified", () => {
    const rows = rowsUnder(document, "计算采用的政策数据");
    expect(rows[0]?.slice(0, 3)).toEqual(["核定缴费基数", "8,190.00 元/月※", "2025年1月1日 至 2025年12月31日"]);
    expect(rows[0]?.[3]).toContain("\n※报道或多处一致转载，");
    expect(rows[1]).toEqual([
      "一次性补缴比例",
      "6 %",
      "2002年4月1日起",
      "大连市医疗保险业务经办指南（参保缴费与退休待遇）〔2〕\n正式文本，2026-10-30核查",
    ]);
    expect(whole(document)).toContain("标有※的数据不是取自正式文本");
  });

  it.each([
    ["C", "※单一来源（未核实）"],
    ["office", "※本单位录入"],
  ] as const)("marks a figure of grade %s and the amounts that rest on it", (grade, label) => {
    const steps = GRANTED.steps.map((step) => (step.figure ? { ...step, figure: { ...step.figure, grade } } : step));
    const marked = compose(paper("assessment", { ...GRANTED, steps }));
    expect(whole(marked)).toContain(label);
    expect(rowsUnder(marked, "核定结果")[0]?.[3]).toBe("6,879.60※");
  });

  it("marks nothing when all figures are official", () => {
    const steps = GRANTED.steps.map((step) =>
      step.figure ? { ...step, figure: { ...step.figure, grade: "A" as const } } : step,
    );
    expect(whole(compose(paper("assessment", { ...GRANTED, steps })))).not.toContain("※");
  });

  it("names readings, dates, months and the clauses used", () => {
    expect(rowsUnder(document, "解释口径")[0]).toEqual([
      "晚于养老退休当月申请的，退休待遇从何时起算？",
      "自办理（补缴）月份的次月起，不追溯",
      "〔2〕",
    ]);
    expect(rowsUnder(document, "参保月份").at(-1)).toEqual(["2025年8月", "—", "退休待遇", "补缴次月起"]);
    expect(whole(document)).toContain("享受退休人员医疗保险待遇\n2025年8月");
    const clauses = [...textsOf(document.blocks)].filter((text) => text.includes("：〔1〕"));
    expect(clauses).toHaveLength(1);
    expect(clauses[0]).toMatch(/^大连市医疗保险业务经办指南（参保缴费与退休待遇）（经办指南）：〔1〕第四条；/);
    expect(clauses[0]).toMatch(/（公开通知）：〔\d〕第二条/);
    expect(clauses[0]?.match(/〔\d〕/g)?.toSorted()).toEqual(["〔1〕", "〔2〕", "〔3〕", "〔4〕"]);
  });

  it("never says that nothing is due while a figure is missing", () => {
    const text = whole(compose(paper("assessment", FIGURE_MISSING)));
    expect(text).not.toContain("不需要缴费");
    expect(text).toContain("缺少 2026年7月15日 执行的核定缴费基数");
    expect(whole(compose(paper("assessment", { ...GRANTED, amounts: [] })))).toContain("本次不需要缴费");
  });

  it("puts lawful ways side by side", () => {
    const option = {
      id: "a",
      title: "一次性补缴",
      text: "次月起享受。",
      amounts: GRANTED.amounts,
      dates: GRANTED.dates,
      coverage: [],
    };
    const choice = compose(
      paper("assessment", {
        ...GRANTED,
        outcome: "choice",
        amounts: [],
        options: [option, { ...option, id: "b", title: "继续按月缴费", amounts: [] }],
      }),
    );
    const text = whole(choice);
    expect(text).toContain("办法1：一次性补缴");
    expect(text).toContain("办法2：继续按月缴费");
    expect(text).not.toContain("不需要缴费");
    expect(rowsUnder(choice, "可以选择的办法")[1]).toEqual(["一次性补缴医疗保险费（大写）：人民币陆仟捌佰柒拾玖元陆角整"]);
  });

  it("tells a rounding that changes the amount, and a step that two results share only once", () => {
    const steps = GRANTED.steps.map((step) => (step.key === "monthly-exact" ? { ...step, value: 491404, divisor: 10 } : step));
    const again = {
      ...GRANTED.steps[11]!,
      kind: "formula" as const,
      formula: "办理日期所在月",
      filled: "办理日期所在月 = 2025年7月",
    };
    const decision = {
      ...GRANTED,
      steps: [...steps, again, again],
      dates: [13, 14].map((step) => ({ ...GRANTED.dates[0]!, step })),
    };
    const titles = explain(decision).computed.map((step) => step.title);
    expect(titles).toContain("每月补缴金额");
    expect(titles.filter((title) => title === "办理月份")).toHaveLength(1);
    const row = rowsUnder(compose(paper("assessment", decision)), "计算过程").find((cells) => cells[0] === "办理月份");
    expect(row?.[1]).toBe("办理日期所在月");
  });

  it("keeps to the steps nearest to the results when there are many, and says so", () => {
    const last = GRANTED.steps.length - 1;
    const chain = Array.from({ length: 40 }, (_, index) => ({
      ...GRANTED.steps[10]!,
      key: `link-${index}`,
      title: `第 ${index} 步`,
      inputs: [last + index],
    }));
    const long = { ...GRANTED, steps: [...GRANTED.steps, ...chain], amounts: [{ ...GRANTED.amounts[0]!, step: last + 40 }] };
    const { computed, cut } = explain(long);
    expect(cut).toBe(true);
    expect(computed.length).toBeLessThanOrEqual(9);
    expect(computed.at(-1)?.title).toBe("第 39 步");
    expect(whole(compose(paper("assessment", long)))).toContain("计算步骤较多");
    expect(explain(GRANTED).cut).toBe(false);
  });
});

describe("指引单", () => {
  it("gives headline, place, materials to tick off and notices, warnings first", () => {
    const document = compose(paper("guidance", GUIDANCE));
    const text = whole(document);
    expect(text).toContain(GUIDANCE.headline);
    expect(text).toContain("区医疗保险经办机构退休待遇窗口");
    expect(rowsUnder(document, "需要准备的材料")[3]).toEqual([
      "□",
      "银行卡（领取个人账户资金用）",
      "复印件",
      "1",
      "可后补",
      "退休后个人账户按月划入",
      "〔3〕",
    ]);
    expect(text).toContain("1. 补缴须在办理当月一次缴清");
    expect(text).toContain("大连市医疗保险业务经办指南（参保缴费与退休待遇）（经办指南）：〔1〕第四条");
  });

  it("tells what to do block by block with the clause, and what other matter comes next", () => {
    const document = compose(
      paper("guidance", {
        ...GUIDANCE,
        sections: [
          { id: "one", title: "原单位", lines: ["先缴清欠费", "再网上停保"], citations: ["dl.s0.4"] },
          { id: "two", title: "本人", lines: ["不用来窗口"], citations: ["dl.s0.7.5"] },
        ],
        nextMatters: [{ matter: "dalian.enrolment", title: "参保登记", why: "停保后要自己参保", citations: ["dl.s0.4"] }],
      }),
    );
    const texts = document.blocks.flatMap((block) => (block.type === "paragraph" ? [block.text] : []));
    const start = texts.indexOf("原单位");
    expect(texts.slice(start, start + 5)).toEqual(["原单位", "1. 先缴清欠费", "2. 再网上停保〔1〕", "本人", "不用来窗口〔2〕"]);
    expect(headings(document)).toEqual(expect.arrayContaining([expect.stringContaining("怎么办")]));
    expect(texts).toContain("参保登记：停保后要自己参保〔1〕");
  });
});

describe("several of a kind, options and standings", () => {
  const share = (id: string, group: string, fen: number) => ({
    ...GRANTED.amounts[1]!,
    id,
    title: id,
    fen,
    group,
    role: "information" as const,
  });
  const grouped = {
    ...GRANTED,
    amounts: [share("统筹", "第1次", 800_00), share("个人", "第1次", 200_00), share("统筹", "合计", 1500_00)],
  };

  it("shows each group under its own line with the sum, once", () => {
    expect(rowsUnder(compose(paper("assessment", grouped)), "核定结果")).toEqual([
      ["第1次　共 1,000.00 元"],
      ["统筹", "本人", "医疗保险基金", "800.00※"],
      ["个人", "本人", "医疗保险基金", "200.00※"],
      ["合计　共 1,500.00 元"],
      ["统筹", "本人", "医疗保险基金", "1,500.00※"],
    ]);
    expect(whole(compose(paper("assessment", grouped)))).not.toContain("不需要缴费");
  });

  it("frames the last day and leaves it out of the other dates", () => {
    const last = { id: "last", title: "可以补缴的最后一天", value: "2025-07-31", display: "2025年7月31日", step: null };
    const framed = ({ blocks }: PaperDocument): string[] =>
      blocks.flatMap((block) => (block.type === "paragraph" && block.style === "boxed" ? [block.text] : []));
    const decision = { ...GRANTED, dates: [last, ...GRANTED.dates] };
    const document = compose(paper("assessment", decision));
    expect(framed(document)).toEqual(["可以补缴的最后一天：2025年7月31日"]);
    expect(whole(document).match(/可以补缴的最后一天/g)).toHaveLength(1);
    // where nothing is to be paid a day is a date like others
    expect(framed(compose(paper("assessment", { ...decision, amounts: [] })))).toEqual([]);
  });

  it("does not print the ways that were not taken", () => {
    const option = { id: "b", title: "不补缴", text: "费用不付。", amounts: [], dates: GRANTED.dates, coverage: [] };
    expect(whole(compose(paper("assessment", { ...GRANTED, options: [option] })))).not.toContain("不补缴");
    expect(whole(compose(paper("assessment", { ...GRANTED, outcome: "not-yet", options: [option] })))).toContain("不补缴");
  });

  it.each(["acceptance", "one-time-notice", "refusal", "assessment", "guidance"] as const)(
    "warns first on %s of a past rule",
    (kind) => {
      const first = compose(paper(kind, { ...GRANTED, standing: "historic" })).blocks[0];
      expect(first).toEqual({ type: "paragraph", style: "boxed", text: "历史口径，仅供查询过去年度，来源为报道/网络" });
      expect(whole(compose(paper(kind, GRANTED)))).not.toContain("历史口径");
    },
  );
});

describe("a consultation", () => {
  const PAST = { ...GRANTED, nature: "lookup", standing: "historic" } as const;

  it.each([
    ["assessment", "estimate", "试算单"],
    ["assessment", "lookup", "查算单"],
    ["guidance", "lookup", "查算单"],
    ["guidance", "guidance", "指引单"],
  ] as const)("%s of an %s is a %s: no acceptance, no seal", (kind, nature, title) => {
    const document = compose(paper(kind, { ...GRANTED, nature }));
    expect(document.title).toBe(title);
    expect(document.number).toBe("编号：DL02-2025-000137");
    expect(document.blocks.at(-1)).toMatchObject({ type: "signatures", below: "" });
    expect(whole(document)).not.toMatch(/受理|核定，|核定结果|您申请办理/);
  });

  it("tells of a past rule what it asked for, with nothing to tick off and nothing said of payment", () => {
    const text = whole(compose(paper("guidance", PAST)));
    expect(text).toContain("当时要带的材料");
    expect(text).not.toMatch(/备齐|必交/);
    const unpaid = { ...PAST, amounts: PAST.amounts.map((amount) => ({ ...amount, role: "information" as const })) };
    expect(whole(compose(paper("assessment", unpaid)))).not.toContain("不需要缴费");
  });

  it("says why a past rule does not fit", () => {
    const text = whole(compose(paper("guidance", { ...REFUSED, nature: "lookup" })));
    for (const { title } of REFUSED.conditions.filter(({ met }) => !met)) expect(text).toContain(title);
  });
});

it("marks points and numbers steps", () => {
  const section = { id: "s", title: "地点", lines: ["甲处", "乙处"], citations: [] };
  const told = (list: "steps" | "points") => whole(compose(paper("guidance", { ...GRANTED, sections: [{ ...section, list }] })));
  expect(told("points")).toContain("· 乙处");
  expect(told("steps")).toContain("2. 乙处");
});

it("names the person whom a paper is about where that is not who comes, and greets nobody", () => {
  const text = whole(compose(paper("acceptance", { ...GRANTED, personTitle: "去世人员" })));
  expect(text).toContain("去世人员");
  expect(text).not.toContain(`${version(GRANTED).person.name}：`);
});

describe("notation", () => {
  it("numbers the sections without a gap", () => {
    const numbers = headings(compose(paper("assessment", GRANTED))).map((text) => text.split("、")[0]);
    expect(numbers).toEqual(numbers.map((_, index) => chineseOrdinal(index + 1)));
    expect([1, 9, 10, 11, 19, 20, 21, 99].map(chineseOrdinal)).toEqual([
      "一",
      "九",
      "十",
      "十一",
      "十九",
      "二十",
      "二十一",
      "九十九",
    ]);
  });

  it("writes dates, months and phones", () => {
    expect(chineseDate("2026-03-04")).toBe("2026年3月4日");
    expect(chineseDate("2026-11")).toBe("2026年11月");
    expect(chineseDate("长期")).toBe("长期");
    expect(maskPhone("13800138000")).toBe("138****8000");
    expect(maskPhone("12345")).toBe("***45");
    expect(maskPhone("")).toBe("");
  });
});
