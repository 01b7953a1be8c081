/** Papers: made from the stored version, stored before anything is printed, every print counted. */
import type { CheckedInput, PaperFile } from "../../../src-shared/contract/index.ts";
import type { PaperKind, StoredCaseState } from "../../../src-shared/domain/case.ts";
import { isConcludable, isConsultation, natureOf, type Decision } from "../../../src-shared/domain/decision.ts";
import { paperTitle } from "../../../src-shared/text/labels.ts";
import type { PaperRow } from "../../store/areas/cases/types.ts";
import { historyOf, OPEN_VERSION, withoutRecord, type RecordedVersion } from "./case-history.ts";
import { paperView, requireCase } from "./case-views.ts";
import type { AreaHandlers, ClerkContext } from "../frame/handlers.ts";
import { faultForLog } from "../frame/fault-log.ts";
import type { Looks } from "../people/looks.ts";
import { mayFollowOf, missingMaterials, requirePromisable } from "../counter/materials.ts";
import { NO_PAPER_TEXT } from "./text.ts";
import { Refusal } from "../frame/refusal.ts";
import { requireServed } from "../policy/served.ts";
import { Serial } from "../../serial.ts";
import { actOf, type DeskTools, type PrintPdf } from "../frame/tools.ts";

interface CountedPrint {
  readonly row: PaperRow;
  readonly pdf: Uint8Array;
  /** The answer to a request that was carried out before: nothing leaves again. */
  readonly isRepeated: boolean;
}

type PrintAsked = Omit<CheckedInput<"papers.print">, "id">;

export interface PaperDesk {
  readonly calls: AreaHandlers<"papers">;
  /**
   * Makes the papers that a submitted case should have and has not: after a submission, and when a case is opened
   * whose submission outlived the process but whose papers did not. The case stands without them, so a failure is
   * logged and the papers are tried again at the next opening.
   */
  makeMissing(caseId: string, context: ClerkContext): Promise<void>;
}

export function createPaperDesk(tools: DeskTools, looks: Looks): PaperDesk {
  const { store } = tools;
  // the number of the copy is printed on it, so two prints of one paper have to follow each other
  const prints = new Serial();

  function make(caseId: string, kind: PaperKind, recorded: RecordedVersion): Promise<Uint8Array> {
    const { eventHash, receiptNumber, settledAt } = recorded;
    const office = store.office.get();
    if (!office) throw new Error("a paper needs an office");
    const version = withoutRecord(recorded);
    const madeAt = isSettlement(kind, version) ? (settledAt ?? version.at) : version.at;
    return tools.makePaper({ kind, office, receiptNumber, caseId, version, madeAt, eventHash });
  }

  async function makeAndStore(
    caseId: string,
    kind: PaperKind,
    recorded: RecordedVersion,
    context: ClerkContext,
    requestId: string | null = null,
  ): Promise<PaperRow> {
    const pdf = await make(caseId, kind, recorded);
    const { version, decision } = recorded;
    return store.papers.add(actOf(tools, context, "papers.make", requestId), {
      caseId,
      version,
      kind,
      title: paperTitle(kind, natureOf(decision)),
      pdf,
      madeFrom: recorded.eventHash,
    });
  }

  async function makeMissing(caseId: string, context: ClerkContext): Promise<void> {
    const row = requireCase(tools, caseId);
    if (row.state !== "submitted") return;
    const stored = store.papers.ofCase(caseId);
    try {
      for (const version of historyOf(store.cases.events(caseId)).submitted) {
        for (const kind of version.settledAt === null ? papersOfSubmission(version) : papersOf(version)) {
          if (stored.some((paper) => paper.kind === kind && paper.version === version.version)) continue;
          await makeAndStore(caseId, kind, version, context);
        }
      }
    } catch (error) {
      tools.logger.error({ trace: context.traceId, ...faultForLog(error) }, "papers could not be made");
    }
  }

  function requirePaper(id: string): PaperRow {
    const row = store.papers.get(id);
    if (!row) throw new Refusal("not-found");
    return row;
  }

  /** The next copy, counted before it leaves: an unmarked second original is worse than a number without a sheet. */
  async function count(id: string, asked: PrintAsked, context: ClerkContext): Promise<CountedPrint> {
    const { requestId, reason } = asked;
    const before = requirePaper(id);
    const caseRow = requireCase(tools, before.caseId);
    if (caseRow.state === "cancelled") throw new Refusal("case-fixed", { message: NO_PAPER_TEXT.cancelled });
    const why = looks.reasonFor(context, caseRow, reason);
    const copy = before.timesPrinted + 1;
    const original = store.papers.pdf(id);
    const pdf = copy === 1 ? original : await tools.markCopy(original, copy);
    const row = store.papers.recordPrint(actOf(tools, context, "papers.print", requestId), id, copy, pdf, why);
    const isRepeated = row.timesPrinted < copy;
    return { row, isRepeated, pdf: isRepeated ? store.papers.pdf(id, row.timesPrinted) : pdf };
  }

  async function print(id: string, asked: PrintAsked, context: ClerkContext): Promise<PaperFile> {
    const { row, pdf, isRepeated } = await prints.run(() => count(id, asked, context));
    if (tools.printPdf && !isRepeated && !(await handOver(tools.printPdf, pdf, row.title, context))) {
      throw new Refusal("print-failed");
    }
    return paperFile(row, pdf, tools.printPdf !== undefined);
  }

  async function handOver(printPdf: PrintPdf, pdf: Uint8Array, title: string, { traceId }: ClerkContext): Promise<boolean> {
    try {
      return await printPdf(pdf, title);
    } catch (error) {
      tools.logger.error({ trace: traceId, ...faultForLog(error) }, "could not print");
      return false;
    }
  }

  return {
    makeMissing,
    calls: {
      "papers.make": async ({ requestId, caseId, kind }, context) => {
        const row = requireCase(tools, caseId);
        requireServed(tools, row.city);
        const { submitted, saved } = historyOf(store.cases.events(caseId));
        const newest = (row.state === "open" ? saved : submitted.at(-1)) ?? saved!;
        requireOccasion(tools, kind, row.state, newest);
        return paperView(await makeAndStore(caseId, kind, newest, context, requestId));
      },

      "papers.open": ({ id, reason }, context) => {
        const row = requirePaper(id);
        looks.open(context, "papers.open", requireCase(tools, row.caseId), reason, id);
        return paperFile(row, store.papers.pdf(id), false);
      },

      "papers.print": ({ id, ...asked }, context) => print(id, asked, context),
    },
  };
}

type Papered = Pick<RecordedVersion, "version" | "decision" | "newPromises">;

/**
 * All that a version brings, one after the other. A consultation has one sheet: the reckoning where there is one, else the
 * way. A transaction has its 受理回执, the 容缺受理通知书 with new promises, and the 核定单 where something was reckoned, also for
 * several things, or the 指引单 where there is only the way to be shown; where nothing need be accepted, the 指引单 alone.
 */
export function papersOf({ version, decision, newPromises }: Papered): readonly PaperKind[] {
  if (isConsultation(decision)) return decision.amounts.length > 0 ? ["assessment"] : ["guidance"];
  if (decision.outcome === "guidance") return ["guidance"];
  return ["acceptance", ...(newPromises.length > 0 ? papersOfPromises(version) : []), ...resultPapers(decision)];
}

/** The first 承诺书 is made and signed before there is a version; that of an amendment belongs to the version, and is signed at once. */
const papersOfPromises = (version: number): readonly PaperKind[] =>
  version > 1 ? ["commitment", "supplement-notice"] : ["supplement-notice"];

function resultPapers({ outcome, dates, amounts, sections }: Decision): readonly PaperKind[] {
  if (outcome === "choice" || dates.length > 0 || amounts.length > 0) return ["assessment"];
  return sections.length > 0 ? ["guidance"] : [];
}

/** Comes only once nobody has to look and nothing is to come: the 核定单 of a transaction. */
const isSettlement = (kind: PaperKind, { decision }: Pick<RecordedVersion, "decision">): boolean =>
  kind === "assessment" && !isConsultation(decision);

/** What the person takes along at once. */
export const papersOfSubmission = (version: Papered): readonly PaperKind[] =>
  papersOf(version).filter((kind) => !isSettlement(kind, version));

/** Every paper has its occasion: a notice needs a missing material, a refusal a reason to refuse, a receipt a submission. */
function requireOccasion(tools: DeskTools, kind: PaperKind, state: StoredCaseState, version: RecordedVersion): void {
  const refuse = (message: string): never => {
    throw new Refusal("not-submittable", { message });
  };
  const { decision, materials } = version;
  if (kind === "one-time-notice" || kind === "refusal" || kind === "commitment") {
    // signed before the submission; the promise of a fixed case can be printed again for the file
    if (state !== "open" && (kind !== "commitment" || state === "cancelled")) {
      throw new Refusal("case-fixed", { message: NO_PAPER_TEXT.openOnly });
    }
    if (kind === "refusal" && (isConcludable(decision) || decision.outcome === "figure-missing"))
      refuse(NO_PAPER_TEXT.notRefused);
    const mayFollow = mayFollowOf(tools, decision);
    if (kind === "commitment") {
      if (version.promises.length === 0) refuse(NO_PAPER_TEXT.nothingPromised);
      if (state === "open") requirePromisable(tools, decision, materials, mayFollow);
    }
    if (kind === "one-time-notice" && missingMaterials(decision, materials, mayFollow).length === 0) {
      refuse(NO_PAPER_TEXT.nothingMissing);
    }
    return;
  }
  if (version.version === OPEN_VERSION) refuse(NO_PAPER_TEXT.afterSubmission);
  if (kind === "supplement-notice" && version.promises.length === 0) refuse(NO_PAPER_TEXT.nothingPromised);
  if (!papersOf(version).includes(kind)) refuse(NO_PAPER_TEXT.notForThisCase);
  if (isSettlement(kind, version) && version.settledAt === null) {
    refuse(version.outstanding.length > 0 ? NO_PAPER_TEXT.afterPromises : NO_PAPER_TEXT.afterReview);
  }
}

function paperFile(row: PaperRow, pdf: Uint8Array, printedByHost: boolean): PaperFile {
  return { paper: paperView(row), pdfBase64: Buffer.from(pdf).toString("base64"), printedByHost };
}
