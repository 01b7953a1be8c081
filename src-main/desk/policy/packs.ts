/** The policy packs in use: one per city, with the office's own figures and readings, loaded once and after each change. */
import type { MatterSummary } from "../../../src-shared/contract/index.ts";
import type { Logger } from "../../logger.ts";
import {
  cities,
  figureViews,
  matters,
  packSourceText,
  readingViews,
  type FaultyMatter,
  type Pack,
  type PolicyProblem,
} from "../../rules/index.ts";
import type { Act } from "../../store/file/types.ts";
import type { Store } from "../../store/types.ts";
import { loadOfficePack } from "./office-pack.ts";
import { faultyMatterText } from "./text.ts";
import { Refusal } from "../frame/refusal.ts";
import { servedCities } from "./served.ts";

/** The policy that the office works by is broken: nothing can be decided, so the program does not start. */
export class PolicyError extends Error {
  readonly city: string;
  readonly problems: readonly PolicyProblem[];

  constructor(city: string, problems: readonly PolicyProblem[]) {
    super(`policy of ${city}: ${problems.map(({ file, line, message }) => `${file}:${line} ${message}`).join("; ")}`);
    this.name = "PolicyError";
    this.city = city;
    this.problems = problems;
  }
}

/** A matter that has a fault in its data: it cannot be worked with, and every other one can. */
interface Faulty extends FaultyMatter {
  readonly city: string;
}

export interface Packs {
  /** Of the cities whose policy can be read. */
  readonly cityIds: readonly string[];
  of(city: string): Pack;
  all(): readonly Pack[];
  matter(id: string): MatterSummary | undefined;
  /** @throws Refusal `not-found`; of a matter that has a fault it says so */
  ofMatter(id: string): Pack;
  faulty(): readonly Faulty[];
  /** Keeps the pack's source, so that a case decided with it can be replayed. */
  remember(act: Act, pack: Pack): void;
  /** After an office figure or a reading has changed. */
  reload(): void;
}

interface Loaded {
  readonly packs: ReadonlyMap<string, Pack>;
  readonly matters: ReadonlyMap<string, MatterSummary>;
  readonly faulty: readonly Faulty[];
}

/** @throws PolicyError */
export function createPacks(store: Store, policyDirectory: string, logger: Logger): Packs {
  const remembered = new Set<string>();
  let loaded = loadAll();

  function loadAll(): Loaded {
    const packs = new Map<string, Pack>();
    const faulty: Faulty[] = [];
    const broken: PolicyError[] = [];
    for (const city of cities(policyDirectory)) {
      const result = loadOfficePack(store, policyDirectory, city, (entry) => logger.warn(entry, "office policy data set aside"));
      if ("problems" in result) {
        broken.push(new PolicyError(city, result.problems));
        continue;
      }
      packs.set(city, result.pack);
      faulty.push(...result.faulty.map((matter) => ({ ...matter, city })));
    }
    // another city's fault is no reason to stop; without one's own nothing can be done
    const own = broken.find(({ city }) => packs.size === 0 || servedCities({ store }).includes(city));
    if (own !== undefined) throw own;
    for (const { problems } of [...broken, ...faulty]) logger.error({ problems }, "policy data with faults is left out");
    const summaries = [...packs.values()].flatMap((pack) => matters(pack).map((matter) => [matter.id, matter] as const));
    return { packs, matters: new Map(summaries), faulty };
  }

  function of(city: string): Pack {
    const pack = loaded.packs.get(city);
    if (!pack) throw new Refusal("not-found");
    return pack;
  }

  return {
    get cityIds() {
      return [...loaded.packs.keys()];
    },
    of,
    all: () => [...loaded.packs.values()],
    matter: (id) => loaded.matters.get(id),
    ofMatter(id) {
      const faulty = loaded.faulty.find((matter) => matter.id === id);
      if (faulty) throw new Refusal("not-found", { message: faultyMatterText(faulty.title) });
      return of(loaded.matters.get(id)?.city ?? "");
    },
    faulty: () => loaded.faulty,
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
