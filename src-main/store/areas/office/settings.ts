import { canonicalJson } from "../../file/canonical.ts";
import type { Reader } from "../../file/connection.ts";
import { requireClerk, seconded, type Perform } from "../../file/operation.ts";
import type { SettingRow } from "./types.ts";
import type { Store } from "../../types.ts";

const SETTINGS = `SELECT name, value, reason, clerk_name AS clerkName, at FROM settings WHERE name = ? ORDER BY number DESC`;

const settingRow = (row: SettingRow & { readonly value: string }): SettingRow => ({
  ...row,
  value: JSON.parse(row.value) as unknown,
});

export const settingReads = (reader: Reader): Pick<Store["settings"], "get" | "history"> => ({
  get(name) {
    const row = reader.get<SettingRow & { value: string }>(`${SETTINGS} LIMIT 1`, name);
    return row && settingRow(row);
  },
  history: (name) => reader.all<SettingRow & { value: string }>(SETTINGS, name).map(settingRow),
});

export const settingWrites = (perform: Perform): Pick<Store["settings"], "put"> => ({
  put(act, name, value, reason, second) {
    perform(act, "settings.put", (writer) => {
      const clerk = requireClerk(writer, act);
      const json = canonicalJson(value);
      const before = writer.get<{ value: string }>(`${SETTINGS} LIMIT 1`, name);
      writer.run(
        "INSERT INTO settings (name, value, reason, clerk_name, at) VALUES (?, ?, ?, ?, ?)",
        name,
        json,
        reason,
        clerk.name,
        act.at,
      );
      return {
        answer: null,
        subject: name,
        detail: { before: before ? (JSON.parse(before.value) as unknown) : null, value, reason, ...seconded(second) },
      };
    });
  },
});
