/** Addresses that somebody has written by hand: no route falls over one, and what it reads stays what it is. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { router } from "../../../../src-renderer/app/router.tsx";
import { searchOf, phrase } from "../../../../src-renderer/app/search-params.ts";

const routes = Object.entries(router.routesById as Record<string, { options: { validateSearch?: unknown } }>).flatMap(
  ([id, { options }]) => (options.validateSearch === undefined ? [] : [[id, options.validateSearch as z.ZodType] as const]),
);
const NAMES = [
  "text",
  "state",
  "page",
  "matter",
  "clerk",
  "from",
  "to",
  "due",
  "sort",
  "done",
  "find",
  "line",
  "promises",
  "cases",
];
const rubbish = fc.dictionary(fc.constantFrom(...NAMES), fc.jsonValue());

describe("the address of", () => {
  test("every route that has one to read", () => {
    expect(routes.map(([id]) => id).sort()).toEqual([
      "/admin/$page",
      "/cases",
      "/cases/$caseId",
      "/form/$draftId",
      "/policy/{-$city}/{-$kind}/{-$id}",
      "/reports/day",
      "/reports/due",
      "/reports/forms",
      "/reports/statistics",
    ]);
  });

  test.each(routes)("%s: rubbish is read, and read again it says the same", (_id, schema) => {
    fc.assert(
      fc.property(rubbish, (search) => {
        const read = schema.parse(search);
        expect(schema.parse(read)).toEqual(read);
        expect(Object.values(read as object)).not.toContain(undefined);
      }),
    );
  });
});

test("bad values count as left out, the good ones beside them stay", () => {
  const by = new Map(routes);
  expect(by.get("/cases")!.parse({ state: "settled", page: 2.5, text: ["x"], due: "soon", sort: 3, clerk: {} })).toEqual({
    text: "",
    state: null,
    page: 1,
    due: "soon",
  });
  expect(by.get("/cases")!.parse({ page: 1e9 })).toEqual({ text: "", state: null, page: 1 });
  expect(by.get("/cases/$caseId")!.parse({ done: "true", paper: true })).toEqual({});
  expect(by.get("/cases/$caseId")!.parse({ done: true })).toEqual({ done: true });
  expect(by.get("/reports/due")!.parse({ promises: "overdue", cases: "never" })).toEqual({ promises: "overdue" });
  expect(by.get("/reports/day")!.parse({ date: 20250701, clerk: "" })).toEqual({ date: "20250701" });
  expect(searchOf({ find: phrase }).parse({ find: "缴费", line: "1" })).toEqual({ find: "缴费" });
});
