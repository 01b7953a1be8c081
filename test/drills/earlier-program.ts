/**
 * A visit of an earlier program to a store, by that program's own code: `node earlier-program.ts CHECKOUT STORE AT`. It opens the store
 * as its host does, looks whether it is whole, reads every case and every paper, takes in a case more and ends as at the end of a shift.
 * Prints what it saw as one line of JSON; a store that it does not open is an answer, too.
 */
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** What an earlier program saw. */
export type Visit =
  | { readonly refused: string; readonly detail: string }
  | {
      readonly refused: null;
      readonly problems: readonly object[];
      /** Their receipt numbers. */
      readonly cases: readonly string[];
      readonly papers: number;
      /** The receipt number of the case that it took in. */
      readonly taken: string;
      /** Of its own backup at the end; null where it made none. */
      readonly backup: string | null;
    };

interface Row {
  readonly id: string;
  readonly receiptNumber: string;
  readonly papers: readonly Row[];
}
interface OldStore {
  close(): void;
  verify(): object[];
  readonly clerks: { byLogin(login: string): { readonly id: string; readonly sessionEpoch?: number } | undefined };
  readonly cases: { search(request: object): { readonly rows: readonly Row[] } };
}
interface OldSafe {
  readonly store: OldStore;
  readonly safe: { readonly backups: { make(reason: string): Promise<{ readonly name: string }> } };
  close(): Promise<void>;
}

/** What is used of a checkout's modules; they are of another program, so that nothing checks these shapes. */
interface Old {
  readonly createDesk: (options: object) => {
    connect(): { clerkId: string | null; clerkEpoch?: number };
    call(
      connection: object,
      name: string,
      input: object,
    ): Promise<{ readonly ok: boolean; readonly value: Row; readonly error: object }>;
    leave?(): void;
  };
  readonly openStore: (path: string, options: object) => OldStore;
  readonly openWithSafe?: (path: string, options: object) => OldSafe;
  readonly fileKeeper?: (path: string) => object;
  readonly createPaperMaker: (options: object) => object;
  readonly createPaperMakers?: (options: object) => { readonly makePaper: object; readonly makeReport: object };
  readonly silentLogger: object;
  readonly TestClock: new (at: string) => { now(): string };
  readonly syntheticIdentityNumber: (birthDate: string, sex: string, serial: number) => string;
  readonly submission: (changes?: object) => object;
  readonly ENOUGH: object;
}

/** Whoever may take in a case: the office of `day-at-the-counter.ts` has a clerk, or its administrator alone. */
const CLERKS = ["clerk-1", "admin"];

async function visit(checkout: string, path: string, at: string): Promise<Visit> {
  const load = async (file: string): Promise<Partial<Old>> =>
    existsSync(join(checkout, file)) ? ((await import(pathToFileURL(join(checkout, file)).href)) as Partial<Old>) : {};
  const old = {
    ...(await load("test/unit/desk/test-desk.ts")),
    ...(await load("src-main/desk/index.ts")),
    ...(await load("src-main/store/index.ts")),
    ...(await load("src-main/receipts/index.ts")),
    ...(await load("src-main/logger.ts")),
    ...(await load("src-main/demo/people.ts")),
  } as Old;
  const clock = new old.TestClock(at);
  const keepers = old.fileKeeper === undefined ? {} : { keepers: [old.fileKeeper(join(dirname(path), "machine.key"))] };
  let office: OldSafe | undefined;
  let store: OldStore;
  try {
    office = old.openWithSafe?.(path, { clock, ...keepers, onFailure: () => undefined });
    store = office?.store ?? old.openStore(path, { clock, ...keepers });
  } catch (error) {
    return { refused: (error as { kind?: string }).kind ?? "unknown", detail: String(error) };
  }
  const resources = (name: string): string => join(checkout, "resources", name);
  const makerOptions = { fontDirectory: resources("fonts"), textDirectory: resources("papers") };
  const desk = old.createDesk({
    store,
    ...(office === undefined ? {} : { safe: office.safe }),
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
  const connection = desk.connect();
  const clerk = CLERKS.map((login) => store.clerks.byLogin(login)).find((one) => one !== undefined)!;
  connection.clerkId = clerk.id;
  if (clerk.sessionEpoch !== undefined) connection.clerkEpoch = clerk.sessionEpoch;
  const call = async (name: string, input: object): Promise<Row> => {
    const { ok, value, error } = await desk.call(connection, name, input);
    if (!ok) throw new Error(`${name}: ${JSON.stringify(error)}`);
    return value;
  };

  const problems = store.verify();
  const { rows } = store.cases.search({ text: "", state: null, limit: 100, offset: 0 });
  const papers = [];
  for (const { id } of rows) papers.push(...(await call("cases.get", { id })).papers);
  for (const { id } of papers) {
    // later ones ask for a reason, which the first ones do not know
    await call("papers.open", { id, reason: "核对" }).catch(() => call("papers.open", { id }));
  }
  const person = {
    identityNumber: old.syntheticIdentityNumber("1965-03-04", "male", 97),
    name: "退回去以后",
    phone: "19800000099",
  };
  const { receiptNumber } = await call("cases.submit", old.submission({ person, facts: old.ENOUGH }));
  const backup = office === undefined ? null : (await office.safe.backups.make("manual")).name;
  desk.leave?.();
  if (office === undefined) store.close();
  else await office.close();
  return {
    refused: null,
    problems,
    cases: rows.map((row) => row.receiptNumber),
    papers: papers.length,
    taken: receiptNumber,
    backup,
  };
}

const [checkout = "", path = "", at = ""] = process.argv.slice(2);
process.stdout.write(`${JSON.stringify(await visit(resolve(checkout), resolve(path), at))}\n`);
