/** 核定单: the amounts and dates, and how each was computed. */
import { capitalYuan, formatYuan } from "../../../src-shared/domain/money.ts";
import type { CaseVersion } from "../../../src-shared/domain/case.ts";
import type { Amount, CoverageRun, Decision, Option, Step } from "../../../src-shared/domain/decision.ts";
import { COVERAGE_LABELS, FIGURE_GRADE_LABELS } from "../../../src-shared/text/labels.ts";
import {
  body,
  column,
  field,
  grid,
  heading,
  note,
  plain,
  row,
  strong,
  strongRow,
  table,
  type Block,
  type Row,
} from "../document.ts";
import { explain, isUnofficial, restsOnUnofficialFigure, type Explanation } from "../explanation.ts";
import { chineseDate } from "../notation.ts";
import {
  conditionsTable,
  datesTable,
  dueAmounts,
  noticeBlocks,
  personGrid,
  placeRows,
  readingBlocks,
  References,
} from "../parts.ts";
import { ASSESSMENT_TEXT, COMMON_TEXT, MATERIAL_TEXT, PAPER_TEXT } from "../text.ts";

export function assessment(version: CaseVersion): Block[] {
  const { decision } = version;
  const references = new References(decision);
  const explanation = explain(decision);
  const place = placeRows(decision);

  return [
    plain(PAPER_TEXT.greeting(version.person.name)),
    body(ASSESSMENT_TEXT.opening(decision.matterTitle)),
    personGrid(version),
    heading(ASSESSMENT_TEXT.result),
    strong(decision.headline),
    ...missingFigureBlocks(decision),
    ...amountBlocks(decision, decision.amounts),
    ...(decision.dates.length > 0 ? [datesTable(decision.dates)] : []),
    ...optionBlocks(decision),
    ...(place.length > 0 ? [grid(...place)] : []),
    ...(decision.conditions.length > 0
      ? [heading(COMMON_TEXT.conditions), conditionsTable(decision.conditions, references, true)]
      : []),
    ...stepBlocks(explanation, references),
    ...figureBlocks(explanation, references),
    ...coverageBlocks(decision.coverage),
    ...readingBlocks(decision, references),
    ...noticeBlocks(decision.notices, references),
    ...references.lines(),
    note(COMMON_TEXT.keep),
  ];
}

/** Amounts with who pays whom; what is due also in capital characters. */
export function amountBlocks(decision: Decision, amounts: readonly Amount[]): Block[] {
  // only a granted decision knows all its amounts: elsewhere one may be still open
  const nothingDue = decision.outcome === "granted" && dueAmounts(amounts).length === 0 ? [body(ASSESSMENT_TEXT.nothingDue)] : [];
  if (amounts.length === 0) return nothingDue;
  const mark = (amount: Amount): string => (restsOnUnofficialFigure(decision, amount) ? ASSESSMENT_TEXT.mark : "");
  const line = (amount: Amount, title: string): readonly [string, string, string, string] => [
    title,
    amount.payer,
    amount.payee,
    `${formatYuan(amount.fen)}${mark(amount)}`,
  ];
  const rows = amounts.flatMap((amount): Row[] => {
    switch (amount.role) {
      case "due":
        return [
          strongRow(...line(amount, amount.title)),
          strongRow(ASSESSMENT_TEXT.capital(amount.title, capitalYuan(amount.fen))),
        ];
      case "part":
        return [row(...line(amount, ASSESSMENT_TEXT.part(amount.title)))];
      case "information":
        return [row(...line(amount, ASSESSMENT_TEXT.information(amount.title)))];
    }
  });
  return [
    ...nothingDue,
    table(
      [
        column(ASSESSMENT_TEXT.item, 40),
        column(ASSESSMENT_TEXT.payer, 17, "centre"),
        column(ASSESSMENT_TEXT.payee, 23, "centre"),
        column(ASSESSMENT_TEXT.yuan, 20, "right"),
      ],
      rows,
    ),
  ];
}

/** Why an amount is not there. */
export const missingFigureBlocks = (decision: Decision): Block[] =>
  decision.missingFigures.map((figure) =>
    body(ASSESSMENT_TEXT.missingFigure(figure.title, chineseDate(figure.date), figure.enteredBy)),
  );

/** Lawful ways to choose from, one after the other. */
export function optionBlocks(decision: Decision): Block[] {
  if (decision.options.length === 0) return [];
  return [
    heading(ASSESSMENT_TEXT.options),
    ...decision.options.flatMap((option, index) => oneOption(decision, option, index + 1)),
  ];
}

function oneOption(decision: Decision, option: Option, number: number): Block[] {
  return [
    strong(ASSESSMENT_TEXT.option(number, option.title)),
    ...(option.text === "" ? [] : [body(option.text)]),
    ...(option.amounts.length > 0 ? amountBlocks(decision, option.amounts) : []),
    ...(option.dates.length > 0 ? [datesTable(option.dates)] : []),
  ];
}

function stepBlocks({ computed, cut, facts }: Explanation, references: References): Block[] {
  const blocks: Block[] = [];
  if (computed.length > 0) {
    blocks.push(
      heading(ASSESSMENT_TEXT.steps),
      table(
        [
          column(MATERIAL_TEXT.order, 7, "centre"),
          column(ASSESSMENT_TEXT.stepTitle, 20),
          column(ASSESSMENT_TEXT.stepFormula, 42),
          column(ASSESSMENT_TEXT.stepResult, 20, "right"),
          column(MATERIAL_TEXT.citation, 11, "centre"),
        ],
        computed.map((step, index) =>
          row(
            String(index + 1),
            step.title,
            computation(step),
            // the explanation in brackets on a line of its own: the column is narrow
            step.display.replace("（", "\n（"),
            references.mark(step.citations),
          ),
        ),
      ),
    );
    if (cut) blocks.push(note(ASSESSMENT_TEXT.stepsCut));
  }
  if (facts.length > 0) {
    const fields = facts.map((step) => field(step.title, step.display));
    const pairs = fields.flatMap((first, index) =>
      index % 2 === 0 ? [fields[index + 1] ? [first, fields[index + 1]!] : [first]] : [],
    );
    blocks.push(heading(ASSESSMENT_TEXT.facts), grid(...pairs));
  }
  return blocks;
}

/** The formula in words and with numbers; the result has a column of its own. */
function computation(step: Step): string {
  const tail = ` = ${step.display}`;
  const filled = step.filled.endsWith(tail) ? step.filled.slice(0, -tail.length) : step.filled;
  return [...new Set([step.formula, filled])].filter((line) => line !== "").join("\n");
}

function figureBlocks({ figures }: Explanation, references: References): Block[] {
  if (figures.length === 0) return [];
  const rows = figures.map((step) => {
    const { figure } = step;
    const mark = isUnofficial(figure) ? ASSESSMENT_TEXT.mark : "";
    const until = figure.to === null ? ASSESSMENT_TEXT.openEnd : `${PAPER_TEXT.dash}${chineseDate(figure.to)}`;
    return row(
      figure.title,
      `${step.display}${mark}`,
      `${chineseDate(figure.from)}${until}`,
      `${figure.document}${references.mark(step.citations)}`,
      `${mark}${FIGURE_GRADE_LABELS[figure.grade]}\n${ASSESSMENT_TEXT.checked(figure.checked)}`,
    );
  });
  return [
    heading(ASSESSMENT_TEXT.figures),
    table(
      [
        column(ASSESSMENT_TEXT.figure, 20),
        column(ASSESSMENT_TEXT.value, 20, "right"),
        column(ASSESSMENT_TEXT.validity, 20),
        column(ASSESSMENT_TEXT.source, 22),
        column(ASSESSMENT_TEXT.grade, 18),
      ],
      rows,
    ),
    ...(figures.some((step) => isUnofficial(step.figure)) ? [note(ASSESSMENT_TEXT.figureNote)] : []),
  ];
}

function coverageBlocks(runs: readonly CoverageRun[]): Block[] {
  if (runs.length === 0) return [];
  return [
    heading(ASSESSMENT_TEXT.coverage),
    table(
      [
        column(ASSESSMENT_TEXT.from, 18, "centre"),
        column(ASSESSMENT_TEXT.to, 18, "centre"),
        column(ASSESSMENT_TEXT.status, 20, "centre"),
        column(ASSESSMENT_TEXT.description, 44),
      ],
      runs.map((run) =>
        row(
          chineseDate(run.from),
          run.to === null ? PAPER_TEXT.none : chineseDate(run.to),
          COVERAGE_LABELS[run.status],
          run.title,
        ),
      ),
    ),
  ];
}
