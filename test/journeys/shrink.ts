/** The shortest life that still breaks a law: spans left out and cut as long as the same law fails at the same place. */
import type { Violation } from "./laws/law.ts";
import { journey } from "./journey.ts";
import { lifeOf, type Life, type Span } from "./life.ts";
import { keyOf } from "./tally.ts";
import { visitOn, visitsOf, type Visit } from "./visit.ts";

export interface Example {
  readonly life: Life;
  readonly visit: Visit;
  readonly violation: Violation;
}

/** @param key which law, and where */
export function exampleOf(seed: number, key: string): Example | null {
  const life = lifeOf(seed);
  for (const visit of visitsOf(life)) {
    const violation = failureOf(life, visit, key);
    if (violation !== null) return shortest({ life, visit, violation }, key);
  }
  return null;
}

function failureOf(life: Life, visit: Visit, key: string): Violation | null {
  return journey(life, [visit]).violations.find((violation) => keyOf(violation) === key) ?? null;
}

function shortest(found: Example, key: string): Example {
  let best = found;
  for (let again = true; again;) {
    again = false;
    for (const life of simpler(best.life)) {
      const { seed, city, day, paidOn } = best.visit;
      const visit = visitOn(life, seed, city, day, paidOn);
      const violation = failureOf(life, visit, key);
      if (violation === null) continue;
      best = { life, visit, violation };
      again = true;
      break;
    }
  }
  return best;
}

function* simpler(life: Life): Generator<Life> {
  const { spans } = life;
  for (const index of spans.keys()) yield { ...life, spans: spans.filter((_span, other) => other !== index) };
  if (life.child !== null) yield { ...life, child: null };
  if (life.resigned !== null) yield { ...life, resigned: null };
  if (life.pension !== null) yield { ...life, pension: null };
  for (const [index, span] of spans.entries())
    for (const shorter of halves(span)) yield { ...life, spans: spans.map((other, at) => (at === index ? shorter : other)) };
}

/** Without its first half; a span of one month is as short as can be. */
function halves(span: Span): readonly Span[] {
  const length = span.to - span.from + 1;
  return length < 2 ? [] : [{ ...span, from: span.from + Math.ceil(length / 2) }];
}
