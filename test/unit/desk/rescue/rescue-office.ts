/** An office whose host is started, ended and started again on the same folder, as an office's machine does it. */
import { randomUUID } from "node:crypto";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, onTestFinished } from "vitest";
import type { Connection } from "../../../../src-main/desk/index.ts";
import { openDesk, type Opened, type OpeningOptions } from "../../../../src-main/hosts/opening.ts";
import { findPlaces } from "../../../../src-main/hosts/places.ts";
import { fileKeeper } from "../../../../src-main/store/index.ts";
import { roomsIn } from "../../../../src-main/store/backups/places/rooms.ts";
import type { CallError, CallInput, CallName, CallOutput, CallResult } from "../../../../src-shared/contract/index.ts";
import { CHEAP_SCRYPT_COST } from "../../../cheap-scrypt.ts";
import { NOW, submission, TestClock } from "../test-desk.ts";

export const ADMIN = { login: "admin", password: "counter-2026" };
export const CLERK = { login: "zhang", name: "张经办" };

/** A folder that goes away with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "counter-office-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The only one there. */
export const roomIn = (place: string): string => roomsIn(place)[0] ?? place;

export class Machine {
  /** Holds the data folder, and the key beside it. */
  readonly place: string;
  readonly data: string;
  readonly store: string;
  readonly keyFile: string;
  readonly clock: TestClock;
  opened: Opened | undefined;
  #connection: Connection | undefined;

  constructor(place: string, now = NOW) {
    this.place = place;
    this.data = join(place, "data");
    this.store = join(this.data, "counter.db");
    // where the browser edition keeps it
    this.keyFile = `${this.data}.key`;
    this.clock = new TestClock(now);
  }

  /** Where its own backups lie beside the store. */
  get room(): string {
    return roomIn(join(this.data, "backups"));
  }

  /** The same machine's files once more; nothing may run on them. */
  copyTo(place: string, now: string): Machine {
    cpSync(this.place, place, { recursive: true });
    return new Machine(place, now);
  }

  async start(more: Partial<OpeningOptions> = {}): Promise<this> {
    this.opened = await openDesk({
      folder: this.data,
      places: findPlaces(import.meta.dirname),
      demo: false,
      clock: this.clock,
      scryptCost: CHEAP_SCRYPT_COST,
      hostKind: "browser",
      keepers: [fileKeeper(this.keyFile)],
      onPreparingDemo: () => undefined,
      ...more,
    });
    this.#connection = this.opened.desk.connect();
    return this;
  }

  async stop(): Promise<void> {
    await this.opened?.close();
    this.opened = undefined;
  }

  async ask<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallResult<CallOutput<Name>>> {
    return (await this.opened!.desk.call(this.#connection!, name, input)) as CallResult<CallOutput<Name>>;
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

export interface Office {
  readonly machine: Machine;
  readonly code: string;
  /** All copies of the machine back up into it, too. */
  readonly second: string;
  /** Name of the backup that holds it all. */
  readonly backup: string;
  readonly clerkPassword: string;
}

/** One case, a recovery code, a second backup folder, and a clerk; a backup of all that, and one case more. Stopped. */
export async function makeOffice(place: string): Promise<Office> {
  const machine = await new Machine(place).start();
  const second = join(place, "stick");
  await machine.call("session.setup", {
    requestId: randomUUID(),
    office: { code: "2102", name: "测试区医保中心", cities: ["dalian"] },
    name: "王敏",
    ...ADMIN,
  });
  const { oneTimePassword } = await machine.call("clerks.create", { requestId: randomUUID(), role: "clerk", ...CLERK });
  const { code } = await machine.call("keys.newRecoveryCode", { requestId: randomUUID(), password: ADMIN.password });
  await machine.call("backup.chooseFolder", { requestId: randomUUID(), folder: second });
  await machine.call("cases.submit", submission());
  machine.clock.advance(60);
  const { name } = await machine.call("backup.now", {});
  await machine.stop();
  return { machine, code, second, backup: name, clerkPassword: oneTimePassword! };
}

const NEXT_DAY = "2025-07-16T02:00:00.000Z";

/** One office for all tests of a file or a `describe`, and its machine the next day, not started, for each test to do with as it likes. */
export function sharedOffice(): { readonly office: Office; readonly nextDay: () => Machine } {
  const place = mkdtempSync(join(tmpdir(), "counter-office-"));
  // filled before the first test
  const office = {} as Office;
  beforeAll(async () => {
    Object.assign(office, await makeOffice(place));
    cpSync(office.second, `${office.second}-as-made`, { recursive: true });
  }, 120_000);
  afterAll(() => rmSync(place, { recursive: true, force: true }));
  const nextDay = (): Machine => {
    const machine = office.machine.copyTo(temporaryFolder(), NEXT_DAY);
    // the machines of other tests have gone another way since, and their backups would say so
    rmSync(office.second, { recursive: true });
    cpSync(`${office.second}-as-made`, office.second, { recursive: true });
    onTestFinished(() => machine.stop());
    return machine;
  };
  return { office, nextDay };
}
