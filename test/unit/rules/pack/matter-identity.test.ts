/** A matter's own hash: what it rests on changes it, whatever else changes does not. */
import { describe, expect, it } from "vitest";
import { identityOf } from "../../../../src-main/rules/engine/pack/matter-identity.ts";
import { demoPack, demoSource, edited, ADVICE, FEE } from "../demo-city.ts";
import type { PackSource } from "../../../../src-main/rules/engine/pack/pack.ts";

function hashesOf(source: PackSource): Readonly<Record<"fee" | "advice", string>> {
  const pack = demoPack(source);
  const hash = (matter: string): string => identityOf(pack, pack.matters.get(matter)!).matter!;
  return { fee: hash("demo.fee"), advice: hash("demo.advice") };
}

const before = hashesOf(demoSource());
const changed = (source: PackSource): string[] => {
  const now = hashesOf(source);
  return (["fee", "advice"] as const).filter((matter) => now[matter] !== before[matter]);
};

const ENTERED = {
  figure: "demo.base",
  from: "2024-01-01",
  to: "2024-12-31",
  value: "4000",
  document: "d",
  note: "",
  enteredOn: "2026-01-02",
};

describe("a matter's own hash", () => {
  it.each<readonly [what: string, source: PackSource, matters: readonly string[]]>([
    ["its own words", edited(ADVICE, "有什么可办", "什么可办"), ["advice"]],
    ["a comment", edited(FEE, "# one formula", "# a formula"), []],
    ["the city's version", edited("demo/city.yaml", "2026.11.1", "2026.11.2"), []],
    ["the city's name", edited("demo/city.yaml", "示范", "示例"), ["fee", "advice"]],
    ["a figure", edited("demo/figures/base.yaml", "value: 5000", "value: 5001"), ["fee"]],
    ["a figure that the office entered", demoSource({ officeFigures: [ENTERED] }), ["fee"]],
    ["a row of a table", edited("demo/tables/share.yaml", "[2, full]", "[3, full]"), ["fee"]],
    ["a reading's other option", demoSource({ readingChoices: { "demo.rounding": "early" } }), ["fee"]],
    ["a shared step", edited("demo/steps.yaml", "办理月份", "月份"), ["fee"]],
    ["a shared section", edited("demo/sections.yaml", "周一至周五", "每天"), ["fee"]],
    ["a clause that both cite", edited("demo/sources.yaml", "缴费基数", "基数"), ["fee", "advice"]],
    ["a clause that only a row of a table cites", edited("demo/sources.yaml", "取整方法", "取整"), ["fee"]],
    ["a document", edited("demo/sources/documents.yaml", "示范答复", "答复"), ["fee"]],
    ["a clause that nobody cites", edited("demo/sources.yaml", "没有事项引用", "谁也不引用"), []],
    ["its formula", demoSource({ formulas: { "demo.fee": "a", "demo.advice": "f" } }), ["fee"]],
    ["all formulas of the city, of packs without a hash for each", demoSource({ formulaHash: "g" }), ["fee", "advice"]],
    ["the title of the matter it sends on to", edited(ADVICE, "title: 咨询", "title: 问询"), ["fee", "advice"]],
  ])("%s", (_what, source, matters) => {
    expect(changed(source)).toEqual(matters);
  });
});
