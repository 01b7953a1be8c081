/** What has been handed in against what the decision asks for. */
import { isSamePromise, type MaterialTick, type PromisedMaterial } from "../../../../src-shared/domain/case.ts";
import type { Material } from "../../../../src-shared/domain/decision.ts";

export interface MaterialState {
  readonly material: Material;
  readonly tick: MaterialTick;
  /** Handed in as asked. */
  readonly complete: boolean;
  readonly lacks: "nothing" | "material" | "original" | "count";
  /** To be brought later, on a signed promise. */
  readonly promised: boolean;
}

/** What may be promised, and until when. */
export interface Promising {
  readonly mayFollow: ReadonlySet<string>;
  /** The last day that may be promised, ISO; `null` where it cannot be told. */
  readonly lastOn: string | null;
  /** The same in words. */
  readonly limit: string;
  /** Open promises of the case that is amended, which stay as they are. */
  readonly standing: readonly PromisedMaterial[];
}

/** The open promise that the tick leaves as it is. */
export const standsAs = (
  { standing }: Pick<Promising, "standing">,
  { id, form, count }: Pick<Material, "id" | "form" | "count">,
  promisedOn: string,
): boolean => standing.some((old) => isSamePromise(old, { material: id, title: "", form, count, promisedOn }));

/** Tick of a material nobody has touched yet. */
export const blankTick = (material: Material): MaterialTick => ({
  id: material.id,
  received: false,
  form: material.form,
  count: material.count,
});

const lackOf = (material: Material, tick: MaterialTick): MaterialState["lacks"] => {
  if (!tick.received) return "material";
  // what lies on file was judged when it came in
  if (material.form === "original" && tick.form === "copy" && tick.how !== "on-file") return "original";
  return tick.count < material.count ? "count" : "nothing";
};

export function materialStates(materials: readonly Material[], ticks: readonly MaterialTick[]): MaterialState[] {
  const byId = new Map(ticks.map((tick) => [tick.id, tick]));
  return materials.map((material) => {
    const tick = byId.get(material.id) ?? blankTick(material);
    const lacks = lackOf(material, tick);
    return { material, tick, lacks, complete: lacks === "nothing", promised: !tick.received && tick.how === "promised" };
  });
}

const NOTHING_FOLLOWS: ReadonlySet<string> = new Set();

/** What has to be there now and is not; where promises are taken, what may follow counts as there once it is promised. */
export const missingMust = (
  states: readonly MaterialState[],
  mayFollow: ReadonlySet<string> = NOTHING_FOLLOWS,
): MaterialState[] =>
  states.filter(({ material, complete, promised }) => {
    const follows = mayFollow.has(material.id);
    const needed = material.need === "must" || (material.need === "may-follow" && follows);
    return needed && !complete && !(promised && follows);
  });

export const received = (tick: MaterialTick): MaterialTick => {
  const { promisedOn: _promisedOn, ...kept } = tick;
  return { ...kept, received: true, how: tick.how === undefined || tick.how === "promised" ? "paper" : tick.how };
};

export const notReceived = (tick: MaterialTick): MaterialTick => {
  const { how: _how, promisedOn: _promisedOn, note: _note, ...kept } = tick;
  return { ...kept, received: false };
};

export const promisedFor = (tick: MaterialTick, promisedOn: string): MaterialTick => ({
  ...notReceived(tick),
  how: "promised",
  promisedOn,
});

/** The ticks as they are saved: those of the materials asked for now first, others kept behind for when they are asked again. */
export function withTick(ticks: readonly MaterialTick[], tick: MaterialTick): MaterialTick[] {
  return ticks.some(({ id }) => id === tick.id) ? ticks.map((old) => (old.id === tick.id ? tick : old)) : [...ticks, tick];
}
