/** Which cases there are of a matter: those that stand in test/policy, and those that are only recorded. */
import type { FactInputs } from "../../src-shared/domain/facts.ts";
import { officeFigures } from "../journeys/by-hand/office-figures.ts";
import { packFor } from "../policy/golden.ts";
import { BY_HAND, CITIES, GOLDEN } from "../policy/of-cities.ts";
import type { Asked, Office } from "./answer.ts";

/** The second of a name as `name (2)`. */
function once(asked: readonly Asked[]): Asked[] {
  const seen = new Map<string, number>();
  return asked.map((each) => {
    const nth = (seen.get(each.name) ?? 0) + 1;
    seen.set(each.name, nth);
    return nth === 1 ? each : { ...each, name: `${each.name} (${nth})` };
  });
}

export const MATTERS: readonly string[] = CITIES.flatMap((city) => [...packFor(city).matters.keys()]);

/** Golden cases and cases by hand, as they stand in the tests now. */
export function written(matter: string): readonly Asked[] {
  const golden = [...GOLDEN.values()].flat().flatMap(([id, cases]) => (id === matter ? cases : []));
  const byHand = BY_HAND.filter((one) => one.matter === matter);
  return once([
    ...golden.map(({ rule, title, asOf, facts, officeFigures: figures = [], readings = {} }): Asked => ({
      name: `golden ${rule} ${title}`,
      asOf,
      facts,
      office: { figures, readings },
      span: true,
    })),
    ...byHand.map(({ title, city, asOf, facts }): Asked => {
      const office: Office = { figures: officeFigures[city], readings: {} };
      return { name: `by hand ${title}`, asOf, facts: facts as FactInputs, office, span: false };
    }),
  ]);
}
