/** 承诺书: the person's own promise, signed before the case is accepted without all materials. */
import type { CaseVersion } from "../../../src-shared/domain/case.ts";
import { body, heading, type Block } from "../document.ts";
import { personGrid, References } from "../parts.ts";
import { filled, type PromiseSentences } from "../promise-sentences.ts";
import { PROMISE_PAPER_TEXT } from "../text.ts";
import { promisedTable, replacedPromises } from "./supplement-notice.ts";

export function commitment(version: CaseVersion, sentences: PromiseSentences): Block[] {
  const { decision } = version;
  const references = new References(decision);
  return [
    personGrid(version, "full"),
    body(filled(sentences.commitment.opening, "matter", decision.matterTitle)),
    promisedTable(version, references),
    ...replacedPromises(version, sentences),
    heading(PROMISE_PAPER_TEXT.promises),
    ...sentences.commitment.lines.map((line, index) => body(`${index + 1}. ${line}`)),
    ...references.paragraph(),
  ];
}
