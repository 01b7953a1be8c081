/** The policy packs in use: one per city, with the office's own figures and readings, loaded once and after each change. */
import type { MatterSummary } from "../../src-shared/contract/index.ts";
import type { Logger } from "../logger.ts";
import { cities, figureViews, matters, packSourceText, readingViews, type Pack, type PolicyProblem } from "../rules/index.ts";
import type { Act, Store } from "../store/types.ts";
import { loadOfficePack } from "./office-pack.ts";
import { Refusal } from "./refusal.ts";

/** The policy shipped with the program is broken: nothing can be decided, so the program does not start. */
export class PolicyError extends Error {
  readonly problems: readonly PolicyProblem[];

  constructor(city: string, problems: readonly PolicyProblem[]) {
    super(`policy of ${city}: ${problems.map(({ file, line, message }) => `${file}:${line} ${message}`).join("; ")}`);
    this.name = "PolicyError";
    this.problems = problems;
  }
}

export interface Packs {
  readonly cityIds: readonly string[];
  of(city: string): Pack;
  all(): readonly Pack[];
  matter(id: string): MatterSummary | undefined;
  /** @throws Refusal `not-found` */
  ofMatter(id: string): Pack;
  /** Keeps the pack's source, so that a case decided with it can be replayed. */
  remember(act: Act, pack: Pack): void;
  /** After an office figure or a reading has changed. */
  reload(): void;
}

interface Loaded {
  readonly packs: ReadonlyMap<string, Pack>;
  readonly matters: ReadonlyMap<string, MatterSummary>;
}

/** @throws PolicyError */
export function createPacks(store: Store, policyDirectory: string, logger: Logger): Packs {
  const cityIds = cities(policyDirectory);
  const remembered = new Set<string>();
  let loaded = loadAll();

  function loadAll(): Loaded {
    const packs = new Map(cityIds.map((city) => [city, loadCity(city)]));
    const summaries = [...packs.values()].flatMap((pack) => matters(pack).map((matter) => [matter.id, matter] as const));
    return { packs, matters: new Map(summaries) };
  }

  function loadCity(city: string): Pack {
    const result = loadOfficePack(store, policyDirectory, city, (entry) => logger.warn(entry, "office policy data set aside"));
    if ("problems" in result) throw new PolicyError(city, result.problems);
    return result.pack;
  }

  function of(city: string): Pack {
    const pack = loaded.packs.get(city);
    if (!pack) throw new Refusal("not-found");
    return pack;
  }

  return {
    cityIds,
    of,
    all: () => [...loaded.packs.values()],
    matter: (id) => loaded.matters.get(id),
    ofMatter: (id) => of(loaded.matters.get(id)?.city ?? ""),
    remember(act, pack) {
      if (remembered.has(pack.hash)) return;
      if (!store.policy.packByHash(pack.hash)) {
        const { hash, city, version } = pack;
        store.policy.rememberPack(act, { hash, city, version, source: packSourceText(pack.source) });
      }
      remembered.add(pack.hash);
    },
    reload() {
      loaded = loadAll();
    },
  };
}

/** The city whose policy has this figure. @throws Refusal `not-found` */
export function packOfFigure(packs: Packs, figure: string): Pack {
  const pack = packs.all().find((candidate) => figureViews(candidate).some((view) => view.id === figure));
  if (!pack) throw new Refusal("not-found");
  return pack;
}

/** The city whose policy has this reading. @throws Refusal `not-found` */
export function packOfReading(packs: Packs, reading: string): Pack {
  const pack = packs.all().find((candidate) => readingViews(candidate).some((view) => view.id === reading));
  if (!pack) throw new Refusal("not-found");
  return pack;
}
