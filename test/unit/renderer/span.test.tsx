/** The days that other readings would give, beside the result and in a stored case. */
import { beforeEach, describe, expect, test } from "vitest";
import type { ReadingChoice, ReadingSpan } from "../../../src-shared/domain/span.ts";
import { Flow } from "../../../src-renderer/counter/flow.tsx";
import { DecisionView } from "../../../src-renderer/ui/decision/decision-view.tsx";
import { emptyContent } from "../../../src-renderer/ui/calls/forms.ts";
import { evaluate, installHost, type FakeHost } from "./fake-host.ts";
import { all, find, get, press, show, until } from "./screen.tsx";
import { decision } from "./samples.ts";

const choice = (question: string, title: string): ReadingChoice => ({ reading: question, question, option: title, title });
const SPAN: ReadingSpan = {
  dates: [
    {
      id: "from",
      title: "开始享受待遇",
      earliest: { value: "2027-03-15", display: "2027年3月15日", by: [choice("首年加不加？", "不加")] },
      latest: { value: "2027-04-15", display: "2027年4月15日", by: [] },
      absent: null,
    },
  ],
  excluded: [],
  open: [],
  complete: true,
};
const DATES = [{ id: "from", title: "开始享受待遇", value: "2027-04-15", display: "2027年4月15日", step: null }];
const READINGS = [
  {
    id: "r",
    question: "首年加不加？",
    chosen: "yes",
    chosenTitle: "加",
    alternatives: [{ id: "no", title: "不加" }],
    citations: [],
  },
];
const SHORT = "按不同口径：最早 2027年3月15日，最晚 2027年4月15日";

let host: FakeHost;
beforeEach(() => {
  host = installHost();
});

const dateCard = (): string => document.querySelector("[data-part=key-dates]")?.textContent ?? "";

describe("the days that other readings would give", () => {
  test("stand at the date and, with what has to be read otherwise, beside the readings", async () => {
    await show(<DecisionView decision={decision({ dates: DATES, readings: READINGS, span: SPAN })} ticks={[]} onTick={null} />);
    expect(dateCard()).toContain(SHORT);
    const block = get("region", "按不同口径");
    expect(all("section[aria-label=按不同口径] dl p").map((line) => line.textContent)).toEqual([
      "最早 2027年3月15日 “首年加不加？”取“不加”",
      "最晚 2027年4月15日 本次采用的口径",
    ]);
    expect(get("region", "解释口径").contains(block)).toBe(true);
  });

  test("are left out where no reading moves a date", async () => {
    await show(<DecisionView decision={decision({ dates: DATES, readings: READINGS })} ticks={[]} onTick={null} />);
    expect(find("region", "按不同口径")).toBeUndefined();
    expect(dateCard()).not.toContain("按不同口径");
  });

  test("of a date that there may not be, only that is said", async () => {
    const [date] = SPAN.dates;
    const absent = { ...date!, earliest: date!.latest, absent: [choice("能不能补？", "不能")] };
    const span = { ...SPAN, dates: [absent] };
    await show(<DecisionView decision={decision({ dates: DATES, readings: READINGS, span })} ticks={[]} onTick={null} />);
    expect(dateCard()).toContain("换一种口径可能没有这一天");
    expect(get("region", "按不同口径").textContent).toContain("“能不能补？”取“不能”的，没有“开始享受待遇”。");
  });

  test("are asked for once the result stands, with its facts, and not where nothing can be read otherwise", async () => {
    let readings = READINGS;
    host.answers["counter.evaluate"] = ({ facts }: { facts: never }) => {
      const found = evaluate(facts);
      return found.decision === null ? found : { ...found, decision: { ...found.decision, dates: DATES, readings } };
    };
    host.answers["counter.span"] = () => SPAN;
    const open = (draftId: string) =>
      show(
        <Flow
          draftId={draftId}
          title="试验事项"
          nature="transaction"
          personTitle={null}
          initial={{ ...emptyContent("testcity.matter", "2025-07-15"), facts: { has: true, paid: { months: 3 } } }}
          savedAt={null}
        />,
      );
    await open("d1");
    await until(() => find("radio", "甲") !== undefined, "the questions");
    expect(host.of("counter.span")).toEqual([]);
    await press("1", document.querySelector<HTMLElement>('[data-field="kind"] input')!);
    await until(() => dateCard().includes(SHORT), "the span");
    const [asked] = host.of("counter.span");
    expect(asked).toMatchObject({ matter: "testcity.matter", facts: { kind: "甲", has: true, paid: { months: 3 } } });
    readings = [];
    await press("2", document.querySelector<HTMLElement>('[data-field="has"] input')!);
    await until(() => !dateCard().includes(SHORT), "no span");
    expect(host.of("counter.span")).toHaveLength(1);
  });
});
