import { randomUUID } from "node:crypto";
import { execFileSync } from "node:child_process";
import { appendFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateSync, crc32 } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { LARGEST_ATTACHMENT_BYTES } from "../../../src-shared/domain/case.ts";
import { submission, TestDesk } from "./test-desk.ts";

let desk: TestDesk;
let caseId: string;
beforeEach(async () => {
  desk = new TestDesk().setUp();
  caseId = (await desk.call("cases.submit", submission())).id;
});
afterEach(() => desk.remove());

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
/** One grey pixel. */
const PNG = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  chunk("IHDR", Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
  chunk("IDAT", deflateSync(Buffer.from([0, 128]))),
  chunk("IEND", Buffer.alloc(0)),
]);
const PDF_HEAD = Buffer.from("%PDF-1.4\n");
const PDF_TAIL = Buffer.from("\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
const PDF = Buffer.concat([PDF_HEAD, PDF_TAIL]);
const add = (bytes: Buffer, changes: object = {}) => ({
  requestId: randomUUID(),
  caseId,
  material: null,
  name: "扫描件.png",
  base64: bytes.toString("base64"),
  ...changes,
});

describe("attachments", () => {
  test("are what their bytes say, whatever they are called, and come back as they were", async () => {
    const added = await desk.call("attachments.add", add(PNG, { name: "合同.exe", material: "approval-form" }));
    expect(added).toMatchObject({
      mimeType: "image/png",
      material: "approval-form",
      bytes: PNG.length,
      removed: null,
      clerk: "测试员",
    });
    const opened = await desk.call("attachments.open", { id: added.id });
    expect(Buffer.from(opened.base64, "base64").equals(PNG)).toBe(true);
    expect(await desk.call("attachments.add", add(PDF))).toMatchObject({ mimeType: "application/pdf" });
    expect(await desk.call("attachments.list", { caseId })).toHaveLength(2);
    const view = await desk.call("cases.get", { id: caseId });
    expect(view.attachments).toHaveLength(2);
    expect(view.events.map(({ kind }) => kind).filter((kind) => kind === "attachment-added")).toHaveLength(2);
    expect(desk.store.verify()).toEqual([]);
  });

  test("are removed with a reason, and stay in the history", async () => {
    const { id } = await desk.call("attachments.add", add(PNG));
    const request = { requestId: randomUUID(), id, reason: "扫错了人" };
    const removed = await desk.call("attachments.remove", request);
    expect(removed.removed).toMatchObject({ reason: "扫错了人", clerk: "测试员" });
    expect(await desk.call("attachments.remove", request)).toEqual(removed);
    expect((await desk.refusal("attachments.remove", { ...request, requestId: randomUUID() })).code).toBe("stale");
    expect(await desk.call("attachments.list", { caseId })).toMatchObject([{ id, removed: { reason: "扫错了人" } }]);
    await desk.call("attachments.open", { id });
  });

  test.each([
    ["a text", Buffer.from("MZ this is no picture"), "attachment-type"],
    ["a page of HTML", Buffer.from("<html><script>alert(1)</script>"), "attachment-type"],
    ["nothing", Buffer.alloc(0), "attachment-type"],
    ["half the mark of a picture", PNG.subarray(0, 4), "attachment-type"],
  ])("%s is refused", async (_what, bytes, code) => {
    expect((await desk.refusal("attachments.add", add(bytes))).code).toBe(code);
    expect(await desk.call("attachments.list", { caseId })).toEqual([]);
  });

  const sized = (width: number, height: number): Buffer => {
    const size = Buffer.alloc(8);
    size.writeUInt32BE(width);
    size.writeUInt32BE(height, 4);
    const head = chunk("IHDR", Buffer.concat([size, Buffer.from([8, 0, 0, 0, 0])]));
    return Buffer.concat([PNG.subarray(0, 8), head, PNG.subarray(33)]);
  };
  const frame = (width: number, height: number): Buffer => {
    const size = Buffer.alloc(4);
    size.writeUInt16BE(height);
    size.writeUInt16BE(width, 2);
    const segment = Buffer.concat([Buffer.from([0xff, 0xc2, 0, 11, 8]), size, Buffer.from([1, 1, 0x11, 0])]);
    return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0]), segment, Buffer.from([0xff, 0xd9])]);
  };
  test.each([
    ["PNG", sized(12_000, 12_000), sized(30_000, 30_000)],
    ["JPEG", frame(12_000, 12_000), frame(65_000, 65_000)],
  ])("a %s of more points than a screen can hold is refused, however few bytes it takes", async (_what, fits, bomb) => {
    await desk.call("attachments.add", add(fits));
    expect((await desk.refusal("attachments.add", add(bomb))).code).toBe("attachment-too-large");
  });

  test("as large as allowed and no larger", async () => {
    const filled = (bytes: number) => Buffer.concat([PDF_HEAD, Buffer.alloc(bytes - PDF.length, 0x20), PDF_TAIL]);
    await desk.call("attachments.add", add(filled(LARGEST_ATTACHMENT_BYTES)));
    const over = await desk.refusal("attachments.add", add(filled(LARGEST_ATTACHMENT_BYTES + 1)));
    expect(["attachment-too-large", "bad-input"]).toContain(over.code);
  });

  test("need a case, a material of it, and whole base64", async () => {
    expect((await desk.refusal("attachments.add", add(PNG, { caseId: "none" }))).code).toBe("not-found");
    expect((await desk.refusal("attachments.add", add(PNG, { material: "unheard-of" }))).code).toBe("bad-input");
    expect((await desk.refusal("attachments.add", add(PNG, { base64: "AAA" }))).code).toBe("bad-input");
    expect((await desk.refusal("attachments.add", add(PNG, { base64: "a b=" }))).code).toBe("bad-input");
    await desk.call("cases.cancel", { requestId: randomUUID(), id: caseId, reason: "本人撤回" });
    expect((await desk.refusal("attachments.add", add(PNG))).code).toBe("case-fixed");
  });

  test("that were changed on the disk are told, not shown", async () => {
    const { id } = await desk.call("attachments.add", add(PDF));
    const files = readdirSync(desk.folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.parentPath.includes("attachment"))
      .map((entry) => join(entry.parentPath, entry.name));
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) appendFileSync(file, " ");
    expect((await desk.refusal("attachments.open", { id })).code).toBe("attachment-damaged");
    for (const file of files) writeFileSync(file, Buffer.alloc(statSync(file).size));
    expect((await desk.refusal("attachments.open", { id })).code).toBe("attachment-damaged");
    if (process.platform === "win32") return;
    // a pipe in its place would wait for ever, and with it every window; a link leads anywhere
    for (const file of files) {
      rmSync(file);
      execFileSync("mkfifo", [file]);
    }
    expect((await desk.refusal("attachments.open", { id })).code).toBe("attachment-damaged");
    expect(desk.store.verify().map(({ area }) => area)).toContain("attachments");
    for (const file of files) {
      rmSync(file);
      symlinkSync("/etc/hostname", file);
    }
    expect((await desk.refusal("attachments.open", { id })).code).toBe("attachment-damaged");
  });
});
