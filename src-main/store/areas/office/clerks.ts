import { fold } from "../../../../src-shared/domain/fold.ts";
import type { Role } from "../../../../src-shared/domain/roles.ts";
import { seenAs } from "../../../../src-shared/domain/seen-as.ts";
import { dayAtCounter } from "../../../clock.ts";
import type { Reader, Writer } from "../../file/connection.ts";
import { StoreRefusal } from "../../file/errors.ts";
import { insertOffice } from "./office.ts";
import { requireClerk, seconded, type Perform } from "../../file/operation.ts";
import type { Act } from "../../file/types.ts";
import type { Acting, ClerkChangeRow, ClerkRow, NewClerk, RescuedAdministrator } from "./types.ts";
import type { Store } from "../../types.ts";

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
  /** Not there in stores of before. */
  readonly acting_role?: Role | null;
  readonly acting_until?: string | null;
}

/** ISO day at the counter; asked only where somebody stands in. */
export type Today = () => string;
/** For whoever has no clock: nobody stands in. */
const AFTER_ALL: Today = () => "9999-12-31";

const storedActing = ({ acting_role: role, acting_until: until }: StoredClerk): Acting | null =>
  role == null || until == null ? null : { role, until };

function actingNow(row: StoredClerk, today: Today): Acting | null {
  const acting = storedActing(row);
  return acting !== null && acting.until >= today() ? acting : null;
}

const clerkRow = (row: StoredClerk, acting: Acting | null): ClerkRow => ({
  id: row.id,
  login: row.login,
  name: row.name,
  role: acting?.role ?? row.role,
  permanentRole: row.role,
  acting,
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

/** @param today without it every role for a time counts as over */
export function clerkReads(reader: Reader, today: Today = AFTER_ALL) {
  const asOfToday = (row: StoredClerk): ClerkRow => clerkRow(row, actingNow(row, today));
  const find = (column: "login" | "id", value: string): ClerkRow | undefined => {
    const row = reader.get<StoredClerk>(`SELECT * FROM clerks WHERE ${column} = ?`, value);
    return row && asOfToday(row);
  };
  const list = (): ClerkRow[] => reader.all<StoredClerk>("SELECT * FROM clerks ORDER BY active DESC, name, login").map(asOfToday);
  return {
    // an input method may have left it in full width
    byLogin: (login: string) => find("login", login) ?? find("login", fold(login).trim()),
    byId: (id: string) => find("id", id),
    any: () => hasAdministrator(reader),
    list,
    actingOver: () => reader.all<StoredClerk>("SELECT * FROM clerks WHERE acting_until < ?", today()).map(asOfToday),
    rescued: () =>
      reader.all<RescuedAdministrator>(
        `SELECT clerk_id AS id, at, by_id AS byId, by_name AS byName, reason FROM clerk_changes AS rescue
         WHERE what = 'rescued' AND by_id IS NOT NULL
           AND EXISTS (SELECT 1 FROM clerks WHERE id = clerk_id AND active = 1 AND given_by IS NOT NULL)
           AND NOT EXISTS (SELECT 1 FROM clerk_changes AS later
             WHERE later.clerk_id = rescue.clerk_id AND later.number > rescue.number AND later.what IN ('rescued', 'confirmed'))
         ORDER BY number DESC`,
      ),
    history: (id: string) =>
      reader.all<ClerkChangeRow>(
        `SELECT clerk_id AS clerkId, at, by_id AS byId, by_name AS byName, what, before, after, reason
         FROM clerk_changes WHERE clerk_id = ? ORDER BY number DESC`,
        id,
      ),
    administrators: () =>
      list()
        .filter(({ active, role }) => active && role === "administrator")
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

/** Nor may anybody take a name that another had before. */
function requireNameOfTheirOwn(reader: Reader, id: string, name: string): void {
  const others = reader.all<{ name: string }>(
    `SELECT name FROM clerks WHERE id <> ?
     UNION SELECT before FROM clerk_changes WHERE clerk_id <> ? AND what = 'name'
     UNION SELECT after FROM clerk_changes WHERE clerk_id <> ? AND what = 'name'`,
    id,
    id,
    id,
  );
  if (others.some((other) => seenAs(other.name) === seenAs(name))) throw new StoreRefusal("name-taken", `${id} is not the first`);
}

/** Who writes, as the history names it. */
interface By {
  readonly id: string | null;
  readonly name: string;
}

/** The program, or whoever starts an office. */
const NOBODY: By = { id: null, name: "" };

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
/** `reviewer 2026-12-05`; empty = none. */
const actingText = (acting: Acting | null): string => (acting === null ? "" : `${acting.role} ${acting.until}`);

/** Somebody whose permanent role it is, who is not away in another one on that day. */
const hasActiveAdministrator = (reader: Reader, day: string): boolean =>
  reader.get(
    `SELECT 1 FROM clerks WHERE role = 'administrator' AND active = 1
       AND (acting_until IS NULL OR acting_until < ? OR acting_role = 'administrator') LIMIT 1`,
    day,
  ) !== undefined;

function requireFreeLogin(reader: Reader, login: string): void {
  if (reader.all<{ login: string }>("SELECT login FROM clerks").some((other) => seenAs(other.login) === seenAs(login)))
    throw new StoreRefusal("login-taken", `login ${login} is taken`);
}

export function clerkWrites(
  perform: Perform,
): Pick<
  Store["clerks"],
  "setUp" | "add" | "change" | "endActing" | "rescueAdministrator" | "confirm" | "recordFailedLogin" | "recordLogin"
> {
  return {
    setUp(act, office, administrator) {
      perform(act, "clerks.setUp", (writer) => {
        if (hasAdministrator(writer)) throw new StoreRefusal("already-set-up", "the office has an administrator already");
        insertOffice(writer, office);
        insertClerk(writer, administrator, act.at, null);
        note(writer, act, NOBODY, administrator.id, "added", "", administrator.role, "");
        const { id, login, name, role } = administrator;
        return { answer: null, subject: id, detail: { office: { ...office }, login, name, role } };
      });
    },
    add(act, clerk) {
      perform(act, "clerks.add", (writer) => {
        const by = requireClerk(writer, act);
        requireFreeLogin(writer, clerk.login);
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
        const stored = requireFound(writer, id);
        const acting = storedActing(stored);
        const before = { ...clerkRow(stored, acting), role: stored.role };
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
        tell("acting", actingText(acting), actingText(after.acting));
        tell("active", activity(before.active), activity(after.active));
        if (change.passwordHash !== undefined) {
          note(writer, act, by, id, "password", "", "", reason);
          detail["password"] = true;
        }
        writer.run(
          `UPDATE clerks SET name = ?, role = ?, active = ?, password_hash = ?, must_change_password = ?,
             failed_logins = CASE WHEN ? THEN 0 ELSE failed_logins END,
             last_failed_at = CASE WHEN ? THEN NULL ELSE last_failed_at END,
             session_epoch = session_epoch + ?, given_by = ?, acting_role = ?, acting_until = ?
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
          after.acting?.role ?? null,
          after.acting?.until ?? null,
          id,
        );
        if (!hasActiveAdministrator(writer, dayAtCounter(act.at)))
          throw new StoreRefusal("last-administrator", `${id} is the last administrator`);
        return { answer: null, subject: id, detail };
      });
    },
    endActing(act, id) {
      perform(act, "clerks.endActing", (writer) => {
        const stored = requireFound(writer, id);
        const over = storedActing(stored);
        if (over === null) throw new StoreRefusal("stale", `${id} has no role for a time`);
        writer.run("UPDATE clerks SET acting_role = NULL, acting_until = NULL WHERE id = ?", id);
        note(writer, act, NOBODY, id, "acting", actingText(over), "", "");
        const { name, login } = stored;
        return { answer: null, subject: id, detail: { whom: { name, login }, acting: { before: actingText(over), after: "" } } };
      });
    },
    rescueAdministrator(act, { id, login, name, passwordHash }, { isNew, reason, second }) {
      perform(act, "clerks.rescueAdministrator", (writer) => {
        const by = act.clerkId === null ? NOBODY : requireClerk(writer, act);
        if (isNew) {
          requireFreeLogin(writer, login);
          requireNameOfTheirOwn(writer, id, name);
          insertClerk(writer, { id, login, name, role: "administrator", passwordHash }, act.at, by.id);
          note(writer, act, by, id, "added", "", "administrator", reason);
        } else {
          const { role, active } = requireFound(writer, id);
          if (role !== "administrator" || active !== 1) throw new StoreRefusal("not-found", `${id} is no active administrator`);
          writer.run(
            `UPDATE clerks SET password_hash = ?, given_by = ?, failed_logins = 0, last_failed_at = NULL,
               session_epoch = session_epoch + 1 WHERE id = ?`,
            passwordHash,
            by.id,
            id,
          );
          note(writer, act, by, id, "password", "", "", reason);
        }
        // also where nobody gave it: it was shown to whoever held the recovery code
        writer.run("UPDATE clerks SET must_change_password = 1 WHERE id = ?", id);
        note(writer, act, by, id, "rescued", "", "", reason);
        const detail = { whom: { name, login }, ...(isNew ? { role: "administrator" } : { password: true }), reason, second };
        return { answer: null, subject: id, detail };
      });
    },
    confirm(act, id, second) {
      perform(act, "clerks.confirm", (writer) => {
        const by = requireClerk(writer, act);
        const { name, login, mustChangePassword, givenBy } = clerkRow(requireFound(writer, id), null);
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
