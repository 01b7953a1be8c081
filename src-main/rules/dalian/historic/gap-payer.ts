/** DH-05, who had to pay an old gap. Sources: press (`s3`) and forum (`s3-forum`); the answer is the table `dalian.gap-payer`. */
import { monthOf, type Month } from "../../../../src-shared/domain/calendar.ts";
import type { Notice } from "../../../../src-shared/domain/decision.ts";
import { countMonths, EMPTY, monthsUpTo, subtractMonths } from "../../../../src-shared/domain/periods.ts";
import { addCondition, cover, NONE } from "../../engine/draft.ts";
import type { Facts } from "../../engine/facts.ts";
import { defineFormula, type Bindings } from "../../engine/formula.ts";
import { leaf, step } from "../../engine/node.ts";
import type { Result } from "../../engine/result.ts";
import { bindHistoric } from "./past-month.ts";

/** A unit that had left medical insurance out pays from here on. */
const UNITS_PAY_FROM: Month = monthOf(2004, 1);

const spec = { period: "month", situation: "choice", household: "choice?", gap: "months" } as const;
type GapFacts = Facts<typeof spec>;
type Names = ReturnType<typeof bindNames>;

function bindNames(names: Bindings) {
  const table = names.table("dalian.gap-payer");
  const payer = table.output("payer");
  const general = [names.conflict("dalian.historic-old-gap")];
  const rural = [...general, names.conflict("dalian.historic-rural-gap")];
  const paidFirst = [...general, names.conflict("dalian.historic-gap-first")];
  const answer = (value: string, word: string, conflicts = general, notices: readonly Notice[] = NONE) => ({
    value: table.choice(payer, value),
    headline: names.headline(word),
    section: names.section(word),
    conflicts,
    notices,
  });
  const leftOut = [names.notice("registered"), names.notice("together")];
  const unitFrom2004 = answer("unit-from-2004", "unitFrom2004", general, leftOut);
  const answers = [
    answer("unit", "unit", paidFirst),
    unitFrom2004,
    answer("individual", "individual", paidFirst),
    answer("optional", "optional", rural),
    answer("service-first", "serviceFirst"),
  ];
  return {
    past: bindHistoric(names, "gap-payer", ["dalian.historic-old-gap"], true),
    table,
    payer,
    urban: names.option("household", "urban"),
    leaf: { situation: names.leaves("situation"), household: names.leaves("household") },
    unitFrom2004: unitFrom2004.value,
    /** By the value of the table's output. */
    answers: answers.sort((a, b) => a.value - b.value),
    step: {
      gap: names.fact("gap"),
      payable: names.step("payable"),
      payableFrom2004: names.step("payableFrom2004"),
    },
    condition: names.condition("payable"),
    remedy: names.remedy("since2004"),
    coverage: { payable: names.coverage("payable"), notPayable: names.coverage("notPayable") },
    notPast: [{ fact: "gap", text: names.fault("notPast") }],
    nothingSince2004: names.headline("nothingSince2004"),
    outside: names.headline("outside"),
  };
}

export const historicGapPayer = defineFormula({
  matter: "dalian.historic-gap-payer",
  facts: spec,
  bind(bindings) {
    const names = bindNames(bindings);
    return {
      derive: () => ({}),
      check(facts, asOf) {
        const future = names.past.future(facts.period, asOf);
        const gap = facts.gap.set ?? EMPTY;
        return future.length === 0 && gap[gap.length - 1]! >= facts.period ? names.notPast : future;
      },
      known: () => NONE,
      evaluate: (facts) => evaluate(names, facts),
    };
  },
});

function evaluate(names: Names, facts: GapFacts): Result {
  const { past, table, payer, step: steps, coverage } = names;
  const { draft, within } = past.open(facts.period);
  if (!within) return past.end(draft, { outcome: "refused", headline: names.outside });

  const situation = names.leaf.situation[facts.situation]!;
  const household = facts.household ?? names.urban;
  // the household is asked only where it decides
  const inputs = facts.household === undefined ? [situation] : [situation, names.leaf.household[household]!];
  const found = table.node(table.row2(facts.situation, household), payer, inputs);
  const gap = facts.gap.set ?? EMPTY;
  const gapLeaf = leaf(steps.gap, facts.gap.count);
  const before2004 = found.value === names.unitFrom2004 ? monthsUpTo(gap, UNITS_PAY_FROM - 1) : EMPTY;
  const payable = subtractMonths(gap, before2004);
  const definition = before2004.length > 0 ? steps.payableFrom2004 : steps.payable;
  const months = step(definition, countMonths(payable), [gapLeaf, found]);
  addCondition(draft, names.condition, payable.length > 0, months, names.remedy, null);
  cover(draft, "gap", coverage.payable, payable);
  cover(draft, "not-covered", coverage.notPayable, before2004);

  const { headline, section, conflicts, notices } = names.answers[found.value]!;
  draft.sections.push(section);
  draft.notices.push(...notices);
  if (payable.length > 0) return past.end(draft, { outcome: "guidance", headline, conflicts });
  return past.end(draft, { outcome: "refused", headline: names.nothingSince2004, conflicts });
}
