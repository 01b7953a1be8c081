/**
 * Tieling, enrolment (TL-01, TL-04, TL-05, TL-06, TL-07). Source: notice of 2022-04-01, 一 and 二(二)(三).
 * Who may join what is asked for one capacity at a time; what keeps the person from it is named all at once.
 */
import { monthOfDate } from "../../../../src-shared/domain/calendar.ts";
import { newDraft, NONE } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts.ts";
import { defineFormula } from "../../engine/formula.ts";
import type { Result } from "../../engine/result.ts";
import { NOT_SPECIAL } from "../employee-waiting.ts";
import { paymentFault } from "../waiting.ts";
import { addConditions } from "./conditions.ts";
import { bindNames, spec, type EnrolmentFacts, type Names } from "./names.ts";
import { addWaiting } from "./waiting.ts";

export const enrolment = defineFormula({
  matter: "tieling.enrolment",
  facts: spec,
  bind(bindings) {
    const names = bindNames(bindings);
    const { option } = names;
    return {
      derive: (facts) => ({
        nonLocalJoins: facts.household === 0 && facts.capacity !== option.unit,
        asksFromResident: facts.firstTime === 1 && (facts.special ?? NOT_SPECIAL) === NOT_SPECIAL,
      }),
      check(facts, asOf) {
        if (facts.birthDate > asOf.date) return [{ fact: "birthDate", text: names.fault.bornAfter }];
        if (facts.capacity === option.resident) return NONE;
        const wrong = paymentFault(names.fault.payment, facts.paidOn, asOf);
        if (wrong !== null) return [{ fact: "paidOn", text: wrong }];
        if (facts.lastPaid === undefined) return NONE;
        if (facts.lastPaid > monthOfDate(facts.paidOn ?? asOf.date))
          return [{ fact: "lastPaid", text: names.fault.lastPaidTooLate }];
        return facts.lastPaid < monthOfDate(facts.birthDate)
          ? [{ fact: "lastPaid", text: names.fault.lastPaidBeforeBirth }]
          : NONE;
      },
      known: () => NONE,
      evaluate: (facts, asOf) => evaluate(names, facts, asOf),
    };
  },
});

function evaluate(names: Names, facts: EnrolmentFacts, asOf: AsOf): Result {
  const { option, headline } = names;
  const draft = newDraft();
  const tooYoung = addConditions(names, facts, asOf, draft);
  let failed = 0;
  for (const condition of draft.conditions) if (!condition.met) failed += 1;
  if (facts.correction === 1) draft.notices.push(names.notice.correction);

  const result = {
    place: names.place,
    timeLimit: names.timeLimit,
    conditions: draft.conditions,
    amounts: NONE,
    dates: draft.dates,
    coverage: draft.coverage,
    options: NONE,
    materials: facts.permit === 1 ? names.materials : NONE,
    notices: draft.notices,
    sections: NONE,
    conflicts: NONE,
    missing: NONE,
    remarks: draft.remarks,
  };
  if (failed > 0) {
    const onlyTooYoung = tooYoung && failed === 1;
    return {
      ...result,
      outcome: onlyTooYoung ? "not-yet" : "refused",
      headline: onlyTooYoung ? headline.tooYoung : headline.refused,
    };
  }
  if (facts.capacity === option.resident)
    return { ...result, outcome: "granted", headline: headline.asResident, next: names.next.resident };
  if (facts.fromResident === 1) {
    draft.remarks.push(names.reading.fromResident);
    if (names.reading.byChange)
      return { ...result, outcome: "granted", headline: headline.byChange, next: names.next.schemeChange };
  }
  const waits = addWaiting(names, facts, asOf, draft);
  return { ...result, outcome: "granted", headline: waits ? headline.waits : headline.atOnce };
}
