import type { ErrorCode } from "../../../src-shared/contract/index.ts";
import type { FieldError } from "../../../src-shared/domain/facts.ts";
import { MESSAGES } from "./text.ts";

interface RefusalDetails {
  /** Chinese, says what to do next; the code's own sentence when left out. */
  readonly message?: string;
  readonly fields?: readonly FieldError[];
  readonly retryAfterSeconds?: number;
}

/** An expected no, answered to the clerk as it is. Everything else that is thrown is a fault. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly fields: readonly FieldError[] | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ErrorCode, details: RefusalDetails = {}) {
    super(details.message ?? MESSAGES[code]);
    this.name = "Refusal";
    this.code = code;
    this.fields = details.fields;
    this.retryAfterSeconds = details.retryAfterSeconds;
  }
}
