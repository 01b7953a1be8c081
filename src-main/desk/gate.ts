/** The one gate of both hosts: known call → session → role → input → handler → answer as a value. */
import { randomBytes } from "node:crypto";
import { z } from "zod";
import { calls, type CallError, type CallName, type CallResult, type ErrorCode } from "../../src-shared/contract/index.ts";
import type { FieldError } from "../../src-shared/domain/facts.ts";
import { StoreError, StoreRefusal } from "../store/index.ts";
import { faultForLog } from "./fault-log.ts";
import type { ClerkContext, Connection, Handlers, OpenContext } from "./handlers.ts";
import { MESSAGES } from "./messages.ts";
import { Refusal } from "./refusal.ts";
import { signedIn } from "./session.ts";
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
    if (access !== "anyone") {
      const clerk = signedIn(tools, connection.clerkId);
      if (!clerk) throw new Refusal("not-signed-in");
      if (!access.includes(clerk.role)) throw new Refusal("not-allowed");
      context = { connection, traceId, clerk };
    }
    const checked = schema.safeParse(input);
    if (!checked.success) throw badInput(checked.error.issues);
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
