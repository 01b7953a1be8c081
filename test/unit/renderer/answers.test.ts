import { describe, expect, test } from "vitest";
import { evaluableFacts, factsToSubmit } from "../../../src-renderer/counter/questions/answers.ts";
import { readDate, readMonth, tidyDate } from "../../../src-renderer/ui/dates/typed-date.ts";
import { question } from "./samples.ts";

describe("dates and months as typed", () => {
  test.each([
    ["20250715", "2025-07-15"],
    ["2025-7-5", "2025-07-05"],
    ["2025.07.15", "2025-07-15"],
    ["2025年7月15日", "2025-07-15"],
    ["２０２５０７１５", "2025-07-15"],
    ["2025。7。15", "2025-07-15"],
    ["２０２５－０７—15", "2025-07-15"],
    ["\u200B20250715\uFEFF", "2025-07-15"],
    ["20250230", undefined],
    ["2025071", undefined],
    ["", undefined],
  ])("date %s", (typed, read) => {
    expect(readDate(typed)).toBe(read);
  });

  test.each([
    ["202507", "2025-07"],
    ["2025.7", "2025-07"],
    ["2025年7月", "2025-07"],
    ["２０２５。７", "2025-07"],
    ["202513", undefined],
    ["2025", undefined],
  ])("month %s", (typed, read) => {
    expect(readMonth(typed)).toBe(read);
  });

  test("what is no date stays as typed", () => {
    expect(tidyDate(" 2025-02-30 ")).toBe("2025-02-30");
  });
});

describe("the facts that are evaluated", () => {
  const questions = [
    question({ id: "day", type: "date" }),
    question({ id: "month", type: "month" }),
    question({ id: "paid", type: "months" }),
    question({ id: "sum", type: "money" }),
    question({ id: "born", type: "date", fromPerson: true }),
    question({ id: "sex", type: "choice", fromPerson: true }),
  ];

  test("are tidied by type; what is empty is no answer", () => {
    const facts = { day: "20250715", month: "202507", sum: " 8190.50 ", paid: { months: " " }, flag: false };
    expect(evaluableFacts(facts, questions, null)).toEqual({ day: "2025-07-15", month: "2025-07", sum: "8190.50", flag: false });
  });

  test("leave out the period that is still being typed, and only that", () => {
    const complete = { from: "200204", to: "201612" };
    expect(evaluableFacts({ paid: { periods: [complete, { from: "2018", to: "" }] } }, questions, null)).toEqual({
      paid: { periods: [{ from: "2002-04", to: "2016-12" }] },
    });
    expect(evaluableFacts({ paid: { periods: [{ from: "2018", to: "" }] } }, questions, null)).toEqual({});
    // A wrong period above a right one is not being typed any more: the rules must see it and say so.
    expect(evaluableFacts({ paid: { periods: [{ from: "2018", to: "" }, complete] } }, questions, null)).toEqual({
      paid: {
        periods: [
          { from: "2018", to: "" },
          { from: "2002-04", to: "2016-12" },
        ],
      },
    });
  });

  test("take the person's birth date and sex from the identity number, over what was typed before", () => {
    const facts = { born: "1960-01-01", sex: "female" };
    expect(evaluableFacts(facts, questions, { birthDate: "1965-03-04", sex: "male" })).toEqual({
      born: "1965-03-04",
      sex: "male",
    });
  });

  test("go along when their question is hidden, but are not submitted", () => {
    const facts = { day: "2025-07-15", hidden: "kept" };
    expect(evaluableFacts(facts, questions, null)).toEqual(facts);
    expect(factsToSubmit(facts, questions, null)).toEqual({ day: "2025-07-15" });
  });
});
