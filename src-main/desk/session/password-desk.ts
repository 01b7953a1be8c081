/** Every check of a password, with the growing delay that survives a restart. */
import type { Act } from "../../store/file/types.ts";
import type { ClerkRow } from "../../store/areas/office/types.ts";
import { FailuresInMemory, secondsToWait, type FailedLogins } from "./login-delay.ts";
import { CLOCK_TEXT, slowDownText } from "./text.ts";
import { isOneTimeOver } from "./one-time-passwords.ts";
import { PasswordQueue } from "./password-queue.ts";
import { hashPassword, verifyNothing, verifyPassword } from "./passwords.ts";
import { Refusal } from "../frame/refusal.ts";
import type { DeskTools } from "../frame/tools.ts";

export interface PasswordDesk {
  /**
   * Whoever is there as an administrator, signed in or not, while nothing can be written: misses are counted in memory.
   * @throws Refusal `wrong-password` (also for other roles), `slow-down`
   */
  administrator(login: string, password: string): Promise<ClerkRow>;
  /**
   * @throws Refusal `wrong-password`, `one-time-ended`, `slow-down` (also where too many wait already), `clock-doubted`; so all below
   */
  signIn(login: string, password: string): Promise<ClerkRow>;
  /** The password of a clerk who is signed in: to unlock, or before an act of weight. @throws as `signIn` */
  confirm(clerkId: string, password: string, operation: string): Promise<void>;
  /** Whether it is the password of a clerk who is signed in; a miss counts as one. */
  isOf(clerkId: string, password: string): Promise<boolean>;
  /** Tries of a code count like wrong passwords, all together. @throws what `attempt` throws; Refusal `slow-down` */
  counted(what: "recovery code" | "setup code", attempt: () => void): Promise<void>;
  /** As it is kept; costly, and therefore beside no other of its kind. */
  hash(password: string): Promise<string>;
}

export function createPasswordDesk({
  store,
  clock,
  scryptCost,
}: Pick<DeskTools, "store" | "clock" | "scryptCost">): PasswordDesk {
  const { unknownLogins } = store;
  const unsigned = (operation: string): Act => ({ operation, clerkId: null, at: clock.now(), requestId: null });
  const passwords = new PasswordQueue();
  const unwritten = new FailuresInMemory();

  /** What comes of a try is written down: there is none while nothing can be. */
  function requirePatience(failed: FailedLogins): void {
    if (store.clock.doubt() !== null) throw new Refusal("clock-doubted");
    requireWaited(failed);
  }

  function requireWaited(failed: FailedLogins): void {
    const seconds = secondsToWait(failed, clock.now());
    if (seconds > 0) throw new Refusal("slow-down", { message: slowDownText(seconds), retryAfterSeconds: seconds });
  }

  async function check(clerk: ClerkRow, password: string, operation: string): Promise<void> {
    requirePatience(clerk);
    const correct = await verifyPassword(password, clerk.passwordHash);
    const act = { operation, clerkId: clerk.id, at: clock.now(), requestId: null };
    const isOver = isOneTimeOver(store, clerk, clock.now());
    if (!correct || isOver) {
      store.clerks.recordFailedLogin(act, clerk.id);
      throw new Refusal(correct ? "one-time-ended" : "wrong-password");
    }
    store.clerks.recordLogin(act, clerk.id);
  }

  async function signIn(login: string, password: string): Promise<ClerkRow> {
    const clerk = store.clerks.byLogin(login);
    if (clerk?.active) {
      await check(clerk, password, "session.login");
      return clerk;
    }
    requirePatience(unknownLogins.of(login));
    await verifyNothing(password, scryptCost);
    unknownLogins.record(unsigned("session.login"), login);
    throw new Refusal("wrong-password");
  }

  async function administrator(login: string, password: string): Promise<ClerkRow> {
    const clerk = store.clerks.byLogin(login);
    const name = login.toLowerCase();
    requireWaited(unwritten.of(name));
    if (clerk !== undefined) requireWaited(clerk);
    const correct = clerk?.active
      ? await verifyPassword(password, clerk.passwordHash)
      : await verifyNothing(password, scryptCost);
    // one answer for a wrong password and for a clerk of another role: nobody learns here whose password is right
    if (!correct || clerk?.role !== "administrator") {
      unwritten.recordFailure(name, clock.now());
      throw new Refusal("wrong-password", { message: CLOCK_TEXT.notAdministrator });
    }
    unwritten.forget(name);
    return clerk;
  }

  return {
    administrator: (login, password) => passwords.run(() => administrator(login, password)),
    signIn: (login, password) => passwords.run(() => signIn(login, password)),
    confirm: (clerkId, password, operation) =>
      passwords.run(async () => {
        const clerk = store.clerks.byId(clerkId);
        if (!clerk?.active) throw new Refusal("not-signed-in");
        await check(clerk, password, operation);
      }),
    isOf: (clerkId, password) =>
      passwords.run(async () => {
        const clerk = store.clerks.byId(clerkId);
        if (!clerk?.active) throw new Refusal("not-signed-in");
        requirePatience(clerk);
        const isIt = await verifyPassword(password, clerk.passwordHash);
        const act = { operation: "session.changePassword", clerkId, at: clock.now(), requestId: null };
        if (!isIt) store.clerks.recordFailedLogin(act, clerkId);
        return isIt;
      }),
    counted: (what, attempt) =>
      passwords.run(() => {
        // no login can be it: logins have no spaces around them
        const name = ` ${what} `;
        requirePatience(unknownLogins.of(name));
        try {
          attempt();
        } catch (error) {
          unknownLogins.record(unsigned(what), name);
          throw error;
        }
        unknownLogins.forget(unsigned(what), name);
        return Promise.resolve();
      }),
    hash: (password) => passwords.run(() => hashPassword(password, scryptCost)),
  };
}
