import type { AreaHandlers } from "./handlers.ts";
import type { DeskTools } from "./tools.ts";

export function officeCalls(tools: DeskTools): AreaHandlers<"office"> {
  return { "office.get": () => tools.store.office.get() };
}
