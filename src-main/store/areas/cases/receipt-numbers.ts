import type { Reader, Writer } from "../../file/connection.ts";
import { RECEIPT_NUMBERS } from "./columns.ts";

const RUNNING_DIGITS = 6;
/** Office code (which may be left out), year, running number. */
export const RECEIPT_NUMBER = /^([0-9A-Z]*?)(\d{4})(\d{6})$/;

export const receiptNumber = (officeCode: string, year: number, running: number): string =>
  `${officeCode}${year}${String(running).padStart(RUNNING_DIGITS, "0")}`;

export const officeCode = (reader: Reader): string | undefined => reader.get<{ code: string }>("SELECT code FROM office")?.code;

/**
 * Takes the next number of the year. Inside the submitting transaction: a submission that fails gives its number back,
 * a committed one keeps it for ever (the table is append-only and outlives a cancellation).
 */
export function assignReceiptNumber(writer: Writer, year: number, caseId: string): string {
  const code = officeCode(writer);
  if (code === undefined) throw new Error("no office is set up");
  // not max(running): that walks through the whole year
  const last = writer.get<{ running: number }>(
    "SELECT running FROM receipt_numbers WHERE year = ? ORDER BY running DESC LIMIT 1",
    year,
  );
  const running = (last?.running ?? 0) + 1;
  const number = receiptNumber(code, year, running);
  RECEIPT_NUMBERS.insert(writer, { year, running, number, caseId });
  return number;
}
