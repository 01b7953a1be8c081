/**
 * Looking is what is audited. Whoever is found by a number, whose file or case is opened, whatever is opened of them in full, and
 * whom a list names that leaves the program: each leaves a row that says who, whom, why. The act itself is the reason where the
 * person stands at the window or the case is in the clerk's own work or review. Lists on the screen, which show a name and two digits,
 * leave none.
 */
import type { DeskCallName } from "../../../src-shared/contract/index.ts";
import type { PersonInput } from "../../../src-shared/domain/case.ts";
import { identityKey, kindOf } from "../../../src-shared/domain/identity/kinds.ts";
import { tidyNumber } from "../../../src-shared/domain/identity/number.ts";
import { numberMeant } from "../../store/index.ts";
import type { CaseRow } from "../../store/areas/cases/types.ts";
import { historyOf } from "../cases/case-history.ts";
import type { ClerkContext } from "../frame/handlers.ts";
import { secondsToWait, type Patience } from "../session/login-delay.ts";
import { LOOK_TEXT } from "./text.ts";
import { Refusal } from "../frame/refusal.ts";
import { barredFromReview } from "../review/review-rights.ts";
import { actOf, type DeskTools } from "../frame/tools.ts";

/** What the audit's answer to "who has looked at this person" is made of. */
export const LOOK_OPERATIONS = [
  "find.anything",
  "people.lookup",
  "people.duplicates",
  "people.get",
  "people.reveal",
  "people.correct",
  "cases.search",
  "cases.get",
  "cases.startAmendment",
  "review.open",
  "drafts.startFor",
  "drafts.look",
  "papers.open",
  "papers.print",
  "attachments.open",
  "reports.export",
  "audit.export",
] as const satisfies readonly DeskCallName[];
/** The schema from which on opened files, cases and lists that left name whom they showed. */
export const ALL_LOOKS_SINCE = 17;

/** Why something is opened without a word typed; the audit page has its own words for it. */
export type LookReason = "window" | "own-case" | "review" | "read";

/** A number may be looked up again, and a page shown again, by the same clerk for so long without another row: both ask several times. */
const SAME_VISIT_MS = 15 * 60_000;
/** A form is saved, and saved again, under a number that was looked up when it was typed; whoever goes on the day after is told of anew. */
const SAME_FORM_MS = 12 * 60 * 60_000;
/** So long a person counts as standing at the window where their number was typed. */
const AT_WINDOW_MS = 30 * 60_000;
/** Misses of so long a time count together. */
const MISSES_WITHIN_MS = 60 * 60_000;
/** New people come to a window, and a number is mistyped; the longest wait is about as long as the next person takes. */
const WITH_MISSES: Patience = { free: 20, longestSeconds: 120 };
const MOST_NAMED = 20;

/** Whether a text may be somebody's number, or the end of one: whatever the search takes for one. */
export const isLikeANumber = (text: string): boolean => numberMeant(text) !== null;

interface Found {
  readonly people: readonly string[];
  /** Something else was found that the number may have meant: a case by its receipt number. */
  readonly others: boolean;
}

export class Looks {
  readonly #tools: DeskTools;
  /** By clerk, then by number or person: when last, on the clock that nobody sets. */
  readonly #lookedUp = new Map<string, Map<string, number>>();
  readonly #atWindow = new Map<string, Map<string, number>>();
  /** The same by what was shown of whom. */
  readonly #shown = new Map<string, Map<string, number>>();
  /** By clerk and case: the reason typed last, which holds for the papers and scans of one visit. */
  readonly #typed = new Map<string, { readonly reason: string; readonly at: number }>();

  constructor(tools: DeskTools) {
    this.#tools = tools;
  }

  /**
   * People by a number that was typed whole into a form.
   * @throws Refusal `slow-down`
   */
  byNumber<Result>(
    context: ClerkContext,
    operation: string,
    key: string,
    find: () => Result,
    found: (result: Result) => Found,
  ): Result {
    if (this.#isRecent(this.#lookedUp, context, key, SAME_VISIT_MS)) return find();
    this.#requirePatience(context);
    return this.#tell(context, operation, key, find, found);
  }

  #tell<Result>(
    context: ClerkContext,
    operation: string,
    key: string,
    find: () => Result,
    found: (result: Result) => Found,
  ): Result {
    const result = find();
    const { people, others } = found(result);
    this.isInForm(context, key);
    const record = (personId: string | undefined, count: number): void =>
      this.#tools.store.audit.record(actOf(this.#tools, context, operation), {
        ...(personId === undefined ? {} : { personId }),
        detail: { found: count },
      });
    const named = [...new Set(people)].slice(0, MOST_NAMED);
    named.forEach((personId) => record(personId, named.length));
    if (named.length === 0 && !others) record(undefined, 0);
    return result;
  }

  /** The same for what was typed into a box that takes anything: a name is no number, and part of a number finds nothing. */
  byText<Result>(
    context: ClerkContext,
    operation: string,
    text: string,
    find: () => Result,
    found: (result: Result) => Found,
  ): Result {
    const number = numberMeant(text);
    if (number === null) return find();
    const result = this.byNumber(context, operation, number, find, found);
    // only the whole number of a document is on a paper that somebody holds out
    const holder = this.#tools.store.people.byIdentityNumber(number);
    if (holder !== undefined) this.comesToWindow(context, holder.id);
    return result;
  }

  /** The same for a list of cases: whom the number means is told, whatever page and filter of them is asked for. */
  casesByText<Result>(context: ClerkContext, operation: string, text: string, find: () => Result): Result {
    return this.byText(context, operation, text, find, () => {
      const { rows } = this.#tools.store.cases.search({ text, state: null, counts: false, limit: MOST_NAMED, offset: 0 });
      const people = rows.filter((row) => !isFoundByReceipt(row, text));
      return { people: people.map(({ personId }) => personId), others: rows.length > people.length };
    });
  }

  /** The number of an identity is known to this clerk by a look that was told. */
  isInForm(context: ClerkContext, key: string): void {
    this.#remember(this.#lookedUp, context, key, SAME_FORM_MS);
  }

  /**
   * A case is about to be saved under somebody's number. It was looked up when it was typed, it came with a form that was opened for
   * them, or it is the case's own; where it is none of these, this is the look-up. It counts as one, but nobody waits for it: a window
   * that sees many new people saves their cases, and each case that is saved stays there to be seen.
   */
  saving(context: ClerkContext, person: PersonInput, own: CaseRow | undefined): void {
    if (own !== undefined && own.identityNumber === person.identityNumber && own.identityKind === kindOf(person)) return;
    this.#inCase(context, person);
  }

  /**
   * A case is not saved because the number is another's, which tells something of that number, too.
   * @throws Refusal `slow-down`
   */
  refusing(context: ClerkContext, person: PersonInput): void {
    if (!this.#isRecent(this.#lookedUp, context, identityKey(person), SAME_FORM_MS)) this.#requirePatience(context);
    this.#inCase(context, person);
  }

  #inCase(context: ClerkContext, person: PersonInput): void {
    const key = identityKey(person);
    if (person.identityNumber === "" || this.#isRecent(this.#lookedUp, context, key, SAME_FORM_MS)) return;
    const find = () => this.#tools.store.people.byIdentity(person);
    this.#tell(context, "people.lookup", key, find, (found) => ({ people: found ? [found.id] : [], others: false }));
  }

  comesToWindow(context: ClerkContext, personId: string): void {
    this.#remember(this.#atWindow, context, personId, AT_WINDOW_MS);
  }

  /**
   * Somebody's file, or a case of theirs, is about to be shown: told once in a visit. Of somebody else's case the decision rests on what
   * the number hides, the birth date, and cannot be checked without it: no reason is asked for, nothing is opened in full, but it is told.
   */
  show(context: ClerkContext, operation: DeskCallName, personId: string, row?: CaseRow): void {
    const key = `${operation} ${row?.id ?? personId}`;
    if (this.#isRecent(this.#shown, context, key, SAME_VISIT_MS)) return;
    const because = row === undefined ? this.#becauseOf(context, personId) : (this.#because(context, row) ?? "read");
    this.#tools.store.audit.record(actOf(this.#tools, context, operation), {
      personId,
      ...(row === undefined ? {} : { caseId: row.id }),
      detail: because === undefined ? {} : { because },
    });
    this.#remember(this.#shown, context, key, SAME_VISIT_MS);
  }

  /**
   * Something of a case in full is about to be opened: the row is written before it is.
   * @throws Refusal `reason-needed`
   */
  open(context: ClerkContext, operation: string, row: CaseRow, typed: string | null, subject?: string): void {
    this.#tools.store.audit.record(actOf(this.#tools, context, operation), {
      personId: row.personId,
      caseId: row.id,
      ...(subject === undefined ? {} : { subject }),
      detail: this.reasonFor(context, row, typed),
    });
  }

  /**
   * Why the number of somebody known goes into a form: they stand at the window, or a case of theirs is in this clerk's work.
   * @throws Refusal `reason-needed`
   */
  reasonForPerson(context: ClerkContext, personId: string, typed: string | null): Readonly<Record<string, string>> {
    if (typed !== null) return { reason: typed };
    const because = this.#becauseOf(context, personId);
    if (because === undefined) throw new Refusal("reason-needed", { message: LOOK_TEXT.reasonNeeded });
    return { because };
  }

  /** @throws Refusal `reason-needed` */
  reasonFor(context: ClerkContext, row: CaseRow, typed: string | null): Readonly<Record<string, string>> {
    const elapsed = (): number => this.#tools.clock.elapsed();
    const key = `${context.clerk.id} ${row.id}`;
    if (typed !== null) {
      this.#typed.set(key, { reason: typed, at: elapsed() });
      return { reason: typed };
    }
    const because = this.#because(context, row);
    const before = this.#typed.get(key);
    if (because === undefined && before !== undefined && elapsed() - before.at < SAME_VISIT_MS) return { reason: before.reason };
    if (because === undefined) throw new Refusal("reason-needed", { message: LOOK_TEXT.reasonNeeded });
    return { because };
  }

  /**
   * A full number is given for a look, not for good: asked once more under the same request it is an answer that got lost, later on
   * it would be a look that nobody is told of.
   * @throws Refusal `request-reused`
   */
  requireFresh(requestId: string): void {
    const { clock, store } = this.#tools;
    const first = store.audit.requestedAt(requestId);
    if (first === undefined) return;
    const ago = Date.parse(clock.now()) - Date.parse(first);
    if (ago < 0 || ago >= SAME_VISIT_MS) throw new Refusal("request-reused");
  }

  /** What tells why by itself; `undefined`: somebody who is nobody of theirs. */
  #becauseOf(context: ClerkContext, personId: string): LookReason | undefined {
    if (this.#isRecent(this.#atWindow, context, personId, AT_WINDOW_MS)) return "window";
    const { people, cases } = this.#tools.store;
    const isOwn = people.casesOf(personId).some(({ id }) => historyOf(cases.events(id)).savers.has(context.clerk.id));
    return isOwn ? "own-case" : undefined;
  }

  /** The same of one case; `undefined`: somebody else's. */
  #because(context: ClerkContext, row: CaseRow): LookReason | undefined {
    const { clerk } = context;
    const { savers, reviewers } = historyOf(this.#tools.store.cases.events(row.id));
    if (savers.has(clerk.id)) return "own-case";
    if (reviewers.has(clerk.id)) return "review";
    const isInReview = row.review === "waiting" && row.state === "submitted";
    if (isInReview && barredFromReview(this.#tools, row, savers, clerk) === null) return "review";
    return this.#isRecent(this.#atWindow, context, row.personId, AT_WINDOW_MS) ? "window" : undefined;
  }

  #requirePatience({ clerk }: ClerkContext): void {
    const { clock, store } = this.#tools;
    const now = clock.now();
    const { count, lastAt } = store.audit.misses(clerk.id, new Date(Date.parse(now) - MISSES_WITHIN_MS).toISOString());
    const seconds = secondsToWait({ failedLogins: count, lastFailedAt: lastAt }, now, WITH_MISSES);
    if (seconds > 0) throw new Refusal("slow-down", { message: LOOK_TEXT.slowDown(seconds), retryAfterSeconds: seconds });
  }

  #isRecent(known: Map<string, Map<string, number>>, { clerk }: ClerkContext, key: string, within: number): boolean {
    const at = known.get(clerk.id)?.get(key);
    return at !== undefined && this.#tools.clock.elapsed() - at < within;
  }

  #remember(known: Map<string, Map<string, number>>, { clerk }: ClerkContext, key: string, within: number): void {
    const now = this.#tools.clock.elapsed();
    const own = known.get(clerk.id) ?? new Map<string, number>();
    for (const [old, at] of own) if (now - at >= within) own.delete(old);
    own.set(key, now);
    known.set(clerk.id, own);
  }
}

/** By the whole number or its running part, and not by one of the person's. */
function isFoundByReceipt({ receiptNumber, identityNumber }: CaseRow, text: string): boolean {
  const code = tidyNumber(text);
  return receiptNumber !== null && receiptNumber.endsWith(code.padStart(6, "0")) && !identityNumber.endsWith(code);
}
