/** Materials on papers: still to come, handed in, to be brought. */
import type { CaseVersion } from "../../src-shared/domain/case.ts";
import { natureOf, type Decision, type Material } from "../../src-shared/domain/decision.ts";
import { MATERIAL_FORM_LABELS, MATERIAL_NEED_LABELS } from "../../src-shared/text/labels.ts";
import { body, column, heading, row, table, type Block, type PaperTable } from "./document.ts";
import type { References } from "./parts.ts";
import { GUIDANCE_TEXT, MATERIAL_TEXT, RESULT_TEXT } from "./text.ts";

export interface Outstanding {
  readonly material: Material;
  /** How many are still to come. */
  readonly count: number;
  /** Handed in as a copy where the original is needed. */
  readonly givenForm: Material["form"] | null;
}

/** Materials of a decision that have not come in, or not in the form or number needed. */
export function outstandingMaterials(version: CaseVersion, need: Material["need"]): Outstanding[] {
  const ticks = new Map(version.materials.map((tick) => [tick.id, tick]));
  return version.decision.materials
    .filter((material) => material.need === need)
    .flatMap((material): Outstanding[] => {
      const tick = ticks.get(material.id);
      if (!tick?.received) return [{ material, count: material.count, givenForm: null }];
      // an original also serves where a copy is asked for
      if (material.form === "original" && tick.form === "copy") return [{ material, count: material.count, givenForm: "copy" }];
      return tick.count < material.count ? [{ material, count: material.count - tick.count, givenForm: null }] : [];
    });
}

/** Materials still to come, each with the reason and the clause. */
export function outstandingTable(items: readonly Outstanding[], references: References): PaperTable {
  return table(
    [
      column(MATERIAL_TEXT.order, 7, "centre"),
      column(MATERIAL_TEXT.title, 30),
      column(MATERIAL_TEXT.form, 12, "centre"),
      column(MATERIAL_TEXT.count, 9, "centre"),
      column(MATERIAL_TEXT.because, 32),
      column(MATERIAL_TEXT.citation, 10, "centre"),
    ],
    items.map(({ material, count, givenForm }, index) =>
      row(
        String(index + 1),
        material.title,
        givenForm
          ? MATERIAL_TEXT.wrongForm(MATERIAL_FORM_LABELS[material.form], MATERIAL_FORM_LABELS[givenForm])
          : MATERIAL_FORM_LABELS[material.form],
        count < material.count ? MATERIAL_TEXT.missingCount(count) : String(count),
        material.because,
        references.mark(material.citations),
      ),
    ),
  );
}

/** Materials as they were handed in. */
export function receivedTable(version: CaseVersion): PaperTable | null {
  const titles = new Map(version.decision.materials.map((material) => [material.id, material.title]));
  const received = version.materials.filter((tick) => tick.received);
  if (received.length === 0) return null;
  return table(
    [
      column(MATERIAL_TEXT.order, 10, "centre"),
      column(MATERIAL_TEXT.title, 60),
      column(MATERIAL_TEXT.form, 15, "centre"),
      column(MATERIAL_TEXT.count, 15, "centre"),
    ],
    received.map((tick, index) =>
      row(String(index + 1), titles.get(tick.id) ?? tick.id, MATERIAL_FORM_LABELS[tick.form], String(tick.count)),
    ),
  );
}

/** What to bring, or what was brought in the days of the rule. */
export function toBring(decision: Decision, references: References): Block[] {
  const { materials } = decision;
  const nature = natureOf(decision);
  const title = heading(RESULT_TEXT[nature].materials);
  if (materials.length === 0) return [title, body(GUIDANCE_TEXT.noMaterials)];
  return [title, nature === "lookup" ? broughtThen(materials, references) : checklist(materials, references)];
}

/** A list to tick off at home. */
const checklist = (materials: readonly Material[], references: References): Block =>
  table(
    [
      column(MATERIAL_TEXT.tick, 8, "centre"),
      column(MATERIAL_TEXT.title, 28),
      column(MATERIAL_TEXT.form, 10, "centre"),
      column(MATERIAL_TEXT.count, 8, "centre"),
      column(MATERIAL_TEXT.need, 11, "centre"),
      column(MATERIAL_TEXT.because, 25),
      column(MATERIAL_TEXT.citation, 10, "centre"),
    ],
    materials.map((material) =>
      row(
        MATERIAL_TEXT.open,
        material.title,
        MATERIAL_FORM_LABELS[material.form],
        String(material.count),
        MATERIAL_NEED_LABELS[material.need],
        material.because,
        references.mark(material.citations),
      ),
    ),
  );

/** What was asked for in those days: nothing to tick off. */
const broughtThen = (materials: readonly Material[], references: References): Block =>
  table(
    [
      column(MATERIAL_TEXT.title, 38),
      column(MATERIAL_TEXT.form, 12, "centre"),
      column(MATERIAL_TEXT.count, 10, "centre"),
      column(MATERIAL_TEXT.because, 28),
      column(MATERIAL_TEXT.citation, 12, "centre"),
    ],
    materials.map((material) =>
      row(
        material.title,
        MATERIAL_FORM_LABELS[material.form],
        String(material.count),
        material.because,
        references.mark(material.citations),
      ),
    ),
  );
