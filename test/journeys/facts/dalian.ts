/** Dalian's questions, answered from a life (DL-01 … DL-14). Who pays there pays month by month: the day at the counter is the day of payment. */
import {
  formatDate,
  formatMonth,
  monthOf,
  monthOfDate,
  packDate,
  yearOfDate,
  yearOfMonth,
} from "../../../src-shared/domain/calendar.ts";
import type { FactInputs } from "../../../src-shared/domain/facts.ts";
import { isEmployee } from "../life.ts";
import { count, lastUpTo, since, upTo } from "../months.ts";
import { employeeAway, employeeHere, gapOf, resident } from "../past.ts";
import type { Choice } from "../question.ts";
import { chance, oneOf, paymentMonth, type Visit } from "../visit.ts";
import {
  age,
  capacity,
  cityFacts,
  enrolledAs,
  last,
  months,
  monthText,
  pension,
  periodsOf,
  person,
  residence,
  years,
  type Matters,
} from "./common.ts";
import { HISTORIC } from "./dalian-historic.ts";

/** The employee scheme in Dalian alone decides what is first there (ALL-01). */
function enrolment(visit: Visit): FactInputs {
  const lastPaid = lastUpTo(employeeHere(visit.past), paymentMonth(visit));
  return {
    ...person(visit),
    ...residence(visit),
    ...meanwhile(visit),
    work: "freelancer",
    firstTime: lastPaid === null,
    lastPaid: monthText(lastPaid),
  };
}

/** What was paid elsewhere, or as a resident: only the readings ask for it. */
function meanwhile({ past, day }: Visit): FactInputs {
  const now = monthOfDate(day);
  return {
    residentMonths: periodsOf(upTo(resident(past), now)),
    elsewhereMonths: periodsOf(upTo(employeeAway(past), now)),
  };
}

function backPayment(visit: Visit): FactInputs | null {
  const paid = upTo(employeeHere(visit.past), paymentMonth(visit) - 1);
  if (count(paid) === 0) return null;
  return { ...meanwhile(visit), paid: months(paid), resumedMonth: null, currentPaid: chance(visit, "currentPaid", 70) };
}

function schemeChange(visit: Visit, choice: Choice): FactInputs | null {
  const before = last(visit);
  if (before === null || !before.here) return null;
  const from = before.scheme === "resident" ? "resident" : before.who;
  const direction = `${from}-to-${choice}`;
  if (!["flexible-to-unit", "flexible-to-resident", "resident-to-flexible"].includes(direction)) return null;
  const { months: lines } = visit.past;
  const paid = from === "resident" ? lines.resident.here : lines.flexible.here;
  const month = paymentMonth(visit);
  return { direction, paidThisYear: count(paid, monthOf(yearOfMonth(month), 1), month) > 0 };
}

/** The last time that the unemployment fund paid: still, or some months ago. */
function unemployment(visit: Visit): FactInputs | null {
  const { life, city, day } = visit;
  const now = monthOfDate(day);
  const fund = life.spans.findLast(({ who, place, from }) => who === "fund" && place === city && from <= now);
  if (fund === undefined || now > fund.to + 12) return null;
  const paid = life.spans.find((span) => isEmployee(span.who) && span.place === city && span.from > fund.to);
  const resumed = paid === undefined || paid.from > now || paid.paidOn !== null ? null : paid.from;
  return {
    ...meanwhile(visit),
    benefitFrom: formatMonth(fund.from),
    benefitTo: formatMonth(fund.to),
    resumedMonth: monthText(resumed),
    resumedAs: paid?.who === "unit" ? "unit" : "flexible",
  };
}

function retirement(visit: Visit): FactInputs | null {
  const settled = pension(visit);
  if (settled === null || last(visit) === null) return null;
  return {
    ...person(visit),
    ...years(visit),
    way: settled.way,
    pensionMonth: monthText(settled.month),
    kind: visit.life.kind,
    capacity: capacity(visit),
    unitKind: oneOf(visit, "unitKind", ["enterprise", "enterprise", "public", "central"]),
    treatmentElsewhere: chance(visit, "treatmentElsewhere", 5),
    enrolledAs: enrolledAs(visit),
    retirementBase: oneOf(visit, "base", ["5200", "6831.50", "9000"]),
    ownBase: null,
    filed: chance(visit, "filed", 80),
  };
}

/** 退职: approved this month or some time ago, for people of the age at which the clause makes a difference. */
function resignation(visit: Visit): FactInputs | null {
  const { life, day } = visit;
  if (life.resigned === null || age(visit) < 36 || age(visit) > 56 || last(visit) === null) return null;
  if (life.resigned > monthOfDate(day) + 1 || life.resigned < monthOfDate(day) - 30) return null;
  return {
    ...person(visit),
    ...years(visit),
    capacity: capacity(visit, life.resigned),
    approvalMonth: formatMonth(life.resigned),
    filed: chance(visit, "filed", 80),
    enrolledAs: enrolledAs(visit),
  };
}

function transferIn(visit: Visit): FactInputs | null {
  const { unit, flexible } = visit.past.months;
  if (count(unit.away) + count(flexible.away) === 0) return null;
  return {
    endedThere: chance(visit, "endedThere", 80),
    arrived: count(employeeHere(visit.past)) > 0,
    agent: chance(visit, "agent", 20),
  };
}

function transferOut(visit: Visit): FactInputs | null {
  const before = last(visit);
  if (before === null || !before.here || before.scheme === "resident") return null;
  return {
    member: before.who === "flexible" ? "flexible" : oneOf(visit, "member", ["unit", "unit", "public"]),
    innerDistricts: chance(visit, "inner", 50),
    status: before.month < paymentMonth(visit) - 1 || chance(visit, "suspended", 60) ? "suspended" : "active",
    proof: oneOf(visit, "proof", ["dismissal", "cadre-transfer", "none"]),
    agent: chance(visit, "agent", 20),
  };
}

function inpatient(visit: Visit): FactInputs {
  const retired = visit.life.pension !== null && visit.life.pension.month < monthOfDate(visit.day) - 2;
  const day = formatDate(packDate(yearOfDate(visit.day), 1, 1));
  return {
    capacity: retired ? "retired" : "in-service",
    birthDate: formatDate(visit.life.birth),
    retiredFrom: retired ? monthText(visit.life.pension.month + 1) : null,
    earlierPool: null,
    earlierBase: null,
    earlierSupplementary: null,
    earlierBurden: null,
    stays: {
      items: [
        {
          admitted: day,
          level: oneOf(visit, "level", ["grassroots", "second", "third", "top"]),
          cost: oneOf(visit, "cost", ["900", "12345.67", "480000"]),
        },
      ],
    },
  };
}

/** Who works for a unit there, the last months up to the day. */
function unitPremium(visit: Visit): FactInputs | null {
  const { past, day } = visit;
  const now = monthOfDate(day);
  const paid = since(upTo(past.months.unit.here, now), Math.max(now - 5, monthOf(2020, 7)));
  if (count(paid) === 0) return null;
  const wage = oneOf(visit, "unitWage", ["2000", "7777.77", "26000"]);
  return {
    who: oneOf(visit, "who", ["person", "unit"]),
    months: months(paid),
    newStaff: false,
    wage,
    wages: { items: Array.from({ length: yearOfMonth(now) - 2018 }, (_, at) => ({ year: 2019 + at, wage })) },
    sumOfBases: "1234567.89",
  };
}

const gapHere = (visit: Visit): number | null => gapOf(employeeHere(visit.past), paymentMonth(visit));

const MATTERS: Matters = {
  enrolment: { choices: ["flexible"], facts: enrolment, gap: gapHere },
  "back-payment": { choices: ["flexible"], facts: backPayment, gap: gapHere },
  "scheme-change": { choices: ["unit", "flexible", "resident"], facts: schemeChange },
  unemployment: { choices: ["past"], facts: unemployment },
  retirement: { choices: ["retirement"], facts: retirement },
  resignation: { choices: ["retirement"], facts: resignation },
  "transfer-in": { choices: ["past"], percent: 40, facts: transferIn },
  "transfer-out": { choices: ["past"], percent: 40, facts: transferOut },
  inpatient: { choices: ["past"], percent: 15, facts: inpatient },
  "unit-premium": { choices: ["past"], percent: 15, facts: unitPremium },
  move: {
    choices: ["unit"],
    percent: 15,
    facts: (visit) => ({
      direction: oneOf(visit, "move", ["inside", "leaving", "arriving"]),
      stage: oneOf(visit, "stage", ["not-suspended", "suspended", "enrolled"]),
    }),
  },
  death: {
    choices: ["past"],
    percent: 10,
    facts: (visit) => ({
      relation: oneOf(visit, "relation", ["unit", "socialised", "flexible"]),
      handler: oneOf(visit, "handler", ["unit", "street", "family"]),
    }),
  },
  "e-credential": {
    choices: ["past"],
    percent: 5,
    facts: (visit) => ({ reason: oneOf(visit, "reason", ["forgotten", "lost", "activate"]) }),
  },
  "payment-channels": {
    choices: ["flexible"],
    percent: 10,
    facts: (visit) => ({ purpose: oneOf(visit, "purpose", ["enrol", "pay", "back-payment"]) }),
  },
  ...HISTORIC,
};

export const dalian = cityFacts("dalian", MATTERS);
