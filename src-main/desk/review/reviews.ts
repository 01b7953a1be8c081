/** The second person: what waits, what was decided and what has changed since, approved or returned. */
import { SHORTEST_REASON } from "../../../src-shared/contract/define.ts";
import type { ReviewRow, ReviewView } from "../../../src-shared/contract/index.ts";
import type { ClerkIdentity } from "../../../src-shared/domain/roles.ts";
import { consult } from "../../rules/index.ts";
import { StoreRefusal } from "../../store/index.ts";
import type { CaseEventRow, CaseRow } from "../../store/areas/cases/types.ts";
import { historyOf, type CaseHistory } from "../cases/case-history.ts";
import { caseSummary, caseView, requireCase } from "../cases/case-views.ts";
import type { AreaHandlers, ClerkContext } from "../frame/handlers.ts";
import type { Looks } from "../people/looks.ts";
import { REVIEW_TEXT } from "./text.ts";
import type { PaperDesk } from "../cases/papers.ts";
import { Refusal } from "../frame/refusal.ts";
import { changesBetween, changesOfResult, differencesOfVersions } from "./review-changes.ts";
import { barredFromConfirming, barredFromReview, standsAlone, type ReviewBar } from "./review-rights.ts";
import { requireServed } from "../policy/served.ts";
import { actOf, type DeskTools } from "../frame/tools.ts";

/** More than an office can look at in a day. */
const LONGEST_QUEUE = 500;

/** Why the newest version waits for a second person. */
function demandOf(events: readonly CaseEventRow[]): string {
  const demands = events.flatMap(({ payload }) =>
    payload.kind === "submitted" || payload.kind === "amended" ? [payload.review?.reasons ?? []] : [],
  );
  return (demands.at(-1) ?? []).join("；");
}

export function reviewCalls(tools: DeskTools, papers: PaperDesk, looks: Looks): AreaHandlers<"review"> {
  const { store } = tools;

  function requireWaiting(id: string): CaseRow {
    const row = requireCase(tools, id);
    if (row.state !== "submitted" || (row.review !== "waiting" && row.cancelAsked === null)) throw new Refusal("not-in-review");
    return row;
  }

  const barOf = (row: CaseRow, { savers }: CaseHistory, clerk: ClerkIdentity): ReviewBar | null =>
    row.cancelAsked === null
      ? barredFromReview(tools, row, savers, clerk)
      : barredFromConfirming(tools, row.cancelAsked.by, clerk);

  function reviewRow(row: CaseRow, clerk: ClerkIdentity): ReviewRow {
    const { cancelAsked } = row;
    const summary = caseSummary(tools, row);
    if (cancelAsked) {
      const { name: maker, by, at: waitingSince } = cancelAsked;
      return { ...summary, maker, why: REVIEW_TEXT.toCancel, mine: by === clerk.id, waitingSince };
    }
    const events = store.cases.events(row.id);
    return {
      ...summary,
      maker: row.clerkName,
      why: demandOf(events),
      mine: historyOf(events).savers.has(clerk.id),
      waitingSince: row.submittedAt ?? row.updatedAt,
    };
  }

  function view(id: string, clerk: ClerkIdentity): ReviewView {
    const row = requireWaiting(id);
    const events = store.cases.events(id);
    const history = historyOf(events);
    const versions = history.submitted;
    const newest = versions.at(-1)!;
    const pack = tools.packs.ofMatter(row.matter);
    // the same facts and the same day, with what is known today
    const { decision } = consult(pack, row.matter, newest.facts, newest.asOf);
    const changes = changesBetween(newest.decision, decision);
    const bar = barOf(row, history, clerk);
    const { cancelAsked } = row;
    return {
      case: caseView(tools, id, clerk),
      maker: cancelAsked?.name ?? row.clerkName,
      why: cancelAsked ? REVIEW_TEXT.toCancel : demandOf(events),
      alone: cancelAsked === null && standsAlone(tools, row, history.savers, clerk),
      version: newest.version,
      sinceLastVersion: differencesOfVersions(pack, row.matter, versions.at(-2), newest),
      changes,
      resultChanged: changesOfResult(changes),
      barred: bar?.message ?? (cancelAsked === null && newest.outstanding.length > 0 ? REVIEW_TEXT.promises : null),
    };
  }

  async function judge(
    input: { readonly requestId: string; readonly id: string; readonly version: number },
    verdict: "approved" | "returned",
    comment: string,
    context: ClerkContext,
  ) {
    const { requestId, id, version } = input;
    const row = requireCase(tools, id);
    requireServed(tools, row.city);
    const history = historyOf(store.cases.events(id));
    const versions = history.submitted;
    // a retried request finds the case judged already: what is done stays done
    if (store.audit.inputOf(requestId) !== undefined) return caseView(tools, id, context.clerk);
    const bar = barOf(row, history, context.clerk);
    if (bar) throw new Refusal(bar.code, { message: bar.message });
    const act = actOf(tools, context, `review.${verdict === "approved" ? "approve" : "return"}`, requestId);
    if (row.cancelAsked !== null) {
      store.cases.answerCancel(act, { caseId: id, verdict, comment });
      return caseView(tools, id, context.clerk);
    }
    const alone = standsAlone(tools, row, history.savers, context.clerk);
    if (alone && comment.length < SHORTEST_REASON) {
      const message = REVIEW_TEXT.aloneNote;
      throw new Refusal("bad-input", { message, fields: [{ fact: "note", code: "required", message }] });
    }
    if (row.review === "none" || row.state !== "submitted") throw new Refusal("not-in-review");
    if (verdict === "approved" && versions.at(-1)!.outstanding.length > 0) {
      throw new Refusal("materials-missing", { message: REVIEW_TEXT.promises });
    }
    try {
      store.cases.review(act, { caseId: id, version, verdict, comment, alone });
    } catch (error) {
      // judged by somebody else meanwhile, which the clerk should hear in so many words
      if (error instanceof StoreRefusal && error.code === "stale" && row.review !== "waiting") throw new Refusal("not-in-review");
      throw error;
    }
    await papers.makeMissing(id, context);
    return caseView(tools, id, context.clerk);
  }

  return {
    "review.queue": (_input, { clerk }) => store.cases.reviewQueue({ limit: LONGEST_QUEUE }).map((row) => reviewRow(row, clerk)),
    "review.open": ({ id }, context) => {
      const row = requireWaiting(id);
      looks.show(context, "review.open", row.personId, row);
      return view(id, context.clerk);
    },
    "review.approve": (input, context) => judge(input, "approved", input.note.trim(), context),
    "review.return": (input, context) => judge(input, "returned", input.reason, context),
  };
}
