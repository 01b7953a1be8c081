/** An invented library: one entry of each kind, tied to each other. */
import type { LibraryView } from "../../../src-shared/contract/library.ts";

export const sampleLibrary: LibraryView = {
  city: "testcity",
  cityTitle: "试验市",
  version: "1",
  hash: "0".repeat(64),
  matters: [
    {
      id: "testcity.matter",
      title: "试验事项",
      summary: "按月缴费的试验",
      rules: ["TS-01"],
      standing: "current",
      questions: [
        {
          title: "缴费月份",
          help: "",
          group: "年限",
          type: "months",
          sometimes: false,
          options: [],
          fields: [],
          citations: ["c1"],
        },
      ],
      conditions: [{ id: "enough", title: "年限", required: "满10年", citations: ["c1"] }],
      materials: [
        { id: "form", title: "申请表", form: "original", count: 1, need: "must", because: "都要交", citations: ["c1"] },
      ],
      places: [{ text: "试验大厅", citations: ["c1"] }],
      timeLimits: [{ text: "没有规定期限", citations: [] }],
      sections: [],
      notices: [],
      next: [],
      figures: ["testcity.rate"],
      tables: ["testcity.years"],
      readings: ["testcity.start"],
      conflicts: ["testcity.rates"],
      clauses: [{ id: "c1", parts: ["question", "condition"] }],
    },
  ],
  figures: [
    {
      id: "testcity.rate",
      city: "testcity",
      title: "月标准",
      unit: "元/月",
      rule: "TS-01",
      enteredBy: "试验局公布",
      usedBy: ["testcity.matter"],
      values: (
        [
          ["2024-01-01", "2024-12-31", "100"],
          ["2025-01-01", "2025-06-30", "110.50"],
          ["2026-01-01", null, null],
        ] as const
      ).map(([from, to, value]) => ({
        id: "testcity.rate",
        title: "月标准",
        from,
        to,
        value,
        document: "试验公告",
        grade: "A" as const,
        checked: "2026-11-01",
        note: "",
        citations: ["c1"],
      })),
    },
  ],
  tables: [
    {
      id: "testcity.years",
      title: "最低年限",
      rule: "TS-01",
      inputs: ["性别"],
      outputs: ["年限"],
      rows: [
        { when: ["男"], then: ["360 个月"], citations: ["c1"] },
        { when: ["女"], then: ["300 个月"], citations: ["c1"] },
      ],
      cellsProved: 2,
      usedBy: ["testcity.matter"],
    },
  ],
  documents: [
    {
      id: "d1",
      title: "试验办法",
      authority: "regulation",
      note: "",
      clauses: [
        {
          id: "c1",
          clause: "第三条",
          summary: "按月缴费，满10年。",
          kinds: ["condition"],
          rests: "",
          rules: ["TS-01"],
          usedBy: [{ matter: "testcity.matter", parts: ["question", "condition"] }],
          citedBy: [{ kind: "figure", id: "testcity.rate" }],
        },
      ],
    },
    {
      id: "d2",
      title: "网友帖子",
      authority: "forum",
      note: "",
      clauses: [
        {
          id: "c2",
          clause: "回帖",
          summary: "网友称满8年。",
          kinds: ["advertising"],
          rests: "只供查阅",
          rules: ["TS-02"],
          usedBy: [],
          citedBy: [],
        },
      ],
    },
  ],
  readings: [
    {
      id: "testcity.start",
      city: "testcity",
      question: "从哪个月起算？",
      rule: "TS-01",
      chosen: "next",
      byOffice: false,
      options: [
        { id: "next", title: "次月" },
        { id: "same", title: "当月" },
      ],
      authority: "regulation",
      citations: ["c1"],
      usedBy: ["testcity.matter"],
    },
  ],
  conflicts: [
    {
      id: "testcity.rates",
      title: "满几年",
      used: "办法：满10年",
      other: "网友：满8年",
      why: "办法权威更高。",
      citations: ["c1", "c2"],
      usedBy: ["testcity.matter"],
    },
  ],
};
