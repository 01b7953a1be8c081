/** The result beside the form. */
import { consult } from "../rules/index.ts";
import type { AreaHandlers } from "./handlers.ts";
import type { DeskTools } from "./tools.ts";

export function counterCalls(tools: DeskTools): AreaHandlers<"counter"> {
  return {
    "counter.evaluate": ({ matter, asOf, facts }) => consult(tools.packs.ofMatter(matter), matter, facts, asOf),
  };
}
