/** A desk over a real store, the real policy and the real papers, in a folder of its own. */
import { randomUUID, scryptSync } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Temporal } from "temporal-polyfill";
import { COUNTER_TIME_ZONE, type Clock } from "../../../src-main/clock.ts";
import { createDesk, type Connection, type OpenDesk, type DeskOptions } from "../../../src-main/desk/index.ts";
import { silentLogger } from "../../../src-main/logger.ts";
import { createPaperMakers } from "../../../src-main/receipts/index.ts";
import { ClockWatch, openStore, type Store } from "../../../src-main/store/index.ts";
import { syntheticIdentityNumber } from "../../../src-main/demo/people.ts";
import type { CallError, CallInput, CallName, CallOutput, CallResult } from "../../../src-shared/contract/index.ts";
import { fromPlainDate } from "../../../src-shared/domain/calendar.ts";
import type { DraftContent } from "../../../src-shared/domain/case.ts";
import type { FactInputs } from "../../../src-shared/domain/facts.ts";
import { SETTINGS_NAME, USUAL_SETTINGS, type OfficeSettings } from "../../../src-shared/domain/office-settings.ts";
import type { Role } from "../../../src-shared/domain/roles.ts";
import { CHEAP_SCRYPT_COST } from "../../cheap-scrypt.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
export const policyDirectory = join(root, "resources/policy");
export const calendarDirectory = join(root, "resources/calendar");
/** One for all: it reads the fonts once. */
export const {
  makePaper: realPapers,
  makeReport: realReports,
  markCopy: realCopies,
} = createPaperMakers({
  fontDirectory: join(root, "resources/fonts"),
  textDirectory: join(root, "resources/papers"),
});

/** Stands still until it is told to move. */
export class TestClock implements Clock {
  #at: Temporal.Instant;
  #elapsed = 0;
  constructor(at: string) {
    this.#at = Temporal.Instant.from(at);
  }
  advance(seconds: number): void {
    this.#elapsed += Math.round(seconds * 1000);
    this.set(seconds);
  }
  /** Somebody sets the machine's clock: no time passes. */
  set(seconds: number): void {
    this.#at = this.#at.add({ milliseconds: Math.round(seconds * 1000) });
  }
  now(): string {
    return this.#at.toString({ fractionalSecondDigits: 3 });
  }
  today(): number {
    return fromPlainDate(this.#at.toZonedDateTimeISO(COUNTER_TIME_ZONE).toPlainDate());
  }
  elapsed(): number {
    return this.#elapsed;
  }
}

export const PASSWORD = "correct-horse";
export const NOW = "2025-07-15T02:00:00.000Z";
export const TODAY = "2025-07-15";

/** A real hash at a cost that tests can pay, once. */
const cheapHashes = new Map<string, string>();
function cheapHash(password: string): string {
  const known = cheapHashes.get(password) ?? makeCheapHash(password);
  cheapHashes.set(password, known);
  return known;
}

function makeCheapHash(password: string): string {
  const salt = Buffer.from("synthetic-salt-1");
  const hash = scryptSync(password, salt, 32, { N: 2 ** CHEAP_SCRYPT_COST, r: 8, p: 1 });
  const base64 = (bytes: Buffer) => bytes.toString("base64").replaceAll("=", "");
  return `$scrypt$ln=${CHEAP_SCRYPT_COST},r=8,p=1$${base64(salt)}$${base64(hash)}`;
}

/** A new store as the program makes it, by the moment it is made at: making one takes longer than most of what a test does with it. */
const newStores = new Map<string, Buffer>();
function newStore(clock: Clock): Buffer {
  const known = newStores.get(clock.now()) ?? makeNewStore(clock);
  newStores.set(clock.now(), known);
  return known;
}

function makeNewStore(clock: Clock): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "counter-new-store-"));
  const path = join(folder, "counter.db");
  openStore(path, { clock, watch: new ClockWatch(clock) }).close();
  const made = readFileSync(path);
  rmSync(folder, { recursive: true });
  return made;
}

export class TestDesk {
  readonly folder: string;
  readonly clock: TestClock;
  store: Store;
  desk: OpenDesk;
  connection: Connection;
  readonly #options: Partial<DeskOptions>;

  constructor(options: Partial<DeskOptions> = {}, now = NOW) {
    this.folder = mkdtempSync(join(tmpdir(), "counter-desk-"));
    this.clock = new TestClock(now);
    this.#options = options;
    this.store = this.#openStore();
    this.desk = this.newDesk();
    this.connection = this.desk.connect();
  }

  #openStore(): Store {
    const path = join(this.folder, "counter.db");
    if (!existsSync(path)) writeFileSync(path, newStore(this.clock), { mode: 0o600 });
    return openStore(path, { clock: this.clock, watch: new ClockWatch(this.clock) });
  }

  /** Another desk over the same store, e.g. with parts that fail. */
  newDesk(options: Partial<DeskOptions> = {}): OpenDesk {
    const { store, clock } = this;
    return createDesk({
      policyDirectory,
      calendarDirectory,
      makePaper: realPapers,
      makeReport: realReports,
      markCopy: realCopies,
      logger: silentLogger,
      demo: false,
      hostKind: "browser",
      version: "0.0.0",
      scryptCost: CHEAP_SCRYPT_COST,
      store,
      clock,
      ...this.#options,
      ...options,
    });
  }

  /** Office and one clerk, without waiting for a costly hash; signed in unless told otherwise. */
  setUp(role: Role = "administrator", signIn = true): this {
    const id = randomUUID();
    const act = { operation: "session.setup", clerkId: id, at: this.clock.now(), requestId: null };
    const office = { code: "2102", name: "测试区医保中心", cities: ["dalian"] };
    this.store.clerks.setUp(act, office, { id, login: "admin", name: "测试员", role, passwordHash: cheapHash(PASSWORD) });
    if (signIn) this.connection.clerkId = id;
    return this;
  }

  /** What the office settles for itself, for this test. */
  settings(changes: Partial<OfficeSettings>): this {
    const act = { operation: "office.changeSettings", clerkId: this.connection.clerkId, at: this.clock.now(), requestId: null };
    this.store.settings.put(act, SETTINGS_NAME, { ...USUAL_SETTINGS, ...changes }, "测试");
    return this;
  }

  /** Another person of the office, signed in at a window of their own. */
  seat(role: Role, name: string): Seat {
    const id = randomUUID();
    const act = { operation: "clerks.create", clerkId: this.connection.clerkId, at: this.clock.now(), requestId: null };
    const login = `login-${id.slice(0, 8)}`;
    this.store.clerks.add(act, { id, login, name, role, passwordHash: cheapHash(PASSWORD), mustChangePassword: false });
    return new Seat(this, id, login);
  }

  /** The process ends and starts again: the store stays, everything in memory is gone. */
  restart(options: Partial<DeskOptions> = {}): void {
    this.store.close();
    this.store = this.#openStore();
    this.desk = this.newDesk(options);
    const { clerkId } = this.connection;
    this.connection = this.desk.connect();
    this.connection.clerkId = clerkId;
    this.connection.clerkEpoch = (clerkId === null ? undefined : this.store.clerks.byId(clerkId))?.sessionEpoch ?? 0;
  }

  /** A call as the page makes it, the answer whatever it is. */
  async ask<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallResult<CallOutput<Name>>> {
    return (await this.desk.call(this.connection, name, input)) as CallResult<CallOutput<Name>>;
  }

  /** A call that must succeed. */
  async call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>> {
    const result = await this.ask(name, input);
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.error)}`);
    return result.value;
  }

  /** A call that must be refused. */
  async refusal<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallError> {
    const result = await this.ask(name, input);
    if (result.ok) throw new Error(`${name} was not refused: ${JSON.stringify(result.value)}`);
    return result.error;
  }

  remove(): void {
    this.store.close();
    rmSync(this.folder, { recursive: true });
  }
}

/** One person's window on a desk. */
export class Seat {
  readonly id: string;
  readonly login: string;
  readonly connection: Connection;
  readonly #desk: TestDesk;

  constructor(desk: TestDesk, id: string, login: string) {
    this.#desk = desk;
    this.id = id;
    this.login = login;
    this.connection = desk.desk.connect();
    this.connection.clerkId = id;
  }

  async ask<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallResult<CallOutput<Name>>> {
    return (await this.#desk.desk.call(this.connection, name, input)) as CallResult<CallOutput<Name>>;
  }
  async call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>> {
    const result = await this.ask(name, input);
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.error)}`);
    return result.value;
  }
  async refusal<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallError> {
    const result = await this.ask(name, input);
    if (result.ok) throw new Error(`${name} was not refused: ${JSON.stringify(result.value)}`);
    return result.error;
  }
}

export const MATTER = "dalian.retirement";
export const MAN = syntheticIdentityNumber("1965-03-04", "male", 61);
export const APPROVAL_FORM = { id: "approval-form", received: true, form: "original", count: 1 } as const;

/** 21 years 1 month paid in Dalian from 2004-06 to 2025-06 = 253 months, 14 years of service before: 30 years and more. */
export const ENOUGH: FactInputs = {
  way: "pension-here",
  pensionMonth: "2025-06",
  capacity: "unit",
  contributed: { periods: [{ from: "2004-06", to: "2025-06" }] },
  transferred: { months: 0 },
  military: { months: 0 },
  service: { periods: [{ from: "1990-01", to: "2003-12" }] },
  enrolledAs: "unit",
};

/** 200 months and nothing else: 160 short of 360. */
export const TOO_FEW: FactInputs = {
  way: "pension-here",
  pensionMonth: "2025-06",
  capacity: "unit",
  contributed: { months: 200 },
  transferred: { months: 0 },
  military: { months: 0 },
  service: { months: 0 },
};

export function form(changes: Partial<DraftContent> = {}): DraftContent {
  return {
    matter: MATTER,
    asOf: TODAY,
    person: { identityNumber: MAN, name: "单长河", phone: "19800000061" },
    facts: ENOUGH,
    materials: [APPROVAL_FORM],
    caseId: null,
    amends: false,
    ...changes,
  };
}

export const submission = (changes: Partial<DraftContent> = {}, reason = "") => ({
  requestId: randomUUID(),
  draftId: randomUUID(),
  content: form(changes),
  reason,
});
