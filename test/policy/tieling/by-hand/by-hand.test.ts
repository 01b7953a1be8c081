import { byHandSuite } from "../../../journeys/by-hand/suite.ts";
import { tielingByHand } from "./all.ts";

byHandSuite(tielingByHand);
