/** An unexpected error as it may be logged: where it happened, but nobody's data. */

export interface LoggedFault {
  readonly fault: string;
  readonly stack: string;
}

/**
 * Personal data reaches an error only as text of the office's people: Chinese characters (names) and numbers (of documents,
 * with or without capital letters, and telephones). Our own error texts are English, so both are struck out wholesale.
 */
export function scrub(text: string): string {
  return text.replaceAll(/\p{Script=Han}+/gu, "▮").replaceAll(/\d{7,}[\dXx]?|\b(?=[A-Z]*\d)[A-Z\d]{5,}\b/g, "▮");
}

export function faultForLog(error: unknown): LoggedFault {
  if (!(error instanceof Error)) return { fault: scrub(String(error)), stack: "" };
  const cause = error.cause instanceof Error ? `; caused by ${error.cause.name}: ${error.cause.message}` : "";
  return { fault: scrub(`${error.name}: ${error.message}${cause}`), stack: scrub(error.stack ?? "") };
}
