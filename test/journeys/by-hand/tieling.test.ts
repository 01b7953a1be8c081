import { byHandSuite } from "./suite.ts";
import { tieling } from "./tieling.ts";

byHandSuite(tieling);
