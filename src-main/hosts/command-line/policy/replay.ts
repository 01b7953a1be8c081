/** `counter replay`: every stored version again, with the pack it was decided with and with the current one. */
import { setImmediate } from "node:timers/promises";
import type { Decision } from "../../../../src-shared/domain/decision.ts";
import type { FactInputs } from "../../../../src-shared/domain/facts.ts";
import type { Pack } from "../../../rules/index.ts";
import type { FormulasOf } from "../../../rules/kept-formulas.ts";
import type { StoreReader } from "../../../store/types.ts";
import { EXIT, printJson, refuseInput, tell, type ExitCode } from "../output.ts";
import { loadCity } from "./packs.ts";
import { TEXT } from "../text.ts";
import { currentVerdict, ownPack, ownVerdict, type CurrentVerdict, type OwnPack, type OwnVerdict } from "../verdict.ts";

interface Version {
  readonly caseId: string;
  readonly receiptNumber: string;
  readonly version: number;
  readonly decision: Decision;
  readonly facts: FactInputs;
}

interface Replayed extends Version {
  readonly pack: OwnPack | undefined;
  readonly own: OwnVerdict;
  readonly current: CurrentVerdict;
}

export interface ReplayRequest {
  readonly policyDirectory: string;
  readonly formulasOf: FormulasOf;
  /** Receipt number of the one case that is looked at closely. */
  readonly case?: string | undefined;
  /** Whoever waits may have seen enough: what was found by then is told, and that it is not all. */
  readonly cancel?: AbortSignal;
}

const PROGRESS_EVERY = 500;

/**
 * The own pack with its own formulas must give the same decision bit for bit. Where this program does not have the formulas of
 * then, today's can still give the same in all that the stored form has; otherwise it cannot be told. Against the current pack
 * differences are expected whenever the law moved, and are listed.
 */
export async function replayStore(store: StoreReader, request: ReplayRequest): Promise<ExitCode> {
  if (request.case !== undefined) return replayCase(store, request, request.case);
  const own = { same: 0, different: 0, "formulas-missing": 0, "pack-not-loadable": 0, "pack-missing": 0 };
  const current = { same: 0, different: 0, "matter-gone": 0, "pack-broken": 0 };
  let versions = 0;
  let byTodaysFormulas = 0;
  const differences: object[] = [];
  const cases = store.cases.count({ text: "", state: null });
  tell(TEXT.replayBegins(cases));
  let complete = true;
  for await (const { caseId, receiptNumber, version, ...found } of replayed(store, request, versionsOf(store))) {
    versions++;
    own[found.own.verdict]++;
    current[found.current.verdict]++;
    if (found.own.verdict === "same" && found.own.formulas === "todays") byTodaysFormulas++;
    for (const against of ["own", "current"] as const) {
      const { now: _now, ...verdict } = found[against];
      if (verdict.verdict !== "same") differences.push({ case: caseId, receiptNumber, version, against, ...verdict });
    }
    if (versions % PROGRESS_EVERY === 0) tell(TEXT.replayProgress(versions, cases));
    // signals are heard between two turns
    await setImmediate();
    if (request.cancel?.aborted) {
      complete = false;
      break;
    }
  }
  await printJson({ complete, versions, own: { ...own, byTodaysFormulas }, current, differences });
  if (!complete) tell(TEXT.replayCancelled);
  tell(TEXT.replayed(versions, own));
  return complete ? exitOf(own.different, versions - own.same) : EXIT.cancelled;
}

/** Different is told apart from what cannot be told. */
const exitOf = (different: number, notSame: number): ExitCode =>
  different > 0 ? EXIT.problems : notSame > 0 ? EXIT.untold : EXIT.done;

function* versionsOf(store: StoreReader): Generator<Version> {
  for (const { caseId, payload } of store.cases.versions()) {
    if (payload.kind !== "submitted" && payload.kind !== "amended") continue;
    const { version, receiptNumber, content } = payload;
    if (content.decision !== null) yield { caseId, receiptNumber, version, decision: content.decision, facts: content.facts };
  }
}

async function* replayed(
  store: StoreReader,
  { policyDirectory, formulasOf }: ReplayRequest,
  versions: Iterable<Version>,
): AsyncGenerator<Replayed> {
  const own = new Map<string, OwnPack | undefined>();
  const current = new Map<string, Pack | undefined>();
  for (const version of versions) {
    const { decision } = version;
    const pack = remember(own, decision.pack.hash, () => {
      const row = store.policy.packByHash(decision.pack.hash);
      return row && ownPack(row.source);
    });
    const currentPack = remember(current, decision.city, () => {
      const loaded = loadCity(policyDirectory, decision.city, store);
      return "pack" in loaded ? loaded.pack : undefined;
    });
    yield { ...version, pack, own: await ownVerdict(version, pack, formulasOf), current: currentVerdict(version, currentPack) };
  }
}

function remember<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  if (!map.has(key)) map.set(key, make());
  return map.get(key)!;
}

/** For whoever asks by what law one case was decided: the pack, what it used, the result then and now. */
async function replayCase(store: StoreReader, request: ReplayRequest, receiptNumber: string): Promise<ExitCode> {
  const caseId = store.cases
    .search({ text: receiptNumber, state: null, limit: 200, offset: 0 })
    .rows.find((row) => row.receiptNumber === receiptNumber)?.id;
  if (caseId === undefined) return refuseInput("case", TEXT.notInStore(receiptNumber));
  const versions = [...versionsOf(store)].filter((version) => version.caseId === caseId);
  const sheet: object[] = [];
  let different = 0;
  let notSame = 0;
  for await (const { decision, facts, version, pack, own, current } of replayed(store, request, versions)) {
    if (own.verdict === "different") different++;
    if (own.verdict !== "same") notSame++;
    sheet.push({
      version,
      matter: decision.matter,
      asOf: decision.asOf,
      facts,
      pack: { ...decision.pack, formulaHash: pack?.formulaHash ?? null },
      sources: decision.citations.map(({ document, clause }) => ({ document, clause })),
      figures: decision.steps.flatMap(({ title, display, figure }) =>
        figure === null ? [] : [{ step: title, display, ...figure }],
      ),
      then: resultOf(decision),
      withOwnPack: { ...own, now: own.now && resultOf(own.now) },
      withCurrentPack: { ...current, now: current.now && resultOf(current.now) },
    });
  }
  await printJson({ case: caseId, receiptNumber, versions: sheet });
  return exitOf(different, notSame);
}

const resultOf = ({ outcome, headline, amounts, dates }: Decision): object => ({
  outcome,
  headline,
  amounts: amounts.map(({ title, role, fen }) => ({ title, role, fen })),
  dates: dates.map(({ title, value }) => ({ title, value })),
});
