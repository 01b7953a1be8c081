/** The ages between which somebody may join as an individual (CQ-03); the ages are the table `chongqing.individual-ages`. */
import { addMonths, birthday, monthOfDate, type Month, type PackedDate } from "../../../src-shared/domain/calendar.ts";
import { addCondition, addUnknown, NONE, type Draft } from "../engine/draft.ts";
import type { Bindings } from "../engine/formula.ts";
import { leaf, step, type Node } from "../engine/node.ts";

export interface AgeFacts {
  readonly sex?: number | undefined;
  readonly birthDate?: PackedDate | undefined;
  readonly household?: number | undefined;
  readonly chongqingPension?: number | undefined;
  readonly forMissingYears?: number | undefined;
}

export interface Age {
  readonly tooYoung: boolean;
  readonly tooOld: boolean;
  /** The last month that age lets treatment run to; `null` = no end. */
  readonly until: Month | null;
}

const ANY_AGE: Age = { tooYoung: false, tooOld: false, until: null };
const MONTHS_A_YEAR = 12;

export function bindIndividualAge(names: Bindings) {
  const table = names.table("chongqing.individual-ages");
  const output = { lowest: table.output("lowest"), limit: table.output("limit") };
  const leaves = {
    sex: names.leaves("sex"),
    household: names.leaves("household"),
    pension: names.leaves("chongqingPension"),
    forMissingYears: names.leaves("forMissingYears"),
  };
  const pastAge = names.reading("chongqing.nonlocal-past-age");
  const goOn = names.reading("chongqing.past-age-go-on");
  const birthDate = names.fact("birthDate");
  const sexFact = names.fact("sex");
  const steps = {
    lowestAgeDay: names.step("lowestAgeDay"),
    limitDay: names.step("limitDay"),
    mayGoOn: names.step("mayGoOn"),
    coveredUntil: names.step("coveredUntil"),
  };
  const condition = { lowestAge: names.condition("lowestAge"), upperAge: names.condition("upperAge") };
  const waitForAge = names.remedy("waitForAge");
  const limitDate = names.date("limitDay");
  const nearLimit = names.notice("nearLimit");

  const rowOf = ({ household, chongqingPension, sex }: AgeFacts): number =>
    table.row([household ?? 1, chongqingPension ?? 0, sex ?? 0]);
  const dayOf = (birth: PackedDate, age: number): PackedDate => birthday(birth, age / MONTHS_A_YEAR);

  /** Whether the answers so far put the person beyond the age at which the right to join ends. */
  function isPastAge(facts: AgeFacts, day: PackedDate): boolean {
    const { sex, birthDate: birth, household } = facts;
    if (household !== 0 || sex === undefined || birth === undefined) return false;
    return day >= dayOf(birth, table.value(rowOf({ household, sex }), output.limit));
  }

  /** The upper age of those registered elsewhere; who is asked for it has told the sex. */
  function upperAge(
    facts: AgeFacts,
    birth: Node,
    row: number,
    because: Node[],
    day: PackedDate,
    draft: Draft,
  ): Omit<Age, "tooYoung"> {
    const limit = table.node(row, output.limit, because);
    const limitDay = step(steps.limitDay, dayOf(birth.value, limit.value), [birth, limit]);
    const past = day >= limitDay.value;
    const asked = past && facts.forMissingYears === 1;
    const met = !past || (asked && goOn.is("allowed"));
    const node = asked ? step(steps.mayGoOn, met ? 1 : 0, [leaves.forMissingYears[1]!, goOn.node]) : limitDay;
    draft.conditions.push({ definition: condition.upperAge, met, node, remedies: NONE });
    draft.dates.push({ definition: limitDate, node: limitDay });
    if (past) return { tooOld: !met, until: null };
    if (limitDay.value <= addMonths(day, 1)) draft.notices.push(nearLimit);
    const until = step(steps.coveredUntil, monthOfDate(limitDay.value), [limitDay, pastAge.node]);
    draft.remarks.push(until);
    return { tooOld: false, until: pastAge.is("stops") ? until.value : null };
  }

  return {
    isPastAge,

    /** Adds the conditions about age; unknown where birth date or sex are not told. */
    add(facts: AgeFacts, day: PackedDate, draft: Draft): Age {
      const limited = table.value(rowOf(facts), output.limit) > 0;
      if (facts.birthDate === undefined) {
        draft.remarks.push(table.node(rowOf(facts), output.lowest, [leaves.household[facts.household ?? 1]!]));
        addUnknown(draft, condition.lowestAge, birthDate);
        if (limited) addUnknown(draft, condition.upperAge, birthDate);
        return ANY_AGE;
      }
      const birth = leaf(birthDate, facts.birthDate);
      const row = rowOf(facts);
      const because: Node[] = [leaves.household[facts.household ?? 1]!];
      if (facts.sex !== undefined) because.push(leaves.sex[facts.sex]!);
      if (facts.chongqingPension !== undefined) because.push(leaves.pension[facts.chongqingPension]!);
      const lowest = table.node(row, output.lowest, because);
      const lowestDay = step(steps.lowestAgeDay, dayOf(birth.value, lowest.value), [birth, lowest]);
      const tooYoung = day < lowestDay.value;
      addCondition(draft, condition.lowestAge, !tooYoung, lowestDay, waitForAge, lowestDay);
      if (!limited) return { ...ANY_AGE, tooYoung };
      if (facts.sex === undefined) {
        addUnknown(draft, condition.upperAge, sexFact);
        return { ...ANY_AGE, tooYoung };
      }
      return { tooYoung, ...upperAge(facts, birth, row, because, day, draft) };
    },
  };
}
