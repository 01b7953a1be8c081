/** What keeps the key. */

export interface KeyStatus {
  readonly encrypted: boolean;
  /** What holds this machine's copy of the key; `none` for a store that is not encrypted. */
  readonly keptBy: "system" | "key-file" | "none";
  readonly keyFile: string | null;
  /** The key file lies on the removable disk that holds the data, too: whoever carries it off has both. */
  readonly travels: boolean;
  /** When the recovery code was last made; `null` = never: a lost machine key would be a lost store. */
  readonly recoveryCodeMadeAt: string | null;
  /** Other keys of this machine that still open the store: of the edition that is not in use. */
  readonly others: readonly ("system" | "key-file")[];
}
