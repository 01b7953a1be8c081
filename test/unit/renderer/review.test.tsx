import { beforeEach, describe, expect, test } from "vitest";
import type { ReviewView } from "../../../src-shared/contract/review.ts";
import type { CaseVersion, CaseView } from "../../../src-shared/domain/case.ts";
import { ReviewPage } from "../../../src-renderer/review/review-page.tsx";
import { installHost, Refusal, type FakeHost } from "./fake-host.ts";
import { find, get, press, show, type, until } from "./screen.tsx";
import { decision, explained } from "./samples.ts";

const person = { identityNumber: "210299********1234", name: "测试甲", phone: "" };
const version: CaseVersion = {
  version: 2,
  at: "2025-07-15T02:00:00.000Z",
  clerk: "经办乙",
  reason: "补登记录",
  person,
  asOf: "2025-07-15",
  facts: {},
  materials: [],
  decision: decision(explained),
  promises: [],
  replacedPromises: [],
  needsReview: true,
  review: null,
};
const view: CaseView = {
  id: "case1",
  matter: "testcity.matter",
  matterTitle: "试验事项",
  nature: "transaction",
  state: "in-review",
  receiptNumber: "2102022025000001",
  version: 2,
  name: "测试甲",
  identityKind: "citizen",
  maskedIdentityNumber: person.identityNumber,
  outcome: "granted",
  headline: "可办",
  clerk: "经办乙",
  clerkId: "c2",
  openedAt: version.at,
  updatedAt: version.at,
  submittedAt: version.at,
  settledAt: null,
  amountFen: 100000,
  due: { dueOn: "2025-07-22", workingDaysLeft: 5, standing: "in-time" },
  nextPromiseOn: null,
  reviewer: null,
  person,
  personId: "p1",
  versions: [{ ...version, version: 1, reason: "" }, version],
  working: null,
  events: [],
  papers: [],
  attachments: [],
  promises: [],
  cancelReason: null,
  cancelAsked: null,
  may: ["review"],
};
const review = (part: Partial<ReviewView> = {}): ReviewView => ({
  case: view,
  maker: "经办乙",
  why: "涉及金额 1,000.00 元，达到复核金额（0.00 元）",
  version: 2,
  sinceLastVersion: [{ title: "缴费月份", before: "10 个月", now: "12 个月" }],
  changes: [],
  resultChanged: false,
  alone: false,
  barred: null,
  ...part,
});

let host: FakeHost;
const open = async (shown: ReviewView): Promise<void> => {
  host.answers["review.open"] = () => shown;
  await show(<ReviewPage caseId="case1" />);
  await until(() => find("region", "为什么需要复核") !== undefined, "the review");
};
beforeEach(() => {
  host = installHost();
});

describe("a second person", () => {
  test("sees why, what the maker changed, and whether the result still is the same", async () => {
    await open(review());
    expect(get("region", "为什么需要复核").textContent).toContain("1,000.00");
    expect(get("region", "与上一版相比的改动").textContent).toContain("10 个月");
    expect(get("region", "经办人看到的与现在的差别").textContent).toContain("完全相同");
  });

  test("approves by F9 the version that was on the screen, and goes back to the queue", async () => {
    host.answers["review.approve"] = () => ({ ...view, state: "approved" });
    await open(review());
    await press("F9");
    await until(() => find("dialog", "") !== undefined, "the dialog");
    await press("F9");
    await until(() => host.of("review.approve").length === 1, "the approval");
    expect(host.of("review.approve")[0]).toMatchObject({ id: "case1", version: 2, note: "" });
    await until(() => document.body.textContent.includes("复核列表"), "the queue");
  });

  test("sees what nobody answered and what was not checked, in the decision and before approving", async () => {
    const unknown = { met: false, unknown: true, required: "本地", citations: [], remedies: [], step: null } as const;
    const doubted = decision({
      ...explained,
      assumed: [{ fact: "service", title: "参保前工龄", display: "0 个月" }],
      conditions: [{ id: "local", title: "本地户籍", actual: "没有填写“户籍”，未核实", ...unknown }],
    });
    const [first] = view.versions;
    await open(review({ case: { ...view, versions: [first!, { ...version, decision: doubted }] } }));
    expect(get("region", "没有填写的项目").textContent).toContain("参保前工龄未填，暂按“0 个月”计");
    expect(get("region", "条件").textContent).toContain("未核实");
    await press("F9");
    await until(() => find("region", "没有填写或没有核实的") !== undefined, "the dialog");
    expect(get("region", "没有填写或没有核实的").textContent).toBe(
      "没有填写或没有核实的参保前工龄未填，暂按“0 个月”计本地户籍没有填写“户籍”，未核实",
    );
  });

  test("returns only with a reason", async () => {
    host.answers["review.return"] = () => ({ ...view, state: "returned" });
    await open(review());
    await press("F8");
    await until(() => find("textbox", "退回原因") !== undefined, "the dialog");
    await press("F9");
    expect(host.of("review.return")).toEqual([]);
    expect(document.body.textContent).toContain("请写明退回原因");
    await type(get("textbox", "退回原因"), "请再核对");
    await press("F9");
    await until(() => host.of("review.return").length === 1, "the return");
    expect(host.of("review.return")[0]).toMatchObject({ id: "case1", version: 2, reason: "请再核对" });
  });

  test("is warned before approving a result that is no longer what the maker saw", async () => {
    const changes = [{ kind: "amount", title: "应缴", before: "1,000.00 元", now: "1,200.00 元" }] as const;
    await open(review({ changes, resultChanged: true }));
    expect(get("region", "经办人看到的与现在的差别").textContent).toContain("1,200.00 元");
    await press("F9");
    await until(() => get("dialog", "").textContent.includes("建议退回"), "the warning");
  });

  test("who may not decide reads why, and has neither button nor key", async () => {
    await open(review({ barred: "经办过这个办件的人不能复核，请由另一名人员复核。" }));
    expect(document.body.textContent).toContain("经办过这个办件的人不能复核");
    expect([find("button", "复核通过"), find("button", "退回")]).toEqual([undefined, undefined]);
    await press("F9");
    await press("F8");
    expect(find("dialog", "")).toBeUndefined();
  });

  test("a case that somebody else has judged meanwhile leads to its page", async () => {
    host.answers["review.open"] = () => new Refusal("not-found", "这个办件现在不在待复核状态。");
    await show(<ReviewPage caseId="case1" />);
    await until(() => document.body.textContent.includes("不在待复核状态"), "the refusal");
    expect(document.querySelector("a")?.textContent).toBe("到办件页查看");
  });
});
