/** DH-07, a lost or broken card in a past month: any of five places, a new card in a week. Source: press (`s3`). */
import { monthOfDate } from "../../../../src-shared/domain/calendar.ts";
import type { AsOf } from "../../engine/facts/facts.ts";
import type { Fault } from "../../engine/formula.ts";
import { leaf } from "../../engine/node.ts";
import { waitedFrom } from "../../engine/operations.ts";
import type { Result } from "../../engine/result.ts";
import { define, type Facts, type Words } from "../../generated/dalian/historic-card-loss.ts";
import { covers, inFuture, openMonth, withPast } from "./past-month.ts";

type Names = ReturnType<typeof bind>;
const bind = (words: Words) => ({
  ...withPast(words, words.table.historicPeriods.in.matter.cardLoss),
  list: words.checklist("refused"),
  newCard: words.table.newCard.by("period"),
});

export default define(bind, {
  derive: (names, { period, appliedOn }) => ({
    within: period !== undefined && covers(names, period),
    dated: appliedOn !== undefined,
  }),
  check,
  evaluate,
});

function check(names: Names, { period, appliedOn }: Facts, asOf: AsOf): readonly Fault[] {
  const future = inFuture(names, period, asOf);
  if (future.length > 0 || appliedOn === undefined || monthOfDate(appliedOn) === period) return future;
  return [{ fact: "appliedOn", text: names.fault.otherMonth }];
}

function evaluate(names: Names, facts: Facts): Result {
  const { draft, within, period } = openMonth(names, facts.period);
  const { appliedOn } = facts;
  const isIssued = within && facts.insuredInCity === 1 && facts.paper !== names.option.paper.none;
  const { newCard: table } = names;
  const days = table.node(table.row1(0), table.out.days, [period]);
  const newCard =
    isIssued && appliedOn !== undefined
      ? waitedFrom(names.step.newCard, leaf(names.fact.appliedOn, appliedOn), days, true)
      : undefined;
  if (newCard !== undefined) draft.dates.push({ definition: names.date.newCard, node: newCard });
  const said = { period, newCard, "new-card.days": days };
  return names.list.judge(facts, { within, dated: newCard !== undefined }, draft, within ? undefined : "refused", said);
}
