/** What both desks do with a call: the input is checked against its schema, and whatever goes wrong becomes an answer. */
import { randomBytes } from "node:crypto";
import { z } from "zod";
import { calls, type CallError, type CallName, type CallResult, type ErrorCode } from "../../../src-shared/contract/index.ts";
import type { FieldError } from "../../../src-shared/domain/facts.ts";
import type { Logger } from "../../logger.ts";
import { StoreError, StoreRefusal } from "../../store/index.ts";
import { faultForLog } from "./fault-log.ts";
import { MESSAGES } from "./text.ts";
import { Refusal } from "./refusal.ts";

/** For those who typed it; whoever maintains the policy data reads English. */
const CHINESE = { error: z.locales.zhCN().localeError };

export interface AnsweringTools {
  readonly logger: Logger;
  /** Told of every fault of the store, beside the log. */
  readonly onStoreError?: ((error: StoreError) => void) | undefined;
}

/** Never throws. `work` is called for names of the contract only. */
export async function answered(
  tools: AnsweringTools,
  name: unknown,
  work: (name: CallName, traceId: string) => unknown,
): Promise<CallResult<unknown>> {
  const traceId = randomBytes(5).toString("hex").toUpperCase();
  try {
    if (!isCallName(name)) throw new Refusal("unknown-call");
    return { ok: true, value: await work(name, traceId) };
  } catch (error) {
    return { ok: false, error: answerTo(tools, error, isCallName(name) ? name : "?", traceId) };
  }
}

/** @throws Refusal `bad-input` with its fields */
export function checkedInput(name: CallName, input: unknown): unknown {
  const checked = calls[name].input.safeParse(input, CHINESE);
  if (!checked.success) throw badInput(checked.error.issues);
  if (!isPlain(input)) throw new Refusal("bad-input");
  return checked.data;
}

function answerTo({ logger, onStoreError }: AnsweringTools, error: unknown, call: string, traceId: string): CallError {
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
  logger.error({ trace: traceId, call, code, ...faultForLog(error) }, "call failed");
  if (error instanceof StoreError) onStoreError?.(error);
  return { code, message: MESSAGES[code], traceId };
}

/** A date or a map passes for an object without fields; over the wire comes nothing but plain ones. */
function isPlain(input: unknown): boolean {
  const prototype: unknown = Object.getPrototypeOf(input);
  return prototype === Object.prototype || prototype === null;
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
