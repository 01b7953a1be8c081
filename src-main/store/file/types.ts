/** What every area of the store speaks of. */

/** Who does what, when. `at` is an ISO instant from the clock module. */
export interface Act {
  readonly operation: string;
  readonly clerkId: string | null;
  readonly at: string;
  /**
   * One id per write: a repeated write with the same id returns the first answer. The same id with another operation,
   * another write of the store, another clerk or another input is refused (`request-reused`), so a call that writes twice
   * derives a second id (`${id}/acceptance`).
   */
  readonly requestId: string | null;
  /** Hash of all that was asked for under the request id; kept with it. */
  readonly input?: string;
}

/** Who stood by an act that takes two, as the audit names them. */
export type Second = string;

/** Closed list; each has its own screen. */
export type StoreErrorKind =
  | "locked"
  | "full"
  | "read-only"
  | "corrupt"
  | "newer"
  | "not-ours"
  /** A demonstration where an office's store belongs. */
  | "demonstration"
  /** Another store where a demonstration belongs. */
  | "no-demonstration"
  /** The file is gone and its backups are there: an empty store in its place would look like a first start. */
  | "missing"
  /** Clerks, settings or figures are not those that the audit tells: pages of an earlier day, or a change from outside. */
  | "altered"
  /** A backup holds more of this very store, and no restore explains it. */
  | "outdated"
  /** The key is sound but belongs to another store. */
  | "wrong-key"
  /** The store is encrypted and nothing here can open it: ask for the recovery code. */
  | "key-missing"
  /** The file of wrapped keys is unreadable or altered. */
  | "key-damaged"
  /** The key file would lie where others can read it: a disk without rights, such as most sticks. */
  | "key-exposed";

/** A fault found by `verify`. */
export interface StoreProblem {
  readonly area:
    | "sqlite"
    | "foreign-keys"
    | "event-chain"
    | "audit-chain"
    | "receipt-numbers"
    | "papers"
    | "attachments"
    | "derived-state"
    /** Corrections of people, day ends, packs or whose a form is are not what the audit tells. */
    | "told-rows"
    /** Clerks, settings or figures are not those that the audit tells. */
    | "state"
    /** Something stands in a row that no program of ours writes there, and the rest could not be compared. */
    | "content";
  readonly detail: string;
}

/** What an opening has done to a store of an earlier program. */
export interface Upgrade {
  readonly fromVersion: number;
  readonly toVersion: number;
  /** Name of the copy beside the store, as the earlier program left it. */
  readonly copy: string;
}

/** A store as an earlier program left it, beside the present one. */
export interface CopyBefore {
  readonly name: string;
  /** Of its schema. */
  readonly version: number;
  /** When it was made, ISO. */
  readonly at: string;
  readonly bytes: number;
  /** `false`: whoever gets the file reads everything in it. */
  readonly encrypted: boolean;
}
