/** DH-05, who had to pay an old gap. Sources: press (`s3`) and forum (`s3-forum`); the answer is the table `dalian.gap-payer`. */
import { countMonths, EMPTY, monthsUpTo, subtractMonths } from "../../../../src-shared/domain/periods.ts";
import { addAll, addCondition, cover } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts/facts.ts";
import type { Fault } from "../../engine/formula.ts";
import { leaf, told } from "../../engine/node.ts";
import { same } from "../../engine/operations.ts";
import type { Result } from "../../engine/result.ts";
import { define, type Facts, type Words } from "../../generated/dalian/historic-gap-payer.ts";
import { end, inFuture, openMonth, withPast } from "./past-month.ts";

type Names = ReturnType<typeof bind>;
function bind(words: Words) {
  const { conflict, section, notice } = words;
  const table = words.table.gapPayer.by("situation", "household");
  const months = words.table.unitGap.by("month");
  const unitFrom = months.bound("month", months.row1(Infinity), "lowest", "month");
  const general = [conflict.historicOldGap];
  const paidFirst = [...general, conflict.historicGapFirst];
  const answers = {
    unit: { section: section.unit, conflicts: paidFirst, notices: [] },
    unitFrom2004: {
      section: section.unitFrom2004({ "unit-gap.month.lowest": unitFrom }),
      conflicts: general,
      notices: [notice.registered, notice.together],
    },
    individual: { section: section.individual, conflicts: paidFirst, notices: [] },
    optional: { section: section.optional, conflicts: [...general, conflict.historicRuralGap], notices: [] },
    serviceFirst: { section: section.serviceFirst, conflicts: general, notices: [] },
  };
  const payers = Object.keys(answers) as (keyof typeof answers)[];
  return {
    ...withPast(words, words.table.historicPeriods.in.matter.gapPayer, general, [words.next.now]),
    payers: table,
    /** A unit that had left medical insurance out pays from here on. */
    unitFrom,
    /** By the value of the table's output. */
    answers: payers
      .sort((a, b) => table.is.payer[a] - table.is.payer[b])
      .map((payer) => ({ ...answers[payer], headline: words.headline[payer] })),
  };
}

export default define(bind, { check, evaluate });

function check(names: Names, { period, gap }: Facts, asOf: AsOf): readonly Fault[] {
  const future = inFuture(names, period, asOf);
  return future.length === 0 && gap.set!.at(-1)! >= period ? [{ fact: "gap", text: names.fault.notPast }] : future;
}

function evaluate(names: Names, facts: Facts): Result {
  const { payers, unitFrom, step: steps, coverage, headline, leaf: leaves } = names;
  const { draft, within, period } = openMonth(names, facts.period);
  if (!within) return end(names, draft, "refused", headline.outside({ period }));

  const situation = leaves.situation[facts.situation]!;
  const household = facts.household ?? names.option.household.urban;
  // the household is asked only where it decides
  const inputs = facts.household === undefined ? [situation] : [situation, leaves.household[household]!];
  const payer = payers.node(payers.row2(facts.situation, household), payers.out.payer, inputs);
  const gap = facts.gap.set!;
  const gapMonths = leaf(names.fact.gap, facts.gap.count);
  const before = payer.value === payers.is.payer.unitFrom2004 ? monthsUpTo(gap, unitFrom.value - 1) : EMPTY;
  const due = subtractMonths(gap, before);
  const payable =
    before.length > 0
      ? told(steps.payableFrom2004, countMonths(due), [gapMonths, payer, unitFrom])
      : same(steps.payable, gapMonths, payer);
  const said = { payable, "unit-gap.month.lowest": unitFrom };
  const condition = names.condition.payable({ "gap-payer.payer": payer });
  addCondition(draft, condition, due.length > 0, payable, names.remedy.since2004(said), null);
  cover(draft, "gap", coverage.payable, due);
  cover(draft, "not-covered", coverage.notPayable, before);

  const answer = names.answers[payer.value]!;
  draft.sections.push(answer.section);
  addAll(draft.notices, answer.notices);
  draft.conflicts = answer.conflicts;
  if (due.length > 0) return end(names, draft, "guidance", answer.headline(said));
  return end(names, draft, "refused", headline.nothingSince2004(said));
}
