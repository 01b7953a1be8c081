/** 指引单: where to go, what to bring, what to know. */
import type { CaseVersion } from "../../../src-shared/domain/case.ts";
import type { Material } from "../../../src-shared/domain/decision.ts";
import { MATERIAL_FORM_LABELS, MATERIAL_NEED_LABELS } from "../../../src-shared/text/labels.ts";
import { body, column, grid, heading, plain, row, strong, table, type Block } from "../document.ts";
import {
  datesTable,
  nextBlocks,
  noticeBlocks,
  personGrid,
  placeRows,
  readingBlocks,
  References,
  sectionBlocks,
} from "../parts.ts";
import { COMMON_TEXT, GUIDANCE_TEXT, MATERIAL_TEXT, PAPER_TEXT } from "../text.ts";
import { amountBlocks, missingFigureBlocks, optionBlocks } from "./assessment.ts";

export function guidance(version: CaseVersion): Block[] {
  const { decision } = version;
  const references = new References(decision);
  const place = placeRows(decision);

  return [
    plain(PAPER_TEXT.greeting(version.person.name)),
    body(GUIDANCE_TEXT.opening(decision.matterTitle)),
    personGrid(version),
    heading(GUIDANCE_TEXT.result),
    strong(decision.headline),
    ...missingFigureBlocks(decision),
    ...sectionBlocks(decision.sections, references),
    ...optionBlocks(decision),
    ...(place.length > 0 ? [heading(GUIDANCE_TEXT.where), grid(...place)] : []),
    ...(decision.dates.length > 0 ? [heading(COMMON_TEXT.dates), datesTable(decision.dates)] : []),
    ...(decision.amounts.length > 0 ? [heading(GUIDANCE_TEXT.amounts), ...amountBlocks(decision, decision.amounts)] : []),
    heading(GUIDANCE_TEXT.materials),
    decision.materials.length > 0 ? checklist(decision.materials, references) : body(GUIDANCE_TEXT.noMaterials),
    ...nextBlocks(decision, references),
    ...noticeBlocks(decision.notices, references),
    ...readingBlocks(decision, references),
    ...references.paragraph(),
  ];
}

/** A list to tick off at home. */
const checklist = (materials: readonly Material[], references: References): Block =>
  table(
    [
      column(MATERIAL_TEXT.tick, 8, "centre"),
      column(MATERIAL_TEXT.title, 28),
      column(MATERIAL_TEXT.form, 10, "centre"),
      column(MATERIAL_TEXT.count, 8, "centre"),
      column(MATERIAL_TEXT.need, 11, "centre"),
      column(MATERIAL_TEXT.because, 25),
      column(MATERIAL_TEXT.citation, 10, "centre"),
    ],
    materials.map((material) =>
      row(
        MATERIAL_TEXT.open,
        material.title,
        MATERIAL_FORM_LABELS[material.form],
        String(material.count),
        MATERIAL_NEED_LABELS[material.need],
        material.because,
        references.mark(material.citations),
      ),
    ),
  );
