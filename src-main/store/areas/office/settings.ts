import { canonicalJson } from "../../file/canonical.ts";
import type { Reader } from "../../file/connection.ts";
import { requireClerk, seconded, type Perform } from "../../file/operation.ts";
import type { RowOf } from "../../file/table.ts";
import { SETTINGS } from "./columns.ts";
import type { SettingRow } from "./types.ts";
import type { Store } from "../../types.ts";

const PUT = SETTINGS.without("number");
const NEWEST_FIRST = "WHERE name = ? ORDER BY number DESC";
const NEWEST = `${NEWEST_FIRST} LIMIT 1`;

const settingRow = (row: Omit<RowOf<typeof SETTINGS>, "number">): SettingRow => ({
  ...row,
  value: JSON.parse(row.value) as unknown,
});

export const settingReads = (reader: Reader): Pick<Store["settings"], "get" | "history"> => ({
  get(name) {
    const row = PUT.get(reader, NEWEST, name);
    return row && settingRow(row);
  },
  history: (name) => PUT.all(reader, NEWEST_FIRST, name).map(settingRow),
});

export const settingWrites = (perform: Perform): Pick<Store["settings"], "put"> => ({
  put(act, name, value, reason, second) {
    perform(act, "settings.put", (writer) => {
      const clerk = requireClerk(writer, act);
      const json = canonicalJson(value);
      const before = PUT.get(writer, NEWEST, name);
      PUT.insert(writer, { name, value: json, reason, clerkName: clerk.name, at: act.at });
      return {
        answer: null,
        subject: name,
        detail: { before: before ? (JSON.parse(before.value) as unknown) : null, value, reason, ...seconded(second) },
      };
    });
  },
});
