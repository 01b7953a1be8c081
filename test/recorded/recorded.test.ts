/**
 * What every golden case and many random ones are answered, as it was when it was last recorded. Nothing of it is right because it stands here:
 * a change that is meant is recorded anew with `npm run record-decisions`, which lists what differs.
 */
import { describe, expect, it } from "vitest";
import { OUTCOMES } from "../../src-shared/domain/decision.ts";
import { MATTERS } from "./ask.ts";
import { compareMatter } from "./compare.ts";
import { differences, summary } from "./differences.ts";
import { listOf, readList, readRecord, recordedMatters, type MatterRecord } from "./record-file.ts";

const AGAIN = "where it is meant: npm run record-decisions";
const LEAST = 150;

const records = new Map(MATTERS.map((matter) => [matter, readRecord(matter)]));

function recordOf(matter: string): MatterRecord {
  const record = records.get(matter);
  if (record === undefined) throw new Error(`nothing is recorded of ${matter}; ${AGAIN}`);
  return record;
}

describe.each(MATTERS)("%s, as recorded", (matter) => {
  it("answers every case as before", () => {
    const { different, added, removed } = compareMatter(matter, recordOf(matter));
    const said = [
      ...summary(different, 12),
      ...added.slice(0, 3).map((name) => `not recorded: ${name}`),
      ...removed.slice(0, 3).map((name) => `recorded, and not there any more: ${name}`),
    ];
    expect(said, `${different.length} cases of ${matter} are answered otherwise; ${AGAIN}`).toEqual([]);
  });

  it("has a line with the hash of each case", () => {
    expect(readList(matter)).toBe(listOf(recordOf(matter).cases));
  });

  it(`has ${LEAST} random cases that are decided differently, or all that there are`, () => {
    const { cases, exhausted } = recordOf(matter);
    const decisions = new Set(
      cases
        .filter(({ name, answer }) => name.startsWith("random ") && !answer.endsWith(',"decision":null}'))
        .map(({ answer }) => answer),
    );
    expect(exhausted || decisions.size >= LEAST, `${decisions.size} decisions`).toBe(true);
    expect(decisions.size).toBeGreaterThan(0);
  });
});

describe("the record", () => {
  it("is of the matters that there are", () => {
    expect([...recordedMatters()].sort()).toEqual([...MATTERS].sort());
  });

  it("has every outcome, failed and unknown conditions, and forms that are not decided", () => {
    const answers = [...records.values()].flatMap((record) => record?.cases ?? []).map(({ answer }) => answer);
    const expected = [
      ...OUTCOMES.map((outcome) => `"outcome":"${outcome}"`),
      '"met":true,"required"',
      '"met":false,"required"',
      '"met":false,"unknown":true',
      '"errors":[{',
      '"unanswered":["',
      '"decision":null}',
    ];
    expect(expected.filter((what) => !answers.some((answer) => answer.includes(what)))).toEqual([]);
  });

  it("finds a value, a step and a list's order that differ, by their names", () => {
    const step = (key: string, value: number, inputs: number[]) => ({ key, value, inputs });
    const answer = (steps: object[], dates: string[]) =>
      JSON.stringify({
        decision: { steps, amounts: [{ id: "due", step: steps.length - 1 }], dates: dates.map((id) => ({ id })) },
      });
    const old = answer([step("a", 1, []), step("sum", 3, [0])], ["from", "to"]);
    expect(differences(old, old)).toEqual([]);
    expect(differences(old, answer([step("a", 1, []), step("sum", 4, [0])], ["from", "to"]))).toEqual([
      { path: "decision.steps.sum.value", old: "3", now: "4" },
    ]);
    const added = answer([step("new", 7, []), step("a", 1, []), step("sum", 3, [1])], ["from", "to"]);
    expect(differences(old, added).map(({ path }) => path)).toEqual(["decision.steps.new"]);
    expect(differences(old, answer([step("a", 1, []), step("sum", 3, [0])], ["to", "from"]))).toEqual([
      { path: "decision.dates (order)", old: '["from","to"]', now: '["to","from"]' },
    ]);
  });
});
