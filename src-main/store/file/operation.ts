/**
 * The one way to write: a named operation = one transaction = one audit row.
 * The audit is a hash chain; it also remembers the answer of every request id.
 */
import { CHAIN_START, canonicalJson, sha256 } from "./canonical.ts";
import type { StoreClock } from "./clock-watch.ts";
import { CLERKS } from "../areas/office/columns.ts";
import { AUDIT, chainHead, type AuditRow } from "./columns.ts";
import type { Reader, Writer, WriterConnection } from "./connection.ts";
import { StoreRefusal } from "./errors.ts";
import { carriesState, stateOf } from "../trust/state.ts";
import type { Act, Second } from "./types.ts";

/** The store's own name of a write, beside the caller's `act.operation`. */
export type WriteName =
  | "store.create"
  | "store.migrate"
  | "clock.confirm"
  | "clerks.setUp"
  | "office.chooseCities"
  | "clerks.add"
  | "clerks.change"
  | "clerks.endActing"
  | "clerks.rescueAdministrator"
  | "clerks.confirm"
  | "clerks.recordFailedLogin"
  | "clerks.recordLogin"
  | "clerks.recordUnknownLogin"
  | "drafts.save"
  | "drafts.discard"
  | "drafts.handOver"
  | "drafts.discardOfOther"
  | "cases.save"
  | "cases.submit"
  | "cases.cancel"
  | "cases.askCancel"
  | "cases.answerCancel"
  | "cases.review"
  | "cases.supplement"
  | "cases.setLimit"
  | "attachments.add"
  | "attachments.remove"
  | "people.correct"
  | "audit.record"
  | "audit.recordList"
  | "ledger.closeDay"
  | "settings.put"
  | "store.restore"
  | "store.confirmRestore"
  | "keys.newRecoveryCode"
  | "keys.keepOnlyPresent"
  | "keys.unlock"
  | "keys.rekey"
  | "papers.add"
  | "papers.recordPrint"
  | "policy.addOfficeFigure"
  | "policy.chooseReading"
  | "policy.rememberPack";

export interface Done<Answer> {
  /** Plain JSON; what a retry of the request gets back. */
  readonly answer: Answer;
  /** Id of what was written. */
  readonly subject: string | null;
  /** Plain JSON for the audit. Hashes of appended events go in as `events`: `verify` compares them with the chains. */
  readonly detail: Readonly<Record<string, unknown>>;
  /** For writes that would flood the audit (see drafts.ts); not heeded when the act has a request id. */
  readonly unaudited?: boolean;
}

/** What every row's detail has besides what its write tells: who signed it, as they were called then, and what was asked for. */
export interface Signed {
  readonly signed?: { readonly name: string; readonly login: string } | undefined;
  readonly input?: string | undefined;
  /** See `carriesState`. */
  readonly state?: string | undefined;
}

const signedBy = (reader: Reader, { clerkId }: Act): Signed["signed"] =>
  clerkId === null ? undefined : SIGNER.get(reader, "WHERE id = ?", clerkId);
const SIGNER = CLERKS.part("name", "login");

export type Perform = <Answer>(act: Act, write: WriteName, body: (writer: Writer) => Done<Answer>) => Answer;

export const auditHash = (previous: string, row: Omit<AuditRow, "hash">): string =>
  sha256(
    JSON.stringify([
      previous,
      row.sequence,
      row.at,
      row.operation,
      row.write,
      row.clerkId,
      row.subject,
      row.requestId,
      row.detail,
      row.answer,
    ]),
  );

/** Appends the audit row of an operation; called inside its transaction. */
export function appendAudit(
  writer: Writer,
  act: Act,
  write: WriteName,
  done: Done<unknown>,
  signed: Signed["signed"] = signedBy(writer, act),
): void {
  const last = chainHead(writer);
  const sequence = (last?.sequence ?? 0) + 1;
  const row: Omit<AuditRow, "hash"> = {
    sequence,
    at: act.at,
    operation: act.operation,
    write,
    clerkId: act.clerkId,
    subject: done.subject,
    requestId: act.requestId,
    detail: canonicalJson({
      ...done.detail,
      state: carriesState(sequence, write) ? stateOf(writer) : undefined,
      signed,
      input: act.requestId === null ? undefined : act.input,
    } satisfies Signed),
    answer: canonicalJson(done.answer),
  };
  AUDIT.insert(writer, { ...row, hash: auditHash(last?.hash ?? CHAIN_START, row) });
}

/** The first answer of a request id, if it was carried out already. */
function answered(writer: Writer, act: Act, write: WriteName): { readonly answer: string } | undefined {
  if (act.requestId === null) return undefined;
  const first = AUDIT.get(writer, "WHERE request_id = ?", act.requestId);
  if (first === undefined) return undefined;
  // returning one operation's answer to another would pass for a write that never happened
  const { input } = JSON.parse(first.detail) as Signed;
  if (
    first.write !== write ||
    first.operation !== act.operation ||
    first.clerkId !== act.clerkId ||
    (act.input !== undefined && input !== act.input)
  ) {
    throw new StoreRefusal("request-reused", `request ${act.requestId} was ${first.operation}/${first.write} before`);
  }
  return first;
}

/** What is written while the clock is doubted: that it is confirmed, and that the store was opened with the recovery code. */
const IN_ANY_TIME: ReadonlySet<WriteName> = new Set<WriteName>(["clock.confirm", "keys.unlock"]);

export function performer(connection: WriterConnection, clock: Pick<StoreClock, "require" | "wrote">): Perform {
  return <Answer>(act: Act, write: WriteName, body: (writer: Writer) => Done<Answer>): Answer => {
    const answer = connection.transact((writer) => {
      const before = answered(writer, act, write);
      if (before !== undefined) return JSON.parse(before.answer) as Answer;
      if (!IN_ANY_TIME.has(write)) clock.require(act.at);
      // of whoever changes their own name the old one is told
      const signed = signedBy(writer, act);
      const done = body(writer);
      if (done.unaudited !== true || act.requestId !== null) appendAudit(writer, act, write, done, signed);
      return done.answer;
    });
    clock.wrote(act.at, write);
    return answer;
  };
}

/** The second person of an act, as the audit names them. */
export const seconded = (second: Second | undefined): { readonly second?: Second } => (second === undefined ? {} : { second });

/** The clerk of an act; every write that is signed needs one. */
export function requireClerk(reader: Reader, act: Act): { readonly id: string; readonly name: string } {
  if (act.clerkId === null) throw new StoreRefusal("not-signed-in", `${act.operation} needs a clerk`);
  const clerk = ACTOR.get(reader, "WHERE id = ? AND active = 1", act.clerkId);
  if (clerk === undefined) throw new StoreRefusal("not-signed-in", `no active clerk ${act.clerkId}`);
  return clerk;
}
const ACTOR = CLERKS.part("id", "name");
