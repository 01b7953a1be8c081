/** Two cities side by side on the page; the host's answer is given. */
import { beforeEach, expect, test } from "vitest";
import type { ComparedAnswer, Comparison, ComparableMatter } from "../../../src-shared/contract/index.ts";
import type { FactInputs } from "../../../src-shared/domain/facts.ts";
import { CompareDialog } from "../../../src-renderer/compare/compare-dialog.tsx";
import { spanOf } from "../../../src-renderer/ui/decision/coverage/coverage-model.ts";
import { installHost, type FakeHost } from "./fake-host.ts";
import { amount, decision, question } from "./samples.ts";
import { click, find, get, press, show, type, until } from "./screen.tsx";

const matter = (city: string, name: string, same: boolean): ComparableMatter => ({
  id: `${city}.${name}`,
  city,
  cityTitle: city === "twocity" ? "乙市" : "甲市",
  title: "试验事项",
  summary: "",
  rules: [],
  keywords: "",
  nature: "transaction",
  personTitle: null,
  workingDays: null,
  same,
});

const TIER = question({ id: "tier", type: "count", title: "档次" });
const KIND = question({ id: "kind", type: "count", title: "类别" });
const WAY = question({ id: "way", type: "count", title: "方式" });

const ANSWERS: readonly ComparedAnswer[] = [
  { fact: "kind", standing: "shared", hereTitle: "类别", otherTitle: "类别", here: "3", other: "3" },
  { fact: "way", standing: "here-only", hereTitle: "方式", otherTitle: null, here: "2", other: null },
];

function comparison(otherFacts: FactInputs): Comparison {
  const tier = otherFacts.tier;
  const evaluation = { errors: [], unanswered: [], known: [], history: null };
  const here = decision({
    headline: "甲市结果",
    amounts: [amount({ id: "due", title: "应缴", fen: 1_00, role: "due" })],
    coverage: [{ from: "2020-01", to: "2020-12", status: "contributed", title: "" }],
  });
  const other = decision({
    headline: "乙市结果",
    city: "twocity",
    coverage: [{ from: "2024-01", to: null, status: "covered", title: "" }],
  });
  return {
    asOf: "2025-07-15",
    move: "moved",
    here: {
      matter: matter("testcity", "matter", true),
      evaluation: { ...evaluation, questions: [KIND, WAY], decision: here },
      facts: { kind: 3, way: 2 },
    },
    other: {
      matter: matter("twocity", "matter", true),
      evaluation: { ...evaluation, questions: [KIND, TIER], decision: tier === undefined ? null : other },
      facts: { kind: 3, ...otherFacts },
    },
    answers: [
      ...ANSWERS,
      {
        fact: "tier",
        standing: "other-only",
        hereTitle: null,
        otherTitle: "档次",
        here: null,
        other: tier === undefined ? null : "1",
      },
    ],
  };
}

let host: FakeHost;
beforeEach(() => {
  host = installHost();
  host.answers["counter.comparable"] = () => [matter("twocity", "matter", true), matter("twocity", "else", false)];
  host.answers["counter.compare"] = ({ otherFacts }: { otherFacts: FactInputs }) => comparison(otherFacts);
  host.answers["counter.comparisonPaper"] = () => ({ title: "试算比较单", pdfBase64: "JVBERi0=", printedByHost: false });
});

const SUBJECT = { matter: "testcity.matter", asOf: "2025-07-15", facts: { kind: 3, way: 2 }, name: "李四" };
const open = async (): Promise<void> => {
  await show(<CompareDialog subject={SUBJECT} onClose={() => undefined} />);
  await until(() => document.body.textContent.includes("甲市结果"), "the comparison");
};

test("the same transaction is compared at once, in two columns", async () => {
  await open();
  expect(host.of("counter.compare")[0]).toEqual({
    ...SUBJECT,
    name: undefined,
    other: "twocity.matter",
    otherFacts: {},
    move: "moved",
  });
  expect(document.body.textContent).toContain("仅供参考，不作办理依据");
  expect(get("region", "金额").textContent).toContain("1.00");
});

test("what only the other city asks is answered there, and goes to it alone", async () => {
  await open();
  expect(get("region", "补充回答").textContent).toContain("乙市还要问 1 项");
  await type(get("textbox", "档次"), "1");
  await until(() => document.body.textContent.includes("乙市结果"), "the other result");
  expect(host.of("counter.compare").at(-1)).toMatchObject({ facts: SUBJECT.facts, otherFacts: { tier: "1" } });
});

test("what one city does not ask is marked; a shared answer can be given anew for the other", async () => {
  await open();
  const rows = [...get("region", "采用的情况").querySelectorAll("tbody tr")].map((row) => row.textContent);
  expect(rows[1]).toBe("方式2不问对方不问");
  expect(rows[2]).toBe("档次不问未回答本市不问");
  expect(find("textbox", "类别")).toBeUndefined();
  await click(get("button", "另行回答：类别"));
  expect((get("textbox", "类别") as HTMLInputElement).value).toBe("3");
});

test("both strips stand on one axis", async () => {
  const both = [
    [{ from: "2020-01", to: "2020-12", status: "contributed", title: "" }],
    [{ from: "2024-01", to: null, status: "covered", title: "" }],
  ] as const;
  // open runs are drawn twelve months beyond what is known
  expect(spanOf(both)).toEqual({ first: 2020 * 12, last: 2025 * 12 });
  expect(spanOf([[], []])).toBeNull();
  await open();
  await type(get("textbox", "档次"), "1");
  await until(() => document.body.textContent.includes("乙市结果"), "the other result");
  const axes = [...document.querySelectorAll("[data-part=strip] svg[role=img]")].map((strip) =>
    [...strip.querySelectorAll(".axis text")].map(({ textContent }) => textContent),
  );
  expect(axes).toHaveLength(2);
  expect(axes[0]).toEqual(axes[1]);
});

test("F10 shows it as a sheet of paper, made by the host", async () => {
  await open();
  await press("F10");
  await until(() => host.of("counter.comparisonPaper").length > 0, "the sheet");
  expect(host.of("counter.comparisonPaper")[0]).toMatchObject({ name: "李四", print: false, other: "twocity.matter" });
});
