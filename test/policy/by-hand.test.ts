/** Cases of every matter of Dalian and Chongqing, worked out from the documents by somebody who had not seen the program's rules. */
import { describe, expect, it } from "vitest";
import type { ByHand } from "../journeys/by-hand/case.ts";
import { byHandSuite } from "../journeys/by-hand/suite.ts";
import { packFor } from "./golden.ts";

const files = import.meta.glob<Readonly<Record<string, readonly ByHand[]>>>("./{dalian,chongqing}/by-hand/*.ts", { eager: true });
const ALL: readonly ByHand[] = Object.values(files).flatMap((file) => Object.values(file).flat());

byHandSuite(ALL);

describe("cases worked out by hand", () => {
  it("are there for every matter of both cities", () => {
    const matters = (["dalian", "chongqing"] as const).flatMap((city) => [...packFor(city).matters.keys()]);
    expect([...new Set(ALL.map(({ matter }) => matter))].sort()).toEqual(matters.sort());
  });
});
