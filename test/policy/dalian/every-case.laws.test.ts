/** What holds for every golden case of Dalian, whatever its matter: with an answer left out, and with a figure that nobody has. */
import { describe, expect, it } from "vitest";
import type { Decision } from "../../../src-shared/domain/decision.ts";
import { consult, loadPack, readPackSource, type OfficeFigure, type Pack } from "../../../src-main/rules/index.ts";
import { evaluateGolden, explanationFaults, packFor, type GoldenCase } from "../golden.ts";
import { POLICY_DIRECTORY } from "../../packs.ts";
import { DALIAN_CASES } from "./all.cases.ts";

describe.each(DALIAN_CASES)("%s, half filled in", (matter, cases) => {
  it("never throws for a form that lacks answers, and decides as before without those that are not asked for", () => {
    for (const golden of cases) {
      const pack = packFor("dalian", golden.officeFigures, golden.readings);
      const whole = evaluateGolden(matter, golden);
      const asked = new Set(whole.questions.map(({ id }) => id));
      for (const [name, answer] of Object.entries(golden.facts)) {
        const { [name]: _left, ...others } = golden.facts;
        const without = consult(pack, matter, others, golden.asOf);
        const what = `${golden.title}, without ${name}`;
        expect(without.decision === null || without.unanswered.length === 0, what).toBe(true);
        expect(asked.has(name) ? whole.decision : without.decision, what).toEqual(whole.decision);
        const restMayStayOpen = whole.questions.every(({ id, required }) => id === name || !required);
        expect(consult(pack, matter, { [name]: answer }, golden.asOf).decision === null || restMayStayOpen, what).toBe(true);
      }
    }
  });
});

const source = readPackSource(POLICY_DIRECTORY, "dalian", { figures: [], readingChoices: {} });

/** The pack in which nobody has a figure, the office neither. */
function packWithout(figure: string, officeFigures: readonly OfficeFigure[] = []): Pack {
  const files = Object.fromEntries(
    Object.entries(source.files).map(([file, text]) => {
      const parts = text.split(/(?=^ {2}- id: )/m);
      return [file, parts.map((part) => (part.startsWith(`  - id: ${figure}\n`) ? nobodyHas(part) : part)).join("")];
    }),
  );
  const loaded = loadPack({ ...source, files, officeFigures: officeFigures.filter((entered) => entered.figure !== figure) });
  if ("problems" in loaded) throw new Error(JSON.stringify(loaded.problems));
  return loaded.pack;
}
const nobodyHas = (figure: string): string => figure.replaceAll(/([{,] |^ +)value: [^,\n]+/gm, "$1value: null");

/** Ids of the figures that the due amounts of a decision rest on. */
function figuresUnderDue(decision: Decision): Set<string> {
  const found = new Set<string>();
  const walk = (index: number): void => {
    const step = decision.steps[index]!;
    if (step.figure !== null) found.add(step.figure.id);
    step.inputs.forEach(walk);
  };
  for (const { step, role } of decision.amounts) if (role === "due") walk(step);
  return found;
}

/** Figures that a base is only held against: one that nobody has holds nothing, the base stands as assessed and the decision says so. */
const HELD_ONLY: ReadonlySet<string> = new Set(["dalian.base-lower-limit", "dalian.base-upper-limit"]);

/** Parts of a premium that nobody has published for early months: without them the decision says that they are not in its amounts. */
const UNPUBLISHED: ReadonlySet<string> = new Set(["dalian.person-large-sum-rate", "dalian.unit-large-sum-rate"]);
const saysUnpublished = ({ notices }: Decision): boolean => notices.some(({ id }) => id === "largeSumUnknown");

describe.each([...packFor("dalian").figures.keys()])("%s, which nobody has", (figure) => {
  const users = DALIAN_CASES.filter(([matter]) => packFor("dalian").matters.get(matter)!.used.has(`figure ${figure}`));

  it("leaves every decision whole, and is named by those whose due amounts rest on it", () => {
    const packs = new Map<string, Pack>();
    const packOf = ({ officeFigures = [] }: GoldenCase): Pack => {
      const key = JSON.stringify(officeFigures);
      const pack = packs.get(key) ?? packWithout(figure, officeFigures);
      packs.set(key, pack);
      return pack;
    };
    expect(
      packWithout(figure)
        .figures.get(figure)!
        .values.every(({ node }) => node === null),
    ).toBe(true);
    for (const [matter, cases] of users) {
      // out of a wage a base is made by its limits
      const holdsOnly = HELD_ONLY.has(figure) && matter !== "dalian.unit-premium";
      for (const golden of cases.filter(({ readings }) => !readings)) {
        const before = evaluateGolden(matter, golden).decision;
        if (!before?.steps.some((step) => step.figure?.id === figure)) continue;
        const decision = consult(packOf(golden), matter, golden.facts, golden.asOf).decision!;
        expect(explanationFaults(decision), golden.title).toEqual([]);
        expect(!holdsOnly || decision.notices.some(({ id }) => id === "limitsUnknown"), golden.title).toBe(true);
        expect(
          decision.steps.some((step) => step.figure?.id === figure),
          golden.title,
        ).toBe(false);
        if (!figuresUnderDue(before).has(figure) || holdsOnly) continue;
        if (UNPUBLISHED.has(figure) && saysUnpublished(decision)) continue;
        expect(
          decision.missingFigures.map((missing) => missing.figure),
          golden.title,
        ).toContain(figure);
        expect(decision.outcome, golden.title).toBe("figure-missing");
      }
    }
  });
});
