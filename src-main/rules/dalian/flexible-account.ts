/** From which month on flexible workers have no personal account while they pay. */
import type { Node } from "../engine/node.ts";
import type { Tables } from "../generated/dalian/data.ts";

export function noAccountFrom({ table }: { readonly table: Pick<Tables, "flexibleAccount"> }): Node {
  const accounts = table.flexibleAccount.by("month");
  // the row of all months to come
  return accounts.bound("month", accounts.row1(Infinity), "lowest", "month");
}
