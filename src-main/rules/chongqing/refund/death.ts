/** What comes back of a year that an individual had paid for and died in; the answers are the table `chongqing.death-refund`. */
import { monthOf, monthOfDate, monthOfYear, yearOfDate, type PackedDate } from "../../../../src-shared/domain/calendar.ts";
import { finish, newDraft, NONE } from "../../engine/draft.ts";
import { leaf, told } from "../../engine/node.ts";
import { takenBy } from "../../engine/operations.ts";
import type { Result } from "../../engine/result.ts";
import type { Words } from "../../generated/chongqing/overlap-refund.ts";
import { asked } from "../papers.ts";
import { premiumOf } from "../premium.ts";

const JANUARY = 1;

export const bindDeath = (words: Words) => {
  const { material, reading, table } = words;
  return {
    premium: premiumOf(words),
    refunds: table.deathRefund.by("month", "tier"),
    ofHeirs: asked(reading.counterMaterials, material.heirCard, material.deathCertificate, material.kinshipProof),
    afterwards: [words.next.statement],
  };
};
type Names = Words & ReturnType<typeof bindDeath>;

export function deathRefund(names: Names, tier: number, died: PackedDate): Result {
  const { refunds: table, step: steps, leaf: leaves, headline, notice, reading } = names;
  const { whole, account } = table.is.answer;
  const draft = newDraft();
  const deathDate = leaf(names.fact.deathDate, died);
  const month = told(steps.deathMonth, monthOfYear(monthOfDate(died)), [deathDate]);
  const found = table.node(table.row2(month.value, tier), table.out.answer, [month, leaves.tier[tier]!]);
  const any = found.value === whole || found.value === account;
  draft.conditions.push({
    definition: names.condition.refundable({ deathDate }),
    met: any,
    node: told(steps.diedInJanuary, any ? 1 : 0, [found]),
    remedies: NONE,
  });
  draft.remarks.push(leaves.reason[names.option.reason.died]!);
  draft.notices.push(notice.old, notice.creditedAfterDeath);
  draft.next = names.afterwards;
  const place = names.place.paid;
  const { notNamed } = names.timeLimit;
  if (!any) return finish(draft, "refused", headline.diedNothing, place, notNamed);
  draft.remarks.push(reading.counterMaterials.node);
  draft.materials = names.ofHeirs;
  if (found.value === account) return finish(draft, "guidance", headline.diedAccount, place, notNamed);
  const year = names.premium.ofYear(tier, monthOf(yearOfDate(died), JANUARY), draft);
  if (year === null) return finish(draft, "figure-missing", headline.diedFigureMissing, place, notNamed);
  const refund = takenBy(steps.deathRefund, found, year);
  draft.amounts.push({ definition: names.amount.deathRefund, role: "due", node: refund });
  return finish(draft, "granted", headline.diedWhole({ deathRefund: refund }), place, notNamed);
}
