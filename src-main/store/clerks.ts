import type { Role } from "../../src-shared/domain/roles.ts";
import type { Reader, Writer } from "./connection.ts";
import { StoreRefusal } from "./errors.ts";
import { insertOffice } from "./office.ts";
import { requireClerk, type Perform } from "./operation.ts";
import type { Act, ClerkChangeRow, ClerkRow, NewClerk, Store } from "./types.ts";

interface StoredClerk {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly password_hash: string;
  readonly active: number;
  readonly failed_logins: number;
  readonly last_failed_at: string | null;
  readonly last_login_at: string | null;
  readonly created_at: string;
  readonly must_change_password: number;
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
  createdAt: row.created_at,
  lastLoginAt: row.last_login_at,
  mustChangePassword: row.must_change_password === 1,
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
    list: () => reader.all<StoredClerk>("SELECT * FROM clerks ORDER BY active DESC, name, login").map(clerkRow),
    history: (id: string) =>
      reader.all<ClerkChangeRow>(
        `SELECT clerk_id AS clerkId, at, by_id AS byId, by_name AS byName, what, before, after, reason
         FROM clerk_changes WHERE clerk_id = ? ORDER BY number DESC`,
        id,
      ),
    administrators: () =>
      reader
        .all<{ name: string }>("SELECT name FROM clerks WHERE role = 'administrator' AND active = 1 ORDER BY name")
        .map(({ name }) => name),
  };
}

function requireFound(reader: Reader, id: string): StoredClerk {
  const clerk = reader.get<StoredClerk>("SELECT * FROM clerks WHERE id = ?", id);
  if (clerk === undefined) throw new StoreRefusal("not-found", `no clerk ${id}`);
  return clerk;
}

function insertClerk(writer: Writer, clerk: NewClerk, at: string, mustChangePassword: boolean): void {
  writer.run(
    `INSERT INTO clerks (id, login, name, role, password_hash, active, failed_logins, last_failed_at, created_at, must_change_password)
     VALUES (?, ?, ?, ?, ?, 1, 0, NULL, ?, ?)`,
    clerk.id,
    clerk.login,
    clerk.name,
    clerk.role,
    clerk.passwordHash,
    at,
    mustChangePassword ? 1 : 0,
  );
}

/** Who writes, as the history names it. */
interface By {
  readonly id: string | null;
  readonly name: string;
}

function note(
  writer: Writer,
  act: Act,
  by: By,
  clerkId: string,
  what: ClerkChangeRow["what"],
  before: string,
  after: string,
  reason: string,
): void {
  writer.run(
    "INSERT INTO clerk_changes (clerk_id, at, by_id, by_name, what, before, after, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    clerkId,
    act.at,
    by.id,
    by.name,
    what,
    before,
    after,
    reason,
  );
}

const activity = (active: boolean): string => (active ? "active" : "disabled");

export function clerkWrites(
  perform: Perform,
): Pick<Store["clerks"], "setUp" | "add" | "change" | "recordFailedLogin" | "recordLogin"> {
  return {
    setUp(act, office, administrator) {
      perform(act, "clerks.setUp", (writer) => {
        if (hasAdministrator(writer)) throw new StoreRefusal("already-set-up", "the office has an administrator already");
        insertOffice(writer, office);
        insertClerk(writer, administrator, act.at, false);
        note(writer, act, { id: null, name: "" }, administrator.id, "added", "", administrator.role, "");
        const { id, login, name, role } = administrator;
        return { answer: null, subject: id, detail: { office: { ...office }, login, name, role } };
      });
    },
    add(act, clerk) {
      perform(act, "clerks.add", (writer) => {
        const by = requireClerk(writer, act);
        if (writer.get("SELECT 1 FROM clerks WHERE login = ?", clerk.login) !== undefined) {
          throw new StoreRefusal("login-taken", `login ${clerk.login} is taken`);
        }
        insertClerk(writer, clerk, act.at, clerk.mustChangePassword);
        note(writer, act, by, clerk.id, "added", "", clerk.role, "");
        const { id, login, name, role } = clerk;
        return { answer: null, subject: id, detail: { login, name, role } };
      });
    },
    change(act, id, { reason = "", ...change }) {
      perform(act, "clerks.change", (writer) => {
        const by = requireClerk(writer, act);
        const before = clerkRow(requireFound(writer, id));
        const after = { ...before, ...change };
        const detail: Record<string, unknown> = reason === "" ? {} : { reason };
        const tell = (what: ClerkChangeRow["what"], from: string, to: string): void => {
          if (from === to) return;
          note(writer, act, by, id, what, from, to, reason);
          detail[what] = { before: from, after: to };
        };
        tell("name", before.name, after.name);
        tell("role", before.role, after.role);
        tell("active", activity(before.active), activity(after.active));
        if (change.passwordHash !== undefined) {
          note(writer, act, by, id, "password", "", "", reason);
          detail["password"] = true;
        }
        writer.run(
          `UPDATE clerks SET name = ?, role = ?, active = ?, password_hash = ?, must_change_password = ?,
             failed_logins = CASE WHEN ? THEN 0 ELSE failed_logins END,
             last_failed_at = CASE WHEN ? THEN NULL ELSE last_failed_at END
           WHERE id = ?`,
          after.name,
          after.role,
          after.active ? 1 : 0,
          after.passwordHash,
          after.mustChangePassword ? 1 : 0,
          change.passwordHash === undefined ? 0 : 1,
          change.passwordHash === undefined ? 0 : 1,
          id,
        );
        if (writer.get("SELECT 1 FROM clerks WHERE role = 'administrator' AND active = 1 LIMIT 1") === undefined) {
          throw new StoreRefusal("last-administrator", `${id} is the last administrator`);
        }
        return { answer: null, subject: id, detail };
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
        const changed = writer.run(
          "UPDATE clerks SET failed_logins = 0, last_failed_at = NULL, last_login_at = ? WHERE id = ?",
          act.at,
          clerkId,
        );
        if (changed === 0) throw new StoreRefusal("not-found", `no clerk ${clerkId}`);
        return { answer: null, subject: clerkId, detail: {} };
      });
    },
  };
}
