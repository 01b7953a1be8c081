/** 指引单: where to go, what to bring, what to know. */
import type { CaseVersion } from "../../../src-shared/domain/case.ts";
import { natureOf } from "../../../src-shared/domain/decision.ts";
import { body, grid, heading, strong, type Block } from "../document.ts";
import { toBring } from "../materials.ts";
import {
  assumedBlocks,
  conditionsTable,
  datesTable,
  keepingNote,
  nextBlocks,
  noticeBlocks,
  greeting,
  personGrid,
  placeRows,
  readingBlocks,
  References,
  sectionBlocks,
} from "../parts.ts";
import { COMMON_TEXT, GUIDANCE_TEXT, RESULT_TEXT } from "../text.ts";
import { amountBlocks, missingFigureBlocks, optionBlocks } from "./assessment.ts";

export function guidance(version: CaseVersion): Block[] {
  const { decision } = version;
  const references = new References(decision);
  const place = placeRows(decision);
  const nature = natureOf(decision);
  // the way to a transaction is shown, not assessed
  const words = RESULT_TEXT[nature === "transaction" ? "guidance" : nature];
  const unmet = decision.conditions.filter((condition) => !condition.met);

  return [
    ...greeting(version),
    body(words.opening(decision.matterTitle)),
    personGrid(version),
    heading(words.result),
    strong(decision.headline),
    ...missingFigureBlocks(decision),
    ...(unmet.length > 0 ? [conditionsTable(unmet, references, true)] : []),
    ...assumedBlocks(decision),
    ...sectionBlocks(decision, references),
    ...optionBlocks(decision),
    ...(place.length > 0 ? [heading(GUIDANCE_TEXT.where), grid(...place)] : []),
    ...(decision.dates.length > 0 ? [heading(COMMON_TEXT.dates), datesTable(decision.dates)] : []),
    ...(decision.amounts.length > 0 ? [heading(GUIDANCE_TEXT.amounts), ...amountBlocks(decision, decision.amounts)] : []),
    ...(decision.materials.length > 0 || nature === "transaction" ? toBring(decision, references) : []),
    ...nextBlocks(decision, references),
    ...noticeBlocks(decision.notices, references),
    ...readingBlocks(decision, references),
    ...references.paragraph(),
    ...(nature === "transaction" ? [] : [keepingNote(nature)]),
  ];
}
