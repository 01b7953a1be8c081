/** What a guess costs at the secrets that a program has put into a store which it has open no more. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openStoreReadOnly } from "../../../src-main/store/index.ts";
import { parseKeys } from "../../../src-main/store/keys/keys.ts";

export function costsIn(folder: string, login: string, recoveryCode: string) {
  const path = join(folder, "counter.db");
  const store = openStoreReadOnly(path, { recoveryCode });
  try {
    const [, algorithm, cost] = store.clerks.byLogin(login)!.passwordHash.split("$");
    const { recovery } = parseKeys(readFileSync(`${path}.keys.json`, "utf8"))!;
    return { password: `${algorithm} ${cost}`, recoveryCode: recovery!.cost };
  } finally {
    store.close();
  }
}

/** Written down once more: 128 MiB and a third of a second for every guess. */
export const FULL_COSTS = { password: "scrypt ln=17,r=8,p=1", recoveryCode: 131_072 };
