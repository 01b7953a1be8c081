/**
 * Dalian, change of scheme (DL-11, ALL-03). Source: answers of 2025-04. Only the change between flexible insurance and the resident
 * scheme is bound to December; whoever becomes a resident is covered as by the enrolment there.
 */
import { newDraft, NONE, type Draft } from "../engine/draft.ts";
import type { AsOf, Facts, SomeFacts } from "../engine/facts.ts";
import { defineFormula, type Bindings } from "../engine/formula.ts";
import { addDecember, bindDecember, inDecember } from "./december.ts";
import {
  addResidentCover,
  addYearOpen,
  bindResidentCover,
  changeFault,
  hasMissed,
  residentCover,
  type LastInsured,
} from "./resident/cover.ts";
import { decemberFault, paymentFault, periodQuestions } from "./resident/payment.ts";

const spec = {
  direction: "choice",
  paidThisYear: "flag?",
  group: "choice?",
  assisted: "choice?",
  lastPaid: "month?",
  continuousMonths: "count?",
  paidOn: "date?",
  insuredYear: "choice?",
  inAnnouncedPeriod: "flag?",
  registeredInTime: "flag?",
  repairedYears: "count?",
} as const;
type Names = ReturnType<typeof bindNames>;
type ChangeFacts = Facts<typeof spec>;
type SomeChangeFacts = SomeFacts<typeof spec>;

function bindNames(names: Bindings) {
  const leaver = names.reading("dalian.unit-leaver");
  return {
    list: names.checklist("not-yet"),
    december: bindDecember(names),
    cover: bindResidentCover(names),
    toUnit: names.option("direction", "flexible-to-unit"),
    toFlexible: names.option("direction", "resident-to-flexible"),
    fromUnit: names.option("direction", "unit-to-resident"),
    paidThisYear: names.leaves("paidThisYear"),
    leaver: leaver.node,
    leaverWaits: leaver.is("december"),
  };
}

const toResident = ({ toUnit, toFlexible }: Names, { direction }: SomeChangeFacts): boolean =>
  direction !== undefined && direction !== toUnit && direction !== toFlexible;

/** Whether the month is no question. */
function isFree(names: Names, facts: SomeChangeFacts, asOf: AsOf): boolean {
  if (facts.direction === names.toUnit) return true;
  if (facts.direction === names.fromUnit) return !names.leaverWaits;
  return !inDecember(asOf) && facts.paidThisYear === 0 && names.december.unpaidYearIsFree;
}

const lastInsured = ({ lastPaid }: SomeChangeFacts): LastInsured | null => (lastPaid === undefined ? null : { month: lastPaid });

type End = "open" | "early" | "closed" | "lost";

/** @param end whether the year can still be paid for, and anything of it is left after the wait */
function flags(names: Names, facts: SomeChangeFacts, asOf: AsOf, end: End) {
  const { cover } = names;
  const anyMonth = isFree(names, facts, asOf);
  const joins = toResident(names, facts) && (anyMonth || inDecember(asOf));
  const questions = joins ? periodQuestions(cover.payment, facts, asOf) : null;
  return {
    outsideDecember: !inDecember(asOf),
    anyMonth,
    joins,
    periodUnknown: questions !== null && questions.periodUnknown,
    afterPeriod: questions !== null && questions.afterPeriod,
    missed: joins && hasMissed(cover, facts, lastInsured(facts), asOf),
    early: end === "early",
    closed: end === "closed",
    lost: end === "lost",
  };
}

export const schemeChange = defineFormula({
  matter: "dalian.scheme-change",
  facts: spec,
  bind(bindings) {
    const names = bindNames(bindings);
    return {
      derive: (facts, asOf) => flags(names, facts, asOf, "open"),
      check(facts, asOf) {
        if (!flags(names, facts, asOf, "open").joins) {
          // what December would be for is not known either
          const wrong = toResident(names, facts) ? decemberFault(names.cover.payment, asOf) : null;
          return wrong === null ? NONE : [{ fact: "direction", text: wrong }];
        }
        const wrong = paymentFault(names.cover.payment, facts, asOf);
        return wrong === null ? changeFault(names.cover, facts, lastInsured(facts), asOf) : [wrong];
      },
      known: () => NONE,
      evaluate(facts, asOf) {
        const draft = newDraft();
        const inTime = facts.direction === names.toUnit || isInTime(names, facts, asOf, draft);
        const end = inTime && toResident(names, facts) ? asResident(names, facts, asOf, draft) : "open";
        const met = inTime && end !== "closed" && end !== "early";
        return names.list.judge(facts, flags(names, facts, asOf, end), draft, met ? undefined : "not-yet");
      },
    };
  },
});

function isInTime(names: Names, facts: ChangeFacts, asOf: AsOf, draft: Draft): boolean {
  if (facts.direction === names.fromUnit) {
    if (names.leaverWaits) return addDecember(names.december, asOf, null, names.leaver, draft);
    draft.remarks.push(names.leaver);
    return true;
  }
  const paidThisYear = facts.paidThisYear === undefined ? null : names.paidThisYear[facts.paidThisYear]!;
  return addDecember(names.december, asOf, paidThisYear, null, draft);
}

/** Cover for the year that is paid for, as whoever enrols there has it. */
function asResident({ cover }: Names, facts: ChangeFacts, asOf: AsOf, draft: Draft): End {
  const { lastPaid = null, continuousMonths } = facts;
  const found = residentCover(cover, facts, { kind: "employee", lastPaid, continuousMonths }, asOf, draft);
  if (!addYearOpen(cover, found, draft)) return found.opens === null ? "closed" : "early";
  return addResidentCover(cover, draft, found) ? "lost" : "open";
}
