/** What the golden cases cannot say of a retirement: titles on the strip, dates before the form is complete, and what is shown but not reckoned. */
import { describe, expect, it } from "vitest";
import { consult } from "../../../src-main/rules/index.ts";
import { packFor } from "../golden.ts";
import { FIGURES } from "./office.ts";

const pack = packFor("tieling", FIGURES);
const AS_OF = "2026-08-15";
const man = { sex: "male", birthDate: "1966-03-20", way: "no-pension-here", capacity: "unit", fundMode: "combined" };
const consulted = (facts: Parameters<typeof consult>[2]) => consult(pack, "tieling.retirement", facts, AS_OF);

const meanwhile = (to: string): string[] => {
  const contributed = { periods: [{ from: "2001-07", to }] };
  const goOn = consulted({ ...man, contributed }).decision!.options.find(({ id }) => id === "goOn")!;
  return goOn.coverage.map((run) => run.title);
};

describe("retirement in Tieling", () => {
  it("shows the statutory month as soon as sex and birth date are known, both of a woman's until her kind is", () => {
    const known = (facts: Parameters<typeof consult>[2]): string[] =>
      consulted(facts).known.map((date) => `${date.id} ${date.value}`);
    expect(known({ sex: "male" })).toEqual([]);
    expect(known({ birthDate: "1966-03-20" })).toEqual([]);
    expect(known({ sex: "male", birthDate: "1966-03-20" })).toEqual(["statutoryMonth 2026-07"]);
    // 1975-01: one month's delay as a worker (50), 61 months after 1970-01: ⌊60/4⌋ + 1 = 16 at 55
    const woman = { sex: "female", birthDate: "1975-01-10" };
    expect(known(woman)).toEqual(["statutoryMonth50 2025-02", "statutoryMonth55 2031-05"]);
    expect(known({ ...woman, kind: "woman-50" })).toEqual(["statutoryMonth 2025-02"]);
    expect(known({ ...woman, kind: "woman-55" })).toEqual(["statutoryMonth 2031-05"]);
  });

  it("does not promise treatment without a wait to somebody whose payments were interrupted", () => {
    expect(meanwhile("2026-08")[0]).toBe("按月缴费，享受在职人员待遇");
    expect(meanwhile("2026-07")[0]).toBe("按月缴费，享受在职人员待遇");
    expect(meanwhile("2026-06")[0]).toBe("按月缴费，等待期满后享受在职人员待遇");
  });

  it("does not state a requirement of no months at all", () => {
    const facts = { ...man, capacity: "flexible", contributed: { months: 180 }, closedGroup: true };
    expect(consulted(facts).decision!.conditions.map(({ id }) => id)).toEqual(["inScope", "reached", "cumulativeYears"]);
  });

  it("the ways say what they come to", () => {
    const [payNow, goOn] = consulted({ ...man, contributed: { months: 359 } }).decision!.options;
    expect(payNow).toMatchObject({ title: "一次补足", text: "本月缴清 1 个月，当月起享受退休人员待遇，以后不再缴费。" });
    expect(goOn).toMatchObject({ title: "继续缴费" });
    expect(goOn!.text).toMatch(/^再缴 1 个月，到2026年9月为止；/);
  });
});
