/**
 * Rows that are written once and that no case event tells: day ends, corrections of people, packs; and whose the forms are that are
 * still being typed. Each is compared with what the audit row of its act tells; of earlier programs, too, for those rows have always
 * held all of it.
 */
import { canonicalJson, sha256 } from "../file/canonical.ts";
import type { Reader } from "../file/connection.ts";
import type { AuditRow } from "../file/columns.ts";
import type { Signed } from "../file/operation.ts";
import type { PersonInput } from "../../../src-shared/domain/case.ts";
import { DAY_ENDS, DRAFTS } from "../areas/cases/columns.ts";
import { PACKS } from "../areas/office/columns.ts";
import { PERSON_CHANGES } from "../areas/people/columns.ts";
import type { RowOf } from "../file/table.ts";
import type { TellProblem } from "./verify-cases.ts";

/** What an audit row tells, parsed. */
export type ToldDetail = Signed & { readonly events?: readonly string[] } & Readonly<Record<string, unknown>>;
type StoredChange = RowOf<typeof PERSON_CHANGES>;
const HOLDER = DRAFTS.part("clerkId", "hands");

/** What an act has to do with here; anything else is nobody's row of these. */
const CORRECTION = "people.correct";
const DAY_END = "ledger.closeDay";
const PACK = "policy.rememberPack";
const DRAFT = "drafts.save";
const HANDED_OVER = "drafts.handOver";

interface Named {
  readonly login: string;
}

/** Of a form: whose it is, and who typed in it before. */
interface Owned {
  of: string | null;
  hands: string[];
}

/** A correction as the audit tells it, with the newest event of then. */
interface Correction {
  readonly act: AuditRow;
  readonly detail: ToldDetail;
  readonly newestEvent: number;
}

export class ToldRows {
  readonly #reader: Reader;
  readonly #dayEnds = new Map<string, { readonly act: AuditRow; readonly detail: ToldDetail; readonly newestEvent: number }>();
  readonly #packs = new Map<string, ToldDetail>();
  readonly #corrections: Correction[] = [];
  /** Only those that are still being typed: forms that were submitted would be as many as cases. */
  readonly #drafts: ReadonlyMap<string, Owned>;

  constructor(reader: Reader) {
    this.#reader = reader;
    const open = reader.all<{ id: string }>("SELECT id FROM drafts INDEXED BY drafts_open WHERE content IS NOT NULL");
    this.#drafts = new Map(open.map(({ id }) => [id, { of: null, hands: [] }]));
  }

  /** Each row of the audit, in order. @param newestEvent number of the newest case event before it */
  follow(act: AuditRow, detail: ToldDetail, newestEvent: number): void {
    switch (act.write) {
      case DAY_END:
        this.#dayEnds.set(act.subject ?? "", { act, detail, newestEvent });
        break;
      case PACK:
        this.#packs.set(act.subject ?? "", detail);
        break;
      case CORRECTION:
        this.#corrections.push({ act, detail, newestEvent });
        break;
      case DRAFT:
      case HANDED_OVER:
        this.#draft(act, detail);
    }
  }

  #draft({ subject, write, clerkId: clerk }: AuditRow, detail: ToldDetail): void {
    const draft = this.#drafts.get(subject ?? "");
    if (draft === undefined) return;
    if (write === DRAFT) {
      draft.of ??= clerk;
      return;
    }
    const to = this.#idOf(detail["handedTo"] as Named);
    draft.hands = [...new Set([...draft.hands, draft.of ?? ""])].filter((hand) => hand !== to);
    draft.of = to;
  }

  /** A login is never changed. */
  #idOf({ login }: Named): string {
    return this.#reader.get<{ id: string }>("SELECT id FROM clerks WHERE login = ?", login)?.id ?? "";
  }

  /**
   * @param lastEntry newest row of the books by an event; `undefined` where the books are not what the events tell
   * @returns whether people can be followed by their corrections
   */
  report(report: TellProblem, lastEntry: ((event: number) => number) | undefined): boolean {
    this.#compareDayEnds(report, lastEntry);
    this.#comparePacks(report);
    this.#compareDrafts(report);
    const isSound = this.#areCorrectionsSound();
    if (!isSound) report("told-rows", "the corrections of people are not those that the audit tells");
    return isSound;
  }

  #compareDayEnds(report: TellProblem, lastEntry: ((event: number) => number) | undefined): void {
    const told = new Map(this.#dayEnds);
    for (const row of DAY_ENDS.all(this.#reader, "")) {
      const end = told.get(row.day);
      told.delete(row.day);
      const isTold =
        end !== undefined &&
        row.at === end.act.at &&
        row.note === end.detail["note"] &&
        row.clerkName === end.detail["clerkName"] &&
        (lastEntry === undefined || row.lastNumber === lastEntry(end.newestEvent));
      if (!isTold) report("told-rows", `the end of ${row.day} is not what the audit tells`);
    }
    for (const day of told.keys()) report("told-rows", `the end of ${day} is gone`);
  }

  #comparePacks(report: TellProblem): void {
    const told = new Map(this.#packs);
    for (const { hash } of this.#reader.all<{ hash: string }>("SELECT hash FROM packs")) {
      const detail = told.get(hash);
      told.delete(hash);
      // one at a time: a pack has a quarter of a megabyte
      const { source, ...pack } = PACKS.get(this.#reader, "WHERE hash = ?", hash)!;
      const isTold =
        detail !== undefined && pack.city === detail["city"] && pack.version === detail["version"] && sha256(source) === hash;
      if (!isTold) report("told-rows", `pack ${hash} is not what was stored`);
    }
    for (const hash of told.keys()) report("told-rows", `pack ${hash} is gone`);
  }

  #compareDrafts(report: TellProblem): void {
    for (const [id, { of, hands }] of this.#drafts) {
      const row = HOLDER.get(this.#reader, "WHERE id = ?", id)!;
      if (row.clerkId !== of || row.hands !== JSON.stringify(hands)) {
        report("told-rows", `form ${id} is not of whom the audit tells`);
      }
    }
  }

  #areCorrectionsSound(): boolean {
    const rows = PERSON_CHANGES.all(this.#reader, "ORDER BY number");
    const told = this.#corrections.flatMap((correction) => this.#changesOf(correction));
    return rows.length === told.length && rows.every((row, i) => told[i]!(row));
  }

  /** What a correction has written, as tests of the rows. */
  #changesOf({ act, detail, newestEvent }: Correction): ((row: StoredChange) => boolean)[] {
    const { person, mergedFrom, merged, reason, before, after, signed } = detail as ToldDetail & {
      readonly person: string;
      readonly mergedFrom?: string;
      readonly merged?: { readonly before: PersonInput };
      readonly before: PersonInput;
      readonly after: PersonInput;
    };
    const names = signed === undefined ? this.#namesOf(act.clerkId ?? "") : new Set([signed.name]);
    const from = mergedFrom === undefined ? null : this.#numberOf(mergedFrom);
    const row = (was: PersonInput, number: number | null) => {
      const expected = {
        person: this.#numberOf(person),
        at: act.at,
        reason,
        before: canonicalJson(was),
        after: canonicalJson(after),
        mergedFrom: number,
        afterEvent: newestEvent,
      };
      return ({ number: _number, clerkName, ...rest }: StoredChange): boolean =>
        names.has(clerkName) && canonicalJson(rest) === canonicalJson(expected);
    };
    const keptToo = merged !== undefined && canonicalJson(merged.before) !== canonicalJson(after);
    return [...(keptToo ? [row(merged.before, null)] : []), row(before, from)];
  }

  /** Earlier programs did not write down what whoever signed was called then. */
  #namesOf(clerk: string): ReadonlySet<string> {
    const names = this.#reader.all<{ name: string }>(
      `SELECT name FROM clerks WHERE id = ? UNION SELECT before FROM clerk_changes WHERE clerk_id = ? AND what = 'name'`,
      clerk,
      clerk,
    );
    return new Set(names.map(({ name }) => name));
  }

  /** Earlier programs named people by their numbers. */
  #numberOf(person: string): number {
    if (/^\d{1,15}$/.test(person)) return Number(person);
    return this.#reader.get<{ number: number }>("SELECT number FROM people WHERE id = ?", person)?.number ?? 0;
  }
}
