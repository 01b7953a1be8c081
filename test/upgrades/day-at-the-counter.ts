/**
 * A day at the counter of an earlier program, by that program's own code: `node day-at-the-counter.ts CHECKOUT FOLDER`.
 * Leaves `counter.db`, from the first program that encrypts on with its keys beside it and `machine.key`. The calls are those that
 * every program had, and what later ones added where the checkout has it.
 */
import { randomUUID, scryptSync } from "node:crypto";
import { existsSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly version: number;
  readonly papers: readonly Row[];
  readonly content: object;
}
type Call = (name: string, input: object) => Promise<Row>;

/** What is used of a checkout's test helpers and modules; they are of another program, so that nothing checks these shapes. */
interface Old {
  readonly createDesk: (options: object) => {
    connect(): { clerkId: string | null };
    call(
      connection: object,
      name: string,
      input: object,
    ): Promise<{ readonly ok: true; readonly value: Row } | { readonly ok: false; readonly error: object }>;
    leave?(): void;
  };
  readonly openStore: (
    path: string,
    options: object,
  ) => {
    close(): void;
    readonly clerks: {
      setUp(act: object, office: object, clerk: object): void;
      add(act: object, clerk: object): void;
    };
    readonly settings: { put(act: object, name: string, value: object, reason: string): void };
  };
  readonly fileKeeper?: (path: string) => object;
  readonly createPaperMaker: (options: object) => object;
  readonly createPaperMakers?: (options: object) => { readonly makePaper: object; readonly makeReport: object };
  readonly silentLogger: object;
  readonly TestClock: new (at: string) => { now(): string; advance(seconds: number): void };
  readonly syntheticIdentityNumber: (birthDate: string, sex: string, serial: number) => string;
  readonly submission: (changes?: object) => object;
  readonly ENOUGH: object;
  readonly TOO_FEW: object;
  readonly USUAL_SETTINGS?: object;
  readonly SETTINGS_NAME?: string;
}

const [checkout = "", folder = ""] = process.argv.slice(2).map((path) => resolve(path));
const has = (file: string): boolean => existsSync(join(checkout, file));
const load = async (file: string): Promise<Partial<Old>> =>
  has(file) ? ((await import(pathToFileURL(join(checkout, file)).href)) as Partial<Old>) : {};
const old = {
  ...(await load("test/unit/desk/test-desk.ts")),
  ...(await load("src-main/desk/index.ts")),
  ...(await load("src-main/store/index.ts")),
  ...(await load("src-main/receipts/index.ts")),
  ...(await load("src-main/logger.ts")),
  ...(await load("src-main/demo/people.ts")),
  ...(await load("src-main/desk/office/settings.ts")),
  ...(await load("src-shared/domain/office-settings.ts")),
} as Old;
/** What the checkout has beyond the first program. */
const knows = {
  guidance: has("resources/policy/dalian/matters/e-credential.yaml"),
  cities: has("resources/policy/chongqing"),
  office: has("src-main/desk/review/reviews.ts"),
};

function hashOf(password: string): string {
  const salt = Buffer.from("synthetic-salt-1");
  const base64 = (bytes: Buffer): string => bytes.toString("base64").replaceAll("=", "");
  return `$scrypt$ln=10,r=8,p=1$${base64(salt)}$${base64(scryptSync(password, salt, 32, { N: 2 ** 10, r: 8, p: 1 }))}`;
}
const passwordHash = hashOf("correct-horse");

mkdirSync(folder, { recursive: true });
const clock = new old.TestClock("2025-07-15T02:00:00.000Z");
const keepers = knows.office ? { keepers: [old.fileKeeper!(join(folder, "machine.key"))] } : {};
const store = old.openStore(join(folder, "counter.db"), { clock, ...keepers });
const resources = (name: string): string => join(checkout, "resources", name);
const makerOptions = { fontDirectory: resources("fonts"), textDirectory: resources("papers") };
const desk = old.createDesk({
  store,
  clock,
  policyDirectory: resources("policy"),
  calendarDirectory: resources("calendar"),
  ...(old.createPaperMakers?.(makerOptions) ?? { makePaper: old.createPaperMaker(makerOptions) }),
  logger: old.silentLogger,
  demo: false,
  hostKind: "browser",
  version: "0.0.0",
  scryptCost: 10,
});

const act = (operation: string, clerkId: string): object => ({ operation, clerkId, at: clock.now(), requestId: null });
const admin = randomUUID();
const office = { code: "2102", name: "测试区医保中心" };
store.clerks.setUp(
  act("session.setup", admin),
  knows.cities ? { ...office, cities: ["dalian", "tieling", "chongqing"] } : { ...office, city: "dalian" },
  { id: admin, login: "admin", name: "管理员", role: "administrator", passwordHash },
);

/** Somebody of the office at a window. */
function seat(id: string): Call {
  const connection = desk.connect();
  connection.clerkId = id;
  return async (name, input) => {
    clock.advance(30);
    const result = await desk.call(connection, name, input);
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.error)}`);
    return result.value;
  };
}
function hire(role: string, name: string): Call {
  const id = randomUUID();
  const clerk = { id, login: `${role}-1`, name, role, passwordHash, mustChangePassword: false };
  store.clerks.add(act("clerks.create", admin), clerk);
  return seat(id);
}
const clerk = knows.office ? hire("clerk", "经办甲") : seat(admin);
const reviewer = knows.office ? hire("reviewer", "复核乙") : null;

const PROMISED = { matter: "dalian.retirement", material: "approval-form" };
if (knows.office) {
  store.settings.put(
    act("office.changeSettings", admin),
    old.SETTINGS_NAME!,
    {
      ...old.USUAL_SETTINGS,
      promises: { on: true, workingDays: 5, materials: [PROMISED], document: "容缺受理清单（2025年版）" },
    },
    "测试",
  );
}

let people = 0;
const person = (sex = "male", birthDate = "1965-03-04"): object => {
  people++;
  const identityNumber = old.syntheticIdentityNumber(birthDate, sex, 60 + people);
  return { person: { identityNumber, name: "单长河解曾区查".slice(people % 5, (people % 5) + 3), phone: `1980000006${people}` } };
};
const asked = (rest: object): object => ({ requestId: randomUUID(), ...rest });
const print = (paper: Row): Promise<Row> => clerk("papers.print", asked({ id: paper.id }));
const printAll = async ({ id }: Row): Promise<void> => {
  for (const paper of (await clerk("cases.get", { id })).papers) await print(paper);
};
const submit = (changes: object, more: object = {}): Promise<Row> =>
  clerk("cases.submit", { ...old.submission({ ...person(), ...changes }), ...more });

// nothing to pay: settled at once, one of its papers printed twice
const granted = await submit({ facts: old.ENOUGH });
await printAll(granted);
await print(granted.papers[0]!);
// money: to a second person, where there is one
const topUp = await submit({ facts: old.TOO_FEW });
await reviewer?.("review.approve", asked({ id: topUp.id, version: 1, note: "金额已核对" }));
await printAll(topUp);
const again = await submit({ facts: old.TOO_FEW });
if (reviewer !== null) await reviewer("review.return", asked({ id: again.id, version: 1, reason: "缴费月数请再核对" }));
await printAll(again);
const draft = await clerk("cases.startAmendment", asked({ id: again.id }));
await clerk("cases.submit", asked({ draftId: draft.id, content: { ...draft.content, facts: old.ENOUGH }, reason: "月数有误" }));
await printAll(again);
// printed, then cancelled
const cancelled = await submit({ facts: old.ENOUGH });
await printAll(cancelled);
await clerk("cases.cancel", asked({ id: cancelled.id, reason: "重复受理" }));
// a material is missing: saved, with its notice
const { content } = old.submission({ ...person(), materials: [] }) as { content: object };
const open = await clerk("cases.save", asked({ draftId: randomUUID(), content }));
await print(await clerk("papers.make", asked({ caseId: open.id, kind: "one-time-notice" })));
// a form that nobody has submitted
await clerk("drafts.save", { id: randomUUID(), content: (old.submission({ ...person() }) as { content: object }).content });
if (knows.guidance) await printAll(await submit({ matter: "dalian.e-credential", facts: { reason: "lost" }, materials: [] }));
if (knows.cities) {
  const asOf = { asOf: "2025-07-15", materials: [] };
  const facts = { endedThere: true, enrolledHere: true, validationError: true };
  await printAll(await submit({ matter: "chongqing.transfer-in", facts, ...asOf }));
}
if (knows.office) {
  const base64 = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n").toString("base64");
  await clerk("attachments.add", asked({ caseId: open.id, material: null, name: "扫描件.pdf", base64 }));
  const promised = {
    id: PROMISED.material,
    received: false,
    form: "original",
    count: 1,
    how: "promised",
    promisedOn: "2025-07-22",
  };
  await printAll(await submit({ facts: old.ENOUGH, materials: [promised] }, { promiseSigned: true }));
}
desk.leave?.();
store.close();
