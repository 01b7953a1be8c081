/**
 * A step says by its operation how it comes about; what is told in words of the policy data instead is held to a share. Counted of
 * the steps that each city declares, of the nation's, and of each room of formulas with enough of them for a share to say anything.
 */
import { globSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { projectRoot } from "../../src-main/launcher/tool.ts";
import type { StepFile } from "../../src-main/rules/engine/schema/matter-schema.ts";
import { POLICY_DIRECTORY } from "../packs.ts";

const MOST_TOLD = 0.3;
/** A room with fewer steps counts within its city alone. */
const FEWEST_STEPS = 20;

type Step = Pick<StepFile, "id" | "kind" | "told">;
interface Declared {
  readonly city: string;
  /** The folder of the formula, or of the piece, that makes the steps. */
  readonly room: string;
  /** Leaves tell where they are from, and are reckoned by nobody. */
  readonly steps: readonly Step[];
}

/** A file of the data and the code that reckons its steps have one name. */
function roomOf(city: string, name: string): string {
  const [code] = globSync(`src-main/rules/${city}/**/${name}{.ts,/*.ts}`, { cwd: projectRoot }).sort();
  return code === undefined ? city : dirname(code).replace(/^src-main\/rules\//, "");
}

const DECLARED: readonly Declared[] = globSync("*/{matters,steps}/*.yaml", { cwd: POLICY_DIRECTORY }).map((file) => {
  const [city = ""] = file.split("/");
  const { steps = [] } = parse(readFileSync(join(POLICY_DIRECTORY, file), "utf8")) as { readonly steps?: readonly Step[] };
  return { city, room: roomOf(city, basename(file, ".yaml")), steps: steps.filter(({ kind }) => kind !== "fact") };
});

interface Share {
  readonly told: number;
  readonly all: number;
}
function shares(by: "city" | "room", declared: readonly Declared[]): Map<string, Share> {
  const found = new Map<string, Share>();
  for (const { steps, ...of } of declared) {
    const { told, all } = found.get(of[by]) ?? { told: 0, all: 0 };
    found.set(of[by], { told: told + steps.filter((step) => step.told !== undefined).length, all: all + steps.length });
  }
  return found;
}

const tooMuch = (found: ReadonlyMap<string, Share>, fewest: number): string[] =>
  [...found]
    .filter(([, { told, all }]) => all >= fewest && told / all > MOST_TOLD)
    .map(([of, { told, all }]) => `${of}: ${told} of ${all}`);

describe("steps told in words", () => {
  const cities = shares("city", DECLARED);
  const rooms = shares("room", DECLARED);

  it("are few in each city, and in what the nation shares", () => {
    expect([...cities.keys()]).toContain("national");
    expect(tooMuch(cities, 1)).toEqual([]);
  });

  it("are few in each room", () => {
    const large = [...rooms].filter(([, { all }]) => all >= FEWEST_STEPS);
    expect(large.length).toBeGreaterThan(cities.size);
    expect(tooMuch(rooms, FEWEST_STEPS)).toEqual([]);
  });

  it("are found where they are many", () => {
    const step = (told?: string): Step => ({ id: "a", kind: "formula", told });
    const many = { city: "atlantis", room: "atlantis", steps: [step("{0}"), step("{0}"), step(), step()] };
    expect(tooMuch(shares("city", [...DECLARED, many]), 1)).toEqual(["atlantis: 2 of 4"]);
  });
});
