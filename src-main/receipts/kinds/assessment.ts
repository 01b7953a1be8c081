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
  leadingRow,
  note,
  plain,
  row,
  strong,
  strongRow,
  table,
  type Block,
  type Row,
} from "../document.ts";
import { explain, isUnofficial, openOptions, restsOnUnofficialFigure, type Explanation } from "../explanation.ts";
import { chineseDate } from "../notation.ts";
import {
  conditionsTable,
  dateBlocks,
  datesTable,
  deadlineBlocks,
  nextBlocks,
  noticeBlocks,
  personGrid,
  placeRows,
  readingBlocks,
  References,
  sectionBlocks,
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
    ...deadlineBlocks(decision),
    ...missingFigureBlocks(decision),
    ...amountBlocks(decision, decision.amounts),
    ...dateBlocks(decision),
    ...optionBlocks(decision),
    ...(place.length > 0 ? [grid(...place)] : []),
    ...sectionBlocks(decision.sections, references),
    ...nextBlocks(decision, references),
    ...(decision.conditions.length > 0
      ? [heading(COMMON_TEXT.conditions), conditionsTable(decision.conditions, references, true)]
      : []),
    ...stepBlocks(explanation, references),
    ...figureBlocks(explanation, references),
    ...coverageBlocks(decision.coverage),
    ...readingBlocks(decision, references),
    ...noticeBlocks(decision.notices, references),
    ...references.paragraph(),
    note(COMMON_TEXT.keep),
  ];
}

/** Amounts with who pays whom; what is due also in capital characters. */
export function amountBlocks(decision: Decision, amounts: readonly Amount[]): Block[] {
  // only a granted decision knows all its amounts; an estimate or a look at past years says nothing of today's payment
  const isSettled =
    decision.outcome === "granted" &&
    decision.standing === "current" &&
    amounts.every((amount) => amount.role !== "due" && amount.group === "");
  const nothingDue = isSettled ? [body(ASSESSMENT_TEXT.nothingDue)] : [];
  if (amounts.length === 0) return nothingDue;
  const mark = (amount: Amount): string => (restsOnUnofficialFigure(decision, amount) ? ASSESSMENT_TEXT.mark : "");
  const line = (amount: Amount, title: string): readonly [string, string, string, string] => [
    title,
    amount.payer,
    amount.payee,
    `${formatYuan(amount.fen)}${mark(amount)}`,
  ];
  const rowsOf = (amount: Amount): Row[] => {
    switch (amount.role) {
      case "due":
        return [
          strongRow(...line(amount, amount.title)),
          strongRow(ASSESSMENT_TEXT.capital(amount.title, capitalYuan(amount.fen))),
        ];
      case "part":
        return [row(...line(amount, ASSESSMENT_TEXT.part(amount.title)))];
      case "information":
        // the heading of a group says what its amounts are
        return [row(...line(amount, amount.group === "" ? ASSESSMENT_TEXT.information(amount.title) : amount.title))];
    }
  };
  const columns = [
    column(ASSESSMENT_TEXT.item, 40),
    column(ASSESSMENT_TEXT.payer, 22, "centre"),
    column(ASSESSMENT_TEXT.payee, 20, "centre"),
    column(ASSESSMENT_TEXT.yuan, 18, "right"),
  ];
  const ungrouped = amounts.filter((amount) => amount.group === "").flatMap(rowsOf);
  const grouped = [...Map.groupBy(amounts, (amount) => amount.group)].flatMap(([group, members]) =>
    group === "" ? [] : [leadingRow(groupTitle(group, members)), ...members.flatMap(rowsOf)],
  );
  return [
    ...nothingDue,
    ...(ungrouped.length > 0 ? [table(columns, ungrouped)] : []),
    ...(grouped.length > 0 ? [strong(ASSESSMENT_TEXT.groups), table(columns, grouped)] : []),
  ];
}

/** With the sum of its amounts, unless the rules have put it there. */
function groupTitle(group: string, members: readonly Amount[]): string {
  const total = formatYuan(members.reduce((sum, amount) => sum + amount.fen, 0));
  return group.includes(total) ? group : ASSESSMENT_TEXT.group(group, total);
}

/** Why an amount is not there. */
export const missingFigureBlocks = (decision: Decision): Block[] =>
  decision.missingFigures.map((figure) =>
    body(ASSESSMENT_TEXT.missingFigure(figure.title, chineseDate(figure.date), figure.enteredBy)),
  );

/** Lawful ways that are still to be chosen from, one after the other. */
export function optionBlocks(decision: Decision): Block[] {
  const options = openOptions(decision);
  if (options.length === 0) return [];
  return [heading(ASSESSMENT_TEXT.options), ...options.flatMap((option, index) => oneOption(decision, option, index + 1))];
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
          column(ASSESSMENT_TEXT.stepTitle, 20),
          column(ASSESSMENT_TEXT.stepFormula, 47),
          column(ASSESSMENT_TEXT.stepResult, 19, "right"),
          column(MATERIAL_TEXT.citation, 14, "centre"),
        ],
        computed.map((step) =>
          row(
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
      ASSESSMENT_TEXT.sourceLine(
        figure.document,
        references.mark(step.citations),
        `${mark}${FIGURE_GRADE_LABELS[figure.grade]}`,
        figure.checked,
      ),
    );
  });
  return [
    heading(ASSESSMENT_TEXT.figures),
    table(
      [
        column(ASSESSMENT_TEXT.figure, 22),
        column(ASSESSMENT_TEXT.value, 15, "right"),
        column(ASSESSMENT_TEXT.validity, 21),
        column(ASSESSMENT_TEXT.source, 42),
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
