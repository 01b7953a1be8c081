/** Names, reasons and file names of raw calls: nothing in them makes lines of its own on a paper, turns the eye, or names a folder. */
import { randomUUID } from "node:crypto";
import { extractText } from "unpdf";
import { afterEach, beforeEach, expect, it } from "vitest";
import { USUAL_SETTINGS } from "../../src-shared/domain/office-settings.ts";
import { facts } from "../../src-shared/contract/define.ts";
import { oneLine } from "../../src-shared/domain/fold.ts";
import { PASSWORD, submission, TestDesk } from "../unit/desk/test-desk.ts";
import { syntheticIdentityNumber } from "../../src-main/demo/people.ts";

let desk: TestDesk;
beforeEach(() => (desk = new TestDesk().setUp()));
afterEach(() => desk.remove());

const PDF = Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n").toString("base64");
const person = (name: string) => ({
  identityNumber: syntheticIdentityNumber("1965-03-04", "male", 61),
  name,
  phone: "19800000061",
});

it("a name is one line: neither a line of its own on the paper, nor a control character, nor a mark that turns what follows", async () => {
  const view = await desk.call("cases.submit", submission({ person: person("王\n伟\n办理完毕：\u0000\u202Eabc") }));
  expect(view.name).toBe("王 伟 办理完毕： abc");
  const { pdfBase64 } = await desk.call("papers.open", { id: view.papers[0]!.id });
  const { text } = await extractText(new Uint8Array(Buffer.from(pdfBase64, "base64")), { mergePages: true });
  expect(text.split("\n").some((line) => line.trim() === "办理完毕：")).toBe(false);
  const clerk = await desk.call("clerks.create", { requestId: randomUUID(), login: "wang", name: "王\u202E强\n", role: "clerk" });
  expect(clerk.clerk.name).toBe("王强");
});

it("an account looks like nobody else's, by its login or by its name", async () => {
  const create = (login: string, name: string) =>
    desk.ask("clerks.create", { requestId: randomUUID(), login, name, role: "clerk" });
  const made = await desk.call("clerks.create", { requestId: randomUUID(), login: "wangli10", name: "王力", role: "clerk" });
  // case, full width, what nobody sees, strokes and rings, a dot: the same to whoever reads it
  for (const login of [
    "WangLi10",
    "ｗａｎｇｌｉ１０",
    "wang\u200bli10",
    "wangIi10",
    "wang1i10",
    "wanglil0",
    "wangli1O",
    "wang.li10",
  ])
    expect(await create(login, "新来的"), login).toMatchObject({ ok: false, error: { code: "login-taken" } });
  // letters of other scripts are in no login: they would only be there to be taken for these
  for (const login of ["wаngli10", "wangli 10", "ωangli", "王·力"])
    expect(await create(login, "新来的"), login).toMatchObject({ ok: false, error: { code: "bad-input" } });
  await desk.call("clerks.create", { requestId: randomUUID(), login: "annа".replace("а", "a"), name: "Anna", role: "clerk" });
  for (const name of ["Аnnа", "ａｎｎａ", "A·nna"])
    expect(await create(`zhao${name.length}`, name), name).toMatchObject({ ok: false, error: { code: "name-taken" } });
  expect(await create("王力", "王丽")).toMatchObject({ ok: true });
  // and whoever types in full width gets in
  const window = desk.desk.connect();
  const password = made.oneTimePassword!;
  expect(await desk.desk.call(window, "session.login", { login: "ＷＡＮＧＬＩ１０", password })).toMatchObject({ ok: true });
});

it("a tower of marks is cut, a written language is not", () => {
  expect(oneLine(`阿${"\u0301".repeat(150)}`)).toBe("阿\u0301\u0301");
  // Vietnamese and Tibetan stack two
  for (const name of ["Nguyễn", "Nguye\u0302\u0303n", "བོད", "阿卜杜热合曼·买买提"]) expect(oneLine(name)).toBe(name);
});

it("a reason is one line, so that nobody writes rows into the audit's papers", async () => {
  const { personId } = await desk.call("cases.submit", submission());
  await desk.call("people.reveal", { requestId: randomUUID(), id: personId, reason: "核对\n12 | 复核通过 | 主管" });
  const { rows } = await desk.call("audit.list", { operation: "people.reveal", limit: 5 });
  expect(rows[0]!.detail).toBe("原因：核对 12 | 复核通过 | 主管");
});

it.each([
  ["..\\..\\x.pdf", "x.pdf"],
  ["../../etc/passwd", "passwd.pdf"],
  ["a\u202Efdp.exe", "afdp.exe.pdf"],
  ["a.exe", "a.exe.pdf"],
  [".pdf", "pdf.pdf"],
  ['表<1>:"x|y?*.PDF', "表_1___x_y__.PDF"],
  ["CON . . ", "CON.pdf"],
  ["身份证.pdf", "身份证.pdf"],
])("a file called %j is kept as %s", async (given, kept) => {
  const { id } = await desk.call("cases.submit", submission());
  const scan = { requestId: randomUUID(), caseId: id, material: null, name: given, base64: PDF };
  expect((await desk.call("attachments.add", scan)).name).toBe(kept);
  expect(desk.store.verify()).toEqual([]);
});

it("what stands on papers is one line: the document of a setting, a word in a list of answers", async () => {
  const document = "区医保\n\u202e已办结\u0000";
  const settings = { ...USUAL_SETTINGS, promises: { ...USUAL_SETTINGS.promises, document } };
  const saved = await desk.call("office.changeSettings", { requestId: randomUUID(), settings, reason: "公布清单" });
  expect(saved.settings.promises.document).toBe("区医保 已办结 ");
  expect(facts.parse({ rows: { items: [{ name: "甲\n乙" }] } })).toEqual({ rows: { items: [{ name: "甲 乙" }] } });
});

it("facts are bounded", async () => {
  const many = Object.fromEntries(Array.from({ length: 60_000 }, (_, i) => [`x${i}`, i]));
  expect(facts.safeParse(many).success).toBe(false);
  const asked = { matter: "dalian.retirement", asOf: "2025-07-15", facts: many };
  expect((await desk.refusal("counter.evaluate", asked)).code).toBe("bad-input");
});

it("a password asked for to unlock locks what was not locked: a wrong one opens nothing", async () => {
  const seat = desk.seat("clerk", "经办甲");
  expect((await seat.refusal("session.unlock", { password: "wrong-horse" })).code).toBe("wrong-password");
  expect((await seat.refusal("work.today", {})).code).toBe("locked");
  await seat.call("session.unlock", { password: PASSWORD });
  await seat.call("work.today", {});
});
