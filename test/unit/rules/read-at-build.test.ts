/** What the build has read of the policy files stands in their place at a start, and says what they say. */
import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { parseDocument } from "yaml";
import { z } from "zod";
import { readPolicyFile } from "../../../src-main/rules/engine/policy-file.ts";
import type { PolicyProblem } from "../../../src-main/rules/engine/problems.ts";
import { readAtBuild, valueAtBuild } from "../../../src-main/rules/engine/read-at-build.ts";
import { cities, readPolicyFiles } from "../../../src-main/rules/engine/source.ts";
import { POLICY_DIRECTORY } from "../../packs.ts";

const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");
const OURS = [...new Set(cities(POLICY_DIRECTORY).flatMap((city) => Object.values(readPolicyFiles(POLICY_DIRECTORY, city))))];
/** The build is made to say something else of it, so that it shows who was asked. */
const TEXT = "# a comment\nhead: read now\n";
const schema = z.strictObject({ head: z.string().max(20) });

beforeAll(() => {
  const read = JSON.parse(readAtBuild([...OURS, TEXT])) as Record<string, unknown>;
  vi.stubGlobal("__POLICY_VALUES__", JSON.stringify({ ...read, [hashOf(TEXT)]: { head: "read by the build" } }));
});
afterAll(() => void vi.unstubAllGlobals());

it("every file of ours says what its YAML says", () => {
  expect(OURS.length).toBeGreaterThan(100);
  for (const text of OURS) expect(valueAtBuild(text)).toStrictEqual(parseDocument(text).toJS());
});

it("is taken for that very text, and for no other", () => {
  const problems: PolicyProblem[] = [];
  const read = (text: string) => readPolicyFile("a.yaml", text, schema, (problem) => problems.push(problem));
  expect(read(TEXT)?.value).toEqual({ head: "read by the build" });
  expect(read(`${TEXT}#\n`)?.value).toEqual({ head: "read now" });
  expect(problems).toEqual([]);
});

it("is held to the schema as well, and a fault is told with its line", () => {
  const problems: PolicyProblem[] = [];
  const strict = z.strictObject({ head: z.string().max(5) });
  expect(readPolicyFile("a.yaml", TEXT, strict, (problem) => problems.push(problem))).toBeUndefined();
  expect(problems).toMatchObject([{ file: "a.yaml", line: 2, message: expect.stringMatching(/^head: /) }]);
});

it("leaves what is no YAML to the loader", () => {
  expect(readAtBuild(["a: [1"])).toBe("{}");
  expect(readPolicyFile("a.yaml", "a: [1", schema, () => undefined)).toBeUndefined();
});
