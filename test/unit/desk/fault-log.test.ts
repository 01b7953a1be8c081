import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { fixedClock } from "../../../src-main/clock.ts";
import { faultForLog, scrub } from "../../../src-main/desk/frame/fault-log.ts";
import { createLogger } from "../../../src-main/logger.ts";

describe("what may be logged of a fault", () => {
  test("identity numbers, telephone numbers and Chinese names are struck out", () => {
    const text = scrub('row {"name":"单玉兰","number":"21029919650304123X","phone":"13900000000"} at cases.ts:120:14');
    expect(text).toBe('row {"name":"▮","number":"▮","phone":"▮"} at cases.ts:120:14');
  });

  test("message, cause and stack are scrubbed", () => {
    const fault = faultForLog(new Error("no font for 仇", { cause: new Error("glyph of 仇英 210299196503041234") }));
    expect(fault.fault).toBe("Error: no font for ▮; caused by Error: glyph of ▮ ▮");
    expect(fault.stack).toContain("fault-log.test.ts");
    expect(JSON.stringify(fault)).not.toMatch(/仇|2102991965/);
  });

  test("something thrown that is no error is still told", () => {
    expect(faultForLog("曾 went wrong")).toEqual({ fault: "▮ went wrong", stack: "" });
  });
});

describe("the log file", () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "counter-log-"))));
  afterEach(() => rmSync(folder, { recursive: true }));

  test("is one JSON line per entry, with the clock's time", () => {
    createLogger(folder, fixedClock("2026-03-02T01:00:00Z")).error({ trace: "AB" }, "call failed");
    expect(JSON.parse(readFileSync(join(folder, "counter.log"), "utf8"))).toEqual({
      level: 50,
      time: "2026-03-02T01:00:00.000Z",
      trace: "AB",
      msg: "call failed",
    });
  });

  test("that cannot be written tells whoever started the program in one line, without where in the program it was", () => {
    writeFileSync(join(folder, "logs"), "no folder");
    const said: string[] = [];
    const spy = vi.spyOn(process.stderr, "write").mockImplementation((text) => said.push(String(text)) > 0);
    const error = Object.assign(new Error("EACCES: permission denied, mkdir"), { code: "EACCES" });
    const logger = createLogger(join(folder, "logs"), fixedClock("2026-03-02T01:00:00Z"));
    logger.error(faultForLog(error), "could not open the store");
    logger.info("stopped");
    spy.mockRestore();
    expect(said).toEqual(["2026-03-02T01:00:00.000Z could not open the store: Error: EACCES: permission denied, mkdir\n"]);
  });

  test("stays within four files of about a megabyte, over restarts", () => {
    const line = "x".repeat(200_000);
    for (let restart = 0; restart < 4; restart++) {
      const logger = createLogger(folder, fixedClock("2026-03-02T01:00:00Z"));
      for (let i = 0; i < 12; i++) logger.info(`${restart}-${i} ${line}`);
    }
    const files = readdirSync(folder).sort();
    expect(files).toEqual(["counter.1.log", "counter.2.log", "counter.3.log", "counter.log"]);
    for (const file of files) expect(statSync(join(folder, file)).size).toBeLessThan(1_400_000);
    const newest = readFileSync(join(folder, "counter.log"), "utf8").trimEnd().split("\n").at(-1)!;
    expect(newest).toContain("3-11");
  });
});
