/** Reading one policy file: where its parts stand, what is said of a broken one, and that a file is read once. */
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { IN_WORDS } from "../../../../src-main/rules/authoring/issue-words.ts";
import { readPolicyFile, type PolicyFile } from "../../../../src-main/rules/engine/pack/policy-file.ts";
import type { PolicyProblem } from "../../../../src-main/rules/engine/pack/problems.ts";

const makeSchema = () =>
  z.strictObject({ head: z.string(), rows: z.array(z.record(z.string(), z.union([z.string(), z.array(z.int())]))).min(1) });
const schema = makeSchema();

const TEXT = `# a comment
head: x
rows:
  - name: a
    list: [1, 2]
  - name: b
    list:
      - 3
      - 4
`;

function read(text: string, file = "demo/a.yaml"): { file: PolicyFile<unknown> | undefined; problems: PolicyProblem[] } {
  const problems: PolicyProblem[] = [];
  return { file: readPolicyFile(file, text, schema, (problem) => problems.push(problem), IN_WORDS), problems };
}

describe("a policy file", () => {
  it("comes back with its name and its value", () => {
    const { file, problems } = read(TEXT);
    expect(problems).toEqual([]);
    expect(file).toMatchObject({
      file: "demo/a.yaml",
      value: {
        head: "x",
        rows: [
          { name: "a", list: [1, 2] },
          { name: "b", list: [3, 4] },
        ],
      },
    });
  });

  it.each<[readonly PropertyKey[], number]>([
    [["head"], 2],
    // the key's line, not that of the list below it
    [["rows"], 3],
    [["rows", 0], 4],
    [["rows", 0, "list"], 5],
    [["rows", 0, "list", 1], 5],
    [["rows", 1, "name"], 6],
    [["rows", 1, "list"], 7],
    [["rows", 1, "list", 1], 9],
    // what is not there stands where the nearest part around it stands
    [["rows", 1, "list", 5], 7],
    [["rows", 1, "note"], 6],
    [["rows", 9, "name"], 3],
    [["tail"], 1],
    [["head", "deeper"], 2],
    [[], 1],
  ])("%j stands on line %d", (path, line) => {
    expect(read(TEXT).file!.line(path)).toBe(line);
  });
});

describe("a broken policy file", () => {
  it("is reported with the line of the first fault of its YAML, in one line: others follow from it", () => {
    const { file, problems } = read("head: x\nhead: y\nrows: 1\nrows: 2\n");
    expect(file).toBeUndefined();
    expect(problems).toEqual([
      { file: "demo/a.yaml", line: 2, message: expect.stringMatching(/^not valid YAML: Map keys must be unique[^\n]*$/) },
    ]);
  });

  it("is reported with the path and line of every fault against the schema", () => {
    const { file, problems } = read("rows:\n  - name: a\n    list: [x]\nhead: 3\n");
    expect(file).toBeUndefined();
    expect(problems.map(({ line, message }) => [line, message])).toEqual([
      [4, "head: expected a text, found a number"],
      [3, "rows[#1].list[#1]: expected a number, found a text"],
    ]);
  });

  it("is called a file where it has no path", () => {
    expect(read("just text").problems).toEqual([
      { file: "demo/a.yaml", line: 1, message: "file: expected a block of keys, found a text" },
    ]);
  });

  it("is reported again when it is read again", () => {
    const text = "head: once more\nrows: []\n";
    expect(read(text).problems).toHaveLength(1);
    expect(read(text).problems).toHaveLength(1);
  });
});

describe("reading again", () => {
  const silent = (): void => undefined;

  it("gives the same file for the same name, text and schema, and for no other", () => {
    const first = readPolicyFile("a.yaml", TEXT, schema, silent);
    expect(readPolicyFile("a.yaml", TEXT, schema, silent)).toBe(first);
    expect(readPolicyFile("b.yaml", TEXT, schema, silent)).toMatchObject({ file: "b.yaml" });
    expect(readPolicyFile("a.yaml", TEXT.replace("head: x", "head: y"), schema, silent)).toMatchObject({ value: { head: "y" } });
    expect(readPolicyFile("a.yaml", TEXT, makeSchema(), silent)).not.toBe(first);
  });

  it("remembers two thousand files of a kind", () => {
    const text = z.string();
    const first = readPolicyFile("0", "a", text, silent);
    for (let file = 1; file < 2_000; file++) readPolicyFile(String(file), "a", text, silent);
    expect(readPolicyFile("0", "a", text, silent)).toBe(first);
    readPolicyFile("2000", "a", text, silent);
    expect(readPolicyFile("0", "a", text, silent)).not.toBe(first);
  });
});
