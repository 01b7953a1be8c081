import { goldenSuite } from "../golden-suite.ts";
import { TIELING_CASES } from "./all.cases.ts";

goldenSuite("tieling", TIELING_CASES, ["choice", "figure-missing", "granted", "guidance", "not-yet", "refused"]);
