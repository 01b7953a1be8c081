/**
 * Tieling, duplicate enrolment (TL-09). Source: notice of 2022-04-01, 四 and 八.
 * Two relations are compared, the one in this city and another one. Which stays is a principle; the person may ask otherwise in writing.
 */
import type { Material } from "../../../../src-shared/domain/decision.ts";
import { addCondition, newDraft, NONE, type Draft } from "../../engine/draft.ts";
import { defineFormula } from "../../engine/formula.ts";
import { leaf, step, type Node } from "../../engine/node.ts";
import type { Result } from "../../engine/result.ts";
import { papers } from "../materials.ts";
import { bindNames, HERE, OTHER, spec, type DuplicateFacts, type Names } from "./names.ts";
import { byTreatment, chooses, comparedBy, CROSS, EMPLOYEE, kindOf, principleOf, RESIDENT, rowOf } from "./principle.ts";

export const duplicate = defineFormula({
  matter: "tieling.duplicate",
  facts: spec,
  bind(bindings) {
    const names = bindNames(bindings);
    return {
      derive(facts) {
        const kind = kindOf(names, facts);
        const known = facts.employeeMonths !== undefined && facts.partTime !== undefined;
        return {
          bothEmployee: kind === EMPLOYEE,
          bothResident: kind === RESIDENT,
          cross: kind === CROSS,
          asksTreatment: known && byTreatment(names, rowOf(names, facts, CROSS)),
          isDuplicate: facts.student !== names.option.entryYear,
          chooses: chooses(facts) === 1,
        };
      },
      check: () => NONE,
      known: () => NONE,
      evaluate: (facts) => evaluate(names, facts),
    };
  },
});

function evaluate(names: Names, facts: DuplicateFacts): Result {
  const { headline, notice, is, leaf: leaves, step: steps } = names;
  const draft = newDraft();
  const kind = step(steps.kind, kindOf(names, facts)!, [
    leaves.hereScheme[facts.hereScheme]!,
    leaves.otherScheme[facts.otherScheme]!,
  ]);
  const time = facts.employeeMonths === undefined ? null : leaf(steps.employeeTime, facts.employeeMonths);
  const answer = names.table.duplicate.node(
    rowOf(names, facts, kind.value),
    names.table.answer,
    comparedBy(names, facts, kind, time),
  );
  draft.remarks.push(answer);
  const result = {
    place: names.place,
    timeLimit: names.timeLimit,
    conditions: draft.conditions,
    amounts: NONE,
    dates: NONE,
    coverage: NONE,
    options: NONE,
    materials: materialsFor(names, facts, kind.value, draft),
    notices: draft.notices,
    sections: facts.otherArea === names.option.elsewhere ? names.sections : NONE,
    conflicts: NONE,
    missing: NONE,
    remarks: draft.remarks,
  };
  if (answer.value === is.noDuplicate) {
    draft.notices.push(notice.subsidyStays);
    return { ...result, sections: NONE, outcome: "guidance", headline: headline.noDuplicate };
  }

  const principle = principleOf(names, facts, answer);
  draft.conditions.push({ definition: names.reasons.get(answer.value)!, met: true, node: principle, remedies: NONE });
  const wishes = facts.wishesOther === 1;
  if (wishes) {
    const applied = facts.applied === 1;
    addCondition(draft, names.condition, applied, leaves.applied[facts.applied!]!, names.remedy, null);
    if (!applied) return { ...result, outcome: "not-yet", headline: headline.applicationFirst };
  }
  const keep = step(steps.keep, wishes ? opposite(principle.value) : principle.value, [
    principle,
    leaves.wishesOther[facts.wishesOther!]!,
  ]);
  const suspend = step(steps.suspend, opposite(keep.value), [keep]);
  draft.remarks.push(suspend);
  addConsequences(names, facts, draft, kind, suspend, time);
  return { ...result, outcome: "granted", headline: wishes ? headline.byApplication : headline.byRule };
}

/** What proves the two relations, and what decides between them. */
function materialsFor(names: Names, facts: DuplicateFacts, kind: number, draft: Draft): readonly Material[] {
  const { material, option } = names;
  const proofs: Material[] = [material.identityCard, material.otherRecord];
  if (kind === EMPLOYEE) proofs.push(material.labourContract);
  else if (kind === CROSS) proofs.push(material.employeeRecord);
  else proofs.push(facts.student === option.noStudent ? material.residence : material.school);
  if (facts.atRecognition === 1) proofs.push(material.recognition);
  return papers(names.materialsRule, facts.wishesOther === 1 ? [material.application] : NONE, proofs, draft);
}

const opposite = (relation: number): number => (relation === HERE ? OTHER : HERE);

/** What the choice means for payments, for the fiscal subsidy and for money paid twice. */
function addConsequences(names: Names, facts: DuplicateFacts, draft: Draft, kind: Node, suspend: Node, time: Node | null): void {
  const { notice, option, subsidy, leaf: leaves } = names;
  if (facts.otherArea === option.elsewhere) draft.notices.push(suspend.value === HERE ? notice.paySuspended : notice.payResumed);
  const scheme = suspend.value === HERE ? leaves.hereScheme[facts.hereScheme]! : leaves.otherScheme[facts.otherScheme]!;
  const area = leaves.otherArea[facts.otherArea]!;
  const inCity = suspend.value === HERE || facts.otherArea !== option.elsewhere;
  const endsHere = step(names.step.endsHere, inCity && scheme.value === option.resident ? 1 : 0, [suspend, scheme, area]);
  const row = subsidy.table.row([endsHere.value, kind.value, time?.value ?? 0]);
  const inputs = time === null ? [endsHere, kind] : [endsHere, kind, time];
  const answer = subsidy.table.node(row, subsidy.answer, inputs);
  draft.remarks.push(answer);
  if (answer.value === subsidy.notCounted) draft.notices.push(notice.subsidyNotCounted);
  if (answer.value === subsidy.notSaid) draft.notices.push(notice.subsidyNotSaid);
  if (endsHere.value === 1) draft.notices.push(notice.refund);
}
