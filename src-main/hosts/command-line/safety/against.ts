/** `counter audit --against`: the audit chain against the heads of it that backups keep. */
import { resolve } from "node:path";
import { zonedTimeAtCounter } from "../../../clock.ts";
import { titleOf } from "../../../desk/reports/audit-rows.ts";
import { compareAgainst, type Against, type Looked } from "../../../store/index.ts";
import { tell } from "../output.ts";
import { SAFETY_TEXT } from "./text.ts";

const TEXT = SAFETY_TEXT.against;

export interface ComparedWithFolder extends Against {
  /** Whether the chain goes on from every backup that is its own, or a restore says why not. */
  readonly matches: boolean;
}

export async function comparedWith(looked: Looked, given: string): Promise<ComparedWithFolder> {
  const folder = resolve(given);
  const found = await compareAgainst(looked, folder);
  tellOf(found, folder);
  const matches = found.backups.every(({ verdict }) => verdict === "contained" || verdict === "left");
  return { ...found, matches };
}

function tellOf({ backups, parting, others }: Against, folder: string): void {
  const contained = backups.filter(({ verdict }) => verdict === "contained");
  if (backups.length === 0) tell(TEXT.none(folder));
  if (contained.length > 0) tell(TEXT.contained(contained.length));
  for (const { name, verdict, sequence, restore } of backups) {
    if (verdict === "left") tell(TEXT.left(name, restore!));
    if (verdict === "shorter" || verdict === "different") tell(TEXT[verdict](name, sequence!));
    if (verdict === "damaged") tell(TEXT.damaged(name));
  }
  if (parting !== null) {
    const said = (row: typeof parting.here): string =>
      row === null ? TEXT.noRow : TEXT.row(zonedTimeAtCounter(row.at), titleOf(row.operation));
    tell(TEXT.parting(parting.sequence, said(parting.here), said(parting.there)));
  }
  const unsigned = backups.filter(({ signed, verdict }) => !signed && verdict !== "damaged").length;
  if (unsigned > 0) tell(TEXT.unsigned(unsigned));
  for (const { office, backups: count } of others) tell(TEXT.others(office, count));
}
