/** A pack that is loaded to be worked with: a matter that has a fault is left out, and takes no other one along. */
import { describe, expect, it } from "vitest";
import { loadPack, loadPackForUse } from "../../../../src-main/rules/authoring/load.ts";
import { loadPackForReplay, type PackSource } from "../../../../src-main/rules/engine/pack/pack.ts";
import { ADVICE, adviceFormula, demoSource, edited, FEE, feeFormula, FILES, lineOf } from "../demo-city.ts";

const FORMULAS = [feeFormula(), adviceFormula];
const BASE = "demo/figures/base.yaml";

const inUse = (source: PackSource, formulas = FORMULAS) => {
  const { pack, faulty } = loadPackForUse(source, formulas);
  return {
    matters: pack && [...pack.matters.keys()],
    faulty: faulty.map(({ id, title, problems }) => [id, title, ...problems.map(({ file, line }) => `${file}:${line}`)]),
  };
};

describe("a pack in use", () => {
  it("has every matter where nothing is wrong", () => {
    expect(inUse(demoSource())).toEqual({ matters: ["demo.fee", "demo.advice"], faulty: [] });
  });

  it("leaves out the matter whose own file has a fault", () => {
    const source = edited(FEE, "cite: [c.share] }\n  - title", "cite: [c.nowhere] }\n  - title");
    const line = lineOf(FEE, "{ id: exact");
    expect(inUse(source)).toEqual({ matters: ["demo.advice"], faulty: [["demo.fee", "缴费核定", `${FEE}:${line}`]] });
  });

  it("and the one whose file cannot be read, by the name of the file", () => {
    const source = demoSource({ files: { ...FILES, [ADVICE]: "id: [" } });
    expect(inUse(source)).toMatchObject({ matters: ["demo.fee"], faulty: [["demo.advice", "demo.advice", expect.anything()]] });
  });

  it("and every one that rests on a file with a fault, though it loads", () => {
    const source = edited(BASE, "from: 2026-01-01", "from: 2025-12-31");
    const replayed = loadPackForReplay(source, FORMULAS);
    expect([...replayed.pack!.matters.keys()]).toEqual(["demo.fee", "demo.advice"]);
    expect(inUse(source)).toEqual({
      matters: ["demo.advice"],
      faulty: [["demo.fee", "缴费核定", `${BASE}:${lineOf(BASE, "from: 2026-01-01")}`]],
    });
  });

  it("but not for the way something is written", () => {
    const source = edited(FEE, "group: 缴费, type: months", "group: 参保情况, type: months");
    expect("problems" in loadPack(source, FORMULAS)).toBe(true);
    expect(inUse(source)).toEqual({ matters: ["demo.fee", "demo.advice"], faulty: [] });
  });

  it("nor for a matter without a formula", () => {
    expect(inUse(demoSource(), [adviceFormula])).toEqual({
      matters: ["demo.advice"],
      faulty: [["demo.fee", "缴费核定", `${FEE}:${lineOf(FEE, "id: demo.fee")}`]],
    });
  });

  it("is none where not even the city can be read", () => {
    const source = edited("demo/city.yaml", "version: 2026.11.1", "version: soon");
    expect(inUse(source).matters).toBeUndefined();
  });
});
