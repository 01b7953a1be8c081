/** Law 7 for years: local and cumulative months are those of the life, none of them twice. */
import { monthOfDate, parseMonth } from "../../../src-shared/domain/calendar.ts";
import { stepOf, type Answer } from "../ask.ts";
import { counted, monthOfAge } from "../counted.ts";
import { enrolledAs, textOf } from "../facts/common.ts";
import { count } from "../months.ts";
import type { Visit } from "../visit.ts";
import type { Law } from "./law.ts";

export const cumulativeYears: Law = {
  id: "7 years",
  title: "cumulative years are those of the life, no month twice",
  rules: ["ALL-01", "DL-05", "TL-11", "CQ-09"],
  check({ visit, answers, fail }) {
    for (const answer of answers) {
      const { matter, variant } = answer.question;
      if (!matter.endsWith(".retirement") || variant !== "" || answer.decision === null) continue;
      const told = stepOf(answer, "cumulative");
      const expected = cumulativeOf(visit, answer);
      if (told !== null && told !== expected.months)
        fail(`${matter}${expected.because}`, `${told} months, in the life ${expected.months}`, answer);
    }
  },
};

function cumulativeOf(visit: Visit, { question }: Answer): { readonly months: number; readonly because: string } {
  const { facts } = question;
  const now = monthOfDate(visit.day);
  if (visit.city === "tieling") return { months: counted(visit, "unit", true, now).cumulative, because: "" };
  if (visit.city === "chongqing")
    return { months: counted(visit, facts.capacity as "unit" | "flexible", false, now).cumulative, because: "" };
  // Dalian: service counts for who retires there, or belongs to a unit outside the local pension scheme
  const pensionHere = facts.way === "pension-here";
  const deemed = pensionHere || (facts.capacity === "unit" && facts.unitKind === "central");
  const fixed = monthOfAge(visit, visit.life.sex === "male" ? 60 : 55);
  const last = pensionHere ? Math.max(parseMonth(textOf(facts.pensionMonth))!, earlyAge(visit)) : fixed;
  const { months } = visit.past;
  // the exception for those units lets count what is deemed, and so the forces, too
  const forces = count(months.military.here) + count(months.military.away) > 0 && deemed;
  const expected = counted(visit, deemed ? enrolledAs(visit) : null, deemed, Math.min(last, now));
  const all = counted(visit, deemed ? enrolledAs(visit) : null, deemed, now);
  const bought = boughtMonths(visit, facts.pensionMonth, facts.capacity);
  const because = forces ? ", served in the forces" : all.local > expected.local ? ", paid when it was too late" : "";
  return { months: expected.cumulative + bought, because };
}

const earlyAge = (visit: Visit): number => monthOfAge(visit, visit.life.sex === "male" ? 50 : 45);

/** DL-06: a unit employee retired before 50 or 45 pays every month until then at once; a flexible worker goes on paying until then. */
function boughtMonths(visit: Visit, pensionMonth: unknown, capacity: unknown): number {
  const retired = typeof pensionMonth === "string" ? parseMonth(pensionMonth)! : null;
  if (retired === null || retired >= earlyAge(visit)) return 0;
  const from = capacity === "unit" ? retired : Math.min(monthOfDate(visit.day) - 1, earlyAge(visit));
  // what was paid ahead of the day is paid on like the rest
  const now = Math.min(earlyAge(visit), monthOfDate(visit.day));
  const paid = counted(visit, null, false, now).local - counted(visit, null, false, Math.min(from, now)).local;
  return earlyAge(visit) - from - paid;
}
