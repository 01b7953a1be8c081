/** 核定单: the amounts and dates, and how each was computed. */
import { capitalYuan, formatYuan } from "../../../src-shared/domain/money.ts";
import type { CaseVersion } from "../../../src-shared/domain/case.ts";
import {
  isConsultation,
  natureOf,
  type Amount,
  type CoverageRun,
  type Decision,
  type Option,
  type Step,
} from "../../../src-shared/domain/decision.ts";
import { COVERAGE_LABELS, FIGURE_GRADE_LABELS } from "../../../src-shared/text/labels.ts";
import {
  body,
  column,
  field,
  grid,
  heading,
  leadingRow,
  note,
  row,
  strong,
  strongRow,
  table,
  type Block,
  type Row,
} from "../document.ts";
import { explain, isUnofficial, openOptions, restsOnUnofficialFigure, type Explanation } from "../explanation.ts";
import { chineseDate } from "../notation.ts";
import { toBring } from "../materials.ts";
import {
  assumedBlocks,
  conditionsTable,
  dateBlocks,
  datesTable,
  deadlineBlocks,
  dueAmounts,
  keepingNote,
  nextBlocks,
  noticeBlocks,
  greeting,
  historyBlocks,
  personGrid,
  placeRows,
  readingBlocks,
  References,
  sectionBlocks,
} from "../parts.ts";
import { ASSESSMENT_TEXT, MATERIAL_TEXT, PAPER_TEXT, RESULT_TEXT } from "../text.ts";

export function assessment(version: CaseVersion): Block[] {
  const { decision } = version;
  const references = new References(decision);
  const explanation = explain(decision);
  const place = placeRows(decision);
  const nature = natureOf(decision);
  const words = RESULT_TEXT[nature];

  return [
    ...greeting(version),
    body(words.opening(decision.matterTitle)),
    personGrid(version, nature === "transaction" ? "identity" : "masked"),
    heading(words.result),
    strong(decision.headline),
    ...deadlineBlocks(decision),
    ...missingFigureBlocks(decision),
    ...amountBlocks(decision, decision.amounts),
    ...dateBlocks(decision),
    ...optionBlocks(decision),
    ...(place.length > 0 ? [grid(...place)] : []),
    ...sectionBlocks(decision, references),
    ...(nature !== "transaction" && decision.materials.length > 0 ? toBring(decision, references) : []),
    ...nextBlocks(decision, references),
    ...(decision.conditions.length > 0
      ? [heading(words.conditions), conditionsTable(decision.conditions, references, true)]
      : []),
    ...assumedBlocks(decision),
    ...stepBlocks(explanation, decision.steps, references),
    ...figureBlocks(explanation, references),
    ...coverageBlocks(decision.coverage),
    ...historyBlocks(decision, references),
    ...readingBlocks(decision, references),
    ...noticeBlocks(decision.notices, references),
    ...references.paragraph(),
    keepingNote(nature),
  ];
}

/** Amounts with who pays whom; what is due also in capital characters. */
export function amountBlocks(decision: Decision, amounts: readonly Amount[]): Block[] {
  const isConsulted = isConsultation(decision);
  // only a granted decision knows all its amounts; a consultation says nothing of today's payment
  const isSettled =
    decision.outcome === "granted" && !isConsulted && amounts.every((amount) => amount.role !== "due" && amount.group === "");
  const nothingDue = isSettled ? [body(ASSESSMENT_TEXT.nothingDue)] : [];
  if (amounts.length === 0) return nothingDue;
  const mark = (amount: Amount): string => (restsOnUnofficialFigure(decision, amount) ? ASSESSMENT_TEXT.mark : "");
  const line = (amount: Amount, title: string): readonly [string, string, string, string] => [
    title,
    amount.payer || PAPER_TEXT.none,
    amount.payee || PAPER_TEXT.none,
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
        // a group's heading says what its amounts are, and a sheet that only tells says so at its head
        return [
          row(...line(amount, isConsulted || amount.group !== "" ? amount.title : ASSESSMENT_TEXT.information(amount.title))),
        ];
    }
  };
  const columns = [
    column(ASSESSMENT_TEXT.item, 40),
    column(ASSESSMENT_TEXT.payer, 22, "centre"),
    column(ASSESSMENT_TEXT.payee, 20, "centre"),
    column(ASSESSMENT_TEXT.yuan, 18, "right"),
  ];
  // what is to be paid comes first; what is only worth knowing, after the shares that it rests on
  const owes = dueAmounts(amounts).length > 0;
  const ungrouped = amounts.filter((amount) => amount.group === "").flatMap(rowsOf);
  const grouped = [...Map.groupBy(amounts, (amount) => amount.group)].flatMap(([group, members]) =>
    group === "" ? [] : [leadingRow(groupTitle(group, members)), ...members.flatMap(rowsOf)],
  );
  return [
    ...nothingDue,
    ...(ungrouped.length > 0 && owes ? [table(columns, ungrouped)] : []),
    ...(grouped.length > 0 ? [strong(ASSESSMENT_TEXT.groups), table(columns, grouped)] : []),
    ...(ungrouped.length > 0 && !owes ? [table(columns, ungrouped)] : []),
  ];
}

/** With the sum of its amounts. */
const groupTitle = (group: string, members: readonly Amount[]): string =>
  ASSESSMENT_TEXT.group(group, formatYuan(members.reduce((sum, amount) => sum + amount.fen, 0)));

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

function stepBlocks({ computed, cut, facts }: Explanation, all: readonly Step[], references: References): Block[] {
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
    const fields = facts.map((step) => field(step.title, distinct(step, facts, all)));
    const pairs = fields.flatMap((first, index) =>
      index % 2 === 0 ? [fields[index + 1] ? [first, fields[index + 1]!] : [first]] : [],
    );
    blocks.push(heading(ASSESSMENT_TEXT.facts), grid(...pairs));
  }
  return blocks;
}

/** Lines of one title are told apart by what the table was asked. */
function distinct(step: Step, facts: readonly Step[], all: readonly Step[]): string {
  if (step.inputs.length === 0 || facts.filter(({ title }) => title === step.title).length < 2) return step.display;
  return ASSESSMENT_TEXT.askedFor(
    step.display,
    step.inputs.flatMap((index) => all[index]?.display ?? []),
  );
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
