/** A file of its own: with the rest of the city it would take twice as long as any other, while the second worker has nothing to do. */
import { dalian } from "./matters/dalian.ts";
import { everyMatterOf } from "./matters/suite.ts";

everyMatterOf({ ...dalian, matters: dalian.matters.filter(({ historic }) => historic) });
