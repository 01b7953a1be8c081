/** What Dalian says of contribution years (DL-05, DL-06, DL-07): how many, and up to when service counts as deemed. */
import type { Material } from "../../../../src-shared/domain/decision.ts";
import { conditionsByTable, yearsNames, type TableConditions, type YearsNames } from "../../engine/contribution/years-names.ts";
import type { CutOff } from "../../engine/contribution/years.ts";
import { NONE, type Draft } from "../../engine/draft.ts";
import type { Node, NodeDefinition } from "../../engine/node.ts";
import type { Years as Piece } from "../../generated/dalian/data.ts";

export type YearsWords = Piece &
  Pick<YearsNames, "coverage" | "fault"> & {
    readonly fact: YearsNames["fact"] & { readonly military: NodeDefinition };
    readonly leaf: Readonly<Record<"sex" | "capacity" | "enrolledAs", readonly Node[]>>;
    readonly condition: TableConditions;
    readonly material: { readonly dischargePaper: Material };
  };

/** @param remedy what mends a shortfall; `null` at retirement, where it is always topped up (四(四)) */
export function bindYears(words: YearsWords, remedy: YearsNames["remedy"]) {
  const { table: tables, leaf, reading } = words;
  const years = tables.retirementYears.by("sex");
  const deemed = tables.deemedCutOff.by("capacity");
  const { cumulative, local, fixedAge, earlyAge } = years.out;
  // both tables have one short input, so their outputs are looked up once: a node per value of that input
  const output = (of: number, sex: Node): Node => years.node(years.row1(sex.value), of, [sex]);
  const cutOff = (capacity: Node): Node => deemed.node(deemed.row1(capacity.value), deemed.out.month, [capacity]);
  return {
    years: yearsNames(words, reading.sameMonthTwice, {
      military: { fact: words.fact.military, together: words.step.deemedTogether },
      remedy,
      condition: conditionsByTable(words.condition),
    }),
    /** By sex. */
    required: leaf.sex.map((sex) => ({
      cumulative: output(cumulative, sex),
      local: output(local, sex),
      fixedAge: output(fixedAge, sex),
      earlyAge: output(earlyAge, sex),
    })),
    cutOffs: { now: leaf.capacity.map(cutOff), atEnrolment: leaf.enrolledAs.map(cutOff) },
    forcesProof: reading.militaryMaterials.is.none ? NONE : [words.material.dischargePaper],
  };
}
type Names = Piece & ReturnType<typeof bindYears>;

/** The first month that no longer counts as deemed, by the capacity that the reading names. */
export function cutOffOf(
  { cutOffs, reading: { deemedCapacity } }: Names,
  { capacity, enrolledAs }: { readonly capacity: number; readonly enrolledAs?: number | undefined },
): CutOff {
  const { is, node } = deemedCapacity;
  return {
    month: is.atEnrolment ? cutOffs.atEnrolment[enrolledAs ?? capacity]! : cutOffs.now[capacity]!,
    because: enrolledAs === capacity ? null : node,
  };
}

/** What proves the service in the forces, by the reading that names it. */
export function militaryProof({ forcesProof, reading }: Names, draft: Draft): readonly Material[] {
  draft.remarks.push(reading.militaryMaterials.node);
  return forcesProof;
}
