/** The one gate of both hosts: known call → session, not locked → role → input → handler → answer as a value. */
import {
  calls,
  CALLS_BEFORE_NEW_PASSWORD,
  CALLS_OF_APPROVAL,
  CALLS_OF_CONFIRMED_ADMINISTRATORS,
  CALLS_WHEN_LOCKED,
  PASSIVE_CALLS,
  type CallName,
  type CallResult,
  type DeskCallName,
} from "../../../src-shared/contract/index.ts";
import { answered, checkedInput } from "./answering.ts";
import type { ClerkContext, Connection, Handlers, OpenContext } from "./handlers.ts";
import { Refusal } from "./refusal.ts";
import { isRescued } from "../session/replacing-administrator.ts";
import { Requests } from "./requests.ts";
import { lockWhenIdle, noteActivity } from "../session/session-lock.ts";
import { identityOf, signedIn } from "../session/session.ts";
import { endStandingIn } from "../session/standing-in.ts";
import type { DeskTools } from "./tools.ts";

export type CallGate = (connection: Connection, name: unknown, input: unknown) => Promise<CallResult<unknown>>;

type AnyHandler = (input: unknown, context: OpenContext | ClerkContext) => unknown;

export function createGate(tools: DeskTools, handlers: Handlers): CallGate {
  const requests = new Requests(tools.store);
  const endRoles = endStandingIn(tools);
  return (connection, name, input) => answered(tools, name, (call, traceId) => pass(connection, call, input, traceId));

  async function pass(connection: Connection, name: CallName, input: unknown, traceId: string): Promise<unknown> {
    const { access } = calls[name];
    if (access === "rescue") throw new Refusal("not-rescuing");
    endRoles();
    let context: Omit<OpenContext, "input"> | Omit<ClerkContext, "input"> = { connection, traceId };
    const clerk = signedIn(tools, connection);
    if (clerk) lockWhenIdle(tools, connection, clerk.id);
    if (access !== "anyone") {
      if (!clerk) throw new Refusal("not-signed-in");
      if (connection.locked && !isOneOf(CALLS_WHEN_LOCKED, name)) throw new Refusal("locked");
      if (clerk.mustChangePassword && !isOneOf(CALLS_BEFORE_NEW_PASSWORD, name)) throw new Refusal("password-change-needed");
      if (!access.includes(clerk.role)) throw new Refusal("not-allowed");
      if (isOneOf(CALLS_OF_APPROVAL, name) && tools.store.restores.unconfirmed()) throw new Refusal("restore-unconfirmed");
      if (isOneOf(CALLS_OF_CONFIRMED_ADMINISTRATORS, name) && isRescued(tools.store, clerk.id))
        throw new Refusal("administrator-unconfirmed");
      context = { connection, traceId, clerk: identityOf(clerk) };
    }
    const checked = checkedInput(name, input);
    if (!isOneOf(PASSIVE_CALLS, name)) noteActivity(tools.clock, connection);
    // the mapped type of `Handlers` has proved that each handler takes what its schema gives
    const handler = handlers[name as DeskCallName] as unknown as AnyHandler;
    return await requests.bound(
      name,
      clerk?.id ?? null,
      checked,
      async (hash) => await handler(checked, { ...context, input: hash }),
    );
  }
}

const isOneOf = (names: readonly CallName[], name: CallName): boolean => names.includes(name);
