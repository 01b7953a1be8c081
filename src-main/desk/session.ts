/** First start, signing in and out. */
import { randomUUID } from "node:crypto";
import { formatDate } from "../../src-shared/domain/calendar.ts";
import type { ClerkIdentity } from "../../src-shared/domain/roles.ts";
import type { ClerkRow } from "../store/types.ts";
import type { AreaHandlers } from "./handlers.ts";
import { secondsToWait, UnknownLogins } from "./login-delay.ts";
import { slowDownText } from "./messages.ts";
import { requireKnownCities } from "./office.ts";
import { hashPassword, verifyNothing, verifyPassword } from "./passwords.ts";
import { Refusal } from "./refusal.ts";
import { Serial } from "./serial.ts";
import type { DeskTools } from "./tools.ts";

export const identityOf = ({ id, login, name, role }: ClerkRow): ClerkIdentity => ({ id, login, name, role });

/** The clerk signed in on a connection; a clerk who was switched off meanwhile is signed out. */
export function signedIn(tools: DeskTools, clerkId: string | null): ClerkIdentity | null {
  const row = clerkId === null ? undefined : tools.store.clerks.byId(clerkId);
  return row?.active ? identityOf(row) : null;
}

export function sessionCalls(tools: DeskTools): AreaHandlers<"session"> {
  const { store, clock, packs } = tools;
  const unknownLogins = new UnknownLogins();
  // one password at a time: guesses sent side by side would all pass the delay before the first failure is counted
  const passwords = new Serial();

  async function signIn(login: string, password: string): Promise<ClerkRow> {
    const row = store.clerks.byLogin(login);
    const clerk = row?.active ? row : undefined;
    const seconds = secondsToWait(clerk ?? unknownLogins.of(login), clock.now());
    if (seconds > 0) throw new Refusal("slow-down", { message: slowDownText(seconds), retryAfterSeconds: seconds });

    const correct = clerk ? await verifyPassword(password, clerk.passwordHash) : await verifyNothing(password);
    const act = { operation: "session.login", clerkId: clerk?.id ?? null, at: clock.now(), requestId: null };
    if (!clerk || !correct) {
      if (clerk) store.clerks.recordFailedLogin(act, clerk.id);
      else unknownLogins.recordFailure(login, act.at);
      throw new Refusal("wrong-password");
    }
    store.clerks.recordLogin(act, clerk.id);
    return clerk;
  }

  return {
    "session.status": (_input, { connection }) => ({
      needsSetup: !store.clerks.any(),
      demo: tools.demo,
      clerk: signedIn(tools, connection.clerkId),
      office: store.office.get(),
      today: formatDate(clock.today()),
      host: tools.hostKind,
      version: tools.version,
      cities: packs.all().map((pack) => ({ id: pack.city, title: pack.cityTitle })),
    }),

    "session.setup": async ({ requestId, office, login, name, password }, { connection }) => {
      if (store.clerks.any()) throw new Refusal("already-set-up");
      requireKnownCities(tools, office.cities, "office.cities");
      const administrator = { id: randomUUID(), login, name, role: "administrator" as const };
      const passwordHash = await passwords.run(() => hashPassword(password));
      const act = { operation: "session.setup", clerkId: administrator.id, at: clock.now(), requestId };
      store.clerks.setUp(act, office, { ...administrator, passwordHash });
      connection.clerkId = administrator.id;
      return administrator;
    },

    "session.login": async ({ login, password }, { connection }) => {
      const clerk = await passwords.run(() => signIn(login, password));
      connection.clerkId = clerk.id;
      return identityOf(clerk);
    },

    "session.logout": (_input, { connection }) => {
      connection.clerkId = null;
      return null;
    },
  };
}
