/** 试算比较单: the same person under two cities' rules, side by side. For advice only. */
import type { ComparedAnswer, ComparedSide } from "../../../src-shared/contract/counter.ts";
import {
  natureOf,
  standingOfCondition,
  type Amount,
  type Condition,
  type CoverageRun,
  type Decision,
  type Option,
} from "../../../src-shared/domain/decision.ts";
import { formatYuan } from "../../../src-shared/domain/money.ts";
import {
  assumedAs,
  COMPARISON_WARNING,
  COVERAGE_LABELS,
  MOVE_LABELS,
  OUTCOME_LABELS,
  STANDING_WARNINGS,
} from "../../../src-shared/text/labels.ts";
import { body, boxed, column, field, grid, heading, row, table, type Block } from "../document.ts";
import { chineseDate } from "../notation.ts";
import { COMPARISON_TEXT as TEXT } from "../text.ts";
import type { ComparisonInput } from "../types.ts";

export function comparison({ comparison: { asOf, move, here, other, answers }, name, clerk }: ComparisonInput): Block[] {
  const sides = [here, other];
  const titles = sides.map(({ matter }) => TEXT.side(matter.cityTitle, matter.title));
  const columns = [column(TEXT.item, 14, "centre"), ...titles.map((title) => column(title, 43))];
  const line = (title: string, say: (decision: Decision) => readonly string[]) => {
    const said = sides.map(({ evaluation }) => (evaluation.decision === null ? [] : say(evaluation.decision)));
    return said.every((lines) => lines.length === 0) ? [] : [row(title, ...said.map(cell))];
  };
  return [
    boxed(COMPARISON_WARNING),
    body(TEXT.opening),
    grid(
      [field(TEXT.name, name === "" ? TEXT.nobody : name), field(TEXT.asOf, chineseDate(asOf))],
      [field(TEXT.clerk, clerk), field(TEXT.move, MOVE_LABELS[move])],
    ),
    heading(TEXT.result),
    table(columns, [
      row(TEXT.result, ...sides.map(resultText)),
      ...line(TEXT.amounts, ({ amounts }) => amounts.map(amountText)),
      ...line(TEXT.dates, ({ dates }) => dates.map((date) => TEXT.line(date.title, date.display))),
      ...line(TEXT.options, ({ options }) => options.map(optionText)),
      ...line(TEXT.conditions, ({ conditions }) => conditions.map(conditionText)),
      ...line(TEXT.assumed, ({ assumed = [] }) => assumed.map(({ title, display }) => TEXT.line(title, assumedAs(display)))),
      ...line(TEXT.missing, ({ missingFigures }) =>
        missingFigures.map(({ title, date }) => TEXT.missingFigure(title, chineseDate(date))),
      ),
      ...line(TEXT.coverage, ({ coverage }) => coverage.map(runText)),
      ...line(TEXT.readings, ({ readings }) => readings.map(({ question, chosenTitle }) => TEXT.reading(question, chosenTitle))),
      ...line(TEXT.documents, ({ citations }) => [...new Set(citations.map(({ document }) => document))]),
    ]),
    heading(TEXT.answers),
    table([column(TEXT.question, 34), ...sides.map(({ matter }) => column(matter.cityTitle, 33))], answers.map(answerRow)),
  ];
}

const cell = (lines: readonly string[]): string => (lines.length === 0 ? TEXT.none : lines.join("\n"));

function resultText({ evaluation: { decision } }: ComparedSide): string {
  if (decision === null) return TEXT.unanswered;
  const standing = STANDING_WARNINGS[decision.standing];
  return cell([
    OUTCOME_LABELS[natureOf(decision)][decision.outcome],
    decision.headline,
    ...(standing === null ? [] : [standing]),
  ]);
}

function amountText({ title, role, group, fen }: Amount): string {
  const named = group === "" ? title : TEXT.line(group, title);
  const byRole = { due: named, part: TEXT.part(named), information: TEXT.information(named) };
  return TEXT.amount(byRole[role], formatYuan(fen));
}

function conditionText(condition: Condition): string {
  const { title, remedies } = condition;
  switch (standingOfCondition(condition)) {
    case "met":
      return TEXT.met(title);
    case "unknown":
      return TEXT.unknown(title);
    case "failed":
      return TEXT.unmet(
        title,
        remedies.map(({ text }) => text),
      );
  }
}

const optionText = ({ title, amounts, dates }: Option): string =>
  TEXT.option(title, [
    ...amounts.filter(({ role }) => role !== "part").map(amountText),
    ...dates.map((date) => TEXT.line(date.title, date.display)),
  ]);

const runText = ({ from, to, status }: CoverageRun): string => TEXT.run(from, to, COVERAGE_LABELS[status]);

function answerRow({ hereTitle, otherTitle, here, other }: ComparedAnswer) {
  const titles = [...new Set([hereTitle, otherTitle].filter((title) => title !== null))];
  const said = (title: string | null, answer: string | null): string =>
    title === null ? TEXT.notAsked : (answer ?? TEXT.notAnswered);
  return row(titles.join("\n"), said(hereTitle, here), said(otherTitle, other));
}
