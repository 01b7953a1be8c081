import { goldenSuite } from "../golden-suite.ts";
import { CHONGQING_CASES } from "./all.cases.ts";

goldenSuite("chongqing", CHONGQING_CASES, ["choice", "figure-missing", "granted", "guidance", "not-yet", "refused"]);
