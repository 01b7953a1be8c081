/** Which of two relations the rule keeps, and by what. */
import type { SomeFacts } from "../../engine/facts.ts";
import { step, type Node } from "../../engine/node.ts";
import { HERE, OTHER, type DuplicateFacts, type Names, type spec } from "./names.ts";

/** Values of the tables' input `kind` and labels of its step. */
export const EMPLOYEE = 0;
export const RESIDENT = 1;
export const CROSS = 2;

export const kindOf = ({ option }: Names, { hereScheme, otherScheme }: SomeFacts<typeof spec>): number | undefined => {
  if (hereScheme === undefined || otherScheme === undefined) return undefined;
  if (hereScheme !== otherScheme) return CROSS;
  return hereScheme === option.employee ? EMPLOYEE : RESIDENT;
};

export const chooses = ({ monitored, atRecognition }: SomeFacts<typeof spec>): number =>
  monitored === 1 && atRecognition === 1 ? 1 : 0;

/** The principle, by facts that may still be incomplete. */
export const rowOf = ({ table }: Names, facts: SomeFacts<typeof spec>, kind: number): number =>
  table.duplicate.row([kind, facts.student ?? 0, chooses(facts), facts.employeeMonths ?? 0, facts.partTime ?? 0]);

/** Whether it depends on which relation gives treatment. */
export function byTreatment({ is, reading, table }: Names, row: number): boolean {
  switch (table.duplicate.value(row, table.answer)) {
    case is.treatment:
      return true;
    case is.longPartTime:
      return !reading.oneYearFirst;
    case is.workPlace:
    case is.residence:
    case is.school:
    case is.recognitionPlace:
    case is.noDuplicate:
    case is.employee:
      return false;
    default:
      return reading.shortByTreatment;
  }
}

export function comparedBy({ leaf: leaves, step: steps }: Names, facts: DuplicateFacts, kind: Node, time: Node | null): Node[] {
  const inputs: Node[] = [kind];
  if (facts.student !== undefined) inputs.push(leaves.student[facts.student]!);
  if (facts.monitored !== undefined) {
    const said = [leaves.monitored[facts.monitored]!];
    if (facts.atRecognition !== undefined) said.push(leaves.atRecognition[facts.atRecognition]!);
    inputs.push(step(steps.chosen, chooses(facts), said));
  }
  if (time !== null) inputs.push(time, leaves.partTime[facts.partTime!]!);
  return inputs;
}

/** Which relation the rule keeps. */
export function principleOf(names: Names, facts: DuplicateFacts, answer: Node): Node {
  const { is, leaf: leaves, step: steps, reading } = names;
  const plain = (said: Node): Node => step(steps.principle, said.value, [answer, said]);
  const schemeOf = (scheme: number): number => (facts.hereScheme === scheme ? HERE : OTHER);
  const read = (value: number, said: readonly Node[], by: Node): Node => step(steps.principleRead, value, [answer, ...said, by]);
  const schemes = [leaves.hereScheme[facts.hereScheme]!, leaves.otherScheme[facts.otherScheme]!];
  switch (answer.value) {
    case is.workPlace:
      return plain(leaves.workPlace[facts.workPlace!]!);
    case is.residence: {
      const residence = leaves.residencePlace[facts.residencePlace!]!;
      const latest = leaves.latestPayment[facts.latestPayment!]!;
      if (residence.value === latest.value) return step(steps.principleResidence, residence.value, [answer, residence, latest]);
      return read(reading.residenceFirst ? residence.value : latest.value, [residence, latest], reading.resident);
    }
    case is.school:
      return plain(leaves.schoolPlace[facts.schoolPlace!]!);
    case is.recognitionPlace:
      return plain(leaves.recognitionPlace[facts.recognitionPlace!]!);
    case is.employee:
      return step(steps.principleScheme, schemeOf(names.option.employee), [answer, ...schemes]);
    case is.longPartTime:
      return reading.oneYearFirst
        ? read(schemeOf(names.option.employee), schemes, reading.partTime)
        : read(facts.treatmentPlace!, [leaves.treatmentPlace[facts.treatmentPlace!]!], reading.partTime);
    case is.treatment:
      return plain(leaves.treatmentPlace[facts.treatmentPlace!]!);
    default:
      return reading.shortByTreatment
        ? read(facts.treatmentPlace!, [leaves.treatmentPlace[facts.treatmentPlace!]!], reading.short)
        : read(schemeOf(reading.shortEmployee ? names.option.employee : names.option.resident), schemes, reading.short);
  }
}
