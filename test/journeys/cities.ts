/** The cities, and how each is asked. */
import type { City } from "./life.ts";
import { chongqing } from "./facts/chongqing.ts";
import { dalian } from "./facts/dalian.ts";
import { tieling } from "./facts/tieling.ts";
import type { CityFacts } from "./question.ts";

export const FACTS: Readonly<Record<City, CityFacts>> = { dalian, tieling, chongqing };
