/** Which place of the code is turned. The instrumented sources ask it, as a global, wherever they pass one of their places. */

/** What stands at a place: an operation of the rules, or an operator as a function. */
export type At = (...operands: never[]) => unknown;

/** A loop that no longer ends passes its place more often; a decision does some dozen times. */
const MOST_HITS = 100_000;

export const turnSwitch = {
  /** Number of the place; none is turned at -1. */
  place: -1,
  /** What stands there instead. */
  by: undefined as At | undefined,
  hits: 0,
  /** Where it is there: takes up the places that are passed. */
  passed: undefined as Set<number> | undefined,

  at(place: number, written: At): At {
    turnSwitch.passed?.add(place);
    if (place !== turnSwitch.place) return written;
    if (++turnSwitch.hits > MOST_HITS) throw new Error("a place is passed without end");
    return turnSwitch.by!;
  },
};

export const SWITCH = "turned_";
Object.assign(globalThis, { [SWITCH]: turnSwitch });
