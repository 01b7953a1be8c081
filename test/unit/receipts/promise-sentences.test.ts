import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { compose } from "../../../src-main/receipts/compose.ts";
import { textsOf } from "../../../src-main/receipts/document.ts";
import { readPromiseSentences } from "../../../src-main/receipts/promise-sentences.ts";
import { promiseFile } from "./composed.ts";
import { GRANTED, paper, PROMISED, version } from "./sample-decisions.ts";

const folder = mkdtempSync(join(tmpdir(), "counter-sentences-"));
afterAll(() => rmSync(folder, { recursive: true }));
const shipped = readFileSync(promiseFile, "utf8");
const read = (text: string) => {
  const path = join(folder, "promise.yaml");
  writeFileSync(path, text);
  return readPromiseSentences(path);
};
/** A second text, approved and in force from 16 July 2025 on. */
const ours = (from: string) => `${shipped}
  - from: ${from}
    approval: 区医保〔2025〕9号
    notice:
      opening: 您的“{matter}”容缺受理。
      how: 到窗口补交。
      late: 逾期终止。
      until: 补齐后出结果。
    commitment:
      opening: 本人就“{matter}”承诺补交。
      lines: [如实补交。]
    replaces: 下列承诺作废：{promises}。
`;

describe("the sentences of promises", () => {
  test("as shipped are sound and say that nobody has approved them", () => {
    expect(readPromiseSentences(promiseFile)[0]!.approval).toMatch(/未经批准/);
  });

  test("that an office adds count from their day on; older papers keep their words", () => {
    const texts = read(ours("2025-07-16"));
    const said = (kind: "commitment" | "supplement-notice", madeAt: string) =>
      [...textsOf(compose(paper(kind, GRANTED, { madeAt, version: version(GRANTED, { promises: PROMISED }) }), texts))].join("");
    // 16:30 in London is the next day at the counter
    expect(said("commitment", "2025-07-15T15:30:00.000Z")).toContain("因故暂不能提交下列材料");
    expect(said("commitment", "2025-07-15T16:30:00.000Z")).toContain(`本人就“${GRANTED.matterTitle}”承诺补交。`);
    expect(said("supplement-notice", "2026-01-01T00:00:00.000Z")).toContain("逾期终止。");
    expect(said("supplement-notice", "2019-01-01T00:00:00.000Z")).toContain("现予容缺受理");
  });

  test.each([
    ["an earlier day after a later one", ours("2019-01-01"), /does not come after/],
    ["an opening without the matter", shipped.replace("您申请办理的“{matter}”", "您申请办理的事项"), /\{matter\}/],
    ["a sentence that is missing", shipped.replace(/ +how: .*\n/, ""), /how/],
    ["a name that none has", shipped.replace("late:", "lates:"), /lates/],
    ["nothing", "versions: []", /versions/],
    ["no YAML", "versions: [", /promise\.yaml/],
  ])("%s is refused by name", (_what, text, problem) => {
    expect(() => read(text)).toThrow(problem);
  });
});
