/** First start, signing in and out, locking, and the clerk's own password. */
import { randomUUID } from "node:crypto";
import { formatDate } from "../../../src-shared/domain/calendar.ts";
import { passwordProblem } from "../../../src-shared/domain/password-rules.ts";
import { COUNTER_ROLES, type ClerkIdentity } from "../../../src-shared/domain/roles.ts";
import { textSizeName, textSizeSchema } from "../../../src-shared/domain/text-size.ts";
import type { NewClerkView, SessionStatus } from "../../../src-shared/contract/index.ts";
import type { ClerkRow } from "../../store/areas/office/types.ts";
import type { AreaHandlers, Connection } from "../frame/handlers.ts";
import { clerkView } from "../office/clerks.ts";
import { MESSAGES } from "../frame/text.ts";
import { REPLACING_TEXT, PASSWORD_TEXT } from "./text.ts";
import { GivenPasswords } from "./one-time-passwords.ts";
import type { PasswordDesk } from "./password-desk.ts";
import { Refusal } from "../frame/refusal.ts";
import { administratorToConfirm, replaceAdministrator } from "./replacing-administrator.ts";
import { requireKnownCities } from "../policy/served.ts";
import { restoreToConfirm } from "../safety/restore-confirming.ts";
import { BACKUP_TEXT } from "../safety/text.ts";
import { lockSession } from "./session-lock.ts";
import { officeSettings } from "../office/settings.ts";
import { actingOf } from "./standing-in.ts";
import { nameOpenLimits } from "../cases/time-limits.ts";
import { actOf, type DeskTools } from "../frame/tools.ts";

const RESETS_TOLD_DAYS = 30;

export const identityOf = ({ id, login, name, role }: ClerkRow): ClerkIdentity => ({ id, login, name, role });

/** The clerk signed in on a connection; a clerk who was switched off meanwhile is signed out. */
export function signedIn(tools: Pick<DeskTools, "store" | "sessions">, connection: Connection): ClerkRow | null {
  if (connection.epoch !== tools.sessions.epoch) return null;
  const row = connection.clerkId === null ? undefined : tools.store.clerks.byId(connection.clerkId);
  return row?.active && row.sessionEpoch === connection.clerkEpoch ? row : null;
}

export function sessionCalls(tools: DeskTools, passwords: PasswordDesk): AreaHandlers<"session"> & AreaHandlers<"clock"> {
  const { store, clock, packs, safe } = tools;
  const given = new GivenPasswords();

  function requirePassword(password: string, login: string, fact: string): void {
    // the password of a demonstration is printed in its manual
    const problem = tools.demo ? null : passwordProblem(password, login);
    if (problem !== null) refuseWeak(PASSWORD_TEXT[problem], fact);
  }

  function enter(connection: Connection, clerkId: string): void {
    connection.clerkId = clerkId;
    connection.clerkEpoch = store.clerks.byId(clerkId)?.sessionEpoch ?? 0;
    connection.locked = false;
    connection.epoch = tools.sessions.epoch;
  }

  /** Told for some weeks, and not put away by a click: whoever reset it may be the one who signs in first. */
  function resetsOf(clerkId: string): SessionStatus["resets"] {
    const since = new Date(Date.parse(clock.now()) - RESETS_TOLD_DAYS * 24 * 60 * 60_000).toISOString();
    return store.clerks
      .history(clerkId)
      .filter(({ what, byId, at }) => what === "password" && byId !== null && byId !== clerkId && at >= since)
      .map(({ at, byName }) => ({ at, by: byName }));
  }

  const textSizeOf = (clerkId: string): SessionStatus["textSize"] =>
    textSizeSchema.catch("usual").parse(store.settings.get(textSizeName(clerkId))?.value);

  return {
    "session.status": (_input, { connection }) => {
      const clerk = signedIn(tools, connection);
      return {
        needsSetup: !store.clerks.any(),
        setupNeedsCode: tools.setupCode !== undefined,
        demo: tools.demo,
        otherOffices: store.clerks.any() ? [] : tools.machine.otherOffices(),
        clerk: clerk && identityOf(clerk),
        locked: clerk !== null && connection.locked,
        passwordChangeNeeded: clerk?.mustChangePassword ?? false,
        resets: clerk === null || connection.locked ? [] : resetsOf(clerk.id),
        acting: clerk && actingOf(clerk),
        administratorToConfirm: clerk && !connection.locked ? administratorToConfirm(tools, clerk) : null,
        newMachine: clerk?.role === "administrator" && !connection.locked ? store.restores.newMachine() : null,
        restoreToConfirm: clerk && !connection.locked ? restoreToConfirm(tools, clerk) : null,
        lockAfterMinutes: officeSettings(store).lockAfterMinutes,
        textSize: clerk === null ? "usual" : textSizeOf(clerk.id),
        office: store.office.get(),
        today: formatDate(clock.today()),
        clockDoubt: store.clock.doubt(),
        host: tools.hostKind,
        version: tools.version,
        cities: packs.all().map((pack) => ({ id: pack.city, title: pack.cityTitle })),
      };
    },

    "session.setup": async ({ requestId, office, login, name, password, code }, { connection, input }) => {
      if (store.clerks.any()) throw new Refusal("already-set-up");
      await passwords.counted("setup code", () => requireSetupCode(tools, code));
      requireKnownCities(tools, office.cities, "office.cities");
      requirePassword(password, login, "password");
      const administrator = { id: randomUUID(), login, name, role: "administrator" as const };
      const passwordHash = await passwords.hash(password);
      const act = { operation: "session.setup", clerkId: administrator.id, at: clock.now(), requestId, input };
      store.clerks.setUp(act, office, { ...administrator, passwordHash });
      tools.machine.officeIsHere();
      enter(connection, administrator.id);
      return administrator;
    },

    "session.beginRestore": () => {
      if (store.clerks.any()) throw new Refusal("already-set-up");
      if (!tools.beginRestore) throw new Refusal("rescuing", { message: BACKUP_TEXT.without });
      tools.beginRestore();
      return null;
    },

    "session.login": async ({ login, password }, { connection }) => {
      const clerk = await passwords.signIn(login, password);
      enter(connection, clerk.id);
      if (COUNTER_ROLES.some((role) => role === clerk.role)) nameOpenLimits(tools, clerk.id);
      return identityOf(clerk);
    },

    "session.replaceAdministrator": async ({ requestId, ...asked }, { input }) => {
      const answer = (clerkId: string, password: string | null): NewClerkView => ({
        clerk: clerkView(tools, store.clerks.byId(clerkId)!),
        oneTimePassword: password,
      });
      if (safe?.keys.status().recoveryCodeMadeAt == null)
        throw new Refusal("recovery-code-needed", { message: REPLACING_TEXT.noCodeMade });
      const before = given.of(requestId);
      if (before !== undefined) return answer(before.clerkId, before.password);
      const operation = "session.replaceAdministrator";
      const made = await replaceAdministrator({ store, safe, clock }, passwords, { ...asked, requestId, operation, input });
      tools.logger.warn({ clerk: made.clerkId }, "an administrator was made by the recovery code");
      if (made.password !== null) given.remember(requestId, made.clerkId, made.password);
      return answer(made.clerkId, made.password);
    },

    "clock.confirm": async ({ login, password }) => {
      if (store.clock.doubt() === null) return null;
      const { id } = await passwords.administrator(login, password);
      store.clock.confirm({ operation: "clock.confirm", clerkId: id, at: clock.now(), requestId: null });
      return null;
    },

    "session.logout": (_input, { connection }) => {
      connection.clerkId = null;
      connection.locked = false;
      tools.safe?.backups.shiftEnded();
      return null;
    },

    "session.setTextSize": ({ requestId, textSize }, context) => {
      const act = actOf(tools, context, "session.setTextSize", requestId);
      store.settings.put(act, textSizeName(context.clerk.id), textSize, "");
      return null;
    },

    "session.lock": ({ by }, { connection, clerk }) => {
      lockSession(tools, connection, clerk.id, by);
      return null;
    },

    "session.unlock": async ({ password }, { connection, clerk }) => {
      // the screen is hidden before the host hears of it: whoever is asked for the password here is locked out by a wrong one
      if (!connection.locked) lockSession(tools, connection, clerk.id, "clerk");
      await passwords.confirm(clerk.id, password, "session.unlock");
      // whoever signed in meanwhile on the same window is not let in by another's password
      if (connection.clerkId === clerk.id) connection.locked = false;
      return clerk;
    },

    "session.changePassword": async ({ requestId, current, next }, context) => {
      const { clerk } = context;
      // a retried change cannot give the old password again; what it would set tells whether it is the same one
      if (store.audit.inputOf(requestId) !== undefined) {
        if (await passwords.isOf(clerk.id, next)) return null;
        throw new Refusal("request-reused");
      }
      await passwords.confirm(clerk.id, current, "session.changePassword");
      requirePassword(next, clerk.login, "next");
      if (next === current) refuseWeak(PASSWORD_TEXT.same, "next");
      const passwordHash = await passwords.hash(next);
      const act = actOf(tools, context, "session.changePassword", requestId);
      store.clerks.change(act, clerk.id, { passwordHash, mustChangePassword: false });
      // all other sessions are over; this one knows the new password
      if (context.connection.clerkId === clerk.id) enter(context.connection, clerk.id);
      return null;
    },
  };
}

const plain = (code: string): string =>
  code
    .normalize("NFKC")
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, "");

/** An office belongs to whoever started the program, not to whoever reaches its address first. */
function requireSetupCode({ setupCode }: Pick<DeskTools, "setupCode">, typed: string): void {
  if (setupCode === undefined || plain(typed) === plain(setupCode)) return;
  const message = MESSAGES["setup-code-wrong"];
  throw new Refusal("setup-code-wrong", { message, fields: [{ fact: "code", code: "unknown", message }] });
}

function refuseWeak(message: string, fact: string): never {
  throw new Refusal("password-weak", { message, fields: [{ fact, code: "range", message }] });
}
