/** What has been handed in against what the decision asks for. */
import type { MaterialTick } from "../../../src-shared/domain/case.ts";
import type { Material } from "../../../src-shared/domain/decision.ts";

export interface MaterialState {
  readonly material: Material;
  readonly tick: MaterialTick;
  /** Handed in as asked. */
  readonly complete: boolean;
  readonly lacks: "nothing" | "material" | "original" | "count";
}

/** Tick of a material nobody has touched yet. */
export const blankTick = (material: Material): MaterialTick => ({
  id: material.id,
  received: false,
  form: material.form,
  count: material.count,
});

export function materialStates(materials: readonly Material[], ticks: readonly MaterialTick[]): MaterialState[] {
  const byId = new Map(ticks.map((tick) => [tick.id, tick]));
  return materials.map((material) => {
    const tick = byId.get(material.id) ?? blankTick(material);
    const lacks = !tick.received
      ? "material"
      : material.form === "original" && tick.form === "copy"
        ? "original"
        : tick.count < material.count
          ? "count"
          : "nothing";
    return { material, tick, lacks, complete: lacks === "nothing" };
  });
}

export const missingMust = (states: readonly MaterialState[]): MaterialState[] =>
  states.filter((state) => state.material.need === "must" && !state.complete);

/** The ticks as they are saved: those of the materials asked for now first, others kept behind for when they are asked again. */
export function withTick(ticks: readonly MaterialTick[], tick: MaterialTick): MaterialTick[] {
  return ticks.some(({ id }) => id === tick.id) ? ticks.map((old) => (old.id === tick.id ? tick : old)) : [...ticks, tick];
}
