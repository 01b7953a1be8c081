/**
 * Tieling, duplicate enrolment (TL-09). Source: notice of 2022-04-01, 四 and 八.
 * Two relations are compared, the one in this city and another one. Which stays is a principle; the person may ask otherwise in writing.
 */
import type { Material } from "../../../src-shared/domain/decision.ts";
import { addCondition, finish, newDraft, NONE, type Draft } from "../engine/draft.ts";
import { leaf, told, type Node } from "../engine/node.ts";
import { takenBy } from "../engine/operations.ts";
import type { ConditionDefinition, Result } from "../engine/result.ts";
import { define, type Facts, type SomeFacts, type Words } from "../generated/tieling/duplicate.ts";
import { papers } from "./materials.ts";

type Names = ReturnType<typeof bind>;

const bind = (words: Words) => ({
  ...words,
  table: words.table.duplicate.by("kind", "student", "chooses", "employeeMonths", "partTime"),
  subsidy: words.table.duplicateSubsidy.by("endsHere", "kind", "employeeMonths"),
  kinds: words.table.duplicate.in.kind,
});

export default define(bind, {
  derive(names, facts) {
    const { kinds } = names;
    const kind = kindOf(names, facts);
    const known = facts.employeeMonths !== undefined && facts.partTime !== undefined;
    return {
      bothEmployee: kind === kinds.employee,
      bothResident: kind === kinds.resident,
      cross: kind === kinds.cross,
      asksTreatment: known && byTreatment(names, rowOf(names, facts, kinds.cross)),
      isDuplicate: facts.student !== names.option.student.entryYear,
      chooses: chooses(facts),
    };
  },
  evaluate,
});

const kindOf = ({ kinds, option }: Names, { hereScheme, otherScheme }: SomeFacts): number | undefined => {
  if (hereScheme === undefined || otherScheme === undefined) return undefined;
  if (hereScheme !== otherScheme) return kinds.cross;
  return hereScheme === option.hereScheme.employee ? kinds.employee : kinds.resident;
};

const chooses = ({ monitored, atRecognition }: SomeFacts): boolean => monitored === 1 && atRecognition === 1;

/** The principle, by facts that may still be incomplete. */
const rowOf = ({ table, option }: Names, facts: SomeFacts, kind: number): number =>
  table.row([kind, facts.student ?? option.student.none, chooses(facts) ? 1 : 0, facts.employeeMonths ?? 0, facts.partTime ?? 0]);

/** Whether it depends on which relation gives treatment. */
function byTreatment({ table, reading }: Names, row: number): boolean {
  const answer = table.value(row, table.out.answer);
  const { treatment, longPartTime, notSaid } = table.is.answer;
  if (answer === longPartTime) return reading.partTimeDuplicate.is.partTime;
  return answer === treatment || (answer === notSaid && reading.shortDuplicate.is.treatment);
}

function evaluate(names: Names, facts: Facts): Result {
  const { headline, notice, leaf: leaves, step: steps, table, value, option } = names;
  const { agency } = names.place;
  const { soon } = names.timeLimit;
  const draft = newDraft();
  const kind = told(steps.kind, kindOf(names, facts)!, [
    leaves.hereScheme[facts.hereScheme]!,
    leaves.otherScheme[facts.otherScheme]!,
  ]);
  const time = facts.employeeMonths === undefined ? null : leaf(steps.employeeTime, facts.employeeMonths);
  const answer = table.node(rowOf(names, facts, kind.value), table.out.answer, comparedBy(names, facts, kind, time));
  draft.remarks.push(answer);
  draft.materials = materialsFor(names, facts, kind.value, draft);
  if (answer.value === table.is.answer.noDuplicate) {
    draft.notices.push(notice.subsidyStays);
    return finish(draft, "guidance", headline.noDuplicate, agency, soon);
  }

  if (facts.otherArea === option.otherArea.elsewhere) draft.sections.push(names.section.crossArea);
  const { principle, why } = principleOf(names, facts, answer, time);
  draft.conditions.push({ definition: why, met: true, node: principle, remedies: NONE });
  const wishes = facts.wishesOther === 1;
  if (wishes) {
    const applied = facts.applied === 1;
    addCondition(draft, names.condition.applied, applied, leaves.applied[facts.applied!]!, names.remedy.apply, null);
    if (!applied) return finish(draft, "not-yet", headline.applicationFirst({ principle }), agency, soon);
  }
  const keepsHere = (principle.value === value.principle.here) !== wishes;
  const keep = told(steps.keep, keepsHere ? value.keep.here : value.keep.other, [
    principle,
    leaves.wishesOther[facts.wishesOther!]!,
  ]);
  const suspend = told(steps.suspend, keepsHere ? value.suspend.other : value.suspend.here, [keep]);
  draft.remarks.push(suspend);
  addConsequences(names, facts, draft, kind, suspend, time);
  const says = (wishes ? headline.byApplication : headline.byRule)({ keep, suspend });
  return finish(draft, "granted", says, agency, soon);
}

function comparedBy({ leaf: leaves, step: steps }: Names, facts: Facts, kind: Node, time: Node | null): Node[] {
  const inputs: Node[] = [kind];
  if (facts.student !== undefined) inputs.push(leaves.student[facts.student]!);
  if (facts.monitored !== undefined) {
    const said = [leaves.monitored[facts.monitored]!];
    if (facts.atRecognition !== undefined) said.push(leaves.atRecognition[facts.atRecognition]!);
    inputs.push(told(steps.chosen, chooses(facts) ? 1 : 0, said));
  }
  if (time !== null) inputs.push(time, leaves.partTime[facts.partTime!]!);
  return inputs;
}

interface Principle {
  /** Which relation the rule keeps. */
  readonly principle: Node;
  readonly why: ConditionDefinition;
}

function principleOf(names: Names, facts: Facts, answer: Node, time: Node | null): Principle {
  const { leaf: leaves, step: steps, reading, condition, option, value } = names;
  const is = names.table.is.answer;
  const schemeOf = (scheme: number): number =>
    facts.hereScheme === scheme ? value.principleScheme.here : value.principleScheme.other;
  const schemes = [leaves.hereScheme[facts.hereScheme]!, leaves.otherScheme[facts.otherScheme]!] as const;
  switch (answer.value) {
    case is.workPlace: {
      const workPlace = leaves.workPlace[facts.workPlace!]!;
      return { principle: takenBy(steps.principle, answer, workPlace), why: condition.byWorkPlace({ workPlace }) };
    }
    case is.residence: {
      const residencePlace = leaves.residencePlace[facts.residencePlace!]!;
      const latestPayment = leaves.latestPayment[facts.latestPayment!]!;
      const why = condition.byResidence({ residencePlace, latestPayment });
      if (residencePlace.value === latestPayment.value)
        return { principle: takenBy(steps.principleResidence, answer, residencePlace, latestPayment), why };
      const { is: read, node } = reading.residentDuplicate;
      const place = read.residence ? residencePlace : latestPayment;
      return { principle: told(steps.principleRead, place.value, [answer, residencePlace, latestPayment, node]), why };
    }
    case is.school: {
      const schoolPlace = leaves.schoolPlace[facts.schoolPlace!]!;
      return { principle: takenBy(steps.principle, answer, schoolPlace), why: condition.bySchool({ schoolPlace }) };
    }
    case is.recognitionPlace: {
      const recognitionPlace = leaves.recognitionPlace[facts.recognitionPlace!]!;
      return {
        principle: takenBy(steps.principle, answer, recognitionPlace),
        why: condition.byRecognition({ recognitionPlace }),
      };
    }
    case is.treatment: {
      const treatmentPlace = leaves.treatmentPlace[facts.treatmentPlace!]!;
      return { principle: takenBy(steps.principle, answer, treatmentPlace), why: condition.byTreatment({ treatmentPlace }) };
    }
  }
  const said = { employeeTime: time! };
  if (answer.value === is.employee) {
    const principle = told(steps.principleScheme, schemeOf(option.hereScheme.employee), [answer, ...schemes]);
    return { principle, why: condition.byEmployee(said) };
  }
  const isLong = answer.value === is.longPartTime;
  const by = isLong ? reading.partTimeDuplicate.node : reading.shortDuplicate.node;
  const why = isLong ? condition.byLongPartTime(said) : condition.notSaid(said);
  if (facts.treatmentPlace !== undefined)
    return {
      principle: told(steps.principleRead, facts.treatmentPlace, [answer, leaves.treatmentPlace[facts.treatmentPlace]!, by]),
      why,
    };
  const { employee, resident } = option.hereScheme;
  const scheme = isLong || reading.shortDuplicate.is.employee ? employee : resident;
  return { principle: told(steps.principleRead, schemeOf(scheme), [answer, ...schemes, by]), why };
}

/** What proves the two relations, and what decides between them. */
function materialsFor(
  { material, option, kinds, reading }: Names,
  facts: Facts,
  kind: number,
  draft: Draft,
): readonly Material[] {
  const proofs: Material[] = [material.identityCard, material.otherRecord];
  if (kind === kinds.employee) proofs.push(material.labourContract);
  else if (kind === kinds.cross) proofs.push(material.employeeRecord);
  else proofs.push(facts.student === option.student.none ? material.residenceProof : material.schoolProof);
  if (facts.atRecognition === 1) proofs.push(material.recognitionProof);
  return papers(reading.materials, facts.wishesOther === 1 ? [material.application] : NONE, proofs, draft);
}

/** What the choice means for payments, for the fiscal subsidy and for money paid twice. */
function addConsequences(names: Names, facts: Facts, draft: Draft, kind: Node, suspend: Node, time: Node | null): void {
  const { notice, option, subsidy, leaf: leaves } = names;
  const here = suspend.value === names.value.suspend.here;
  const isElsewhere = facts.otherArea === option.otherArea.elsewhere;
  if (isElsewhere) draft.notices.push(here ? notice.paySuspended : notice.payResumed);
  const scheme = here ? leaves.hereScheme[facts.hereScheme]! : leaves.otherScheme[facts.otherScheme]!;
  const ends = (here || !isElsewhere) && scheme.value === option.hereScheme.resident;
  const endsHere = told(names.step.endsHere, ends ? 1 : 0, [suspend, scheme, leaves.otherArea[facts.otherArea]!]);
  const row = subsidy.row([endsHere.value, kind.value, time?.value ?? 0]);
  const answer = subsidy.node(row, subsidy.out.answer, time === null ? [endsHere, kind] : [endsHere, kind, time]);
  draft.remarks.push(answer);
  if (answer.value === subsidy.is.answer.notCounted) draft.notices.push(notice.subsidyNotCounted);
  if (answer.value === subsidy.is.answer.notSaid) draft.notices.push(notice.subsidyNotSaid);
  if (endsHere.value === 1) draft.notices.push(notice.refund);
}
