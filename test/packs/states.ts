/** Earlier states of the policy, each with decisions that its own code made: what stores of then hold. */
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import type { Decision } from "../../src-shared/domain/decision.ts";
import type { FactInputs } from "../../src-shared/domain/facts.ts";

export interface KeptCase {
  readonly facts: FactInputs;
  /** It names its pack by its hash. */
  readonly decision: Decision;
}

/** Of one commit. */
export interface KeptState {
  /** As stores hold them, by hash. */
  readonly packs: Readonly<Record<string, string>>;
  readonly cases: readonly KeptCase[];
}

const FOLDER = import.meta.dirname;

/** Commits whose state is kept. */
export const keptCommits = (): readonly string[] => globSync("*.br", { cwd: FOLDER }).map((file) => basename(file, ".br"));

export const keptState = (commit: string): KeptState =>
  JSON.parse(brotliDecompressSync(readFileSync(join(FOLDER, `${commit}.br`))).toString()) as KeptState;

export function keepState(commit: string, state: KeptState): void {
  const raw = Buffer.from(JSON.stringify(state));
  const params = { [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length };
  writeFileSync(join(FOLDER, `${commit}.br`), brotliCompressSync(raw, { params }));
}
