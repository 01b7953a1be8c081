/** A property that holds is tried for a quarter of a second at most: a mutant is run against many of them. */
import fc from "fast-check";

fc.configureGlobal({ interruptAfterTimeLimit: 250 });
