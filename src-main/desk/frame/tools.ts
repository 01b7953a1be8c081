/** What the handlers work with. */
import type { DriveView, OtherOffice, SessionStatus } from "../../../src-shared/contract/index.ts";
import type { Clock } from "../../clock.ts";
import type { Logger } from "../../logger.ts";
import type { MakePaper, MakeReport, MarkCopy } from "../../receipts/types.ts";
import type { WorkingCalendar } from "../../../src-shared/domain/working-days.ts";
import type { StoreError } from "../../store/index.ts";
import type { Act } from "../../store/file/types.ts";
import type { Safe, Store } from "../../store/types.ts";
import type { ClerkContext } from "./handlers.ts";
import type { Packs } from "../policy/packs.ts";

/** Opens the system print dialog; resolves once the job is handed over, `false` when it was cancelled or failed. */
export type PrintPdf = (pdf: Uint8Array, title: string) => Promise<boolean>;

/**
 * Lets the clerk choose where a file goes and writes it there; `null` when the dialog was closed.
 * @throws when the file cannot be written
 */
export type SaveFile = (bytes: Uint8Array, suggestedName: string) => Promise<string | null>;

/** Lets the clerk choose a folder; `null` when the dialog was closed. */
export type PickFolder = () => Promise<string | null>;

export interface FoundFolders {
  /** `null`: the list of drives. */
  readonly path: string | null;
  /** `null` at a drive: from there back to the list of drives. */
  readonly parent: string | null;
  /** `drive`: of the list of drives. */
  readonly folders: readonly { readonly name: string; readonly path: string; readonly drive: DriveView | null }[];
  /** Not all are listed. */
  readonly more: boolean;
}

/**
 * Names of the folders in a folder of a mounted drive; `null` = the drives.
 * @throws for a path outside of them, and one that cannot be read
 */
export type ListFolders = (path: string | null) => Promise<FoundFolders>;

/** Drives that were put in, with what tells them apart. */
export type ListDrives = () => Promise<readonly DriveView[]>;

export type ListPrinters = () => Promise<readonly string[]>;

/** What the accounts of a machine tell each other. */
export interface MachineTools {
  /** Other accounts that have an office. */
  otherOffices(): readonly OtherOffice[];
  /** Tells the others of this one; never throws. */
  officeIsHere(): void;
}

export interface DeskTools {
  readonly store: Store;
  /** Keys, backups, restoring; `undefined` where a store is opened without them (tests, demonstrations). */
  readonly safe: Safe | undefined;
  readonly calendar: WorkingCalendar;
  readonly packs: Packs;
  readonly makePaper: MakePaper;
  readonly makeReport: MakeReport;
  readonly markCopy: MarkCopy;
  readonly clock: Clock;
  /** Of every password that is set here. */
  readonly scryptCost: number;
  readonly logger: Logger;
  readonly demo: boolean;
  readonly hostKind: SessionStatus["host"];
  readonly version: string;
  /** Only where the host can print; otherwise the page prints the returned PDF. */
  readonly printPdf: PrintPdf | undefined;
  /** Only where the host has a dialog for it; otherwise the browser downloads the file. */
  readonly saveFile: SaveFile | undefined;
  /** Only where the host has a dialog for it. */
  readonly pickFolder: PickFolder | undefined;
  /** Only where the host has none, and looks itself. */
  readonly listFolders: ListFolders | undefined;
  /** Names of the installed printers, where the host can tell. */
  readonly listPrinters: ListPrinters | undefined;
  readonly machine: MachineTools;
  /** Asked for at the first start. */
  readonly setupCode: string | undefined;
  /** Closes the store, in which there is no office yet, for the desk that restores one; where the host can. */
  readonly beginRestore: (() => void) | undefined;
  /** Told of every fault of the store, beside the log. */
  readonly onStoreError: ((error: StoreError) => void) | undefined;
  /** Sessions of an earlier epoch are over. */
  readonly sessions: { epoch: number };
}

/** Who does what, when: the first argument of every write. */
export function actOf(tools: DeskTools, context: ClerkContext, operation: string, requestId: string | null = null): Act {
  const act = { operation, clerkId: context.clerk.id, at: tools.clock.now(), requestId };
  return requestId === null ? act : { ...act, input: context.input };
}
