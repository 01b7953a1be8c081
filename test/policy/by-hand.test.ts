/** Cases of every matter, worked out from the documents by somebody who had not seen the program's rules. */
import { byHandSuite } from "../journeys/by-hand/suite.ts";
import { BY_HAND } from "./of-cities.ts";

byHandSuite(BY_HAND);
