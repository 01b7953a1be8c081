/** A figure that nobody has: every decision stays whole, and names it where money that is due rests on it. */
import type { Decision } from "../../src-shared/domain/decision.ts";
import { explanationFaults } from "../policy/golden.ts";
import { consultIn, decidedIn, where, type CityUnderTest, type Decided } from "./city.ts";
import { Tally, type Law } from "./law.ts";

/**
 * Figures without which something can be decided all the same: the decision says so with the notice. A base that is only held against
 * its limits stands as assessed; a part of a premium that nobody has published is not in the amounts.
 */
const SAID: Readonly<Record<string, string>> = {
  "dalian.base-lower-limit": "limitsUnknown",
  "dalian.base-upper-limit": "limitsUnknown",
  "dalian.person-large-sum-rate": "largeSumUnknown",
  "dalian.unit-large-sum-rate": "largeSumUnknown",
};

/** Figures whose time is the time of their rule: without a value there is no such rule. */
const RULES: ReadonlySet<string> = new Set(["chongqing.resident-subsidy-month", "chongqing.chengdu-months"]);

const uses = ({ steps }: Decision, figure: string): boolean => steps.some((step) => step.figure?.id === figure);

/** Ids of the figures that the due amounts of a decision rest on. */
function figuresUnderDue(decision: Decision): Set<string> {
  const found = new Set<string>();
  const walk = (index: number): void => {
    const step = decision.steps[index]!;
    if (step.figure !== null) found.add(step.figure.id);
    step.inputs.forEach(walk);
  };
  for (const { step, role } of decision.amounts) if (role === "due") walk(step);
  return found;
}

const nobodyHas = (figure: string): string => figure.replaceAll(/([{,] |^ +)value: [^,\n]+/gm, "$1value: null");

const without = (figure: string) => (files: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(files).map(([file, text]) => {
      const parts = text.split(/(?=^ {2}- id: )/m);
      return [file, parts.map((part) => (part.startsWith(`  - id: ${figure}\n`) ? nobodyHas(part) : part)).join("")];
    }),
  );

/** Loading a pack takes as long as hundreds of decisions: the offices that most of the cases have. */
const MOST_OFFICES = 2;

export const figureNobodyHas: Law = {
  title: "a figure nobody has",
  concerns: (city) => city.pack({ figures: [], readings: {} }).figures.size > 0,
  check(city) {
    const tally = new Tally();
    const decided = decidedIn(city);
    for (const figure of city.pack({ figures: [], readings: {} }).figures.keys()) {
      const users = decided.filter(({ decision }) => uses(decision, figure));
      const byOffice = [...Map.groupBy(users, ({ one }) => JSON.stringify(one.office)).values()];
      for (const group of byOffice.toSorted((a, b) => b.length - a.length).slice(0, MOST_OFFICES))
        check(city, figure, group, tally);
    }
    return tally.seen();
  },
};

function check(city: CityUnderTest, figure: string, users: readonly Decided[], tally: Tally): void {
  const { figures, readings } = users[0]!.one.office;
  const pack = city.packOf({ figures: figures.filter((entered) => entered.figure !== figure), readings }, without(figure));
  const has = pack.figures.get(figure)!.values.some(({ node }) => node !== null);
  if (has) tally.faults.push(`${figure}: somebody has it still`);
  for (const { one, evaluation, decision: before } of users) {
    tally.count += 1;
    const fault = (what: string): number => tally.faults.push(`${where(one)}, without ${figure}: ${what}`);
    const { decision, errors, unanswered } = consultIn(pack, one);
    if (decision === null) {
      // a question that the figure has spared may be open, or answered by the way
      const asked = new Set(evaluation.questions.map(({ id }) => id));
      for (const { fact, message } of errors.filter((error) => asked.has(error.fact))) fault(`${fact} is wrong now: ${message}`);
      if (errors.length + unanswered.length === 0) fault("not decided");
      continue;
    }
    for (const found of explanationFaults(decision)) fault(found);
    if (uses(decision, figure)) fault("uses it all the same");
    if (!figuresUnderDue(before).has(figure) || RULES.has(figure)) continue;
    if (decision.notices.some(({ id }) => id === SAID[figure])) continue;
    if (!decision.missingFigures.some((missing) => missing.figure === figure)) fault("does not name it");
    if (decision.outcome !== "figure-missing") fault(`is ${decision.outcome}`);
  }
}
