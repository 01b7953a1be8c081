/** A stored decision as a paper: the same frame around the blocks of its kind. */
import type { CaseVersion, PaperKind } from "../../src-shared/domain/case.ts";
import { isConsultation, natureOf, type Decision } from "../../src-shared/domain/decision.ts";
import { COMPARISON_LABEL, COMPARISON_WARNING, paperTitle, STANDING_WARNINGS } from "../../src-shared/text/labels.ts";
import { boxed, field, signatures, type Block, type PaperDocument } from "./document.ts";
import { acceptance } from "./kinds/acceptance.ts";
import { comparison } from "./kinds/comparison.ts";
import { assessment } from "./kinds/assessment.ts";
import { guidance } from "./kinds/guidance.ts";
import { commitment } from "./kinds/commitment.ts";
import { supplementNotice } from "./kinds/supplement-notice.ts";
import { oneTimeNotice } from "./kinds/one-time-notice.ts";
import { refusal } from "./kinds/refusal.ts";
import { chineseDay, chineseOrdinal } from "./notation.ts";
import { sentencesOn, type PromiseSentences } from "./promise-sentences.ts";
import { COMPARISON_TEXT, PAPER_TEXT, PROMISE_PAPER_TEXT, SIGNATURE_TEXT } from "./text.ts";
import type { ComparisonInput, PaperInput } from "./types.ts";

const BLOCKS: Record<PaperKind, (version: CaseVersion, sentences: PromiseSentences) => Block[]> = {
  acceptance,
  "one-time-notice": oneTimeNotice,
  refusal,
  assessment,
  guidance,
  "supplement-notice": supplementNotice,
  commitment,
};

const SHORT_HASH = 12;
const SHORT_CASE_ID = 8;

/** The paper as it is printed: of a notice in two copies one for the person and one for the file. */
export function composeSheets(
  input: PaperInput | ComparisonInput,
  promiseTexts: readonly PromiseSentences[],
): readonly PaperDocument[] {
  if (input.kind === "comparison") return [composeComparison(input)];
  const document = compose(input, promiseTexts);
  if (input.kind !== "supplement-notice") return [document];
  return PROMISE_PAPER_TEXT.copies.map((copy) => ({ ...document, number: `${document.number}　${copy}` }));
}

/** @param promiseTexts the one in force on the day of the paper is taken */
export function compose(input: PaperInput, promiseTexts: readonly PromiseSentences[]): PaperDocument {
  const { office, receiptNumber, caseId, eventHash } = input;
  const decision = withoutIdleSpaces(input.version.decision);
  const version = { ...input.version, decision };
  const nature = natureOf(decision);
  const title = paperTitle(input.kind, nature);
  const shortCaseId = caseId.slice(0, SHORT_CASE_ID);
  return {
    title,
    office: office.name,
    number: receiptNumber === null ? PAPER_TEXT.notAccepted(shortCaseId) : PAPER_TEXT.receiptNumber(receiptNumber, nature),
    code: `${receiptNumber ?? caseId} ${eventHash}`,
    codeCaption: PAPER_TEXT.codeCaption(eventHash.slice(0, SHORT_HASH)),
    issuedOn: PAPER_TEXT.issuedOn(chineseDay(input.madeAt)),
    origin: PAPER_TEXT.origin(decision.pack.city, decision.pack.version, decision.pack.hash.slice(0, SHORT_HASH)),
    blocks: [
      ...standingBlocks(decision),
      ...numberHeadings(BLOCKS[input.kind](version, sentencesOn(promiseTexts, input.madeAt))),
      signaturesOf(input.kind, version),
    ],
    properties: {
      subject: PAPER_TEXT.subject(decision.matterTitle, receiptNumber ?? shortCaseId),
      author: office.name,
      createdAt: input.madeAt,
    },
  };
}

/** Who signs: a paper that a second person has let pass names that person; only the person promises; a consultation bears no seal. */
function signaturesOf(kind: PaperKind, { clerk, review, decision }: CaseVersion): Block {
  const { date, dateBlank } = SIGNATURE_TEXT;
  const seal = isConsultation(decision) ? "" : SIGNATURE_TEXT.seal;
  const by = field(SIGNATURE_TEXT.clerk, clerk);
  const applicant = field(SIGNATURE_TEXT.applicant, "");
  const day = field(date, dateBlank);
  if (kind === "commitment") return signatures("", [field(SIGNATURE_TEXT.promiser, ""), by], [day, day]);
  if (kind === "assessment" && review?.verdict === "approved") {
    return signatures(seal, [by, field(SIGNATURE_TEXT.reviewer, review.clerk)], [applicant, day]);
  }
  return signatures(seal, [by, applicant], [day, day]);
}

/** For advice: where the number of a case would stand, every page says what the sheet is not. */
export function composeComparison(input: ComparisonInput): PaperDocument {
  const { office, madeAt } = input;
  const shown = withoutIdleSpaces(input.comparison);
  const sides = [shown.here, shown.other];
  const packs = sides.flatMap(({ evaluation: { decision }, matter: { cityTitle } }) =>
    decision === null ? [] : [COMPARISON_TEXT.pack(cityTitle, decision.pack.version, decision.pack.hash.slice(0, SHORT_HASH))],
  );
  return {
    title: COMPARISON_LABEL,
    office: office.name,
    number: COMPARISON_WARNING,
    code: null,
    codeCaption: "",
    issuedOn: PAPER_TEXT.issuedOn(chineseDay(madeAt)),
    origin: COMPARISON_TEXT.origin(packs),
    blocks: numberHeadings(comparison({ ...input, comparison: shown })),
    properties: {
      subject: COMPARISON_TEXT.subject(sides.map(({ matter }) => COMPARISON_TEXT.side(matter.cityTitle, matter.title))),
      author: office.name,
      createdAt: madeAt,
    },
  };
}

/** Before anything else, on every kind of paper: that this is not the law of today. */
function standingBlocks({ standing }: Decision): Block[] {
  const warning = STANDING_WARNINGS[standing];
  return warning === null ? [] : [boxed(warning)];
}

function numberHeadings(blocks: readonly Block[]): Block[] {
  let number = 0;
  return blocks.map((block) =>
    block.type === "heading" ? { ...block, text: PAPER_TEXT.numbered(chineseOrdinal(++number), block.text) } : block,
  );
}

/** A space between two Chinese characters or marks: left over where a text of the rules was filled in. */
const IDLE_SPACE = /(?<=[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]) +(?=[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF])/gu;

function withoutIdleSpaces<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value), (_key, part: unknown) =>
    typeof part === "string" ? part.replaceAll(IDLE_SPACE, "") : part,
  ) as Value;
}
