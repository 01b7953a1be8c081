/** The days that open readings give between them, in words: for screens, papers and the command line. */
import type { DateSpan, ExcludedPair, ReadingChoice, ReadingSpan, SpanEnd } from "../domain/span.ts";

const choiceText = ({ question, title }: ReadingChoice): string => `“${question}”取“${title}”`;
const choicesText = (choices: readonly ReadingChoice[]): string => choices.map(choiceText).join("，");

export const SPAN_TEXT = {
  title: "按不同口径",
  intro: "文件没有写明的问题换一种口径，日期会不同：",
  date: "日期",
  earliest: "最早",
  latest: "最晚",
  asDecided: "本次采用的口径",
  /** Beside the date itself. */
  short: ({ earliest, latest }: DateSpan): string =>
    earliest.value === latest.value ? "换一种口径可能没有这一天" : `按不同口径：最早 ${earliest.display}，最晚 ${latest.display}`,
};

export const spanEndReason = ({ by }: SpanEnd): string => (by.length === 0 ? SPAN_TEXT.asDecided : choicesText(by));

const absentText = ({ title, absent }: DateSpan): string[] => {
  if (absent === null) return [];
  return [absent.length === 0 ? `按本次采用的口径没有“${title}”。` : `${choicesText(absent)}的，没有“${title}”。`];
};

const excludedText = ({ options: [one, other], citations }: ExcludedPair): string =>
  `${choiceText(one)}与${choiceText(other)}不能同时采用（${citations.map(({ document, clause }) => `${document}${clause}`).join("；")}），没有计入。`;

/** What has to be said beside the dates. */
export const spanRemarks = ({ dates, excluded, open, complete }: ReadingSpan): string[] => [
  ...dates.flatMap(absentText),
  ...excluded.map(excludedText),
  ...open.map((choices) => `${choicesText(choices)}的，还要另外回答问题，没有比较。`),
  ...(complete ? [] : ["口径的组合很多，只比较了单独就会改变日期的口径。"]),
];
