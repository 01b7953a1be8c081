/** Facts as they come in: lines whole whatever the chunks, and what is plain taken as the contract takes it. */
import fc from "fast-check";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { arePlainFacts, facts as schema } from "../../../src-shared/contract/define.ts";
import { readLines } from "../../../src-main/hosts/command-line/policy/facts-input.ts";

const folder = mkdtempSync(join(tmpdir(), "facts-input-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("readLines", () => {
  async function linesOf(text: string): Promise<string[]> {
    const file = join(folder, "lines");
    writeFileSync(file, text);
    const lines: string[] = [];
    for await (const some of readLines(file)) lines.push(...some);
    return lines;
  }

  it.each([
    ["ended", "a\nb\n", ["a", "b"]],
    ["not ended", "a\nb", ["a", "b"]],
    ["empty ones between", "\n\na\n", ["", "", "a"]],
    ["none", "", []],
    // JSON may hold it as it is: it ends no line
    ["a separator of lines inside", "a\u2028b\n", ["a\u2028b"]],
  ])("%s", async (_what, text, expected) => {
    expect(await linesOf(text)).toEqual(expected);
  });

  it("keeps lines and characters whole that lie across chunks", async () => {
    const lines = Array.from({ length: 40_000 }, (_, i) => `${"x".repeat(i % 7)}医保🏥${i}`);
    expect(await linesOf(lines.join("\n"))).toEqual(lines);
  });
});

describe("what is plain", () => {
  const odd = fc.constantFrom<unknown>(
    "男",
    "a\u200Eb",
    "a\nb",
    "x".repeat(201),
    { months: "3" },
    { months: 3, set: 1 },
    { months: null },
    { periods: [null] },
    { periods: [{ from: "2002-04" }] },
    { periods: [{ from: "2002-04", to: 3 }] },
    { periods: [{ from: "2002-04-05-06", to: "2003-01" }] },
    { periods: [{ from: "2002-04", to: "2003-01", note: "" }] },
    { periods: "2002" },
    { items: [{ a: 1 }] },
    {},
    [],
    [{ months: 3 }],
  );
  const period = fc.record({ from: fc.string({ maxLength: 11 }), to: fc.string({ maxLength: 11 }) });
  const fact = fc.oneof(
    fc.string(),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.record({ months: fc.double() }),
    fc.record({ periods: fc.array(period) }),
    odd,
  );
  const name = fc.oneof(fc.stringMatching(/^[A-Za-z0-9-]{1,66}$/), fc.string(), fc.constant("__proto__"));

  it("is what the contract takes, and takes as it is", () => {
    let plain = 0;
    fc.assert(
      fc.property(fc.dictionary(name, fact, { maxKeys: 3 }), (given) => {
        if (!arePlainFacts(given)) return;
        plain++;
        expect(schema.parse(given)).toEqual(given);
      }),
      { numRuns: 5000 },
    );
    expect(plain).toBeGreaterThan(500);
  });

  it("is what forms hold", () => {
    expect(
      arePlainFacts({
        a: "male",
        b: 3,
        c: true,
        d: null,
        e: { months: 3 },
        f: { periods: [{ from: "2002-04", to: "2003-01" }] },
      }),
    ).toBe(true);
  });

  it("is not too much", () => {
    const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`f${i}`, 1]));
    expect([arePlainFacts(many(300)), arePlainFacts(many(301))]).toEqual([true, false]);
    const periods = (count: number) => ({ f: { periods: Array.from({ length: count }, () => ({ from: "", to: "" })) } });
    expect([arePlainFacts(periods(200)), arePlainFacts(periods(201))]).toEqual([true, false]);
  });
});
