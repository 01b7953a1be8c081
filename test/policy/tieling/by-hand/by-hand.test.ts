import { byHandSuite } from "../../../journeys/by-hand/run-case.ts";
import { tielingByHand } from "./all.ts";

byHandSuite("every matter of Tieling", tielingByHand);
