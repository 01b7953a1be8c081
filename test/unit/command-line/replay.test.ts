/** What `counter replay` says of a stored decision: same and different are one thing, what cannot be told is another. */
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Decision } from "../../../src-shared/domain/decision.ts";
import { fixedClock } from "../../../src-main/clock.ts";
import { consultWithSpan, loadPack, packHash, packSourceText, type PackSource } from "../../../src-main/rules/index.ts";
import { openStore, type Act } from "../../../src-main/store/index.ts";
import { packFor } from "../../policy/golden.ts";
import { counter, counterStarted } from "./run-counter.ts";

const MATTER = "dalian.retirement";
const FACTS = {
  sex: "male",
  birthDate: "1965-05-20",
  way: "pension-here",
  pensionMonth: "2025-07",
  capacity: "unit",
  contributed: { months: 346 },
};
const AS_OF = "2025-07-15";
const NOW = "2026-03-02T01:00:00.000Z";

const folder = mkdtempSync(join(tmpdir(), "counter-replay-"));
const path = join(folder, "office.db");
afterAll(() => rmSync(folder, { recursive: true }));

const pack = packFor("dalian");
const file = "dalian/matters/retirement.yaml";
const figures = "dalian/figures/base.yaml";
const withFile = (name: string, change: (text: string) => string, more: Partial<PackSource> = {}): PackSource => {
  const text = change(pack.source.files[name]!);
  if (text === pack.source.files[name]) throw new Error(`nothing of ${name} was changed`);
  return { ...pack.source, files: { ...pack.source.files, [name]: text }, ...more };
};
const decided = consultWithSpan(pack, MATTER, FACTS, AS_OF).decision!;
const otherwise: Decision = { ...decided, headline: "另一个结果" };
const elsewhere = { formulaHash: "0".repeat(64) };
/** As a later edition would no longer let it be written, and meaning the same. */
const style = withFile(file, (text) => text.replace("group: 办理途径", "group: 趸缴"));
const unknownFormulas: PackSource = { ...pack.source, ...elsewhere };
const broken = withFile(figures, (text) => text.replace("from: 2021-07-01", "from: 2021-06-31"));
const brokenLine = pack.source.files[figures]!.split("\n").findIndex((line) => line.includes("from: 2021-07-01")) + 1;

/** What was stored, with which pack, and what is said of it. */
const CASES = [
  ["its own pack and formulas", pack.source, decided, { verdict: "same" }],
  ["a pack that is written as it should not be", style, decided, { verdict: "same" }],
  [
    "another result than its own pack and formulas give",
    pack.source,
    otherwise,
    { verdict: "different", changes: [{ path: "headline", stored: "另一个结果", now: decided.headline }] },
  ],
  ["formulas that are not here, today's giving the same", unknownFormulas, decided, { verdict: "same" }],
  [
    "formulas that are not here, today's giving something else",
    unknownFormulas,
    otherwise,
    { verdict: "formulas-missing", formulaHash: elsewhere.formulaHash },
  ],
  [
    "a pack that does not load",
    broken,
    decided,
    { verdict: "pack-not-loadable", problems: [expect.objectContaining({ file: figures, line: brokenLine })] },
  ],
  ["a pack that is not there", null, decided, { verdict: "pack-missing" }],
] as const;
const receiptOf = (index: number): string => `210299202600000${index + 1}`;

type Stored = readonly [source: PackSource | null, decision: Decision];

function fill(storePath: string, cases: readonly Stored[]): void {
  const store = openStore(storePath, { clock: fixedClock(NOW) });
  const act = (operation: string): Act => ({ operation, clerkId: "clerk-1", at: NOW, requestId: randomUUID() });
  store.clerks.setUp(
    act("setup"),
    { code: "210299", name: "测试医保中心", cities: ["dalian"] },
    { id: "clerk-1", login: "test", name: "测试员", role: "administrator", passwordHash: "-" },
  );
  for (const [index, [source, decision]] of cases.entries()) {
    const hash = source === null ? "f".repeat(64) : packHash(source);
    if (source !== null && store.policy.packByHash(hash) === undefined)
      store.policy.rememberPack(act("pack"), { hash, city: "dalian", version: pack.version, source: packSourceText(source) });
    store.cases.submit(act("submit"), {
      caseId: null,
      draftId: randomUUID(),
      matter: MATTER,
      city: "dalian",
      content: {
        person: { identityNumber: `21029919650520123${index % 10}`, name: "张三", phone: "" },
        asOf: AS_OF,
        facts: FACTS,
        materials: [],
        decision: { ...decision, pack: { ...decision.pack, hash } },
      },
      amends: false,
      reason: "",
      year: 2026,
    });
  }
  store.close();
}

beforeAll(() =>
  fill(
    path,
    CASES.map(([, source, decision]) => [source, decision]),
  ),
);

interface Difference {
  readonly receiptNumber: string;
  readonly against: string;
  readonly verdict: string;
  readonly reason?: string;
}

describe("counter replay", () => {
  it("tells the same from the different, and both from what cannot be told", async () => {
    expect("problems" in loadPack(style)).toBe(true);
    const { status, stdout, stderr } = await counter(["replay", path]);
    const report = JSON.parse(stdout) as { versions: number; own: object; differences: Difference[] };
    expect(report).toMatchObject({
      complete: true,
      versions: CASES.length,
      own: {
        same: 3,
        byTodaysFormulas: 1,
        different: 1,
        "formulas-missing": 1,
        "pack-not-loadable": 1,
        "pack-missing": 1,
      },
    });
    const found = report.differences.filter(({ against }) => against === "own");
    const expected = CASES.map(([, , , verdict], index) => ({ receiptNumber: receiptOf(index), ...verdict }));
    expect(found).toMatchObject(expected.filter(({ verdict }) => verdict !== "same"));
    const untold = found.filter(({ verdict }) => verdict !== "different");
    expect(untold.map(({ reason }) => reason)).toEqual(untold.map(() => expect.stringMatching(/[一-龥]/) as string));
    expect(stderr).toContain("一致 3 个，不一致 1 个，无法判断 3 个");
    expect(status).toBe(1);
  });

  it.each(CASES.map(([name, , , { verdict }], index) => [name, index, verdict] as const))(
    "--case shows one case closely: %s",
    async (_name, index, verdict) => {
      const { status, stdout } = await counter(["replay", path, "--case", receiptOf(index)]);
      const { receiptNumber, versions } = JSON.parse(stdout) as { receiptNumber: string; versions: object[] };
      expect(receiptNumber).toBe(receiptOf(index));
      expect(versions).toMatchObject([
        {
          version: 1,
          matter: MATTER,
          asOf: AS_OF,
          facts: FACTS,
          then: { outcome: "granted", amounts: expect.arrayContaining([expect.objectContaining({ role: "due", fen: 687_960 })]) },
          withOwnPack: { verdict },
        },
      ]);
      expect(JSON.stringify(versions)).toContain("大医保发〔2024〕68号");
      expect(status).toBe({ same: 0, different: 1 }[verdict as string] ?? 3);
    },
  );

  it("says that it goes on, and ends when it is told to with what it has found by then", async () => {
    const many = join(folder, "many.db");
    const count = 300;
    fill(
      many,
      Array.from({ length: count }, (): Stored => [pack.source, otherwise]),
    );
    const { child, said, ended } = counterStarted(["replay", many]);
    child.stderr.once("data", () => child.kill("SIGINT"));
    expect(await ended).toBe(130);
    const { complete, versions, differences } = JSON.parse(said.stdout) as {
      complete: boolean;
      versions: number;
      differences: Difference[];
    };
    expect(complete).toBe(false);
    expect(versions).toBeLessThan(count);
    expect(differences.filter(({ against }) => against === "own")).toHaveLength(versions);
    expect(said.stderr).toContain(`开始重算，共 ${count} 个办件`);
    expect(said.stderr).toContain("没有算完");
  });

  it("a case that the store does not have is bad input", async () => {
    const { status, stdout, stderr } = await counter(["replay", path, "--case", "2102992026999999"]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain("2102992026999999");
  });
});
