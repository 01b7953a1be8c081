/** What comes back of a year that an individual had paid for and died in; the answers are the table `chongqing.death-refund`. */
import { monthOf, monthOfDate, monthOfYear, yearOfDate, type PackedDate } from "../../../../src-shared/domain/calendar.ts";
import { newDraft, NONE } from "../../engine/draft.ts";
import type { Bindings } from "../../engine/formula.ts";
import { leaf, step } from "../../engine/node.ts";
import type { Result } from "../../engine/result.ts";
import type { Papers } from "../papers.ts";
import type { bindPremium } from "../premium.ts";

const JANUARY = 1;

export function bindDeath(names: Bindings, premium: ReturnType<typeof bindPremium>, papers: Papers) {
  const table = names.table("chongqing.death-refund");
  const answer = table.output("answer");
  return {
    premium,
    table,
    answer,
    is: { whole: table.choice(answer, "whole"), account: table.choice(answer, "account") },
    tiers: names.leaves("tier"),
    reasons: names.leaves("reason"),
    died: names.option("reason", "died"),
    papers: papers.reading,
    materials: papers.of("heir-card", "death-certificate", "kinship-proof"),
    step: {
      deathDate: names.fact("deathDate"),
      month: names.step("deathMonth"),
      refundable: names.step("diedInJanuary"),
      refund: names.step("deathRefund"),
    },
    condition: names.condition("refundable"),
    amount: names.amount("deathRefund"),
    headline: {
      whole: names.headline("diedWhole"),
      account: names.headline("diedAccount"),
      nothing: names.headline("diedNothing"),
      figureMissing: names.headline("diedFigureMissing"),
    },
    notices: [names.notice("old"), names.notice("creditedAfterDeath")],
    place: names.place("paid"),
    timeLimit: names.timeLimit("notNamed"),
    next: [names.next("statement")],
    diedInFuture: names.fault("diedInFuture"),
  };
}
export type DeathNames = ReturnType<typeof bindDeath>;

export function deathRefund(names: DeathNames, tier: number, deathDate: PackedDate): Result {
  const { table, answer, is, step: steps, headline } = names;
  const draft = newDraft();
  const death = leaf(steps.deathDate, deathDate);
  const month = step(steps.month, monthOfYear(monthOfDate(deathDate)), [death]);
  const found = table.node(table.row2(month.value, tier), answer, [month, names.tiers[tier]!]);
  const whole = found.value === is.whole;
  const any = whole || found.value === is.account;
  draft.conditions.push({
    definition: names.condition,
    met: any,
    node: step(steps.refundable, any ? 1 : 0, [found]),
    remedies: NONE,
  });
  draft.remarks.push(names.reasons[names.died]!);
  if (any) draft.remarks.push(names.papers);
  const year = whole ? names.premium.ofYear(tier, monthOf(yearOfDate(deathDate), JANUARY), draft) : null;
  if (year !== null)
    draft.amounts.push({ definition: names.amount, role: "due", node: step(steps.refund, year.value, [year, found]) });
  const missing = draft.missing.length > 0;
  return {
    outcome: !any ? "refused" : missing ? "figure-missing" : whole ? "granted" : "guidance",
    headline: !any ? headline.nothing : missing ? headline.figureMissing : whole ? headline.whole : headline.account,
    place: names.place,
    timeLimit: names.timeLimit,
    conditions: draft.conditions,
    amounts: draft.amounts,
    dates: NONE,
    coverage: NONE,
    options: NONE,
    materials: any ? names.materials : NONE,
    notices: names.notices,
    sections: NONE,
    next: names.next,
    conflicts: NONE,
    missing: draft.missing,
    remarks: draft.remarks,
  };
}
