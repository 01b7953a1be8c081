import type { Role } from "../../src-shared/domain/roles.ts";
import type { Reader, Writer } from "./connection.ts";
import { StoreRefusal } from "./errors.ts";
import { insertOffice } from "./office.ts";
import { requireClerk, seconded, type Perform } from "./operation.ts";
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
  readonly session_epoch: number;
  readonly given_by: string | null;
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
  sessionEpoch: row.session_epoch,
  givenBy: row.given_by,
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

/** @param givenBy who chose the password for them; `null`: they did so themselves */
function insertClerk(writer: Writer, clerk: NewClerk, at: string, givenBy: string | null): void {
  writer.run(
    `INSERT INTO clerks (id, login, name, role, password_hash, active, failed_logins, last_failed_at, created_at, must_change_password,
       given_by)
     VALUES (?, ?, ?, ?, ?, 1, 0, NULL, ?, ?, ?)`,
    clerk.id,
    clerk.login,
    clerk.name,
    clerk.role,
    clerk.passwordHash,
    at,
    givenBy === null ? 0 : 1,
    givenBy,
  );
}

/**
 * Names are told apart by eye, on papers and in the audit: what only a machine sees makes no difference. Nor may anybody take one
 * that another had before.
 */
const sightOf = (name: string): string =>
  name
    .normalize("NFKC")
    .replaceAll(/[\s\p{Default_Ignorable_Code_Point}·•・.]/gu, "")
    .toLowerCase();

function requireNameOfTheirOwn(reader: Reader, id: string, name: string): void {
  const others = reader.all<{ name: string }>(
    `SELECT name FROM clerks WHERE id <> ?
     UNION SELECT before FROM clerk_changes WHERE clerk_id <> ? AND what = 'name'
     UNION SELECT after FROM clerk_changes WHERE clerk_id <> ? AND what = 'name'`,
    id,
    id,
    id,
  );
  if (others.some((other) => sightOf(other.name) === sightOf(name)))
    throw new StoreRefusal("name-taken", `${id} is not the first`);
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
): Pick<Store["clerks"], "setUp" | "add" | "change" | "confirm" | "recordFailedLogin" | "recordLogin"> {
  return {
    setUp(act, office, administrator) {
      perform(act, "clerks.setUp", (writer) => {
        if (hasAdministrator(writer)) throw new StoreRefusal("already-set-up", "the office has an administrator already");
        insertOffice(writer, office);
        insertClerk(writer, administrator, act.at, null);
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
        requireNameOfTheirOwn(writer, clerk.id, clerk.name);
        insertClerk(writer, clerk, act.at, clerk.mustChangePassword ? by.id : null);
        note(writer, act, by, clerk.id, "added", "", clerk.role, "");
        const { id, login, name, role } = clerk;
        return { answer: null, subject: id, detail: { whom: { name, login }, role, ...seconded(clerk.second) } };
      });
    },
    change(act, id, { reason = "", second, ...change }) {
      perform(act, "clerks.change", (writer) => {
        const by = requireClerk(writer, act);
        const before = clerkRow(requireFound(writer, id));
        const after = { ...before, ...change };
        if (change.name !== undefined && change.name !== before.name) requireNameOfTheirOwn(writer, id, change.name);
        const whom = { name: before.name, login: before.login };
        const detail: Record<string, unknown> = { whom, ...(reason === "" ? {} : { reason }), ...seconded(second) };
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
             last_failed_at = CASE WHEN ? THEN NULL ELSE last_failed_at END,
             session_epoch = session_epoch + ?, given_by = ?
           WHERE id = ?`,
          after.name,
          after.role,
          after.active ? 1 : 0,
          after.passwordHash,
          after.mustChangePassword ? 1 : 0,
          change.passwordHash === undefined ? 0 : 1,
          change.passwordHash === undefined ? 0 : 1,
          // whoever signed in with the old password, or before being switched off, has to do so anew
          change.passwordHash !== undefined || (before.active && !after.active) ? 1 : 0,
          change.passwordHash !== undefined && by.id !== id ? by.id : before.givenBy,
          id,
        );
        if (writer.get("SELECT 1 FROM clerks WHERE role = 'administrator' AND active = 1 LIMIT 1") === undefined) {
          throw new StoreRefusal("last-administrator", `${id} is the last administrator`);
        }
        return { answer: null, subject: id, detail };
      });
    },
    confirm(act, id, second) {
      perform(act, "clerks.confirm", (writer) => {
        const by = requireClerk(writer, act);
        const { name, login, mustChangePassword, givenBy } = clerkRow(requireFound(writer, id));
        if (givenBy === null) throw new StoreRefusal("stale", `${id} needs no confirmation`);
        if (mustChangePassword) throw new StoreRefusal("not-yet-own", `${id} has not chosen a password yet`);
        writer.run("UPDATE clerks SET given_by = NULL WHERE id = ?", id);
        note(writer, act, by, id, "confirmed", givenBy, "", "");
        return { answer: null, subject: id, detail: { whom: { name, login }, ...seconded(second) } };
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
