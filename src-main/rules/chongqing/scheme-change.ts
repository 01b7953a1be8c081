/** Chongqing, change between the schemes and inside the employee scheme (CQ-03). Source: answers of 2023-08, 职工03问. */
import { monthOfDate } from "../../../src-shared/domain/calendar.ts";
import type { Conflict } from "../../../src-shared/domain/decision.ts";
import { addCondition, newDraft, NONE, type Draft } from "../engine/draft.ts";
import type { AsOf, Facts } from "../engine/facts.ts";
import { defineFormula, type Bindings } from "../engine/formula.ts";
import { leaf, step, type Node } from "../engine/node.ts";
import type { NextFound, Result, Template } from "../engine/result.ts";
import { NATIONAL_RULE_FROM } from "../national/resident-waiting.ts";
import { bindEmployeeWaiting, WAY } from "./employee-waiting.ts";
import { bindWaiting, interruptionBefore, paymentFaults, waitingFor, type Interruption, type Wait } from "./waiting.ts";

const spec = {
  direction: "choice",
  otherRelation: "flag",
  firstTime: "flag?",
  lastPaid: "month",
  continuousMonths: "count?",
  retired: "flag?",
  paidOn: "date?",
} as const;
type ChangeFacts = Facts<typeof spec>;
type Names = ReturnType<typeof bindNames>;

/** What a direction leads to; `way` is `null` towards the resident scheme. */
interface Direction {
  readonly way: number | null;
  readonly cross: boolean;
  readonly place: Template;
  readonly next: readonly NextFound[];
}

function bindNames(names: Bindings) {
  const shortMembership = names.reading("chongqing.short-membership");
  const table = names.table("chongqing.scheme-change");
  const answer = table.output("answer");
  const toUnit = { place: names.place("unit"), next: NONE };
  const toIndividual = { place: names.place("registered"), next: [names.next("individual")] };
  const toResident: Direction = { way: null, cross: true, place: names.place("street"), next: [names.next("resident")] };
  const directions: Direction[] = [];
  const set = (value: string, direction: Direction) => (directions[names.option("direction", value)] = direction);
  set("resident-to-unit", { way: WAY.residentToUnit, cross: true, ...toUnit });
  set("resident-to-flexible", { way: WAY.residentToIndividual, cross: true, ...toIndividual });
  set("unit-to-resident", toResident);
  set("flexible-to-resident", toResident);
  set("flexible-to-unit", { way: WAY.individualToUnit, cross: false, ...toUnit });
  set("unit-to-flexible", { way: WAY.unitToIndividual, cross: false, ...toIndividual });
  return {
    waiting: bindWaiting(names),
    employee: bindEmployeeWaiting(names),
    resident: {
      table,
      answer,
      months: table.output("months"),
      unpaid: table.output("unpaid"),
      change: table.choice(answer, "change"),
      short: table.choice(answer, "short-membership"),
      local: table.choice(answer, "local-rule"),
    },
    directions,
    leaf: {
      direction: names.leaves("direction"),
      otherRelation: names.leaves("otherRelation"),
      firstTime: names.leaves("firstTime"),
      retired: names.leaves("retired"),
    },
    reading: { shortMembership: shortMembership.node, free: shortMembership.is("no-wait") },
    continuousMonths: names.fact("continuousMonths"),
    waitMonths: names.step("waitMonths"),
    condition: names.condition("noDuplicate"),
    nationalSince2025: names.notice("nationalSince2025"),
    remedy: names.remedy("endOther"),
    headline: {
      atOnce: names.headline("atOnce"),
      waits: names.headline("waits"),
      atMost: names.headline("atMost"),
      backPay: names.headline("backPay"),
      notYet: names.headline("notYet"),
    },
    timeLimit: { none: names.timeLimit("none"), gap: names.timeLimit("gap") },
  };
}

export const schemeChange = defineFormula({
  matter: "chongqing.scheme-change",
  facts: spec,
  bind(bindings) {
    const names = bindNames(bindings);
    return {
      derive: ({ direction }) => {
        const chosen = direction === undefined ? undefined : names.directions[direction];
        const individual = chosen?.way === WAY.residentToIndividual || chosen?.way === WAY.unitToIndividual;
        return { cross: chosen?.cross === true, toIndividual: individual };
      },
      check: (facts, asOf) => paymentFaults(names.waiting, facts, asOf),
      known: () => NONE,
      evaluate: (facts, asOf) => evaluate(names, facts, asOf),
    };
  },
});

function evaluate(names: Names, facts: ChangeFacts, asOf: AsOf): Result {
  const { headline, leaf: leaves, waiting } = names;
  const draft = newDraft();
  const direction = names.directions[facts.direction]!;
  const single = facts.otherRelation === 0;
  addCondition(draft, names.condition, single, leaves.otherRelation[facts.otherRelation]!, names.remedy, null);
  const result = {
    place: direction.place,
    conditions: draft.conditions,
    amounts: NONE,
    materials: NONE,
    notices: draft.notices,
    sections: NONE,
    next: direction.next,
    conflicts: NONE,
    missing: NONE,
    remarks: draft.remarks,
  };
  if (!single)
    return {
      ...result,
      outcome: "not-yet",
      headline: headline.notYet,
      timeLimit: names.timeLimit.none,
      dates: NONE,
      coverage: NONE,
      options: NONE,
    };

  const interruption = interruptionBefore(waiting, facts, asOf);
  const wait = waitOf(names, facts, direction, interruption, draft);
  const found = waitingFor(waiting, wait, interruption, null, draft);
  draft.remarks.push(step(names.waitMonths, wait.months.value, [wait.months]));
  if (wait.short) draft.notices.push(waiting.notice.twoYears);
  const mayPay = found.options.length > 0;
  return {
    ...result,
    outcome: "granted",
    headline: mayPay
      ? headline.backPay
      : found.waiting.last === null
        ? headline.atOnce
        : wait.atMost
          ? headline.atMost
          : headline.waits,
    timeLimit: mayPay ? names.timeLimit.gap : names.timeLimit.none,
    dates: found.dates,
    coverage: found.coverage,
    options: found.options,
    conflicts: wait.conflicts,
  };
}

interface ChangeWait extends Wait {
  readonly short: boolean;
  readonly conflicts: readonly Conflict[];
  /** No source names the months, only the most they may be. */
  readonly atMost: boolean;
}

function waitOf(names: Names, facts: ChangeFacts, { way }: Direction, { gap, payment }: Interruption, draft: Draft): ChangeWait {
  const { leaf: leaves, resident } = names;
  const because: Node[] = [leaves.direction[facts.direction]!, gap!];
  if (facts.firstTime !== undefined) because.push(leaves.firstTime[facts.firstTime]!);
  if (facts.retired !== undefined) because.push(leaves.retired[facts.retired]!);
  if (facts.continuousMonths !== undefined) because.push(leaf(names.continuousMonths, facts.continuousMonths));
  const retired = facts.retired === 1;
  const continuousMonths = facts.continuousMonths ?? 0;
  if (way !== null) {
    const joining = { way, firstIndividual: facts.firstTime === 1, retired, continuousMonths, gap: gap!.value };
    return { ...names.employee.of(joining, because, draft), atMost: false };
  }
  const { table } = resident;
  const waits = table.row([retired ? 1 : 0, continuousMonths, gap!.value, 0]);
  const free = table.row([retired ? 1 : 0, continuousMonths, gap!.value, 1]);
  if (waits !== free) because.push(names.reading.shortMembership);
  const row = names.reading.free ? free : waits;
  const answer = table.node(row, resident.answer, because);
  draft.remarks.push(answer);
  const months = table.node(row, resident.months, because);
  const atMost = answer.value === resident.local;
  if (atMost && payment.value >= monthOfDate(NATIONAL_RULE_FROM)) draft.notices.push(names.nationalSince2025);
  return {
    months,
    after: null,
    unpaid: answer.value === resident.change ? table.node(row, resident.unpaid, because) : null,
    short: answer.value === resident.short && months.value > 0,
    conflicts: NONE,
    atMost,
  };
}
