import { fold } from "../../../../src-shared/domain/fold.ts";
import { seenAs } from "../../../../src-shared/domain/seen-as.ts";
import { dayAtCounter } from "../../../clock.ts";
import type { Reader, Writer } from "../../file/connection.ts";
import { StoreRefusal } from "../../file/errors.ts";
import { insertOffice } from "./office.ts";
import { requireClerk, seconded, type Perform } from "../../file/operation.ts";
import type { RowOf } from "../../file/table.ts";
import type { Act } from "../../file/types.ts";
import { CLERKS, CLERK_CHANGES, type ClerkChangeRow } from "./columns.ts";
import type { Acting, ClerkRow, NewClerk, RescuedAdministrator } from "./types.ts";
import type { Store } from "../../types.ts";

type StoredClerk = RowOf<typeof CLERKS>;
/** The rest is the file's to begin with. */
const MADE = CLERKS.without("lastLoginAt", "sessionEpoch", "actingRole", "actingUntil");
const CHANGED = CLERKS.without("id", "login", "createdAt", "lastLoginAt");
const PASSWORD = CLERKS.part("passwordHash", "givenBy", "failedLogins", "lastFailedAt", "sessionEpoch");
const ACTING = CLERKS.part("actingRole", "actingUntil");
const CHANGE = CLERK_CHANGES.without("number");

/** ISO day at the counter; asked only where somebody stands in. */
export type Today = () => string;
/** For whoever has no clock: nobody stands in. */
const AFTER_ALL: Today = () => "9999-12-31";

const storedActing = ({ actingRole: role, actingUntil: until }: StoredClerk): Acting | null =>
  role === null || until === null ? null : { role, until };

function actingNow(row: StoredClerk, today: Today): Acting | null {
  const acting = storedActing(row);
  return acting !== null && acting.until >= today() ? acting : null;
}

const clerkRow = ({ actingRole: _role, actingUntil: _until, ...row }: StoredClerk, acting: Acting | null): ClerkRow => ({
  ...row,
  role: acting?.role ?? row.role,
  permanentRole: row.role,
  acting,
  active: row.active === 1,
  mustChangePassword: row.mustChangePassword === 1,
});

const hasAdministrator = (reader: Reader): boolean =>
  reader.get("SELECT 1 FROM clerks WHERE role = 'administrator' LIMIT 1") !== undefined;

/** @param today without it every role for a time counts as over */
export function clerkReads(reader: Reader, today: Today = AFTER_ALL) {
  const asOfToday = (row: StoredClerk): ClerkRow => clerkRow(row, actingNow(row, today));
  const find = (column: "login" | "id", value: string): ClerkRow | undefined => {
    const [row] = CLERKS.allOfAnyVersion(reader, `WHERE ${column} = ?`, value);
    return row && asOfToday(row);
  };
  const list = (): ClerkRow[] => CLERKS.allOfAnyVersion(reader, "ORDER BY active DESC, name, login").map(asOfToday);
  return {
    // an input method may have left it in full width
    byLogin: (login: string) => find("login", login) ?? find("login", fold(login).trim()),
    byId: (id: string) => find("id", id),
    any: () => hasAdministrator(reader),
    list,
    actingOver: () => CLERKS.all(reader, "WHERE acting_until < ?", today()).map(asOfToday),
    rescued: () =>
      CHANGE.all(
        reader,
        `WHERE what = 'rescued' AND by_id IS NOT NULL
           AND EXISTS (SELECT 1 FROM clerks WHERE id = clerk_id AND active = 1 AND given_by IS NOT NULL)
           AND NOT EXISTS (SELECT 1 FROM clerk_changes AS later WHERE later.clerk_id = clerk_changes.clerk_id
             AND later.number > clerk_changes.number AND later.what IN ('rescued', 'confirmed'))
         ORDER BY number DESC`,
      ).map(({ clerkId, at, byId, byName, reason }): RescuedAdministrator => ({ id: clerkId, at, byId: byId!, byName, reason })),
    history: (id: string) => CHANGE.all(reader, "WHERE clerk_id = ? ORDER BY number DESC", id),
    administrators: () =>
      list()
        .filter(({ active, role }) => active && role === "administrator")
        .map(({ name }) => name),
  };
}

function requireFound(reader: Reader, id: string): StoredClerk {
  const clerk = CLERKS.get(reader, "WHERE id = ?", id);
  if (clerk === undefined) throw new StoreRefusal("not-found", `no clerk ${id}`);
  return clerk;
}

/** @param givenBy who chose the password for them; `null`: they did so themselves */
function insertClerk(writer: Writer, clerk: NewClerk, at: string, givenBy: string | null): void {
  const { id, login, name, role, passwordHash } = clerk;
  const mustChangePassword = givenBy === null ? 0 : 1;
  const unused = { active: 1, failedLogins: 0, lastFailedAt: null } as const;
  MADE.insert(writer, { id, login, name, role, passwordHash, ...unused, createdAt: at, mustChangePassword, givenBy });
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
  CHANGE.insert(writer, { clerkId, at: act.at, byId: by.id, byName: by.name, what, before, after, reason });
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
        const hasNewPassword = change.passwordHash !== undefined;
        CHANGED.update(
          writer,
          {
            ...after,
            active: after.active ? 1 : 0,
            mustChangePassword: after.mustChangePassword ? 1 : 0,
            ...(hasNewPassword ? { failedLogins: 0, lastFailedAt: null } : {}),
            // whoever signed in with the old password, or before being switched off, has to do so anew
            sessionEpoch: before.sessionEpoch + (hasNewPassword || (before.active && !after.active) ? 1 : 0),
            givenBy: hasNewPassword && by.id !== id ? by.id : before.givenBy,
            actingRole: after.acting?.role ?? null,
            actingUntil: after.acting?.until ?? null,
          },
          "WHERE id = ?",
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
        ACTING.update(writer, { actingRole: null, actingUntil: null }, "WHERE id = ?", id);
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
          const { role, active, sessionEpoch } = requireFound(writer, id);
          if (role !== "administrator" || active !== 1) throw new StoreRefusal("not-found", `${id} is no active administrator`);
          const anew = { failedLogins: 0, lastFailedAt: null, sessionEpoch: sessionEpoch + 1 };
          PASSWORD.update(writer, { passwordHash, givenBy: by.id, ...anew }, "WHERE id = ?", id);
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
