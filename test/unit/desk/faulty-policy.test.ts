/** Policy data with faults: what they touch cannot be worked with, everything else goes on, and it is said where the fault is. */
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { PolicyError } from "../../../src-main/desk/index.ts";
import { policyDirectory, TestDesk, TODAY } from "./test-desk.ts";

let folder: string;
let desk: TestDesk;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "counter-policy-"));
  cpSync(policyDirectory, folder, { recursive: true });
  desk = new TestDesk().setUp();
});
afterEach(() => {
  desk.remove();
  rmSync(folder, { recursive: true });
});

function edit(file: string, from: string, to: string): void {
  const text = readFileSync(join(folder, file), "utf8");
  expect(text).toContain(from);
  writeFileSync(join(folder, file), text.replace(from, to));
}
const breakCity = (city: string): void => appendFileSync(join(folder, city, "city.yaml"), "\n? [\n");

const MOVE = "dalian.move";
const offered = async (): Promise<string[]> => (await desk.call("policy.matters", {})).map(({ id }) => id);

describe("policy data with a fault", () => {
  test("in one matter: that one is not offered and says so, the others are", async () => {
    const all = await offered();
    edit("dalian/matters/move.yaml", "cite: [", "cite: [nowhere, ");
    desk.restart({ policyDirectory: folder });
    expect(await offered()).toEqual(all.filter((id) => id !== MOVE));
    const [faulty, ...others] = await desk.call("policy.faulty", {});
    expect([faulty?.id, others]).toEqual([MOVE, []]);
    const refused = await desk.refusal("counter.evaluate", { matter: MOVE, asOf: TODAY, facts: {} });
    expect(refused).toMatchObject({ code: "not-found" });
    expect(refused.message).toContain(`“${faulty!.title}”的政策数据有误`);
    const { lines } = await desk.call("diagnosis.get", {});
    const policy = lines.find(({ area }) => area === "policy")!;
    expect(policy.state).toBe("bad");
    expect(policy.advice).toMatch(new RegExp(`${faulty!.title}（dalian/matters/move\\.yaml 第 [1-9]\\d* 行）`));
  });

  test("in a figure: the matters that use it are not offered, not even where the figure was not to be used", async () => {
    edit("dalian/figures/base.yaml", "from: 2021-07-01", "from: 2021-06-30");
    desk.restart({ policyDirectory: folder });
    const left = await offered();
    expect(left).not.toContain("dalian.retirement");
    expect(left).toContain(MOVE);
    expect((await desk.call("policy.faulty", {})).map(({ id }) => id)).toContain("dalian.retirement");
  });

  test("of a city that is not done here: nothing is stopped by it", async () => {
    const all = await offered();
    breakCity("tieling");
    desk.restart({ policyDirectory: folder });
    expect(await offered()).toEqual(all);
    expect(await desk.call("policy.faulty", {})).toEqual([]);
    expect((await desk.call("session.status", {})).cities.map(({ id }) => id)).toEqual(["chongqing", "dalian"]);
  });

  test("of the office's own city: the program does not start", () => {
    breakCity("dalian");
    expect(() => desk.restart({ policyDirectory: folder })).toThrow(PolicyError);
    desk.desk = desk.newDesk();
  });
});
