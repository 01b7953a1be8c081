/** 不予受理通知书: which condition failed, by which clause, what would change it, and how to contest the decision. */
import type { CaseVersion } from "../../../src-shared/domain/case.ts";
import { isFailed, standingOfCondition } from "../../../src-shared/domain/decision.ts";
import { body, column, grid, heading, row, table, type Block } from "../document.ts";
import {
  assumedBlocks,
  conditionsTable,
  nextBlocks,
  noticeBlocks,
  greeting,
  personGrid,
  placeRows,
  readingBlocks,
  References,
  sectionBlocks,
} from "../parts.ts";
import { COMMON_TEXT, REFUSAL_TEXT } from "../text.ts";

export function refusal(version: CaseVersion): Block[] {
  const { decision } = version;
  const references = new References(decision);
  const failed = decision.conditions.filter(isFailed);
  const passed = decision.conditions.filter((condition) => standingOfCondition(condition) === "met");
  const unchecked = decision.conditions.filter((condition) => standingOfCondition(condition) === "unknown");
  const remedies = failed.flatMap((condition) => condition.remedies.map((remedy) => row(condition.title, remedy.text)));
  const place = placeRows(decision);

  return [
    ...greeting(version),
    body(REFUSAL_TEXT.opening(decision.matterTitle)),
    personGrid(version, "identity"),
    heading(REFUSAL_TEXT.failed),
    body(decision.headline),
    ...(failed.length > 0 ? [conditionsTable(failed, references)] : []),
    heading(REFUSAL_TEXT.remedies),
    remedies.length > 0
      ? table([column(COMMON_TEXT.condition, 35), column(COMMON_TEXT.remedy, 65)], remedies)
      : body(REFUSAL_TEXT.noRemedy),
    ...(place.length > 0 ? [grid(...place)] : []),
    ...sectionBlocks(decision, references),
    ...nextBlocks(decision, references),
    ...(passed.length > 0 ? [heading(REFUSAL_TEXT.passed), conditionsTable(passed, references)] : []),
    ...(unchecked.length > 0 ? [heading(REFUSAL_TEXT.unchecked), conditionsTable(unchecked, references)] : []),
    ...assumedBlocks(decision),
    ...noticeBlocks(decision.notices, references),
    ...readingBlocks(decision, references),
    ...references.table(),
    heading(REFUSAL_TEXT.appeal),
    body(REFUSAL_TEXT.appealText),
  ];
}
