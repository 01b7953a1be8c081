import { chongqing } from "./matters/chongqing.ts";
import { everyMatterOf } from "./matters/suite.ts";

everyMatterOf(chongqing);
