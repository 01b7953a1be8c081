/** The one gate of both hosts: known call → session, not locked → role → input → handler → answer as a value. */
import { randomBytes } from "node:crypto";
import { z } from "zod";
import {
  calls,
  CALLS_BEFORE_NEW_PASSWORD,
  CALLS_WHEN_LOCKED,
  PASSIVE_CALLS,
  type CallError,
  type CallName,
  type CallResult,
  type ErrorCode,
} from "../../src-shared/contract/index.ts";
import type { FieldError } from "../../src-shared/domain/facts.ts";
import { StoreError, StoreRefusal } from "../store/index.ts";
import { faultForLog } from "./fault-log.ts";
import type { ClerkContext, Connection, Handlers, OpenContext } from "./handlers.ts";
import { MESSAGES } from "./messages.ts";
import { Refusal } from "./refusal.ts";
import { lockWhenIdle, noteActivity } from "./session-lock.ts";
import { identityOf, signedIn } from "./session.ts";
import type { DeskTools } from "./tools.ts";

z.config(z.locales.zhCN());

export type CallGate = (connection: Connection, name: unknown, input: unknown) => Promise<CallResult<unknown>>;

type AnyHandler = (input: unknown, context: OpenContext | ClerkContext) => unknown;

export function createGate(tools: DeskTools, handlers: Handlers): CallGate {
  return async (connection, name, input) => {
    const traceId = randomBytes(5).toString("hex").toUpperCase();
    try {
      return { ok: true, value: await pass(connection, name, input, traceId) };
    } catch (error) {
      return { ok: false, error: answerTo(error, isCallName(name) ? name : "?", traceId) };
    }
  };

  async function pass(connection: Connection, name: unknown, input: unknown, traceId: string): Promise<unknown> {
    if (!isCallName(name)) throw new Refusal("unknown-call");
    const { access, input: schema } = calls[name];
    let context: OpenContext | ClerkContext = { connection, traceId };
    const clerk = signedIn(tools, connection);
    if (clerk) lockWhenIdle(tools, connection, clerk.id);
    if (access !== "anyone") {
      if (!clerk) throw new Refusal("not-signed-in");
      if (connection.locked && !isOneOf(CALLS_WHEN_LOCKED, name)) throw new Refusal("locked");
      if (clerk.mustChangePassword && !isOneOf(CALLS_BEFORE_NEW_PASSWORD, name)) throw new Refusal("password-change-needed");
      if (!access.includes(clerk.role)) throw new Refusal("not-allowed");
      context = { connection, traceId, clerk: identityOf(clerk) };
    }
    const checked = schema.safeParse(input);
    if (!checked.success) throw badInput(checked.error.issues);
    if (!isPlain(input)) throw new Refusal("bad-input");
    if (!isOneOf(PASSIVE_CALLS, name)) noteActivity(tools.clock, connection);
    // the mapped type of `Handlers` has proved that each handler takes what its schema gives
    return await (handlers[name] as unknown as AnyHandler)(checked.data, context);
  }

  function answerTo(error: unknown, call: string, traceId: string): CallError {
    if (error instanceof Refusal) {
      const { code, message, fields, retryAfterSeconds } = error;
      return {
        code,
        message,
        traceId,
        ...(fields ? { fields } : {}),
        ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
      };
    }
    // the store's own sentence is for the log's readers, not for the clerk
    if (error instanceof StoreRefusal) return { code: error.code, message: MESSAGES[error.code], traceId };
    const code: ErrorCode = error instanceof StoreError ? `store-${error.kind}` : "internal";
    tools.logger.error({ trace: traceId, call, code, ...faultForLog(error) }, "call failed");
    return { code, message: MESSAGES[code], traceId };
  }
}

/** A date or a map passes for an object without fields; over the wire comes nothing but plain ones. */
function isPlain(input: unknown): boolean {
  const prototype: unknown = Object.getPrototypeOf(input);
  return prototype === Object.prototype || prototype === null;
}

const isOneOf = (names: readonly CallName[], name: CallName): boolean => names.includes(name);
const isCallName = (name: unknown): name is CallName => typeof name === "string" && Object.hasOwn(calls, name);

function badInput(issues: readonly z.core.$ZodIssue[]): Refusal {
  const fields = issues.map((issue): FieldError => {
    return { fact: issue.path.map(String).join("."), code: FIELD_CODES[issue.code] ?? "type", message: issue.message };
  });
  return new Refusal("bad-input", { fields });
}

const FIELD_CODES: Partial<Record<z.core.$ZodIssue["code"], FieldError["code"]>> = {
  too_small: "range",
  too_big: "range",
  unrecognized_keys: "unknown",
};
