/** 容缺受理通知书: accepted although secondary materials are still to come; until when, and what happens otherwise. */
import type { CaseVersion } from "../../../src-shared/domain/case.ts";
import { MATERIAL_FORM_LABELS } from "../../../src-shared/text/labels.ts";
import { body, column, heading, note, row, table, type Block } from "../document.ts";
import { chineseDate } from "../notation.ts";
import { receivedTable } from "../materials.ts";
import { greeting, personGrid, References } from "../parts.ts";
import { filled, type PromiseSentences } from "../promise-sentences.ts";
import { COMMON_TEXT, MATERIAL_TEXT, NOTICE_TEXT, PROMISE_PAPER_TEXT } from "../text.ts";

export function supplementNotice(version: CaseVersion, sentences: PromiseSentences): Block[] {
  const { decision, promises } = version;
  const references = new References(decision);
  const received = receivedTable(version);
  return [
    ...greeting(version),
    body(filled(sentences.notice.opening, "matter", decision.matterTitle)),
    personGrid(version),
    heading(PROMISE_PAPER_TEXT.outstanding(promises.length)),
    promisedTable(version, references),
    ...replacedPromises(version, sentences),
    ...(received ? [heading(NOTICE_TEXT.received), received] : []),
    heading(PROMISE_PAPER_TEXT.how),
    body(sentences.notice.how),
    heading(PROMISE_PAPER_TEXT.late),
    body(sentences.notice.late),
    body(sentences.notice.until),
    ...references.paragraph(),
    note(COMMON_TEXT.keep),
  ];
}

/** Of an amendment: which promises no longer hold. */
export function replacedPromises({ replacedPromises: replaced }: CaseVersion, sentences: PromiseSentences): Block[] {
  if (replaced.length === 0) return [];
  const told = replaced.map(({ title, promisedOn }) => PROMISE_PAPER_TEXT.replaced(title, chineseDate(promisedOn)));
  return [body(filled(sentences.replaces, "promises", told.join("；")))];
}

/** What is still to come, with the day it was promised for. */
export function promisedTable({ decision, promises }: CaseVersion, references: References): Block {
  const citations = new Map(decision.materials.map((material) => [material.id, material.citations]));
  return table(
    [
      column(PROMISE_PAPER_TEXT.order, 8, "centre"),
      column(MATERIAL_TEXT.title, 40),
      column(MATERIAL_TEXT.form, 12, "centre"),
      column(MATERIAL_TEXT.count, 10, "centre"),
      column(PROMISE_PAPER_TEXT.promisedOn, 20, "centre"),
      column(MATERIAL_TEXT.citation, 10, "centre"),
    ],
    promises.map(({ material, title, form, count, promisedOn }, index) =>
      row(
        String(index + 1),
        title,
        MATERIAL_FORM_LABELS[form],
        String(count),
        chineseDate(promisedOn),
        references.mark(citations.get(material) ?? []),
      ),
    ),
  );
}
