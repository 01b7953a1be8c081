/** 承诺书: the person's own promise, signed before the case is accepted without all materials. */
import type { CaseVersion } from "../../../src-shared/domain/case.ts";
import { body, heading, type Block } from "../document.ts";
import { personGrid, References } from "../parts.ts";
import { PROMISE_PAPER_TEXT } from "../promise-text.ts";
import { promisedTable, replacedPromises } from "./supplement-notice.ts";

export function commitment(version: CaseVersion): Block[] {
  const { decision } = version;
  const references = new References(decision);
  return [
    personGrid(version, "full"),
    body(PROMISE_PAPER_TEXT.commitmentOpening(decision.matterTitle)),
    promisedTable(version, references),
    ...replacedPromises(version),
    heading(PROMISE_PAPER_TEXT.promises),
    ...PROMISE_PAPER_TEXT.promiseLines.map((line, index) => body(`${index + 1}. ${line}`)),
    ...references.paragraph(),
  ];
}
