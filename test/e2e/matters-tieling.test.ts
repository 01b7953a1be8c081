import { tieling } from "./matters/tieling.ts";
import { everyMatterOf } from "./matters/suite.ts";

everyMatterOf(tieling);
