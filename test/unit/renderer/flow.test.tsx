import { act } from "react";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { PaperFile } from "../../../src-shared/contract/cases.ts";
import type { FactInputs } from "../../../src-shared/domain/facts.ts";
import type { DraftContent } from "../../../src-shared/domain/case.ts";
import { checkDigit } from "../../../src-shared/domain/identity/resident-number.ts";
import { Flow } from "../../../src-renderer/counter/flow.tsx";
import { FlowScreen } from "../../../src-renderer/counter/flow-screen.tsx";
import { PaperDialog } from "../../../src-renderer/ui/files/paper-dialog.tsx";
import { emptyContent } from "../../../src-renderer/ui/calls/forms.ts";
import { evaluate, installHost, Refusal, type FakeHost } from "./fake-host.ts";
import { all, click, find, focus, get, press, settle, show, type, until } from "./screen.tsx";

const FIRST17 = "21029919650304123";
const NUMBER = FIRST17 + checkDigit(FIRST17);
const WRONG = FIRST17 + (NUMBER.endsWith("0") ? "1" : "0");

let host: FakeHost;
beforeEach(() => {
  host = installHost();
});

const open = (content: Partial<DraftContent> = {}, savedAt: string | null = null) =>
  show(
    <Flow
      draftId="d1"
      title="试验事项"
      nature="transaction"
      personTitle={null}
      initial={{ ...emptyContent("testcity.matter", "2025-07-15"), ...content }}
      savedAt={savedAt}
    />,
  );

const lastFacts = (): unknown => host.of("counter.evaluate").at(-1)?.facts;
const lastDraft = (): DraftContent => host.of("drafts.save").at(-1)?.content as DraftContent;
const field = (id: string): HTMLElement => {
  const row = document.querySelector<HTMLElement>(`[data-field="${id}"]`);
  if (!row) throw new Error(`no field ${id}`);
  return row;
};
const input = (id: string): HTMLInputElement => {
  const found = field(id).querySelector("input");
  if (!found) throw new Error(`no input in ${id}`);
  return found;
};
const answerAll = async (): Promise<void> => {
  await type(get("textbox", "身份证号码"), NUMBER);
  await type(get("textbox", "姓名"), "测试甲");
  await press("1", input("kind"));
  await press("1", input("has"));
  await type(get("textbox", "缴费月份：添加时间段"), "200204-201612");
  await press("Enter");
  await until(() => result().includes("类可办"), "the result");
};
const result = (): string => get("region", "结果").textContent;

describe("a matter nobody has heard of", () => {
  test("every type of question has its field, under its heading, named by its title", async () => {
    await open();
    expect(all("region").map((region) => region.getAttribute("aria-label"))).toEqual(
      expect.arrayContaining(["办事人：证件和姓名", "情况", "年限", "结果"]),
    );
    for (const name of ["甲", "乙", "丙", "是", "否"]) expect(find("radio", name)).toBeDefined();
    for (const name of ["发生日期", "开始年月", "费用", "人数", "缴费月份：添加时间段"])
      expect(find("textbox", name)).toBeDefined();
    // what the number tells is not asked for
    expect(find("textbox", "出生日期")).toBeUndefined();
  });

  test("answers go to the rules as the rules read them, and into the draft as typed", async () => {
    await open();
    await press("2", input("has"));
    await type(get("textbox", "发生日期"), "20250701");
    await type(get("textbox", "费用"), "8190.5");
    await type(get("textbox", "缴费月份：添加时间段"), "2002");
    await settle(600);
    expect(lastFacts()).toEqual({ has: false, day: "2025-07-01", sum: "8190.5" });
    expect(lastDraft().facts).toMatchObject({ has: false, sum: "8190.5", paid: { periods: [{ from: "2002", to: "" }] } });
  });

  test("a key is answered at once, a burst of keys by one answer", async () => {
    await open();
    await settle();
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
    try {
      const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));
      const sums = (): unknown[] => host.of("counter.evaluate").map(({ facts }) => (facts as FactInputs)["sum"]);
      const sum = get("textbox", "费用");
      await type(sum, "1");
      await pass(5);
      expect(sums().at(-1)).toBe("1");
      for (const typed of ["12", "123", "1234"]) {
        await type(sum, typed);
        await pass(10);
      }
      await pass(100);
      expect(sums().slice(-2)).toEqual(["1", "1234"]);
    } finally {
      vi.useRealTimers();
    }
  });

  test("a question appears when an answer makes it matter; its answer survives its disappearance", async () => {
    await open();
    expect(document.querySelector('[data-field="extra"]')).toBeNull();
    await press("2", input("kind"));
    await settle();
    await type(get("textbox", "乙类人数"), "3");
    await press("1", input("kind"));
    await settle();
    expect(document.querySelector('[data-field="extra"]')).toBeNull();
    await press("2", input("kind"));
    await settle();
    expect(input("extra").value).toBe("3");
  });

  test("a reopened form is as it was typed, the half-typed period included", async () => {
    await open({
      asOf: "20250",
      facts: {
        kind: "丙",
        day: "2025-0",
        paid: {
          periods: [
            { from: "2002-04", to: "2016-12" },
            { from: "2018", to: "" },
          ],
        },
      },
    });
    await until(() => find("textbox", "发生日期") !== undefined, "the questions");
    expect(get("textbox", "办理日期")).toHaveProperty("value", "20250");
    expect(get("textbox", "发生日期")).toHaveProperty("value", "2025-0");
    expect(get("radio", "丙")).toHaveProperty("checked", true);
    expect(get("textbox", "缴费月份 第 1 段起始年月")).toHaveProperty("value", "2002-04");
    expect(get("textbox", "缴费月份：添加时间段")).toHaveProperty("value", "2018");
    // by whatever date, there is no result until the date is one
    expect(result()).not.toContain("类可办");
  });

  test("a reopened form takes the clerk to what is still open in it", async () => {
    const person = { ...emptyContent("testcity.matter", "2025-07-15").person, identityNumber: NUMBER, name: "测试甲" };
    await open({ person, facts: { kind: "甲" } });
    await until(() => document.activeElement !== document.body, "the focus");
    expect(field("has").contains(document.activeElement)).toBe(true);
  });

  test("a reopened form with everything answered shows its result", async () => {
    const person = { ...emptyContent("testcity.matter", "2025-07-15").person, identityNumber: NUMBER, name: "测试甲" };
    await open({ person, facts: { kind: "甲", has: true, paid: { periods: [{ from: "2002-04", to: "2016-12" }] } } });
    await until(() => document.activeElement !== document.body, "the focus");
    expect(get("region", "结果").contains(document.activeElement)).toBe(true);
  });

  test("an empty form begins at the number", async () => {
    await open();
    await settle();
    expect(document.activeElement).toBe(get("textbox", "身份证号码"));
  });

  test("what is wrong is said at the field when it is left, not while it is typed", async () => {
    await open();
    await type(get("textbox", "费用"), "x");
    await settle();
    expect(field("sum").textContent).not.toContain("应为金额");
    await type(get("textbox", "人数"), "1");
    await settle();
    expect(field("sum").textContent).toContain("应为金额");
    expect(get("textbox", "费用").getAttribute("aria-invalid")).toBe("true");
  });
});

describe("the form on the screen", () => {
  const stored = (name: string) => ({
    id: "d1",
    content: { ...emptyContent("testcity.matter", "2025-07-15"), person: { identityNumber: "", name, phone: "" } },
    matterTitle: "试验事项",
    updatedAt: "2025-07-15T02:32:05.000Z",
  });

  test("outlives the loss of the host, of its stored copy and a newer copy", async () => {
    host.answers["policy.matters"] = () => [];
    host.answers["drafts.open"] = () => stored("测");
    const cache = await show(<FlowScreen draftId="d1" matter={null} />);
    await type(get("textbox", "姓名"), "测试乙");
    const askAgain = async (): Promise<void> => {
      void cache.invalidateQueries({ queryKey: ["drafts.open"] });
      await settle();
    };
    host.answers["drafts.open"] = () => stored("旧");
    await askAgain();
    expect(get("textbox", "姓名")).toHaveProperty("value", "测试乙");
    host.answers["drafts.open"] = () => new Refusal("not-found", "没有这份表单。");
    await askAgain();
    expect(get("textbox", "姓名")).toHaveProperty("value", "测试乙");
    host.answers["drafts.open"] = () => new Refusal("internal", "出错。");
    await askAgain();
    expect(get("textbox", "姓名")).toHaveProperty("value", "测试乙");
  });

  test("a form that is neither stored nor new says so", async () => {
    host.answers["policy.matters"] = () => [];
    host.answers["drafts.open"] = () => new Refusal("not-found", "没有这份表单。");
    await show(<FlowScreen draftId="d2" matter={null} />);
    expect(document.body.textContent).toContain("这份表单已不在草稿中");
  });
});

describe("the identity number", () => {
  test("fills what it tells and shows what is known from it", async () => {
    await open();
    await type(get("textbox", "身份证号码"), NUMBER);
    await settle();
    expect(field("person.identityNumber").textContent).toContain("男 · 1965-03-04 出生 · 60 周岁");
    expect(lastFacts()).toEqual({ born: "1965-03-04" });
    expect(document.querySelector('[aria-label="已知日期"]')?.textContent).toContain("2025年4月");
  });

  test("a wrong check digit is named at once and tells the rules nothing", async () => {
    await open();
    await type(get("textbox", "身份证号码"), WRONG);
    await settle();
    expect(field("person.identityNumber").textContent).toContain(`应为“${NUMBER[17]}”`);
    expect(lastFacts()).toEqual({});
  });

  test("a short number is a mistake only once the field is left", async () => {
    await open();
    await type(get("textbox", "身份证号码"), "2102991965");
    expect(field("person.identityNumber").textContent).not.toContain("现为");
    await type(get("textbox", "姓名"), "测");
    expect(field("person.identityNumber").textContent).toContain("现为 10 位");
  });

  test("without a number the clerk can estimate by the questions themselves", async () => {
    await open();
    await click(get("button", "没有带身份证"));
    await type(get("textbox", "出生日期"), "19650304");
    await settle();
    expect(lastFacts()).toEqual({ born: "1965-03-04" });
  });

  test("a known person fills in name and telephone, but not over what is typed", async () => {
    host.answers["people.lookup"] = () => ({ id: "p1", identityNumber: NUMBER, name: "旧名", phone: "13900000000", cases: [] });
    await open({ person: { identityNumber: "", name: "新名", phone: "" } });
    await type(get("textbox", "身份证号码"), NUMBER);
    await settle();
    expect(get("textbox", "姓名")).toHaveProperty("value", "新名");
    expect(get("textbox", "联系电话")).toHaveProperty("value", "13900000000");
  });
});

describe("the result", () => {
  test("comes when everything is answered and names what is missing before", async () => {
    await open();
    expect(result()).toContain("缴费月份");
    await answerAll();
    expect(result()).toContain("甲类可办");
    expect(get("region", "金额").textContent).toContain("491.40");
    expect(get("region", "金额").textContent).toContain("人民币肆佰玖拾壹元肆角整");
  });

  test("stays until the next one is there; a late answer to an older question changes nothing", async () => {
    await open();
    await answerAll();
    const waiting: { kind: unknown; answer: () => void }[] = [];
    host.answers["counter.evaluate"] = ({ facts }: { facts: Record<string, never> }) =>
      new Promise((resolve) => waiting.push({ kind: facts.kind, answer: () => resolve(evaluate(facts)) }));
    await press("3", input("kind"));
    await settle();
    expect(result()).toContain("甲类可办");
    expect(get("region", "结果").getAttribute("aria-busy")).toBe("true");
    host.answers["counter.evaluate"] = ({ facts }: { facts: Record<string, never> }) => evaluate(facts);
    await press("2", input("has"));
    await settle();
    expect(result()).toContain("丙类可办");
    await press("1", input("kind"));
    await settle();
    for (const { answer } of waiting) answer();
    await settle();
    expect(result()).toContain("甲类可办");
    expect(get("region", "结果").getAttribute("aria-busy")).toBe("false");
  });

  test("is held while a field is half typed, and gone when an answer is taken back", async () => {
    await open();
    await answerAll();
    await type(get("textbox", "费用"), "12.");
    await until(() => result().includes("修改前的结果"), "the mark of a held result");
    expect(result()).toContain("甲类可办");
    await type(get("textbox", "费用"), "12.5");
    await press("2", input("kind"));
    await until(() => !result().includes("类可办"), "the end of the held result");
    expect(result()).toContain("乙类人数");
  });
});

describe("by keyboard", () => {
  test("Enter goes through the paper form in its order, past buttons and switches", async () => {
    await open();
    await settle();
    const order = ["身份证号码", "姓名", "联系电话", "办理日期"];
    await focus(get("textbox", "身份证号码"));
    const seen: string[] = [];
    for (let i = 0; i < 12; i++) {
      const active = document.activeElement;
      seen.push(active?.getAttribute("aria-label") ?? document.querySelector(`label[for="${active?.id}"]`)?.textContent ?? "");
      await press("Enter");
    }
    expect(seen.slice(0, 4)).toEqual(order);
    expect(seen.slice(4)).toEqual(["甲", "是", "发生日期", "开始年月", "费用", "人数", "缴费月份：添加时间段", "结果"]);
  });

  test("F6 goes to the result and back to the same field", async () => {
    await open();
    await focus(get("textbox", "费用"));
    await press("F6");
    expect(document.activeElement?.getAttribute("aria-label")).toBe("结果");
    await press("F6");
    expect(document.activeElement?.id).toBe("q-sum");
  });

  test("0 in the entry box means none", async () => {
    await open();
    await type(get("textbox", "缴费月份：添加时间段"), "0");
    await press("Enter");
    await settle();
    expect(lastFacts()).toEqual({ paid: { months: 0 } });
  });
});

describe("a question that is settled while it has the focus", () => {
  const without = (settled: string, when: (facts: FactInputs) => boolean): void => {
    host.answers["counter.evaluate"] = ({ facts }: { facts: FactInputs }) => {
      const evaluation = evaluate(facts);
      return when(facts) ? { ...evaluation, questions: evaluation.questions.filter(({ id }) => id !== settled) } : evaluation;
    };
  };

  test("by its own answer: the keys go to the question in its place", async () => {
    without("has", (facts) => facts.has !== undefined);
    await open();
    await focus(input("has"));
    await press("1", input("has"));
    await until(() => all("radio", "是").length === 0, "the answer");
    await settle();
    expect(document.activeElement).toBe(input("day"));
  });

  test("by the answer before it, which Enter has left already", async () => {
    without("start", (facts) => facts.day !== undefined);
    await open();
    await focus(input("day"));
    await type(input("day"), "20250701");
    await press("Enter", input("day"));
    await until(() => find("textbox", "开始年月") === undefined, "the answer");
    await settle();
    expect(document.activeElement).toBe(input("sum"));
  });
});

test("a paper takes the keys as soon as it is there: Tab does not lead to the screen below", async () => {
  let arrive: (file: PaperFile) => void = () => undefined;
  host.answers["papers.open"] = () => new Promise<PaperFile>((resolve) => (arrive = resolve));
  // no page can be loaded into a frame here
  const made = vi.spyOn(URL, "createObjectURL").mockReturnValue(null as never);
  await show(<PaperDialog paperId="p1" onClose={() => undefined} />);
  const paper = {
    id: "p1",
    kind: "assessment",
    version: 1,
    title: "核定单",
    madeAt: "",
    sha256: "ab",
    bytes: 0,
    timesPrinted: 0,
  } as const;
  arrive({ paper, pdfBase64: "", printedByHost: false });
  await settle();
  expect(document.activeElement).toBe(get("button", "打印"));
  made.mockRestore();
});

describe("finishing", () => {
  test("F8 before there is a result says that the form is kept, and what a case waits for", async () => {
    await open();
    await type(get("textbox", "身份证号码"), NUMBER);
    await type(get("textbox", "姓名"), "测试甲");
    await settle();
    await press("F8");
    await settle();
    expect(get("dialog").textContent).toContain("还不能保存办件");
    expect(get("dialog").textContent).toContain("已存为草稿，可以以后接着填。保存为办件还有 3 项没有填好");
    expect(host.of("cases.save")).toEqual([]);
  });

  test("F9 names what is missing and leads there", async () => {
    await open();
    await press("F9");
    await settle();
    expect(get("dialog").textContent).toContain("还有 5 项没有填好");
    await click(get("button", "类别"));
    await settle(300);
    expect(document.activeElement).toBe(input("kind"));
  });

  test("missing materials: saved as a case, then the notice, each act with one request id however often it is tried", async () => {
    await open();
    await answerAll();
    let refuse = true;
    host.answers["cases.save"] = () => ({ id: "case1", name: "测试甲" });
    host.answers["papers.make"] = () => (refuse ? new Refusal("internal", "文书未能生成，请重试。") : { id: "paper1" });
    // no page can be loaded into a frame here
    host.answers["papers.open"] = () => new Promise(() => undefined);
    await press("F9");
    await settle();
    expect(get("dialog").textContent).toContain("申请表");
    await click(get("button", "出具一次性告知单"));
    await settle();
    expect(get("dialog").textContent).toContain("文书未能生成，请重试。");
    expect(get("dialog").textContent).toContain("0a1b2c");
    refuse = false;
    await click(get("button", "出具一次性告知单"));
    await settle();
    const ids = host.of("papers.make").map(({ requestId }) => requestId);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
    expect(host.of("cases.save")[0]?.content).toMatchObject({ facts: { born: "1965-03-04", kind: "甲" }, caseId: null });
    expect(host.of("cases.save")[1]?.content).toMatchObject({ caseId: "case1" });
    expect(lastDraft().caseId).toBe("case1");
  });

  test("a submission that fails keeps the form; one that succeeds is never saved as a draft again", async () => {
    await open();
    await answerAll();
    await click(get("checkbox", "已收 申请表"));
    await settle(600);
    let before = Number.POSITIVE_INFINITY;
    host.answers["cases.submit"] = () => {
      before = host.of("drafts.save").length;
      return new Refusal("internal", "暂时不能提交，请重试。");
    };
    await press("F9");
    await settle();
    await click(get("button", "确认提交"));
    await settle();
    expect(get("dialog").textContent).toContain("暂时不能提交，请重试。");
    await until(() => host.of("drafts.save").length > before, "the next saving of the form");

    host.answers["cases.submit"] = () => ({ id: "case1", name: "测试甲" });
    host.answers["drafts.discard"] = () => null;
    await click(get("button", "确认提交"));
    await settle();
    expect(host.of("drafts.discard")).toEqual([{ id: "d1" }]);
    const ids = host.of("cases.submit").map(({ requestId }) => requestId);
    expect(new Set(ids).size).toBe(1);
    expect(document.body.textContent).toContain("办件页");
    const after = host.of("drafts.save").length;
    await settle(800);
    expect(host.of("drafts.save").length).toBe(after);
  });

  test("an amendment asks for its reason", async () => {
    await open({ amends: true, caseId: "case1", materials: [{ id: "form", received: true, form: "original", count: 1 }] });
    await answerAll();
    host.answers["cases.submit"] = () => ({ id: "case1", name: "测试甲" });
    await press("F9");
    await settle();
    await click(get("button", "确认提交"));
    expect(host.of("cases.submit")).toEqual([]);
    expect(get("dialog").textContent).toContain("请写明更正原因");
  });
});
