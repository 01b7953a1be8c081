/** Who comes to the demo office: every matter of every city at least once. */
import type { DraftContent } from "../../../src-shared/domain/case.ts";
import type { FactInputs } from "../../../src-shared/domain/facts.ts";
import { monthAndDay, syntheticPersonBorn } from "../people.ts";
import { CHONGQING_VISITS } from "./chongqing.ts";
import { DALIAN_VISITS } from "./dalian.ts";
import { TIELING_VISITS } from "./tieling.ts";
import { visitDay, type Visit, type VisitDay } from "./visit.ts";

export const VISITS: readonly Visit[] = [...DALIAN_VISITS, ...TIELING_VISITS, ...CHONGQING_VISITS];

const STRIDE = 7;

/** The visit of the person with this index: by strides through all of them, so that cities and matters are mixed. */
export const visitOf = (index: number): Visit => VISITS[(index * STRIDE + Math.floor(index / VISITS.length)) % VISITS.length]!;

const USUAL_YEARS = 38;

function birthDate({ age = { years: USUAL_YEARS } }: Visit, index: number, at: VisitDay): string {
  if ("days" in age) return at.day(-age.days);
  // a birthday this year that lies behind: somebody of sixty is sixty
  const thisYear = `${at.year}-${monthAndDay(index)}`;
  return `${at.year - age.years - (thisYear > at.today ? 1 : 0)}-${monthAndDay(index)}`;
}

/** What a form would hold if everything were asked. @param index of the person; @param today ISO, the day of the visit */
export function visitForm(visit: Visit, index: number, today: string): DraftContent {
  const at = visitDay(today);
  const { birthDate: born, sex, ...person } = syntheticPersonBorn(index, birthDate(visit, index, at), visit.sex ?? sexOf(index));
  const facts: FactInputs = { ...visit.facts(at), birthDate: born, sex };
  return { matter: visit.matter, asOf: today, person, facts, materials: [], caseId: null, amends: false };
}

const sexOf = (index: number) => (index % 2 === 0 ? "male" : "female");
