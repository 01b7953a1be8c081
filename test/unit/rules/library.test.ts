/** The library holds everything that a decision may cite, under the id that the decision names, and says who uses it. */
import { describe, expect, it } from "vitest";
import { LIBRARY_KINDS, type LibraryKind, type LibraryView } from "../../../src-shared/contract/library.ts";
import type { Decision } from "../../../src-shared/domain/decision.ts";
import { libraryView } from "../../../src-main/rules/index.ts";
import { choiceDomain, FLAG_DOMAIN, integerDomain, monthDomain } from "../../../src-main/rules/engine/table/domain.ts";
import { testText } from "../../../src-main/rules/library/table-text.ts";
import { parseMonth } from "../../../src-shared/domain/calendar.ts";
import { GOLDEN } from "../../policy/of-cities.ts";
import { evaluateGolden, packFor } from "../../policy/golden.ts";

const pack = packFor("dalian");
const library = libraryView(pack);

/** Ids of a library by kind. */
function idsOf(view: LibraryView): Record<LibraryKind, Set<string>> {
  const ids = Object.fromEntries(LIBRARY_KINDS.map((kind) => [kind, new Set<string>()])) as Record<LibraryKind, Set<string>>;
  const add = (kind: LibraryKind, entries: readonly { readonly id: string }[]): void => {
    for (const { id } of entries) {
      expect(ids[kind].has(id), `${kind} ${id} stands twice`).toBe(false);
      ids[kind].add(id);
    }
  };
  add("matter", view.matters);
  add("figure", view.figures);
  add("table", view.tables);
  add("reading", view.readings);
  add("conflict", view.conflicts);
  add("document", view.documents);
  for (const document of view.documents) add("clause", document.clauses);
  return ids;
}
const known = idsOf(library);

describe("the library", () => {
  it("holds every clause of the pack once", () => {
    expect([...known.clause].sort()).toEqual([...pack.citations.keys()].sort());
  });

  it("cites nothing that it does not hold", () => {
    const named = new Set<string>();
    const walk = (value: unknown, key: string): void => {
      if (Array.isArray(value) && key === "citations") for (const id of value as string[]) named.add(id);
      else if (value !== null && typeof value === "object") for (const [name, part] of Object.entries(value)) walk(part, name);
    };
    walk(library, "");
    expect(named.size).toBeGreaterThan(50);
    expect([...named].filter((id) => !known.clause.has(id))).toEqual([]);
  });

  it.each(library.matters.map((matter) => [matter.id, matter] as const))("%s: all that it names is there", (_id, matter) => {
    const missing = [
      ...matter.clauses.filter(({ id }) => !known.clause.has(id)),
      ...matter.figures.filter((id) => !known.figure.has(id)),
      ...matter.tables.filter((id) => !known.table.has(id)),
      ...matter.readings.filter((id) => !known.reading.has(id)),
      ...matter.conflicts.filter((id) => !known.conflict.has(id)),
      ...matter.next.filter((next) => !known.matter.has(next.matter)),
    ];
    expect(missing).toEqual([]);
    const cited = [...matter.questions, ...matter.conditions, ...matter.materials, ...matter.sections, ...matter.notices].flatMap(
      ({ citations }) => citations,
    );
    expect(cited.filter((id) => !matter.clauses.some((clause) => clause.id === id))).toEqual([]);
    expect(JSON.stringify(matter)).not.toMatch(/\{[A-Za-z0-9.+,-]+\}/);
  });

  it("leads from each piece of data to the matters that use it, and back", () => {
    for (const [key, entries] of [
      ["figures", library.figures],
      ["tables", library.tables],
      ["readings", library.readings],
      ["conflicts", library.conflicts],
    ] as const) {
      for (const { id, usedBy } of entries)
        expect(
          library.matters
            .filter((matter) => matter[key].includes(id))
            .map((matter) => matter.id)
            .sort(),
          id,
        ).toEqual([...usedBy].sort());
    }
    const usersOfBase = library.figures.find(({ id }) => id === "dalian.assessed-base")!.usedBy;
    expect(usersOfBase).toEqual(expect.arrayContaining(["dalian.enrolment", "dalian.retirement"]));
    expect(usersOfBase).not.toContain("dalian.death");
  });

  it("says in which parts of a matter a clause is cited", () => {
    const clause = library.documents.flatMap(({ clauses }) => clauses).find(({ id }) => id === "s0.4.2")!;
    const parts = clause.usedBy.find(({ matter }) => matter === "dalian.retirement")!.parts;
    expect(parts).toEqual(expect.arrayContaining(["question", "condition", "step", "material", "notice"]));
    expect(clause.citedBy).toContainEqual({ kind: "table", id: "dalian.retirement-years" });
    // only through the step that several matters share
    const shared = library.matters.find(({ id }) => id === "dalian.resignation")!.clauses.find(({ id }) => id === "s0.4.4");
    expect(shared!.parts).toContain("step");
  });

  it("keeps strong documents before weak ones and today's matters before old ones", () => {
    expect(library.documents[0]!.authority).toBe("regulation");
    expect(library.documents.at(-1)!.authority).toBe("forum");
    expect(library.matters[0]!.standing).toBe("current");
    expect(library.matters.at(-1)!.standing).not.toBe("current");
  });

  it("is the same each time", () => {
    expect(JSON.stringify(libraryView(pack))).toBe(JSON.stringify(library));
  });
});

describe.each([...GOLDEN])("a decision's references in %s", (city, matters) => {
  const own = libraryView(packFor(city));
  const ids = idsOf(own);

  function unknownIn(decision: Decision): string[] {
    const named: [LibraryKind, string][] = [
      ["matter", decision.matter],
      ...decision.citations.map(({ id }): [LibraryKind, string] => ["clause", id]),
      ...decision.readings.map(({ id }): [LibraryKind, string] => ["reading", id]),
      ...decision.conflicts.map(({ id }): [LibraryKind, string] => ["conflict", id]),
      ...decision.missingFigures.map(({ figure }): [LibraryKind, string] => ["figure", figure]),
    ];
    const faults = named.filter(([kind, id]) => !ids[kind].has(id)).map(([kind, id]) => `${kind} ${id}`);
    for (const { kind, key, figure, row, citations, display, value, unit } of decision.steps) {
      if (kind === "reading" && !ids.reading.has(key)) faults.push(`reading ${key}`);
      if (kind === "figure" && figure?.grade !== "office") {
        const published = own.figures.find(({ id }) => id === figure?.id)?.values.find(({ from }) => from === figure?.from);
        if (!published) faults.push(`figure ${figure?.id} ${figure?.from}`);
      }
      if (kind === "table") {
        const line = own.tables.find(({ id }) => id === row?.table)?.rows[row?.index ?? -1];
        const shown = unit === "month" ? display : String(value);
        // a bound is what the row takes, anything else what it gives
        const isThere = key.slice(`${row?.table}.`.length).includes(".")
          ? line?.when.some((test) => new RegExp(`(^|\\D)${shown}(\\D|$)`).test(test))
          : line?.then.includes(display);
        const fits = isThere && line?.citations.join() === citations.join();
        if (!fits) faults.push(`table ${row?.table} row ${row?.index}`);
      }
    }
    return faults;
  }

  it.each(matters)("%s: every one opens a line of the library", (matter, cases) => {
    const decisions = cases.flatMap((golden) => evaluateGolden(matter, golden).decision ?? []);
    expect(decisions.length).toBeGreaterThan(0);
    // figures that a case's own office entered stand in that office's library
    expect(decisions.flatMap(unknownIn).filter((fault) => !fault.startsWith("clause office."))).toEqual([]);
  });
});

describe("a library of an office", () => {
  it("a figure of the office brings its document with it", () => {
    const figure = {
      figure: "dalian.assessed-base",
      from: "2026-01-01",
      to: "2026-12-31",
      value: "8500",
      document: "测医保〔2026〕1号",
      note: "",
      enteredOn: "2026-01-05",
    };
    const view = libraryView(packFor("dalian", [figure]));
    const document = view.documents.find(({ authority }) => authority === "office")!;
    expect(document.title).toBe("测医保〔2026〕1号");
    expect(document.clauses[0]!.clause).toContain("核定标准");
    expect(document.clauses[0]!.usedBy.map(({ matter }) => matter)).toContain("dalian.retirement");
    expect(idsOf(view).clause.has(document.clauses[0]!.id)).toBe(true);
  });
});

describe("a table's tests in words", () => {
  const months = monthDomain(parseMonth("1990-01")!, parseMonth("2199-12")!);
  it.each([
    ["-", integerDomain(0, 150), "不论"],
    ["0", integerDomain(0, 150), "0"],
    ["[1..3]", integerDomain(0, 150), "1 至 3"],
    ["> 3", integerDomain(0, 150), "4 及以上"],
    ["< 70", integerDomain(0, 150), "69 及以下"],
    ["not([1..3])", integerDomain(0, 150), "0、4 及以上"],
    ["< 2022-07", months, "2022年6月及以前"],
    [">= 2022-07", months, "2022年7月及以后"],
    ["[2023-01..2024-01)", months, "2023年1月 至 2023年12月"],
    ["true", FLAG_DOMAIN, "是"],
    ["a, c", choiceDomain(["a", "b", "c"]), "甲、丙"],
    ["not(b)", choiceDomain(["a", "b", "c"]), "甲、丙"],
  ] as const)("%s", (test, domain, words) => {
    const titles: Record<string, string> = { a: "甲", b: "乙", c: "丙" };
    expect(testText(test, { id: "i", title: "i", domain }, (value) => titles[value]!)).toBe(words);
  });

  it("values mean what the question says whose answer they are, or what the table itself says", () => {
    const inpatient = library.tables.find(({ id }) => id === "dalian.inpatient-basic")!;
    expect(inpatient.rows[0]).toMatchObject({ when: ["在职", "不论", "一级（基层）"], then: ["300.00 元", "90 %"] });
    expect(inpatient.cellsProved).toBe(2 * 2 * 4);

    const ages = library.tables.find(({ id }) => id === "national.retirement-age")!;
    expect(new Set(ages.rows.map(({ when }) => when[0]))).toEqual(
      new Set(["男职工", "原55周岁退休的女职工", "原50周岁退休的女职工"]),
    );
  });
});
