/**
 * Faults of the rules that the laws meet today. Each is expected: where it no longer fails the run fails, and the entry goes.
 * Everything that is not listed has to hold.
 */
export interface KnownFault {
  readonly law: string;
  readonly where: string;
  /** The rule that says how it should be, and what is wrong with it. */
  readonly rule: string;
  readonly fault: string;
  /** A life that meets it, where a sample of some hundred might not. */
  readonly life?: number;
}

export const KNOWN: readonly KnownFault[] = [];

/** Matters that no life is put to yet. */
export const NOT_ASKED: readonly string[] = [];
