import { goldenSuite } from "../golden-suite.ts";
import { DALIAN_CASES } from "./all.cases.ts";

goldenSuite("dalian", DALIAN_CASES, ["figure-missing", "granted", "guidance", "not-yet", "refused"]);
