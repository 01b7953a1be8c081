/** Journeys worked out from the documents by somebody who had not seen the program's rules. */
import { chongqing } from "./chongqing.ts";
import { chongqingResidents } from "./chongqing-residents.ts";
import { dalian } from "./dalian.ts";
import { dalianRetirement } from "./dalian-retirement.ts";
import { byHandSuite } from "./suite.ts";

byHandSuite([...dalian, ...dalianRetirement, ...chongqing, ...chongqingResidents]);
