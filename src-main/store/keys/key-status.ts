/** What holds the key of a store, in the words of the diagnosis. */
import { dirname } from "node:path";
import { travelTogether } from "../../access/same-stick.ts";
import { otherMachineKeys, type KeyKeeper, type OpenedKeys } from "./keys.ts";
import type { KeyStatus } from "./types.ts";

/** @param opened `keptBy: null`: by the recovery code, whatever this machine keeps; `null`: not encrypted */
export function keyStatusOf(
  path: string,
  opened: (Omit<OpenedKeys, "keptBy"> & { readonly keptBy: KeyKeeper | null }) | null,
  keepers: readonly KeyKeeper[],
): KeyStatus {
  if (opened === null)
    return { encrypted: false, keptBy: "none", keyFile: null, travels: false, recoveryCodeMadeAt: null, others: [] };
  const { keys, keptBy } = opened;
  const file = keptBy?.file ?? null;
  return {
    encrypted: true,
    keptBy: keptBy?.kind ?? keys.machine[0]?.by ?? "none",
    keyFile: file,
    travels: travelTogether(dirname(path), file),
    recoveryCodeMadeAt: keys.recovery?.madeAt ?? null,
    others: keptBy === null ? [] : otherMachineKeys({ ...opened, keptBy }, keepers),
  };
}
