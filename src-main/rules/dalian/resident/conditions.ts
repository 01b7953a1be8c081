/** Who may enrol as a resident, and from when (DL-15). The first condition that fails decides what is said. */
import { yearOfDate, yearOfMonth } from "../../../../src-shared/domain/calendar.ts";
import { addCondition, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts.ts";
import { leaf, step, type Node } from "../../engine/node.ts";
import { addDecember } from "../december.ts";
import { addYearOpen, type Cover } from "./cover.ts";
import type { Names, ResidentFacts } from "./names.ts";

export type Standing = "open" | "residence" | "employee" | "december" | "period" | "year";

/** Values of the step `residence`. */
const NOTHING = 0;
const PERMIT = 1;
const HOUSEHOLD = 2;
const SCHOOL = 3;

export function conditions(names: Names, facts: ResidentFacts, asOf: AsOf, cover: Cover, draft: Draft): Standing {
  const { condition, remedy, option, leaf: leaves } = names;
  const residence = residenceOf(names, facts);
  // where a permit is read as not enough, getting one changes nothing
  const cure = names.reading.permitEnrols ? remedy.getPermit : remedy.moveHousehold;
  addCondition(draft, condition.residence, residence.value !== NOTHING, residence, cure, null);
  let standing: Standing = residence.value === NOTHING ? "residence" : "open";

  const former = leaves.former[facts.former]!;
  const still = facts.stillInsured === 1;
  const employee = facts.stillInsured === undefined ? former : leaves.stillInsured[facts.stillInsured]!;
  addCondition(draft, condition.notEmployee, !still, employee, remedy.suspend, null);
  if (still && standing === "open") standing = "employee";

  const leaver = facts.former === option.unit;
  if (leaver) draft.remarks.push(names.reading.leaver);
  if (facts.former === option.flexible || (leaver && names.reading.leaverWaits)) {
    const paidThisYear = facts.former === option.flexible ? paidThisYearOf(names, facts, asOf) : null;
    const inTime = addDecember(names.december, asOf, paidThisYear, leaver ? names.reading.leaver : null, draft);
    if (!inTime && standing === "open") standing = "december";
  }

  const isOpen = addYearOpen(names.cover, cover, draft);
  if (isOpen || standing !== "open") return standing;
  return cover.opens === null ? "year" : "period";
}

function residenceOf({ step: steps, leaf: leaves, reading, option }: Names, facts: ResidentFacts): Node {
  if (facts.group === option.pupil || facts.group === option.student)
    return step(steps.studentResidence, SCHOOL, [leaves.group[facts.group]!]);
  const household = leaves.household[facts.household!]!;
  if (facts.permit === undefined) return step(steps.residence, HOUSEHOLD, [household]);
  const permit = leaves.permit[facts.permit]!;
  // without a permit nothing hangs on the reading, but whether getting one helps
  if (facts.permit === 0 && reading.permitEnrols) return step(steps.residence, NOTHING, [household, permit]);
  return step(steps.permitResidence, reading.permitEnrols ? PERMIT : NOTHING, [permit, reading.permit]);
}

function paidThisYearOf({ step: steps, cover }: Names, { lastPaid }: ResidentFacts, asOf: AsOf): Node {
  const month = leaf(cover.fact.lastPaid, lastPaid!);
  return step(steps.paidThisYear, yearOfMonth(month.value) === yearOfDate(asOf.date) ? 1 : 0, [month]);
}
