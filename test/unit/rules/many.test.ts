/** What many people get at once is what each would get alone. */
import { describe, expect, it } from "vitest";
import { parseDate } from "../../../src-shared/domain/calendar.ts";
import { isFailed, type Amount, type Decision, type KeyDate } from "../../../src-shared/domain/decision.ts";
import { answerErrors, answering, consult } from "../../../src-main/rules/index.ts";
import { packFor } from "../../policy/golden.ts";
import { GOLDEN } from "../../policy/of-cities.ts";

const termsOf = ({ amounts, dates }: { readonly amounts: readonly Amount[]; readonly dates: readonly KeyDate[] }) => {
  const due: Record<string, number> = {};
  for (const { id, fen } of amounts.filter(({ role }) => role === "due")) due[id] = (due[id] ?? 0) + fen;
  return { due, dates: Object.fromEntries(dates.map(({ id, value }) => [id, value])) };
};

/** The summary as the whole decision tells it. */
const summaryOf = (decision: Decision) => ({
  outcome: decision.outcome,
  ...termsOf(decision),
  failed: decision.conditions.filter(isFailed).map(({ id }) => id),
  ...(decision.options.length > 0 && { ways: Object.fromEntries(decision.options.map((way) => [way.id, termsOf(way)])) }),
  ...(decision.missingFigures.length > 0 && { missing: decision.missingFigures.map(({ figure, date }) => [figure, date]) }),
});

describe.each([...GOLDEN.values()].flat())("%s", (matter, cases) => {
  const all = cases.map(({ officeFigures, readings, facts, asOf }) => {
    const pack = packFor(matter.split(".")[0]!, officeFigures, readings);
    const { decision, summary } = answering(pack, matter, parseDate(asOf)!);
    return { alone: consult(pack, matter, facts, asOf), decision: () => decision(facts), summary: () => summary(facts) };
  });

  it("gives the same decision, byte for byte, whoever was decided before; or the same errors", () => {
    const alone = all.map(({ alone: evaluation }) => evaluation.decision ?? { errors: answerErrors(evaluation) });
    const texts = alone.map((each) => JSON.stringify(each));
    const told = (each: string | object): string => (typeof each === "string" ? each : JSON.stringify(each));
    expect(all.map(({ decision }) => told(decision()))).toEqual(texts);
    const backwards = all.toReversed().map(({ decision }) => told(decision()));
    expect(backwards.toReversed()).toEqual(texts);
  });

  it("is summed up as the decision says", () => {
    expect(all.map(({ summary }) => summary())).toEqual(
      all.map(({ alone }) => (alone.decision === null ? { errors: answerErrors(alone) } : summaryOf(alone.decision))),
    );
  });
});
