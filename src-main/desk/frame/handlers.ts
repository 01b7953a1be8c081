/** The shape of the desk: one handler for every call of the contract, checked by the compiler. */
import type { CallName, CallOutput, CheckedInput, DeskCallName, RescueCallName } from "../../../src-shared/contract/index.ts";
import type { ClerkIdentity } from "../../../src-shared/domain/roles.ts";

/** One window or one browser. Who has signed in on it is known only here, in memory. */
export interface Connection {
  clerkId: string | null;
  /** The session stays; only its clerk's password opens it again. */
  locked: boolean;
  /** The one of `DeskTools.sessions` at signing in: when other data are put in place, all sessions end. */
  epoch: number;
  /** That of the clerk at signing in: a new password, or being switched off, ends what was signed in before. */
  clerkEpoch: number;
  /** When the clerk last did something, on the clock that nobody sets (`Clock.elapsed`). */
  active: number | null;
}

export const newConnection = (): Connection => ({ clerkId: null, locked: false, epoch: 0, clerkEpoch: 0, active: null });

/** Calls that need no session; the gate refuses to start when the contract says otherwise. */
export const OPEN_CALLS = [
  "session.status",
  "session.setup",
  "session.beginRestore",
  "session.login",
  "session.replaceAdministrator",
  "clock.confirm",
] as const satisfies readonly CallName[];
type OpenCallName = (typeof OPEN_CALLS)[number];

export interface OpenContext {
  readonly connection: Connection;
  readonly traceId: string;
  /** Hash of what is asked for, which the request id stands for from now on; empty for calls without one. */
  readonly input: string;
}

export interface ClerkContext extends OpenContext {
  readonly clerk: ClerkIdentity;
}

export type Handler<Name extends CallName> = (
  input: CheckedInput<Name>,
  context: Name extends OpenCallName ? OpenContext : ClerkContext,
) => CallOutput<Name> | Promise<CallOutput<Name>>;

export type Handlers = { readonly [Name in DeskCallName]: Handler<Name> };

/** Those of the rescue desk: nobody is signed in while the store is not open. */
export type RescueHandlers = {
  readonly [Name in RescueCallName]: (
    input: CheckedInput<Name>,
    context: OpenContext,
  ) => CallOutput<Name> | Promise<CallOutput<Name>>;
};

/** The handlers of one area, e.g. `AreaHandlers<"cases">`. */
export type AreaHandlers<Area extends string> = {
  readonly [Name in CallName as Name extends `${Area}.${string}` ? Name : never]: Handler<Name>;
};
