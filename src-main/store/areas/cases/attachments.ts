import { oneLine } from "../../../../src-shared/domain/fold.ts";
import { fileTypeFromBuffer } from "file-type";
import { appendEvent } from "./case-events.ts";
import type { AttachmentFiles } from "./attachment-files.ts";
import { personOfCase, requireCase } from "./cases.ts";
import type { Reader } from "../../file/connection.ts";
import { StoreRefusal } from "../../file/errors.ts";
import { requireClerk, type Perform } from "../../file/operation.ts";
import { type AttachmentRow } from "./columns.ts";
import { type Store } from "../../types.ts";
import { updateDerived } from "./case-state.ts";
import { ATTACHMENTS } from "./columns.ts";
import { ATTACHMENT_TYPES, type AttachmentType } from "../../../../src-shared/domain/case.ts";

const REMOVAL = ATTACHMENTS.part("removedAt", "removedBy", "removedReason");

const attachmentRow = (reader: Reader, id: string): AttachmentRow | undefined => ATTACHMENTS.get(reader, "WHERE id = ?", id);

export const isAttachmentNamed = (reader: Reader, hash: string): boolean =>
  reader.get("SELECT 1 FROM attachments WHERE sha256 = ? LIMIT 1", hash) !== undefined;

function requireAttachment(reader: Reader, id: string): AttachmentRow {
  const row = attachmentRow(reader, id);
  if (row === undefined) throw new StoreRefusal("not-found", `no attachment ${id}`);
  return row;
}

export const attachmentReads = (
  reader: Reader,
  files: AttachmentFiles,
): Pick<Store["attachments"], "get" | "ofCase" | "read"> => ({
  get: (id) => attachmentRow(reader, id),
  ofCase: (caseId) =>
    ATTACHMENTS.all(
      reader,
      `WHERE case_id = ? ORDER BY (SELECT sequence FROM case_events
         WHERE case_id = attachments.case_id AND kind = 'attachment-added' AND payload ->> '$.attachmentId' = attachments.id)`,
      caseId,
    ),
  read: (id) => files.read(requireAttachment(reader, id).sha256),
});

/** Where a file of each type must end: a scan that was cut short is refused now, not found unreadable in a year. */
const ENDINGS: Readonly<Record<AttachmentType, (bytes: Buffer) => boolean>> = {
  "application/pdf": (bytes) => bytes.subarray(-2048).includes("%%EOF"),
  "image/png": (bytes) => bytes.subarray(-64).includes("IEND"),
  "image/jpeg": (bytes) => bytes.subarray(-4096).includes(Buffer.from([0xff, 0xd9])),
};

/** A page of A2 scanned at 600 points to the inch; a viewer has to hold every point in memory. */
const MOST_POINTS = 150_000_000;

/** How many points a picture says it has; `undefined` where it says nothing that can be read. */
function pointsOf(type: AttachmentType, bytes: Buffer): number | undefined {
  if (type === "application/pdf") return 0;
  if (type === "image/png") return bytes.length < 24 ? undefined : bytes.readUInt32BE(16) * bytes.readUInt32BE(20);
  // a JPEG is a row of segments; the one that begins a frame holds height and width
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1]!;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return bytes.readUInt16BE(at + 5) * bytes.readUInt16BE(at + 7);
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}

/** The type as the content tells it; refuses everything else, files without their end, and pictures that no screen can hold. */
async function typeOf(bytes: Uint8Array): Promise<AttachmentType> {
  const told = (await fileTypeFromBuffer(bytes))?.mime;
  const type = ATTACHMENT_TYPES.find((known) => known === told);
  if (type === undefined) throw new StoreRefusal("attachment-type", `content is ${told ?? "of no known type"}`);
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!ENDINGS[type](content)) throw new StoreRefusal("attachment-type", `a ${type} without its end`);
  const points = pointsOf(type, content);
  if (points === undefined) throw new StoreRefusal("attachment-type", `a ${type} without a size`);
  if (points > MOST_POINTS) throw new StoreRefusal("attachment-too-large", `a picture of ${points} points`);
  return type;
}

const EXTENSIONS: Record<AttachmentType, readonly [usual: string, ...others: string[]]> = {
  "application/pdf": [".pdf"],
  "image/png": [".png"],
  "image/jpeg": [".jpg", ".jpeg"],
};

/** A name as a file may be saved under: no folders, no signs that a system takes for its own, and an ending that tells what it is. */
function fileName(given: string, type: AttachmentType): string {
  const plain = oneLine(given)
    .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, "")
    .split(/[/\\]/)
    .at(-1)!
    .replaceAll(/[<>:"|?*]/g, "_")
    .replace(/^[.\s]+|[.\s]+$/g, "");
  const endings = EXTENSIONS[type];
  const isNamed = endings.some((ending) => plain.toLowerCase().endsWith(ending) && plain.length > ending.length);
  return isNamed ? plain : `${plain}${endings[0]}`;
}

export const attachmentWrites = (
  perform: Perform,
  newId: () => string,
  files: AttachmentFiles,
): Pick<Store["attachments"], "add" | "remove"> => ({
  async add(act, { caseId, materialId, name, bytes, largestBytes }) {
    if (bytes.byteLength > largestBytes) {
      throw new StoreRefusal("attachment-too-large", `${bytes.byteLength} bytes, ${largestBytes} are allowed`);
    }
    const mediaType = await typeOf(bytes);
    const told = fileName(name, mediaType);
    return perform(act, "attachments.add", (writer) => {
      const clerk = requireClerk(writer, act);
      const before = requireCase(writer, caseId);
      if (before.state === "cancelled") throw new StoreRefusal("case-fixed", `case ${caseId} is cancelled`);
      // the file first: a row never names one that is not there
      const hash = files.write(bytes);
      const id = newId();
      ATTACHMENTS.insert(writer, {
        id,
        caseId,
        materialId,
        name: told,
        mediaType,
        bytes: bytes.byteLength,
        sha256: hash,
        addedAt: act.at,
        clerkName: clerk.name,
        removedAt: null,
        removedBy: null,
        removedReason: null,
      });
      const after = appendEvent(
        writer,
        caseId,
        before,
        { clerk, at: act.at },
        { kind: "attachment-added", attachmentId: id, name: told, materialId, mediaType, bytes: bytes.byteLength, sha256: hash },
      );
      updateDerived(writer, after, null);
      const person = personOfCase(writer, caseId);
      const detail = {
        case: caseId,
        person,
        materialId,
        mediaType,
        bytes: bytes.byteLength,
        sha256: hash,
        events: [after.lastHash],
      };
      return { answer: requireAttachment(writer, id), subject: id, detail };
    });
  },
  remove(act, id, reason) {
    perform(act, "attachments.remove", (writer) => {
      const clerk = requireClerk(writer, act);
      if (reason.trim() === "") throw new StoreRefusal("bad-input", "taking out an attachment needs a reason");
      const row = requireAttachment(writer, id);
      if (row.removedAt !== null) throw new StoreRefusal("stale", `attachment ${id} is taken out already`);
      const before = requireCase(writer, row.caseId);
      if (before.state === "cancelled") throw new StoreRefusal("case-fixed", `case ${row.caseId} is cancelled`);
      REMOVAL.update(writer, { removedAt: act.at, removedBy: clerk.name, removedReason: reason }, "WHERE id = ?", id);
      const payload = { kind: "attachment-removed", attachmentId: id, reason } as const;
      const after = appendEvent(writer, row.caseId, before, { clerk, at: act.at }, payload);
      updateDerived(writer, after, null);
      const person = personOfCase(writer, row.caseId);
      return { answer: null, subject: id, detail: { case: row.caseId, person, reason, events: [after.lastHash] } };
    });
  },
});
