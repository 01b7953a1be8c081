import { byHandSuite } from "./run-case.ts";
import { tieling } from "./tieling.ts";

byHandSuite("lives in Tieling", tieling);
