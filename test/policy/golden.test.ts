/** The golden cases of every city that the folders hold. */
import { goldenSuite } from "./golden-suite.ts";
import { GOLDEN } from "./of-cities.ts";

for (const [city, all] of GOLDEN) goldenSuite(city, all);
