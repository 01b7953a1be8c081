/**
 * A mutant is alive or killed by what it does, not by the luck of a run: the same cases each time, and time only as a net.
 * A property that is cut off before its first case counts as failed, so that a short limit on a busy machine kills mutants that live.
 */
import fc from "fast-check";

fc.configureGlobal({ seed: 20_261_122, interruptAfterTimeLimit: 60_000 });
