/**
 * Dalian, change of scheme (DL-11, ALL-03). Source: answers of 2025-04. Only the change between flexible insurance and the resident
 * scheme is bound to December; whoever becomes a resident is covered as by the enrolment there.
 */
import { newDraft, NONE, type Draft } from "../engine/draft.ts";
import type { AsOf } from "../engine/facts/facts.ts";
import type { Fault } from "../engine/formula.ts";
import type { Result } from "../engine/result.ts";
import { define, type Facts, type SomeFacts, type Words } from "../generated/dalian/scheme-change.ts";
import { addDecember, inDecember, type December } from "./december.ts";
import { addResidentCover, addYearOpen, changeFault, hasMissed, residentCover, type Cover } from "./resident/cover.ts";
import { decemberFault, paymentFault, paymentOf, periodQuestions } from "./resident/payment.ts";
import { bindResident } from "./resident/words.ts";

type Names = ReturnType<typeof bind>;

const bind = (words: Words) => ({ ...words, ...bindResident(words), list: words.checklist("not-yet") });

export default define(bind, {
  derive(names, facts, asOf) {
    const joins = joinsNow(names, facts, asOf);
    const { periodUnknown, afterPeriod } = periodQuestions(names, facts, asOf);
    return {
      outsideDecember: !inDecember(asOf),
      anyMonth: isFree(names, facts, asOf),
      joins,
      periodUnknown: joins && periodUnknown,
      afterPeriod: joins && afterPeriod,
      missed: joins && hasMissed(names, facts, asOf),
      // only the decision tells
      early: false,
      closed: false,
      lost: false,
    };
  },
  check,
  evaluate,
});

const toResident = ({ option }: Names, { direction }: SomeFacts): boolean =>
  direction === option.direction.flexibleToResident || direction === option.direction.unitToResident;

/** Whether the month is no question. */
function isFree({ option, reading }: Names, { direction, paidThisYear }: SomeFacts, asOf: AsOf): boolean {
  if (direction === option.direction.flexibleToUnit) return true;
  if (direction === option.direction.unitToResident) return !reading.unitLeaver.is.december;
  return !inDecember(asOf) && paidThisYear === 0 && reading.sameYearChange.is.anyMonth;
}

const joinsNow = (names: Names, facts: SomeFacts, asOf: AsOf): boolean =>
  toResident(names, facts) && (inDecember(asOf) || isFree(names, facts, asOf));

function check(names: Names, facts: Facts, asOf: AsOf): readonly Fault[] {
  if (joinsNow(names, facts, asOf)) {
    const wrong = paymentFault(names, facts, asOf);
    return wrong === null ? changeFault(names, facts, asOf) : [wrong];
  }
  // what December would be for is not known either
  const wrong = toResident(names, facts) ? decemberFault(names, asOf) : null;
  return wrong === null ? NONE : [{ fact: "direction", text: wrong }];
}

function evaluate(names: Names, facts: Facts, asOf: AsOf): Result {
  const draft = newDraft();
  const december = decemberOf(names, facts, asOf, draft);
  const inTime = december === null || december.met;
  const found = inTime && toResident(names, facts) ? coverOf(names, facts, asOf, draft) : null;
  const open = found === null || addYearOpen(names, found, draft);
  if (found !== null && open) addResidentCover(names, draft, found);
  const early = !open && found.opens !== null;
  const flags = {
    anyMonth: isFree(names, facts, asOf),
    joins: found !== null,
    early,
    closed: !open && !early,
    lost: open && found !== null && found.lost,
  };
  return names.list.judge(facts, flags, draft, inTime && open ? undefined : "not-yet", {
    changeFrom: december?.said.changeFrom,
    changeUntil: december?.said.changeUntil,
    insuredYearNumber: found?.paid.year,
    periodFrom: found?.opens ?? undefined,
    treatmentFrom: found?.waiting.treatmentFrom,
    yearEnd: found?.end,
  });
}

/** `null` where the month is no question. */
function decemberOf(names: Names, { direction, paidThisYear }: Facts, asOf: AsOf, draft: Draft): December | null {
  const { flexibleToUnit, unitToResident } = names.option.direction;
  if (direction === flexibleToUnit) return null;
  const { is, node } = names.reading.unitLeaver;
  if (direction === unitToResident) {
    if (is.december) return addDecember(names, asOf, null, node, draft);
    draft.remarks.push(node);
    return null;
  }
  return addDecember(names, asOf, paidThisYear === undefined ? null : names.leaf.paidThisYear[paidThisYear]!, null, draft);
}

/** Cover for the year that is paid for, as whoever enrols there has it. */
const coverOf = (names: Names, facts: Facts, asOf: AsOf, draft: Draft): Cover =>
  residentCover(names, facts, { kind: "employee" }, paymentOf(names, facts, asOf, draft), draft);
