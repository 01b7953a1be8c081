/** The desk: every use case behind one gate. Knows no window, no route. */
import type { CallResult } from "../../src-shared/contract/index.ts";
import type { Clock } from "../clock.ts";
import type { Logger } from "../logger.ts";
import type { MakePaper, MakeReport, MarkCopy } from "../receipts/types.ts";
import { FULL_SCRYPT_COST } from "../scrypt-cost.ts";
import type { StoreError } from "../store/index.ts";
import type { Safe, Store } from "../store/types.ts";
import { attachmentsCalls } from "./cases/attachments.ts";
import { auditCalls } from "./reports/audit.ts";
import { backupCalls } from "./safety/backups.ts";
import { readCalendar } from "./policy/calendar.ts";
import { casesCalls } from "./cases/cases.ts";
import { clerksCalls } from "./office/clerks.ts";
import { counterCalls } from "./counter/counter.ts";
import { draftsCalls } from "./counter/drafts.ts";
import { diagnosisCalls } from "./safety/diagnosis.ts";
import { ExportJobs } from "./reports/export-jobs.ts";
import { findCalls } from "./counter/find.ts";
import { createGate } from "./frame/gate.ts";
import { newConnection, type Connection, type Handlers } from "./frame/handlers.ts";
import { Looks } from "./people/looks.ts";
import { createPacks } from "./policy/packs.ts";
import { createPaperDesk } from "./cases/papers.ts";
import { createPasswordDesk } from "./session/password-desk.ts";
import { peopleCalls } from "./people/people.ts";
import { policyCalls } from "./policy/policy.ts";
import { promisesCalls } from "./cases/promises.ts";
import { reportsCalls } from "./reports/reports.ts";
import { reviewCalls } from "./review/reviews.ts";
import { sessionCalls, signedIn } from "./session/session.ts";
import { lockSession } from "./session/session-lock.ts";
import { officeCalls } from "./office/settings.ts";
import type { DeskTools, ListFolders, ListPrinters, MachineTools, PickFolder, PrintPdf, SaveFile } from "./frame/tools.ts";
import { upgradeCalls } from "./safety/upgrades.ts";
import { workCalls } from "./counter/work.ts";

export type { Connection } from "./frame/handlers.ts";
export { PolicyError } from "./policy/packs.ts";
export { createRescueDesk, type RescueOptions } from "./rescue/rescue.ts";
export { NoOffice } from "./rescue/rescue-views.ts";
export type {
  FoundFolders,
  ListDrives,
  ListFolders,
  ListPrinters,
  MachineTools,
  PickFolder,
  PrintPdf,
  SaveFile,
} from "./frame/tools.ts";

export interface DeskOptions {
  readonly store: Store;
  /** Keys, backups, restoring; left out in tests and while a demonstration is made. */
  readonly safe?: Safe;
  readonly policyDirectory: string;
  /** One file a year. */
  readonly calendarDirectory: string;
  readonly makePaper: MakePaper;
  readonly makeReport: MakeReport;
  readonly markCopy: MarkCopy;
  readonly clock: Clock;
  /** The full one unless a test gives a cheaper one. */
  readonly scryptCost?: number;
  readonly logger: Logger;
  readonly demo: boolean;
  readonly hostKind: "electron" | "browser";
  readonly version: string;
  /** Given by a host that can open the system print dialog. */
  readonly printPdf?: PrintPdf;
  /** Given by a host that can ask where a file goes. */
  readonly saveFile?: SaveFile;
  /** Given by a host that can ask for a folder. */
  readonly pickFolder?: PickFolder;
  /** Given by a host that cannot, to look through mounted drives. */
  readonly listFolders?: ListFolders;
  readonly listPrinters?: ListPrinters;
  /** Left out where there are no other accounts to speak of. */
  readonly machine?: MachineTools;
  /** Asked for before an office is set up; left out where only whoever started the program can see the page. */
  readonly setupCode?: string | undefined;
  /** Given by a host that can put a backup in the place of a store without an office. */
  readonly beginRestore?: () => void;
  readonly onStoreError?: (error: StoreError) => void;
}

export interface Desk {
  /** A new window or browser; nobody has signed in on it. */
  connect(): Connection;
  /** Never throws: what goes wrong is in the answer. `name` and `input` come from outside and may be anything. */
  call(connection: Connection, name: unknown, input: unknown): Promise<CallResult<unknown>>;
}

/** A desk over an open store. */
export interface OpenDesk extends Desk {
  /** The program ends: sessions that are open are locked, and the audit says so. */
  leave(): void;
}

const ALONE: MachineTools = { otherOffices: () => [], officeIsHere: () => undefined };

/** @throws PolicyError when the policy data shipped with the program is broken; Error for a broken calendar */
export function createDesk(options: DeskOptions): OpenDesk {
  const { policyDirectory, calendarDirectory, printPdf, saveFile, pickFolder, listFolders, listPrinters, safe, ...rest } =
    options;
  const { onStoreError, beginRestore, setupCode, scryptCost = FULL_SCRYPT_COST, machine = ALONE, ...others } = rest;
  const packs = createPacks(others.store, policyDirectory, others.logger);
  const calendar = readCalendar(calendarDirectory);
  const sessions = { epoch: 0 };
  const hosts = { printPdf, saveFile, pickFolder, listFolders, listPrinters, machine };
  const given = { ...hosts, safe, onStoreError, beginRestore, setupCode };
  const tools: DeskTools = { ...others, ...given, scryptCost, packs, calendar, sessions };
  const passwords = createPasswordDesk(tools);
  const looks = new Looks(tools);
  const papers = createPaperDesk(tools, looks);
  const exports = new ExportJobs();
  const handlers: Handlers = {
    ...sessionCalls(tools, passwords),
    ...policyCalls(tools),
    ...counterCalls(tools),
    ...draftsCalls(tools, looks),
    ...peopleCalls(tools, looks),
    ...casesCalls(tools, papers, looks),
    ...papers.calls,
    ...findCalls(tools, looks),
    ...promisesCalls(tools),
    ...reviewCalls(tools, papers, looks),
    ...attachmentsCalls(tools, looks),
    ...officeCalls(tools, passwords),
    ...workCalls(tools),
    ...clerksCalls(tools, passwords),
    ...reportsCalls(tools, exports, looks),
    ...auditCalls(tools, exports),
    ...backupCalls(tools, passwords),
    ...diagnosisCalls(tools),
    ...upgradeCalls(tools),
  };
  const gate = createGate(tools, handlers);
  // also those that were made before the store could be opened
  const connections = new Set<Connection>();
  return {
    connect: newConnection,
    leave() {
      for (const connection of connections) {
        const clerk = connection.locked ? null : signedIn(tools, connection);
        if (clerk) lockSession(tools, connection, clerk.id, "closing");
      }
    },
    call(connection, name, input) {
      connections.add(connection);
      return gate(connection, name, input);
    },
  };
}
