import { describe, expect, test } from "vitest";
import type { FieldError } from "../../../../src-shared/domain/facts.ts";
import { evaluableFacts } from "../../../../src-renderer/counter/questions/answers.ts";
import { finishOf } from "../../../../src-renderer/counter/finish/finish-model.ts";
import {
  cellOf,
  columnTotal,
  errorsByTypedRow,
  filledRows,
  shownRows,
  withAnswer,
  withoutRow,
  withRowAgain,
} from "../../../../src-renderer/counter/list/list-model.ts";
import { readIdentity } from "../../../../src-shared/domain/identity/reading.ts";
import { emptyContent } from "../../../../src-renderer/ui/calls/forms.ts";
import { field, question } from "../samples.ts";

const visits = question({
  id: "visits",
  type: "list",
  title: "就诊",
  fields: [
    field({ id: "on", type: "date", title: "日期" }),
    field({ id: "first", type: "flag", title: "首诊" }),
    field({ id: "cost", type: "money", title: "费用" }),
  ],
});

describe("the rows of a list", () => {
  test("an empty one stands at the end until there are as many as there may be", () => {
    expect(shownRows([], 3)).toEqual([{}]);
    expect(shownRows([{ cost: "1" }], 3)).toEqual([{ cost: "1" }, {}]);
    expect(shownRows([{ cost: "1" }, { cost: " " }], 3)).toHaveLength(2);
    expect(shownRows([{ cost: "1" }, { cost: "2" }], 2)).toHaveLength(2);
  });

  test("an answer makes its row; a row taken out comes back where it was", () => {
    const rows = withAnswer(withAnswer([], 0, "cost", "1"), 1, "cost", "2");
    expect(rows).toEqual([{ cost: "1" }, { cost: "2" }]);
    expect(withoutRow(rows, 0)).toEqual([{ cost: "2" }]);
    expect(withRowAgain(withoutRow(rows, 0), 0, { cost: "1" })).toEqual(rows);
  });

  test("“no” is an answer, an emptied cell is none", () => {
    expect(filledRows({ items: [{ first: false }, { cost: "", on: null }, {}, { cost: "3" }] })).toEqual([0, 3]);
  });

  test("money adds up exactly, what cannot be read is left out", () => {
    expect(columnTotal([{ cost: "0.1" }, { cost: "0.2" }, { cost: "x" }, {}], "cost")).toBe(30);
    expect(columnTotal([{ cost: "x" }], "cost")).toBeUndefined();
  });
});

describe("a list for the rules", () => {
  test("has its dates tidied, its empty rows and cells left out", () => {
    const items = [{}, { on: "20250715", first: false, cost: " 12.5 " }, { on: "", cost: "" }, { cost: "x" }];
    expect(evaluableFacts({ visits: { items } }, [visits], null)).toEqual({
      visits: { items: [{ on: "2025-07-15", first: false, cost: "12.5" }, { cost: "x" }] },
    });
    expect(evaluableFacts({ visits: { items: [{}, { cost: " " }] } }, [visits], null)).toEqual({});
  });

  test("its errors come back to the row as typed", () => {
    const errors: FieldError[] = [
      { fact: "visits.1.cost", code: "type", message: "" },
      { fact: "sum", code: "type", message: "" },
    ];
    const typed = { visits: { items: [{ cost: "1" }, {}, { cost: "x" }] } };
    expect(errorsByTypedRow(errors, typed).map(({ fact }) => fact)).toEqual(["visits.2.cost", "sum"]);
    expect(errorsByTypedRow(errors, { visits: { items: [{ cost: "1" }, { cost: "x" }] } })).toBe(errors);
    expect(cellOf("visits.12.cost")).toEqual({ list: "visits", row: 12, field: "cost" });
    expect(cellOf("visits")).toBeUndefined();
  });

  test("what is wrong in a cell stands in the way of a submission, with its row", () => {
    const evaluation = {
      questions: [visits],
      errors: [{ fact: "visits.1.cost", code: "type" as const, message: "应为金额" }],
      unanswered: [],
      known: [],
      history: null,
      decision: null,
    };
    const finish = finishOf(
      emptyContent("m", "2025-07-15"),
      readIdentity({ identityNumber: "" }, 0),
      evaluation,
      null,
      "2025-07-15",
    );
    expect(finish).toMatchObject({ kind: "incomplete" });
    expect(finish.kind === "incomplete" && finish.problems.at(-1)).toEqual({
      field: "visits.1.cost",
      message: "就诊 第 2 行 费用：应为金额",
    });
  });
});
