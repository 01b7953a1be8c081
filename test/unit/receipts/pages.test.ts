/** Nobody reads a long slip: the real decisions of a matter with the longest reckoning stay within three sheets. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { compose } from "./composed.ts";
import { readFace } from "../../../src-main/receipts/typeset/font-file.ts";
import { layOut } from "../../../src-main/receipts/typeset/layout.ts";
import { RETIREMENT_CASES } from "../../policy/dalian/retirement.cases.ts";
import { evaluateGolden } from "../../policy/golden.ts";
import { paper, version } from "./sample-decisions.ts";

const MOST_PAGES = 3;

it("核定单 of every retirement takes at most three pages", () => {
  const face = (weight: string) =>
    readFace(readFileSync(fileURLToPath(new URL(`../../../resources/fonts/counter-sans-${weight}.ttf`, import.meta.url))));
  const faces = { regular: face("regular"), bold: face("bold") };
  const granted = RETIREMENT_CASES.flatMap((golden) => {
    const { decision } = evaluateGolden("dalian.retirement", golden);
    return decision?.outcome === "granted" ? [{ title: golden.title, decision }] : [];
  });
  expect(granted.length).toBeGreaterThan(50);
  const long = granted.filter(({ decision }) => {
    const document = compose(paper("assessment", decision, { version: version(decision) }));
    return layOut(document, faces).length > MOST_PAGES;
  });
  expect(long.map(({ title }) => title)).toEqual([]);
});
