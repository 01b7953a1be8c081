/** What a store holds, in a few figures that cost nothing: rows are numbered without gaps and never deleted. */
import { z } from "zod";
import { oneLine } from "../../../src-shared/domain/fold.ts";
import { chainHead } from "../file/columns.ts";
import type { Reader } from "../file/connection.ts";
import { officeReads } from "../areas/office/office.ts";
import { safetyOf } from "../areas/office/safety-settings.ts";
import { settingReads } from "../areas/office/settings.ts";
import { seal, unseal, type DataKey } from "../keys/sealing.ts";
import { reachOf } from "../trust/reach.ts";
import type { BackupContents } from "./types.ts";

const PURPOSE = "backup-contents";

export function contentsOf(reader: Reader, schemaVersion: number): BackupContents {
  const highest = (table: string, column = "number"): number =>
    reader.get<{ last: number | null }>(`SELECT max(${column}) AS last FROM ${table}`)!.last ?? 0;
  const event = (order: "ASC" | "DESC"): string | null =>
    reader.get<{ at: string }>(`SELECT at FROM case_events ORDER BY number ${order} LIMIT 1`)?.at ?? null;
  const audit = chainHead(reader);
  return {
    office: officeReads(reader).get(),
    clerks: reader.all<{ name: string }>("SELECT name FROM clerks ORDER BY active DESC, name").map(({ name }) => name),
    people: highest("people"),
    cases: highest("cases"),
    events: highest("case_events"),
    attachments: reader.get<{ count: number }>("SELECT count(*) AS count FROM attachments")!.count,
    firstAt: event("ASC"),
    lastAt: event("DESC"),
    lastReceiptNumber:
      reader.get<{ number: string }>("SELECT number FROM receipt_numbers ORDER BY year DESC, running DESC LIMIT 1")?.number ??
      null,
    auditSequence: audit?.sequence ?? 0,
    auditHash: audit?.hash ?? null,
    reach: reachOf(reader),
    schemaVersion,
    backupFolder: secondFolder(reader, schemaVersion),
  };
}

/** Settings came with the third version. */
function secondFolder(reader: Reader, schemaVersion: number): string | null {
  return schemaVersion < 3 ? null : safetyOf({ settings: settingReads(reader) }).backupFolder;
}

/** Base64; names of clerks are nobody's business who finds the stick. */
export function encodeContents(contents: BackupContents, key: DataKey | null): string {
  const json = Buffer.from(JSON.stringify(contents));
  return (key === null ? json : seal(key, PURPOSE, json)).toString("base64");
}

/** Anybody may have written it where nothing is encrypted; what it says goes into questions to the store and onto terminals. */
const text = z.string().max(500).overwrite(oneLine);
const count = z.int().min(0);
const schema = z.object({
  office: z.looseObject({ code: text, name: text }).nullable(),
  clerks: z.array(text),
  people: count,
  cases: count,
  events: count,
  attachments: count,
  firstAt: text.nullable(),
  lastAt: text.nullable(),
  lastReceiptNumber: text.nullable(),
  auditSequence: count,
  auditHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  reach: count.optional(),
  schemaVersion: count,
  backupFolder: z.string().nullable().optional(),
});

/** `null` where the key is another one, and where it is nothing that a program of ours wrote. */
export function decodeContents(encoded: string, key: DataKey | null): BackupContents | null {
  const bytes = Buffer.from(encoded, "base64");
  try {
    return schema.parse(JSON.parse((key === null ? bytes : unseal(key, PURPOSE, bytes)).toString("utf8"))) as BackupContents;
  } catch {
    return null;
  }
}
