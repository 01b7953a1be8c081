/** Tieling, refunds of the resident scheme (TL-16): only before treatment starts. Source: the notice of 2022-04-01, clause 七(二). */
import type { Material } from "../../../src-shared/domain/decision.ts";
import { addCondition, finish, newDraft, type Draft } from "../engine/draft.ts";
import type { AsOf } from "../engine/facts/facts.ts";
import type { Fault } from "../engine/formula.ts";
import { leaf, type Node } from "../engine/node.ts";
import { asRead } from "../engine/operations.ts";
import type { Result, Template } from "../engine/result.ts";
import { define, type Facts, type Words } from "../generated/tieling/resident-refund.ts";

type Names = ReturnType<typeof bind>;

/** What a death has otherwise goes by the same name. */
const bind = (words: Words) => ({
  ...words,
  toHeirs: { ...words.amount.refundHeirs, id: "refund" },
  ofHeirs: { ...words.material.applicationDied, id: "application" },
});

export default define(bind, { check, evaluate });

function check({ fault }: Names, { causeDate, deathDate }: Facts, asOf: AsOf): readonly Fault[] {
  const faults: Fault[] = [];
  if (causeDate !== undefined && causeDate > asOf.date) faults.push({ fact: "causeDate", text: fault.causeInFuture });
  if (deathDate !== undefined && deathDate > asOf.date) faults.push({ fact: "deathDate", text: fault.diedInFuture });
  return faults;
}

function evaluate(names: Names, facts: Facts, asOf: AsOf): Result {
  const { fact, headline, place, condition, remedy, amount } = names;
  const draft = newDraft();
  const died = facts.reason === names.option.reason.died;
  const day = countedDay(names, facts, asOf);
  const treatmentFrom = leaf(fact.treatmentFrom, facts.treatmentFrom);
  const said = { treatmentFrom };
  const beforeStart = day.value < treatmentFrom.value;
  draft.remarks.push(treatmentFrom);
  const before = died ? { ...condition.diedBeforeStart(said), id: "beforeStart" } : condition.beforeStart(said);
  addCondition(draft, before, beforeStart, day, remedy.inPrincipleNot, null);
  const here = facts.endsHere !== 0;
  if (facts.endsHere !== undefined)
    addCondition(draft, condition.endsHere, here, names.leaf.endsHere[facts.endsHere]!, remedy.applyThere, null);
  if (!beforeStart) draft.notices.push(names.notice.afterStart);
  const where = here ? place.agency : place.there;
  const when = timeLimitOf(names, beforeStart && !died, treatmentFrom);
  if (!beforeStart) return finish(draft, "refused", headline.started(said), where, when);
  // who applies at the wrong place is shown the right one
  if (!here) return finish(draft, "guidance", headline.elsewhere, where, when);
  const ownPaid = leaf(fact.ownPaid, facts.ownPaid);
  draft.amounts.push({ definition: died ? names.toHeirs : amount.refund, role: "due", node: ownPaid });
  draft.materials = materialsFor(names, died, draft);
  return finish(draft, "granted", headline.granted({ ownPaid }), where, when);
}

/** The day of death; otherwise the day of the cause or of the application, as read. */
function countedDay({ fact, step: steps, reading }: Names, facts: Facts, asOf: AsOf): Node {
  if (facts.deathDate !== undefined) return leaf(fact.deathDate, facts.deathDate);
  const { is, node } = reading.residentRefundDay;
  const day = is.cause ? leaf(fact.causeDate, facts.causeDate!) : leaf(steps.applicationDay, asOf.date);
  return asRead(steps.countedDay, day, node);
}

/** Where the day of the cause counts, there is no last day for the application. */
function timeLimitOf({ timeLimit, reading }: Names, counts: boolean, treatmentFrom: Node): Template {
  if (!counts) return timeLimit.none;
  return (reading.residentRefundDay.is.cause ? timeLimit.byCause : timeLimit.beforeStart)({ treatmentFrom });
}

function materialsFor({ material, ofHeirs, reading }: Names, died: boolean, draft: Draft): readonly Material[] {
  const { is, node } = reading.refundMaterials;
  draft.remarks.push(node);
  const application = died ? ofHeirs : material.application;
  if (!is.listed) return [application];
  const { identityCard, deathCertificate, kinship, otherEnrolment } = material;
  return died ? [application, identityCard, deathCertificate, kinship] : [application, identityCard, otherEnrolment];
}
