/** Cases of every matter of Dalian and Chongqing, worked out from the documents by somebody who had not seen the program's rules. */
import type { ByHand } from "../journeys/by-hand/case.ts";
import { byHandSuite } from "../journeys/by-hand/suite.ts";

const files = import.meta.glob<Readonly<Record<string, readonly ByHand[]>>>("./{dalian,chongqing}/by-hand/*.ts", { eager: true });

byHandSuite(Object.values(files).flatMap((file) => Object.values(file).flat()));
