/** How matters are written: groups of questions, words of a mere checklist, where they send on to, their order at the counter. */
import type { Formula } from "../engine/formula.ts";
import type { CityData, CityFile } from "../engine/pack/pack.ts";
import type { PolicyFile } from "../engine/pack/policy-file.ts";
import type { PolicyFiles } from "../engine/pack/policy-files.ts";
import type { Report } from "../engine/pack/problems.ts";
import { withSharedFacts } from "../engine/pack/shared-facts.ts";
import type { MatterFile } from "../engine/schema/matter-schema.ts";

type Fault = (path: readonly PropertyKey[], message: string, misses?: string) => void;

/** @param formulas those matters have that are no mere checklists */
export function checkMatters(
  read: PolicyFiles,
  city: PolicyFile<CityFile> | undefined,
  { facts }: CityData,
  formulas: readonly Formula[],
  report: Report,
): void {
  const ids = new Set(read.matters.map(({ value }) => value.id));
  const faultsIn =
    ({ file, line }: PolicyFile<unknown>, of = ""): Fault =>
    (path, message, misses) =>
      report({ file, line: line(path), message: of + message, about: "style", ...(misses === undefined ? {} : { misses }) });
  for (const written of read.matters) {
    const { id, next } = written.value;
    const fault = faultsIn(written, `matter ${id}: `);
    // what cannot be told of a question that is not there is told of its name
    const whole = withSharedFacts(written, facts, () => undefined)?.value;
    if (whole !== undefined) checkGroups(whole, fault);
    const isMereChecklist = whole?.checklist !== undefined && !formulas.some(({ matter }) => matter === id);
    if (isMereChecklist) checkListed(whole, fault);
    for (const [index, { matter }] of next.entries())
      if (!ids.has(matter)) faultsIn(written)(["next", index, "matter"], `next: no matter "${matter}" in this city`, matter);
  }
  for (const [index, id] of (city?.value.order ?? []).entries())
    if (!ids.has(id)) faultsIn(city!)(["order", index], `order names "${id}", which is no matter of the city`, id);
}

function checkGroups({ facts }: MatterFile, fault: Fault): void {
  for (const [index, { group }] of facts.entries()) {
    const before = facts.slice(0, index).map((other) => other.group);
    if (before.includes(group) && before.at(-1) !== group)
      fault(["facts", index, "group"], `group "${group}" is taken up again: its heading would stand twice`);
  }
}

const LISTS = ["conditions", "materials", "notices", "sections", "next", "steps", "amounts", "dates"] as const;
const RECORDS = ["remedies", "headlines", "places", "timeLimits", "coverage", "options", "faults"] as const;

/** Words of a mere checklist that it never names; those of a formula a test finds. */
function checkListed(file: MatterFile, fault: Fault): void {
  const lists: Readonly<Record<string, unknown>> = { ...file.checklist, remedies: file.checklist?.conditions };
  const check = (key: string, id: string, path: readonly PropertyKey[]): void => {
    if (!(JSON.stringify(lists[key]) ?? "").includes(`"use":"${id}"`))
      fault(path, `${key}: "${id}" is declared but the checklist never uses it`);
  };
  for (const key of LISTS) for (const [index, { id }] of file[key].entries()) check(key, id, [key, index, "id"]);
  for (const key of RECORDS) for (const id of Object.keys(file[key])) check(key, id, [key, id]);
}
