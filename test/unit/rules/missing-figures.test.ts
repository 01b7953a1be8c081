/** What the IT officer is asked to enter: declared as had by nobody, for a day on which a current matter needs it. */
import { expect, it } from "vitest";
import { packDate } from "../../../src-shared/domain/calendar.ts";
import { missingFigures } from "../../../src-main/rules/index.ts";
import type { PackSource } from "../../../src-main/rules/index.ts";
import { loadPackForUse } from "../../../src-main/rules/authoring/load.ts";
import { adviceFormula, demoPack, demoSource, FEE, feeFormula } from "./demo-city.ts";

const FIGURES = "demo/figures/base.yaml";
const LAPSED = `figures:
  - id: demo.base
    title: 基数
    unit: yuan/month
    rule: XX-01
    published: 市局
    values:
      - { from: 2024-01-01, to: 2024-12-31, value: 4800, document: 公告零, grade: A, checked: 2026-11-01, cite: [c.base] }
      - { from: 2025-01-01, to: 2025-12-31, value: 5000, document: 公告一, grade: A, checked: 2026-11-01, cite: [c.base] }
      - { from: 2026-01-01, to: 2026-06-30, value: null, document: 未见公布, grade: C, checked: 2026-11-03, cite: [c.base] }
      - { from: 2026-07-01, to: 2026-12-31, value: 5200, document: 公告二, grade: A, checked: 2026-11-01, cite: [c.base] }
      - { from: 2027-01-01, value: null, document: 未见公布, grade: C, checked: 2026-11-03, cite: [c.base] }
`;
const source = (changes: PackSource["files"]): PackSource => demoSource({ files: { ...demoSource().files, ...changes } });
const missingOn = (pack: ReturnType<typeof demoPack>, year: number, month: number, day: number) =>
  missingFigures(pack, packDate(year, month, day));

it("is told with who publishes it, the matters that wait, and the last value before", () => {
  const pack = demoPack(source({ [FIGURES]: LAPSED }));
  const expected = {
    id: "demo.base",
    city: "demo",
    cityTitle: "示范",
    title: "基数",
    unit: "元/月",
    enteredBy: "市局",
    matters: [{ id: "demo.fee", title: "缴费核定" }],
    last: { value: "5000", from: "2025-01-01", to: "2025-12-31", document: "公告一" },
  };
  expect(missingOn(pack, 2026, 1, 1)).toMatchObject([expected]);
  expect(missingOn(pack, 2026, 6, 30)).toMatchObject([expected]);
});

it("is not asked for on a day that has a value, nor on one that nobody says anything of", () => {
  const pack = demoPack(source({ [FIGURES]: LAPSED }));
  expect(missingOn(pack, 2025, 12, 31)).toEqual([]);
  expect(missingOn(pack, 2026, 7, 1)).toEqual([]);
  expect(missingOn(pack, 2023, 12, 31)).toEqual([]);
});

it("is told when its values have run out, be it said or not, unless there will be none", () => {
  expect(missingOn(demoPack(source({ [FIGURES]: LAPSED })), 2027, 1, 1)).toMatchObject([{ last: { value: "5200" } }]);
  const silent = LAPSED.slice(0, LAPSED.indexOf("      - { from: 2027-01-01"));
  const inUse = (text: string) => loadPackForUse(source({ [FIGURES]: text }), [feeFormula(), adviceFormula]).pack!;
  expect(missingOn(inUse(silent), 2026, 12, 31)).toEqual([]);
  expect(missingOn(inUse(silent), 2027, 1, 1)).toMatchObject([{ id: "demo.base", last: { value: "5200" } }]);
  expect(missingOn(inUse(silent.replace("    values:", "    ended: true\n    values:")), 2027, 1, 1)).toEqual([]);
});

it("has no last value where there never was one", () => {
  expect(missingOn(demoPack(), 2024, 1, 1)).toMatchObject([{ id: "demo.base", last: null }]);
});

it("is not asked for where only a matter of earlier rules would use it", () => {
  const text = demoSource().files[FEE]!;
  const historic = demoPack(source({ [FIGURES]: LAPSED, [FEE]: `${text.trimEnd()}\nstanding: historic\n` }));
  expect(missingOn(historic, 2026, 1, 1)).toEqual([]);
});
