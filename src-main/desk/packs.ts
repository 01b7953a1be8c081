/** The policy packs in use: one per city, with the office's own figures and readings, loaded once and after each change. */
import type { MatterSummary } from "../../src-shared/contract/index.ts";
import { dayAtCounter } from "./today.ts";
import type { Logger } from "../logger.ts";
import {
  checkOfficeFigure,
  cities,
  figureViews,
  loadPack,
  matters,
  packSourceText,
  readingViews,
  readPackSource,
  type OfficeFigure,
  type Pack,
  type PolicyProblem,
} from "../rules/index.ts";
import type { Act, OfficeFigureRow, Store } from "../store/types.ts";
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
    const figures = store.policy.officeFigures(city);
    const choices = store.policy.readingChoices(city);
    const shipped = load(city, [], {});
    if (figures.length === 0 && choices.length === 0) return shipped;

    // an update may bring the very figure that the office had entered; the published one then counts
    const stillOurs = figures.map(officeFigure).filter((figure) => {
      const problems = checkOfficeFigure(shipped, figure);
      if (problems.length > 0) logger.warn({ city, figure: figure.figure, from: figure.from }, "office figure set aside");
      return problems.length === 0;
    });
    const readings = new Map(readingViews(shipped).map((reading) => [reading.id, reading]));
    const stillKnown = choices.filter((choice) => {
      const known = readings.get(choice.reading)?.options.some((option) => option.id === choice.option) ?? false;
      if (!known) logger.warn({ city, reading: choice.reading }, "office reading set aside");
      return known;
    });
    return load(city, stillOurs, Object.fromEntries(stillKnown.map((choice) => [choice.reading, choice.option])));
  }

  function load(city: string, figures: readonly OfficeFigure[], readingChoices: Readonly<Record<string, string>>): Pack {
    const result = loadPack(readPackSource(policyDirectory, city, { figures, readingChoices }));
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

function officeFigure({ figure, from, to, value, document, note, at }: OfficeFigureRow): OfficeFigure {
  return { figure, from, to, value, document, note, enteredOn: dayAtCounter(at) };
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
