import type { Role } from "../../src-shared/domain/roles.ts";
import type { Reader } from "./connection.ts";
import { StoreRefusal } from "./errors.ts";
import { insertOffice } from "./office.ts";
import type { Perform } from "./operation.ts";
import type { ClerkRow, Store } from "./types.ts";

interface StoredClerk {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly password_hash: string;
  readonly active: number;
  readonly failed_logins: number;
  readonly last_failed_at: string | null;
}

const clerkRow = (row: StoredClerk): ClerkRow => ({
  id: row.id,
  login: row.login,
  name: row.name,
  role: row.role,
  passwordHash: row.password_hash,
  active: row.active === 1,
  failedLogins: row.failed_logins,
  lastFailedAt: row.last_failed_at,
});

const hasAdministrator = (reader: Reader): boolean =>
  reader.get("SELECT 1 FROM clerks WHERE role = 'administrator' LIMIT 1") !== undefined;

export function clerkReads(reader: Reader) {
  const find = (column: "login" | "id", value: string): ClerkRow | undefined => {
    const row = reader.get<StoredClerk>(`SELECT * FROM clerks WHERE ${column} = ?`, value);
    return row && clerkRow(row);
  };
  return {
    byLogin: (login: string) => find("login", login),
    byId: (id: string) => find("id", id),
    any: () => hasAdministrator(reader),
    administrators: () =>
      reader
        .all<{ name: string }>("SELECT name FROM clerks WHERE role = 'administrator' AND active = 1 ORDER BY name")
        .map(({ name }) => name),
  };
}

export function clerkWrites(perform: Perform): Pick<Store["clerks"], "setUp" | "recordFailedLogin" | "recordLogin"> {
  return {
    setUp(act, office, administrator) {
      perform(act, "clerks.setUp", (writer) => {
        if (hasAdministrator(writer)) throw new StoreRefusal("already-set-up", "the office has an administrator already");
        insertOffice(writer, office);
        writer.run(
          "INSERT INTO clerks VALUES (?, ?, ?, ?, ?, 1, 0, NULL)",
          administrator.id,
          administrator.login,
          administrator.name,
          administrator.role,
          administrator.passwordHash,
        );
        const { id, login, name, role } = administrator;
        return { answer: null, subject: id, detail: { office: { ...office }, login, name, role } };
      });
    },
    recordFailedLogin(act, clerkId) {
      perform(act, "clerks.recordFailedLogin", (writer) => {
        const changed = writer.run(
          "UPDATE clerks SET failed_logins = failed_logins + 1, last_failed_at = ? WHERE id = ?",
          act.at,
          clerkId,
        );
        if (changed === 0) throw new StoreRefusal("not-found", `no clerk ${clerkId}`);
        return { answer: null, subject: clerkId, detail: {} };
      });
    },
    recordLogin(act, clerkId) {
      perform(act, "clerks.recordLogin", (writer) => {
        const changed = writer.run("UPDATE clerks SET failed_logins = 0, last_failed_at = NULL WHERE id = ?", clerkId);
        if (changed === 0) throw new StoreRefusal("not-found", `no clerk ${clerkId}`);
        return { answer: null, subject: clerkId, detail: {} };
      });
    },
  };
}
