/** The headless commands as an auditor runs them: what they say on either stream, and their exit code. */
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Comparison } from "../../../src-shared/contract/index.ts";
import type { Decision } from "../../../src-shared/domain/decision.ts";
import { fixedClock } from "../../../src-main/clock.ts";
import { runCommand } from "../../../src-main/hosts/command-line/run.ts";
import { consult, packSourceText, type Pack } from "../../../src-main/rules/index.ts";
import { openStore, type Act } from "../../../src-main/store/index.ts";
import { packFor } from "../../policy/golden.ts";
import { counter, counterProgram } from "./run-counter.ts";

const ROOT = join(import.meta.dirname, "../../..");
const MATTER = "dalian.retirement";
const FACTS = {
  sex: "male",
  birthDate: "1965-05-20",
  way: "pension-here",
  pensionMonth: "2025-07",
  capacity: "unit",
  contributed: { months: 346 },
};

const folder = mkdtempSync(join(tmpdir(), "counter-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The policy data with a date that is none, and the line where it stands. */
const broken = join(folder, "policy");
let brokenLine: number;
beforeAll(() => {
  cpSync(join(ROOT, "resources/policy"), broken, { recursive: true });
  const file = join(broken, "dalian/figures/base.yaml");
  const text = readFileSync(file, "utf8");
  writeFileSync(file, text.replace("from: 2021-07-01", "from: 2021-06-31"));
  brokenLine = text.slice(0, text.indexOf("from: 2021-07-01")).split("\n").length;
});

describe("counter matters", () => {
  it("lists every matter with the JSON Schema of its facts", async () => {
    const { status, stdout } = await counter(["matters", "--city", "dalian"]);
    expect(status).toBe(0);
    const matter = (
      JSON.parse(stdout) as { id: string; title: string; city: string; rules: string[]; facts: Record<string, unknown> }[]
    ).find(({ id }) => id === MATTER)!;
    expect(matter).toMatchObject({
      city: "dalian",
      title: "退休待遇变更",
      rules: ["DL-05", "DL-06", "NX-01", "NX-02"],
      facts: { type: "object", required: ["sex", "birthDate", "way", "capacity", "contributed"], additionalProperties: false },
    });
    expect(matter.facts["properties"]).toMatchObject({
      sex: {
        title: "性别",
        oneOf: [
          { const: "male", title: "男" },
          { const: "female", title: "女" },
        ],
      },
      birthDate: { type: "string", format: "date" },
    });
  });

  it("names the cities it knows when asked for another", async () => {
    const { status, stderr } = await counter(["matters", "--city", "nowhere"]);
    expect(status).toBe(2);
    expect(stderr).toContain("dalian");
  });
});

describe("the program", () => {
  it.each([
    ["a decision", ["--as-of", "2025-07-15", "--facts", "-"], JSON.stringify(FACTS), 0],
    ["a batch of which a line is bad", ["--as-of", "2025-07-15", "--facts", "-", "--batch"], `${JSON.stringify(FACTS)}\n{\n`, 2],
    ["an unknown option", ["--fact", "-"], "", 2],
    ["a policy folder in which a city is broken", ["--facts", "-", "--policy", broken], JSON.stringify(FACTS), 1],
  ])("says on either stream, and ends with, what its commands give: %s", async (_what, more, input, status) => {
    const ended = counterProgram(["evaluate", MATTER, ...more], input);
    expect(ended.status).toBe(status);
    expect(ended).toEqual(await counter(["evaluate", MATTER, ...more], input));
  });
});

describe("counter evaluate", () => {
  it("prints the decision for facts from a file", async () => {
    const file = join(folder, "facts.json");
    writeFileSync(file, JSON.stringify(FACTS));
    const { status, stdout, stderr } = await counter(["evaluate", MATTER, "--as-of", "2025-07-15", "--facts", file]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const decision = JSON.parse(stdout) as Decision;
    expect(decision.outcome).toBe("granted");
    expect(decision.amounts.find(({ id }) => id === "topUp")!.fen).toBe(687_960); // 14 × 491.40
    expect(decision.headline).toContain("6,879.60 元");
  });

  it("decides without an answer that may be lacking, and says what it counted it as", async () => {
    const { status, stdout } = await counter(
      ["evaluate", MATTER, "--as-of", "2025-07-15", "--facts", "-"],
      JSON.stringify(FACTS),
    );
    const decision = JSON.parse(stdout) as Decision;
    expect([status, decision.outcome]).toEqual([0, "granted"]);
    expect(decision.assumed).toEqual([
      { fact: "transferred", title: "外地转入月份", display: "0 个月" },
      { fact: "service", title: "参保前连续工龄", display: "0 个月" },
      { fact: "military", title: "服现役的月份", display: "0 个月" },
    ]);
    const { stdout: matters } = await counter(["matters", "--city", "dalian"]);
    const matter = (JSON.parse(matters) as { id: string; facts: { properties: Record<string, object> } }[]).find(
      ({ id }) => id === MATTER,
    )!;
    expect(matter.facts.properties["transferred"]).toMatchObject({ default: { months: 0 } });
  });

  it("tells on request between which days the dates lie, one by one and in a batch", async () => {
    const args = ["evaluate", MATTER, "--as-of", "2025-07-15", "--facts", "-", "--span"];
    const enough = JSON.stringify({ ...FACTS, contributed: { months: 360 } });
    const one = JSON.parse((await counter(args, enough)).stdout) as Decision;
    expect(one.span!.dates.map(({ id, earliest, latest }) => [id, earliest.value, latest.value])).toEqual([
      ["retiredFrom", "2025-07", "2025-08"],
    ]);
    expect(JSON.parse((await counter([...args, "--batch"], enough)).stdout)).toEqual(one);
    const { span: _, ...plain } = one;
    expect(JSON.parse((await counter(args.slice(0, -1), enough)).stdout)).toEqual(plain);
  });

  it("any decision is a success, a refusal and a missing figure too", async () => {
    const elsewhere = { ...FACTS, way: "no-pension-here", treatmentElsewhere: true };
    const refused = await counter(
      ["evaluate", MATTER, "--as-of", "2025-07-15", "--facts", "-"],
      JSON.stringify({ ...elsewhere, capacity: "flexible", pensionMonth: null }),
    );
    expect(refused.status).toBe(0);
    expect((JSON.parse(refused.stdout) as Decision).outcome).toBe("refused");
    const missing = await counter(["evaluate", MATTER, "--as-of", "2026-07-15", "--facts", "-"], JSON.stringify(FACTS));
    expect(missing.status).toBe(0);
    expect((JSON.parse(missing.stdout) as Decision).missingFigures).toMatchObject([
      { figure: "dalian.assessed-base", date: "2026-07-15" },
    ]);
  });

  it.each([
    [
      "wrong and missing answers",
      JSON.stringify({ sex: "m", birthDate: "1965-02-30" }),
      ["sex type", "birthDate type", "way required", "capacity required", "contributed required"],
    ],
    ["an answer of the wrong shape", JSON.stringify({ ...FACTS, contributed: { years: 3 } }), ["contributed type"]],
    ["no JSON", "{", [" type"]],
    ["a list", "[]", [" type"]],
  ])("%s: exit 2, field errors as JSON on standard error, nothing on standard output", async (_what, input, expected) => {
    const { status, stdout, stderr } = await counter(["evaluate", MATTER, "--as-of", "2025-07-15", "--facts", "-"], input);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    const { errors } = JSON.parse(stderr) as { errors: { fact: string; code: string; message: string }[] };
    expect(errors.map(({ fact, code }) => `${fact} ${code}`)).toEqual(expected);
    expect(errors.every(({ message }) => /[一-龥]/.test(message))).toBe(true);
  });

  it.each([
    ["an unknown matter", ["evaluate", "dalian.nothing", "--facts", "-"]],
    ["an unknown city", ["evaluate", "nowhere.retirement", "--facts", "-"]],
    ["a file that is not there", ["evaluate", MATTER, "--facts", join(folder, "none.json")]],
    ["a batch file that is not there", ["evaluate", MATTER, "--batch", "--facts", join(folder, "none.json")]],
    ["a date that is none", ["evaluate", MATTER, "--as-of", "2025-02-30", "--facts", "-"]],
    ["no facts named", ["evaluate", MATTER]],
    ["an unknown option", ["evaluate", MATTER, "--fact", "-"]],
    ["an option of another command", ["evaluate", MATTER, "--facts", "-", "--csv"]],
    ["an option that the store's command does not have", ["replay", join(folder, "none.db"), "--person", "1"]],
    ["something behind the matter", ["evaluate", MATTER, "more", "--facts", "-"]],
    ["something behind a command that has nothing", ["verify", "dalian"]],
    ["an unknown command", ["evaluat"]],
    ["a name of every object", ["constructor"]],
    ["a store to upgrade that is not there", ["upgrade", join(folder, "none.db")]],
    ["a store to try an upgrade of that is not there", ["upgrade", join(folder, "none.db"), "--dry-run"]],
    ["a store that is not there", ["replay", join(folder, "none.db")]],
  ])("%s: exit 2", async (_what, args) => {
    const { status, stdout, stderr } = await counter(args, JSON.stringify(FACTS));
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(JSON.parse(stderr)).toHaveProperty("errors.0.message");
  });

  it("a batch gives a line for a line, goes on after a bad one and says so", async () => {
    const lines = [
      JSON.stringify(FACTS),
      "{",
      "",
      JSON.stringify({ ...FACTS, contributed: { months: 360 } }),
      JSON.stringify({ sex: "male" }),
    ];
    const { status, stdout, stderr } = await counter(
      ["evaluate", MATTER, "--as-of", "2025-07-15", "--facts", "-", "--batch"],
      lines.join("\n"),
    );
    expect(status).toBe(2);
    const out = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Partial<Decision> & { line?: number; errors?: unknown[] });
    expect(out.map((entry) => entry.outcome ?? entry.line)).toEqual(["granted", 2, "granted", 5]);
    expect(stderr).toContain("已处理 4 行，其中 2 行情况有误");
  });

  it("a batch without fault exits with 0", async () => {
    const { status, stdout } = await counter(
      ["evaluate", MATTER, "--as-of", "2025-07-15", "--facts", "-", "--batch"],
      `${JSON.stringify(FACTS)}\n`,
    );
    expect(status).toBe(0);
    expect(stdout.trim().split("\n")).toHaveLength(1);
  });
});

describe("counter evaluate --batch --summary", () => {
  const SUMMARY = ["evaluate", MATTER, "--as-of", "2025-07-15", "--batch", "--summary", "--facts"];
  const SHORT = `{"line":1,"outcome":"granted","due":{"topUp":687960},"dates":{"statutoryMonth":"2025-07","retiredFrom":"2025-08"},"failed":[]}`;

  it("gives a short line for a person, with its place in the file; a bad line is told with its place", async () => {
    const lines = [
      JSON.stringify(FACTS),
      "",
      "{",
      JSON.stringify({ sex: "male" }),
      JSON.stringify({ ...FACTS, way: "no-pension-here", treatmentElsewhere: true, capacity: "flexible", pensionMonth: null }),
    ];
    const { status, stdout, stderr } = await counter([...SUMMARY, "-"], `${lines.join("\r\n")}\r\n`);
    expect(status).toBe(2);
    const out = stdout.trimEnd().split("\n");
    expect(out[0]).toBe(SHORT);
    expect(out.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { line: 1 },
      { line: 3, errors: [{ fact: "", code: "type" }] },
      { line: 4, errors: [{ fact: "birthDate" }, { fact: "way" }, { fact: "capacity" }, { fact: "contributed" }] },
      { line: 5, outcome: "refused", due: {}, failed: ["noTreatmentElsewhere"] },
    ]);
    expect(stderr).toContain("已处理 4 行，其中 2 行情况有误");
  });

  it("names the figures that nobody has", async () => {
    const { stdout } = await counter([...SUMMARY, "-", "--as-of", "2026-07-15"], JSON.stringify(FACTS));
    expect(JSON.parse(stdout)).toMatchObject({ outcome: "figure-missing", missing: [["dalian.assessed-base", "2026-07-15"]] });
  });

  it.each([
    ["of one", ["--facts", "-", "--summary"]],
    ["with a span", ["--facts", "-", "--batch", "--summary", "--span"]],
  ])("%s: exit 2", async (_what, more) => {
    const { status, stdout, stderr } = await counter(["evaluate", MATTER, ...more], JSON.stringify(FACTS));
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(JSON.parse(stderr)).toMatchObject({ errors: [{ fact: "summary" }] });
  });
});

describe("a batch of any length", () => {
  const file = join(folder, "people.jsonl");
  const PEOPLE = 5000;
  /** Megabytes; the policy takes half of it. */
  const HEAP = 112;
  beforeAll(() => writeFileSync(file, `${JSON.stringify(FACTS)}\n`.repeat(PEOPLE)));
  const ARGS = ["evaluate", MATTER, "--as-of", "2025-07-15", "--batch", "--facts", file];

  it("waits for a slow reader before it writes on", async () => {
    let waiting = false;
    let writes = 0;
    const spy = vi.spyOn(process.stdout, "write").mockImplementation(() => {
      expect(waiting).toBe(false);
      waiting = true;
      writes++;
      setImmediate(() => {
        waiting = false;
        process.stdout.emit("drain");
      });
      return false;
    });
    const tell = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    try {
      expect(await runCommand([...ARGS, "--summary"], join(ROOT, "src-main"))).toBe(0);
    } finally {
      spy.mockRestore();
      tell.mockRestore();
    }
    expect(writes).toBeGreaterThan(5);
  });

  it("keeps nothing of what it has written: more than the heap it may have passes through it", async () => {
    const child = spawn(process.execPath, [`--max-old-space-size=${HEAP}`, join(ROOT, "src-main/cli.ts"), ...ARGS], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    let bytes = 0;
    let told = "";
    child.stdout.on("data", (chunk: Buffer) => void (bytes += chunk.length));
    child.stderr.on("data", (chunk: Buffer) => void (told += chunk.toString()));
    const [status] = (await once(child, "close")) as [number | null];
    expect(status, told).toBe(0);
    expect(told).toContain(`已处理 ${PEOPLE} 行，其中 0 行情况有误`);
    expect(bytes).toBeGreaterThan(HEAP * 2 ** 20);
  });
});

describe("counter compare", () => {
  const compare = (...more: string[]) => counter(["compare", MATTER, "--as-of", "2025-07-15", ...more], JSON.stringify(FACTS));

  it("puts the same answers under another matter; what only that one asks comes from a file of its own", async () => {
    const first = await compare("--with", "dalian.resignation", "--facts", "-");
    expect({ status: first.status, stderr: first.stderr }).toEqual({ status: 0, stderr: "" });
    const found = JSON.parse(first.stdout) as Comparison;
    expect(found.here.evaluation.decision?.outcome).toBe("granted");
    expect(found.other.facts["contributed"]).toEqual(FACTS.contributed);
    expect(found.other.evaluation.unanswered).toContain("approvalMonth");

    const file = join(folder, "other.json");
    writeFileSync(file, JSON.stringify({ approvalMonth: "2025-07" }));
    const second = await compare("--with", "dalian.resignation", "--facts", "-", "--other-facts", file);
    expect((JSON.parse(second.stdout) as Comparison).other.evaluation.decision).not.toBeNull();
  });

  it.each([
    [["--facts", "-"], "with"],
    [["--with", "dalian.resignation"], "facts"],
    [["--with", "nowhere.matter", "--facts", "-"], "matter"],
    [["--with", "dalian.nothing", "--facts", "-"], "matter"],
    [["--with", "dalian.resignation", "--facts", "-", "--other-facts", "gone.json"], "other-facts"],
  ])("%j is refused at %s", async (args, field) => {
    const { status, stderr } = await compare(...args);
    expect(status).toBe(2);
    expect(JSON.parse(stderr)).toMatchObject({ errors: [{ fact: field }] });
  });
});

describe("counter verify", () => {
  it("counts what it loaded and proved", async () => {
    const { status, stdout } = await counter(["verify"]);
    expect(status).toBe(0);
    const dalian = (JSON.parse(stdout) as { cities: Record<string, unknown>[] }).cities.find(({ city }) => city === "dalian");
    expect(dalian).toMatchObject({
      city: "dalian",
      missingFigures: expect.arrayContaining(["dalian.assessed-base 2026-01-01", "dalian.large-sum-threshold 2025-01-01"]),
    });
    for (const key of ["figures", "tables", "tableRows", "cellsProved", "matters", "citations", "openReadings"]) {
      expect(dalian![key]).toBeGreaterThan(0);
    }
  });
});

describe("counter verify of another policy folder", () => {
  it("names the file, the line and what is expected, and exits with 1", async () => {
    const { status, stdout } = await counter(["verify", "--policy", broken]);
    expect(status).toBe(1);
    const { cities } = JSON.parse(stdout) as { cities: { city: string; problems?: unknown[] }[] };
    expect(cities.find(({ city }) => city === "dalian")?.problems).toContainEqual({
      file: "dalian/figures/base.yaml",
      line: brokenLine,
      message: "figures[dalian.assessed-base].values[#2].from: expected a real date as YYYY-MM-DD",
    });
    // and nothing is decided with it
    const evaluated = await counter(["evaluate", MATTER, "--facts", "-", "--policy", broken], JSON.stringify(FACTS));
    expect({ status: evaluated.status, stdout: evaluated.stdout }).toEqual({ status: 1, stdout: "" });
  });

  it("names what nobody uses and files that nobody reads, and exits with 1", async () => {
    const policy = join(folder, "more");
    cpSync(join(ROOT, "resources/policy"), policy, { recursive: true });
    writeFileSync(join(policy, "tieling/figures/more.yml"), "figures: [");
    const more = `documents:\n  - { id: s9, title: 无人引用, authority: notice }\n`;
    writeFileSync(join(policy, "tieling/sources/more.yaml"), more);
    const { status, stdout } = await counter(["verify", "--policy", policy]);
    expect(status).toBe(1);
    expect((JSON.parse(stdout) as { problems: unknown }).problems).toEqual([
      { file: "tieling/figures/more.yml", line: 0, message: "nobody reads this file" },
      { file: "tieling/sources/more.yaml", line: 2, message: 'document "s9" is used by no matter', about: "style" },
    ]);
  });

  it("a folder that is not there is bad input", async () => {
    expect((await counter(["verify", "--policy", join(folder, "nowhere")])).status).toBe(2);
  });
});

describe("counter replay", () => {
  const path = join(folder, "office.db");
  const act = (operation: string): Act => ({
    operation,
    clerkId: "clerk-1",
    at: "2026-03-02T01:00:00.000Z",
    requestId: randomUUID(),
  });

  const decide = (pack: Pack, contributed: number, asOf: string): Decision =>
    consult(pack, MATTER, { ...FACTS, contributed: { months: contributed } }, asOf).decision!;

  beforeAll(() => {
    const store = openStore(path, { clock: fixedClock("2026-03-02T01:00:00.000Z") });
    store.clerks.setUp(
      act("setup"),
      { code: "210299", name: "测试医保中心", cities: ["dalian"] },
      { id: "clerk-1", login: "test", name: "测试员", role: "administrator", passwordHash: "-" },
    );
    const pack = packFor("dalian");
    store.policy.rememberPack(act("pack"), {
      hash: pack.hash,
      city: "dalian",
      version: pack.version,
      source: packSourceText(pack.source),
    });
    const submit = (serial: number, contributed: number, decision: Decision): void => {
      const identityNumber = `21029919650520${serial}`;
      store.cases.submit(act("submit"), {
        caseId: null,
        draftId: randomUUID(),
        matter: MATTER,
        city: "dalian",
        content: {
          person: { identityNumber, name: "张三", phone: "" },
          asOf: decision.asOf,
          facts: { ...FACTS, contributed: { months: contributed } },
          materials: [],
          decision,
        },
        amends: false,
        reason: "",
        year: 2026,
      });
    };
    submit(1234, 346, decide(pack, 346, "2025-07-15"));
    submit(1235, 360, decide(pack, 360, "2026-03-02"));
    // decided when the figure of 2026 was missing; the office has entered it since
    submit(1236, 346, decide(pack, 346, "2026-03-02"));
    store.policy.addOfficeFigure(act("figure"), {
      figure: "dalian.assessed-base",
      city: "dalian",
      from: "2026-01-01",
      to: "2026-12-31",
      value: "8500",
      document: "大医保发〔测试〕1号",
      note: "",
    });
    store.close();
  });

  it("gives the same decision with its own pack, and shows what the current pack would say instead", async () => {
    const { status, stdout } = await counter(["replay", path]);
    const report = JSON.parse(stdout) as {
      versions: number;
      own: Record<string, number>;
      current: Record<string, number>;
      differences: { against: string; receiptNumber: string; changes: { path: string; stored: unknown; now: unknown }[] }[];
    };
    expect(status).toBe(0);
    expect(report).toMatchObject({
      versions: 3,
      own: { same: 3, different: 0, byTodaysFormulas: 0 },
      current: { same: 2, different: 1 },
    });
    expect(report.differences).toHaveLength(1);
    expect(report.differences[0]).toMatchObject({ against: "current", receiptNumber: "2102992026000003" });
    expect(report.differences[0]!.changes).toContainEqual({ path: "outcome", stored: "figure-missing", now: "granted" });
  });

  it("evaluates with the office's figures when its store is named", async () => {
    const { stdout } = await counter(
      ["evaluate", MATTER, "--as-of", "2026-03-02", "--facts", "-", "--store", path],
      JSON.stringify(FACTS),
    );
    expect((JSON.parse(stdout) as Decision).amounts.find(({ id }) => id === "topUp")!.fen).toBe(714_000); // 14 × 510.00
  });
});
