/** 一次性告知单: everything that is still missing, at once, so that the person comes again only once. */
import type { CaseVersion } from "../../../src-shared/domain/case.ts";
import { standingOfCondition, type Decision } from "../../../src-shared/domain/decision.ts";
import { kindOf } from "../../../src-shared/domain/identity/kinds.ts";
import { body, column, field, grid, heading, row, table, type Block, type Row } from "../document.ts";
import { chineseDate } from "../notation.ts";
import { outstandingMaterials, outstandingTable, receivedTable } from "../materials.ts";
import { assumedBlocks, noticeBlocks, greeting, personGrid, placeRows, References } from "../parts.ts";
import { COMMON_TEXT, MATERIAL_TEXT, NOTICE_TEXT, PAPER_TEXT } from "../text.ts";

export function oneTimeNotice(version: CaseVersion): Block[] {
  const { decision } = version;
  const references = new References(decision);
  const missing = outstandingMaterials(version, "must");
  const mayFollow = outstandingMaterials(version, "may-follow");
  const optional = outstandingMaterials(version, "may");
  const received = receivedTable(version);
  const anythingOpen = decision.conditions.some(({ met }) => !met) || decision.missingFigures.length > 0;
  const opening = missing.length > 0 ? NOTICE_TEXT.openingMaterials : NOTICE_TEXT.openingOther;

  return [
    ...greeting(version),
    body(opening(decision.matterTitle)),
    personGrid(version),
    heading(NOTICE_TEXT.missing(missing.length)),
    missing.length > 0 ? outstandingTable(missing, references) : body(NOTICE_TEXT.nothingMissing),
    ...(mayFollow.length > 0 ? [heading(NOTICE_TEXT.mayFollow), outstandingTable(mayFollow, references)] : []),
    ...(optional.length > 0 ? [heading(NOTICE_TEXT.optional), outstandingTable(optional, references)] : []),
    ...(anythingOpen ? [heading(NOTICE_TEXT.other), openTable(openPoints(decision, references))] : []),
    ...assumedBlocks(decision),
    ...(received ? [heading(NOTICE_TEXT.received), received] : []),
    heading(NOTICE_TEXT.again),
    grid([field(NOTICE_TEXT.when, whenToCome(decision, anythingOpen))], ...placeRows(decision), [
      field(NOTICE_TEXT.bring, NOTICE_TEXT.bringText(kindOf(version.person))),
    ]),
    ...noticeBlocks(decision.notices, references),
    ...references.paragraph(),
  ];
}

/** Conditions not met or not checked, and figures nobody has entered. */
function openPoints(decision: Decision, references: References): Row[] {
  const conditions = decision.conditions
    .filter((condition) => !condition.met)
    .map((condition) =>
      row(
        condition.title,
        condition.required,
        condition.actual,
        standingOfCondition(condition) === "unknown"
          ? NOTICE_TEXT.tell
          : condition.remedies.map((remedy) => remedy.text).join("\n") || PAPER_TEXT.none,
        references.mark(condition.citations),
      ),
    );
  const figures = decision.missingFigures.map((figure) =>
    row(
      NOTICE_TEXT.figure(figure.title),
      NOTICE_TEXT.figureRequired(chineseDate(figure.date)),
      NOTICE_TEXT.figureActual,
      NOTICE_TEXT.figureRemedy(figure.enteredBy),
      "",
    ),
  );
  return [...conditions, ...figures];
}

const openTable = (rows: readonly Row[]): Block =>
  table(
    [
      column(COMMON_TEXT.condition, 20),
      column(COMMON_TEXT.required, 20),
      column(COMMON_TEXT.actual, 20),
      column(COMMON_TEXT.remedy, 29),
      column(MATERIAL_TEXT.citation, 11, "centre"),
    ],
    rows,
  );

/** The earliest date that the failed conditions name, else as soon as all is there. */
function whenToCome(decision: Decision, pointsOpen: boolean): string {
  const waits = decision.conditions
    .filter((condition) => !condition.met)
    .flatMap((condition) => condition.remedies)
    .filter((remedy) => remedy.kind === "date" || remedy.kind === "month");
  if (waits.length > 0) return waits.map((remedy) => remedy.text).join("\n");
  return pointsOpen ? NOTICE_TEXT.whenResolved : NOTICE_TEXT.whenComplete;
}
