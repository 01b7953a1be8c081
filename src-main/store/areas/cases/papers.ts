/**
 * PDFs as made, with their hash. One paper per case, kind and content: making it again returns the first one.
 * "Content" is the event that fixed it (`basis`): for a submitted version there is one for ever; an open case gets a new
 * notice after each saved change, while asking twice without a change gives the same paper.
 */
import { sha256 } from "../../file/canonical.ts";
import { appendEvent } from "./case-events.ts";
import { personOfCase, requireCase } from "./cases.ts";
import type { Reader } from "../../file/connection.ts";
import { StoreError, StoreRefusal } from "../../file/errors.ts";
import { requireClerk, type Perform } from "../../file/operation.ts";
import type { PaperRow } from "./types.ts";
import type { Store } from "../../types.ts";
import { type DerivedCase, updateDerived } from "./case-state.ts";
import { CASE_EVENTS, PAPERS, PAPER_FILES, PRINTS } from "./columns.ts";

const PAPER_ROWS = `SELECT ${PAPERS.without("basis").selected},
  (SELECT count(*) FROM prints WHERE paper_id = papers.id) AS timesPrinted FROM papers`;

const paperRow = (reader: Reader, id: string): PaperRow | undefined => reader.get<PaperRow>(`${PAPER_ROWS} WHERE id = ?`, id);

function requirePaper(reader: Reader, id: string): PaperRow {
  const paper = paperRow(reader, id);
  if (paper === undefined) throw new StoreRefusal("not-found", `no paper ${id}`);
  return paper;
}

const BASIS = CASE_EVENTS.part("sequence", "hash");
/** The event that fixed the content of a paper: its sequence and hash. */
function basisOf(reader: Reader, state: DerivedCase, version: number): { readonly sequence: number; readonly hash: string } {
  if (version === 0) {
    if (state.state !== "open") throw new StoreRefusal("case-fixed", `case ${state.id} is ${state.state}`);
    return BASIS.get(reader, "WHERE case_id = ? AND sequence = ?", state.id, state.contentSequence)!;
  }
  const fixing = BASIS.get(
    reader,
    `WHERE case_id = ? AND kind IN ('submitted', 'amended') AND payload ->> 'version' = ?`,
    state.id,
    version,
  );
  if (fixing === undefined) throw new StoreRefusal("not-found", `case ${state.id} has no version ${version}`);
  return fixing;
}

export function paperReads(reader: Reader): Pick<Store["papers"], "get" | "ofCase" | "pdf"> {
  return {
    get: (id) => paperRow(reader, id),
    ofCase: (caseId) => reader.all<PaperRow>(`${PAPER_ROWS} WHERE case_id = ? ORDER BY basis, made_at, kind`, caseId),
    pdf(id, copy = 1) {
      const file = PAPER_FILES.get(reader, "WHERE paper_id = ? AND copy = ?", id, copy);
      if (file === undefined) throw new StoreRefusal("not-found", `no copy ${copy} of paper ${id}`);
      if (sha256(file.pdf) !== file.sha256) throw new StoreError("corrupt", `copy ${copy} of paper ${id} is not what was stored`);
      return file.pdf;
    },
  };
}

export function paperWrites(perform: Perform, newId: () => string): Pick<Store["papers"], "add" | "recordPrint"> {
  return {
    add: (act, input) =>
      perform(act, "papers.add", (writer) => {
        const clerk = requireClerk(writer, act);
        const state = requireCase(writer, input.caseId);
        const { sequence: basis, hash: basisHash } = basisOf(writer, state, input.version);
        if (input.madeFrom !== undefined && input.madeFrom !== basisHash) {
          throw new StoreRefusal("stale", `case ${state.id} was saved while its paper was made`);
        }
        const made = writer.get<{ id: string }>(
          "SELECT id FROM papers WHERE case_id = ? AND kind = ? AND basis = ?",
          input.caseId,
          input.kind,
          basis,
        );
        if (made !== undefined) {
          return { answer: requirePaper(writer, made.id), subject: made.id, detail: { existing: true } };
        }
        const id = newId();
        const hash = sha256(input.pdf);
        PAPERS.insert(writer, {
          id,
          caseId: input.caseId,
          version: input.version,
          kind: input.kind,
          basis,
          title: input.title,
          madeAt: act.at,
          sha256: hash,
          bytes: input.pdf.byteLength,
        });
        PAPER_FILES.insert(writer, { paperId: id, copy: 1, sha256: hash, pdf: input.pdf });
        const payload = { kind: "paper-made", paperId: id, paperKind: input.kind, version: input.version, sha256: hash } as const;
        const after = appendEvent(writer, input.caseId, state, { clerk, at: act.at }, payload);
        updateDerived(writer, after, null);
        const detail = { case: input.caseId, kind: input.kind, version: input.version, events: [after.lastHash] };
        return { answer: requirePaper(writer, id), subject: id, detail };
      }),

    recordPrint: (act, id, copy, pdf, why = {}) =>
      perform(act, "papers.recordPrint", (writer) => {
        const clerk = requireClerk(writer, act);
        const paper = requirePaper(writer, id);
        if (copy !== paper.timesPrinted + 1) {
          throw new StoreRefusal("stale", `paper ${id} was printed ${paper.timesPrinted} times, copy ${copy} is not the next`);
        }
        const hash = sha256(pdf);
        if (copy > 1) {
          PAPER_FILES.insert(writer, { paperId: id, copy, sha256: hash, pdf });
        } else if (hash !== paper.sha256) {
          throw new StoreRefusal("bad-input", `the first print of paper ${id} must be the paper as stored`);
        }
        PRINTS.insert(writer, { paperId: id, copy, at: act.at, clerkId: clerk.id });
        const before = requireCase(writer, paper.caseId);
        const payload = { kind: "printed", paperId: id, copy, sha256: hash } as const;
        const after = appendEvent(writer, paper.caseId, before, { clerk, at: act.at }, payload);
        updateDerived(writer, after, null);
        const person = personOfCase(writer, paper.caseId);
        const detail = { case: paper.caseId, person, copy, ...why, events: [after.lastHash] };
        return { answer: requirePaper(writer, id), subject: id, detail };
      }),
  };
}
