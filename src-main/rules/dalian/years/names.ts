/** What Dalian says of contribution years (DL-05, DL-06, DL-07): how many, and up to when service counts as deemed. */
import { bindYears as bindContributionYears, yearsSpec as contributionYears } from "../../engine/contribution/years-names.ts";
import type { CutOff } from "../../engine/contribution/years.ts";
import type { Material } from "../../../../src-shared/domain/decision.ts";
import { NONE, type Draft } from "../../engine/draft.ts";
import type { Bindings } from "../../engine/formula.ts";
import type { Node } from "../../engine/node.ts";

/** The questions about years; a matter that counts them asks these, with the same options. */
export const yearsSpec = { ...contributionYears, military: "months?", enrolledAs: "choice?" } as const;

export type YearsNames = ReturnType<typeof bindYears>;

/** The leaves of the matter's own answers, so that one answer is one step of the explanation. */
export type YearsLeaves = Readonly<Record<"sex" | "capacity" | "enrolledAs", readonly Node[]>>;

interface Capacities {
  readonly capacity: number;
  readonly enrolledAs?: number | undefined;
}

/** @param fails whether a shortfall can fail: at retirement it is always topped up (四(四)) */
export function bindYears(names: Bindings, leaf: YearsLeaves, fails: boolean) {
  const table = names.table("dalian.retirement-years");
  const cutOff = names.table("dalian.deemed-cut-off");
  const deemed = names.reading("dalian.deemed-capacity");
  const byEnrolment = deemed.is("at-enrolment");
  const proof = names.reading("dalian.military-materials");
  const dischargePaper = [names.material("discharge-paper")];
  // both tables have one short input, so their outputs are looked up once: a node per value of that input
  const output = (name: string, sex: Node): Node => table.node(table.row1(sex.value), table.output(name), [sex]);
  const cutOffs = (inputs: readonly Node[]): readonly Node[] =>
    inputs.map((input) => cutOff.node(cutOff.row1(input.value), cutOff.output("month"), [input]));
  const ofCapacity = cutOffs(leaf.capacity);
  const ofEnrolment = cutOffs(leaf.enrolledAs);
  const month = (facts: Capacities): Node =>
    byEnrolment ? ofEnrolment[facts.enrolledAs ?? facts.capacity]! : ofCapacity[facts.capacity]!;
  return {
    ...bindContributionYears(names, {
      sameMonth: names.reading("dalian.same-month-twice"),
      military: true,
      ...(fails ? {} : { madeUp: true }),
    }),
    notice: { serviceTyped: names.notice("serviceTyped") },
    /** What proves the service in the forces, and the reading that names it. */
    militaryProof: { materials: proof.is("discharge-paper") ? dischargePaper : NONE, reading: proof.node },
    /** By sex. */
    required: leaf.sex.map((sex) => ({
      cumulative: output("cumulative", sex),
      local: output("local", sex),
      fixedAge: output("fixed-age", sex),
      earlyAge: output("early-age", sex),
    })),
    /** The first month that no longer counts as deemed, by the capacity that the reading names. */
    cutOff: (facts: Capacities): CutOff => ({
      month: month(facts),
      because: facts.enrolledAs === facts.capacity ? null : deemed.node,
    }),
  };
}

/** What proves the service in the forces, by the reading that names it. */
export function militaryProof({ militaryProof: { materials, reading } }: YearsNames, draft: Draft): readonly Material[] {
  draft.remarks.push(reading);
  return materials;
}
