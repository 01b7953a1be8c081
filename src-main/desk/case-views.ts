/** Rows of the store → what the contract shows. */
import type { CaseSummary, CaseVersion, CaseView, PaperView } from "../../src-shared/domain/case.ts";
import { natureOf, type Nature } from "../../src-shared/domain/decision.ts";
import { maskIdentityNumber } from "../../src-shared/domain/identity-number.ts";
import type { CaseEventRow, CaseRow, PaperRow } from "../store/types.ts";
import { historyOf, withoutRecord } from "./case-history.ts";
import { eventText } from "./messages.ts";
import { Refusal } from "./refusal.ts";
import { shownTitle } from "./served.ts";
import type { DeskTools } from "./tools.ts";

export function caseSummary(tools: DeskTools, row: CaseRow): CaseSummary {
  const matter = tools.packs.matter(row.matter);
  return {
    id: row.id,
    matter: row.matter,
    matterTitle: shownTitle(tools, row.matter),
    nature: matter?.nature ?? "transaction",
    state: row.state,
    receiptNumber: row.receiptNumber,
    version: row.version,
    name: row.name,
    maskedIdentityNumber: maskIdentityNumber(row.identityNumber),
    outcome: row.outcome,
    headline: row.headline,
    clerk: row.clerkName,
    openedAt: row.openedAt,
    updatedAt: row.updatedAt,
  };
}

/** @throws Refusal `not-found` */
export function requireCase(tools: DeskTools, id: string): CaseRow {
  const row = tools.store.cases.get(id);
  if (!row) throw new Refusal("not-found");
  return row;
}

export function caseView(tools: DeskTools, id: string): CaseView {
  const row = requireCase(tools, id);
  const events = tools.store.cases.events(id);
  const history = historyOf(events);
  const working = row.state === "open" ? history.saved : undefined;
  const newest = (history.submitted.at(-1) ?? history.saved)!;
  // as it was decided, should the policy have changed its mind since
  const decided = newest.decision as CaseVersion["decision"] | null;
  const nature = decided === null ? caseSummary(tools, row).nature : natureOf(decided);
  return {
    ...caseSummary(tools, row),
    nature,
    person: newest.person,
    versions: history.submitted.map(withoutRecord),
    working: working ? withoutRecord(working) : null,
    events: events.map((event) => eventView(event, nature)),
    papers: tools.store.papers.ofCase(id).map(paperView),
    cancelReason: row.cancelReason,
  };
}

const eventView = ({ sequence, kind, at, clerkName, payload, hash }: CaseEventRow, nature: Nature) => ({
  sequence,
  kind,
  at,
  clerk: clerkName,
  summary: eventText(payload, nature),
  hash,
});

export function paperView({ caseId: _case, ...view }: PaperRow): PaperView {
  return view;
}
