/** 受理回执: what was handed in, what was accepted, what comes next. */
import { capitalYuan, formatYuan } from "../../../src-shared/domain/money.ts";
import type { CaseVersion } from "../../../src-shared/domain/case.ts";
import type { Decision } from "../../../src-shared/domain/decision.ts";
import { body, grid, heading, note, strong, type Block } from "../document.ts";
import { restsOnUnofficialFigure } from "../explanation.ts";
import { outstandingMaterials, outstandingTable, receivedTable } from "../materials.ts";
import { dateBlocks, deadlineBlocks, dueAmounts, noticeBlocks, greeting, personGrid, placeRows, References } from "../parts.ts";
import { ACCEPTANCE_TEXT, ASSESSMENT_TEXT, COMMON_TEXT } from "../text.ts";

export function acceptance(version: CaseVersion): Block[] {
  const { decision } = version;
  const references = new References(decision);
  const received = receivedTable(version);
  const outstanding = outstandingMaterials(version, "must");
  const mayFollow = outstandingMaterials(version, "may-follow");
  // amounts that a second person has yet to look at are not told as settled
  const due = version.needsReview ? [] : dueAmounts(decision.amounts);
  const place = placeRows(decision);
  return [
    ...greeting(version),
    body(ACCEPTANCE_TEXT.opening(decision.matterTitle)),
    personGrid(version),
    heading(ACCEPTANCE_TEXT.received),
    received ?? body(ACCEPTANCE_TEXT.nothingReceived),
    ...(outstanding.length > 0 ? [heading(ACCEPTANCE_TEXT.outstanding), outstandingTable(outstanding, references)] : []),
    ...(mayFollow.length > 0 ? [heading(ACCEPTANCE_TEXT.mayFollow), outstandingTable(mayFollow, references)] : []),
    heading(ACCEPTANCE_TEXT.result),
    ...(version.needsReview ? [body(ACCEPTANCE_TEXT.inReview)] : [strong(decision.headline)]),
    ...due.map((amount) =>
      body(
        ACCEPTANCE_TEXT.amountDue(
          amount.title,
          formatYuan(amount.fen),
          capitalYuan(amount.fen),
          restsOnUnofficialFigure(decision, amount) ? ASSESSMENT_TEXT.mark : "",
        ),
      ),
    ),
    ...(due.some((amount) => restsOnUnofficialFigure(decision, amount)) ? [note(ASSESSMENT_TEXT.figureNote)] : []),
    ...deadlineBlocks(decision),
    ...dateBlocks(decision),
    ...(place.length > 0 ? [grid(...place)] : []),
    ...basis(decision, references),
    ...noticeBlocks(decision.notices, references),
    ...references.paragraph(),
    note(COMMON_TEXT.keep),
  ];
}

/** The clauses of the conditions that were checked. */
function basis(decision: Decision, references: References): Block[] {
  const marks = references.mark([...new Set(decision.conditions.flatMap((condition) => condition.citations))]);
  return marks === "" ? [] : [body(ACCEPTANCE_TEXT.basis(marks))];
}
