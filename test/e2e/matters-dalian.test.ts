import { dalian } from "./matters/dalian.ts";
import { everyMatterOf } from "./matters/suite.ts";

everyMatterOf({ ...dalian, matters: dalian.matters.filter(({ historic }) => !historic) });
