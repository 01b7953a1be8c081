/** Who may enrol as a resident, and from when (DL-15). The first condition that fails decides what is said. */
import { yearOfDate, yearOfMonth } from "../../../../src-shared/domain/calendar.ts";
import { residenceOf } from "../../engine/contribution/residence.ts";
import { addCondition, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts/facts.ts";
import { leaf, told, type Node } from "../../engine/node.ts";
import { means } from "../../engine/operations.ts";
import type { Template } from "../../engine/result.ts";
import type { Facts } from "../../generated/dalian/resident-enrolment.ts";
import { addDecember } from "../december.ts";
import { addYearOpen, type Cover } from "./cover.ts";
import type { Names } from "./resident-enrolment.ts";

/** What stands in the way of enrolment. */
export interface Obstacle {
  readonly headline: Template;
  /** Where it is not the enrolment's own. */
  readonly timeLimit?: Template;
  /** Whether it is a change of scheme that has to come first. */
  readonly changes: boolean;
}

export function addConditions(names: Names, facts: Facts, asOf: AsOf, cover: Cover, draft: Draft): Obstacle | null {
  const { condition, remedy, headline, reading, option, value, leaf: leaves } = names;
  let first: Obstacle | null = null;
  const residence = residenceBy(names, facts);
  const resides = residence.value !== value.residence.none;
  // where a permit is read as not enough, getting one changes nothing
  const { mayEnrol } = reading.residentPermit.is;
  addCondition(draft, condition.residence, resides, residence, mayEnrol ? remedy.getPermit : remedy.moveHousehold, null);
  if (!resides) first = { headline: mayEnrol ? headline.notYetResidence : headline.notYetHousehold, changes: false };

  const { former, stillInsured } = facts;
  const still = stillInsured === 1;
  const employee = stillInsured === undefined ? leaves.former[former]! : leaves.stillInsured[stillInsured]!;
  addCondition(draft, condition.notEmployee, !still, employee, remedy.suspend, null);
  if (still) first ??= { headline: headline.notYetEmployee, changes: true };

  const flexible = former === option.former.flexible;
  const leaver = former === option.former.unit ? reading.unitLeaver : null;
  if (leaver !== null) draft.remarks.push(leaver.node);
  if (flexible || leaver?.is.december === true) {
    const paid = flexible ? paidThisYear(names, facts, asOf) : null;
    const { met, said } = addDecember(names, asOf, paid, leaver?.node ?? null, draft);
    if (!met) first ??= { headline: headline.notYetDecember(said), timeLimit: names.timeLimit.december(said), changes: true };
  }

  if (addYearOpen(names, cover, draft)) return first;
  const insuredYearNumber = cover.paid.year;
  const says =
    cover.opens === null
      ? headline.notYetYear({ insuredYearNumber })
      : headline.notYetPeriod({ insuredYearNumber, periodFrom: cover.opens });
  return first ?? { headline: says, changes: false };
}

/** Whoever learns here joins by the school; a permit counts as the reading says. */
function residenceBy(names: Names, { group, household, permit }: Facts): Node {
  const { step: steps, leaf: leaves, value } = names;
  if (household === undefined) return means(steps.studentResidence, leaves.group[group]!, names.residenceOf);
  const { is, node } = names.reading.residentPermit;
  // without a permit nothing hangs on the reading, but whether getting one helps
  if (permit === undefined || (permit === 0 && is.mayEnrol)) return residenceOf(names, { household, permit });
  const by = is.mayEnrol ? value.residence.permit : value.residence.none;
  return told(steps.permitResidence, by, [leaves.permit[permit]!, node]);
}

function paidThisYear({ step: steps, fact }: Names, { lastPaid }: Facts, asOf: AsOf): Node {
  const month = leaf(fact.lastPaid, lastPaid!);
  return told(steps.paidThisYearByMonth, yearOfMonth(month.value) === yearOfDate(asOf.date) ? 1 : 0, [month]);
}
