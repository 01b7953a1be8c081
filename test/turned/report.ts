/** What became of the turns. */
import type { Verdict } from "./judge.ts";
import { cityOf, KINDS, nameOf, type Turn } from "./turns.ts";

export interface Judged {
  readonly turn: Turn;
  readonly verdict: Verdict;
  /** Why it need not be noticed. */
  readonly why: string | undefined;
}

const FATES = ["unloadable", "otherwise", "words", "accepted", "survived"] as const;
type Fate = (typeof FATES)[number];

export const fateOf = ({ verdict: { status }, why }: Judged): Fate =>
  status === "survived" && why !== undefined ? "accepted" : status;
const countOf = (judged: readonly Judged[], fate: Fate): number => judged.filter((one) => fateOf(one) === fate).length;

export function lineOf({ turn, verdict: { by } }: Judged): string {
  const place = `${turn.file}:${turn.line}`;
  return `${place} ${nameOf(turn).slice(turn.file.length + 1)}${by === "" ? "" : `  (${by})`}`;
}

/** Why the run fails. */
export function faultsOf(
  judged: readonly Judged[],
  accepted: ReadonlyMap<string, string>,
  all: readonly Turn[],
): readonly string[] {
  const names = new Set(all.map(nameOf));
  const noticed = judged.filter(({ verdict: { status }, why }) => status !== "survived" && why !== undefined);
  return [
    ...judged.filter((one) => fateOf(one) === "survived").map((one) => `survived: ${lineOf(one)}`),
    ...noticed.map((one) => `accepted, and noticed after all: ${lineOf(one)}`),
    ...[...accepted.keys()].filter((name) => !names.has(name)).map((name) => `accepted, and not there any more: ${name}`),
  ];
}

/** By city and kind. */
export function table(judged: readonly Judged[]): string {
  const cities = [...new Set(judged.map(({ turn }) => cityOf(turn)))];
  const row = (title: string, of: readonly Judged[]): string =>
    title.padEnd(22) + [of.length, ...FATES.map((fate) => countOf(of, fate))].map((count) => String(count).padStart(11)).join("");
  const rows = cities.flatMap((city) =>
    KINDS.flatMap((kind) => {
      const of = judged.filter(({ turn }) => cityOf(turn) === city && turn.kind === kind);
      return of.length === 0 ? [] : [row(`${city} ${kind}`, of)];
    }),
  );
  const head = "".padEnd(22) + ["turned", ...FATES].map((title) => title.padStart(11)).join("");
  return [head, ...rows, row("all", judged)].join("\n");
}

export function closing(judged: readonly Judged[]): string {
  const [unloadable, otherwise, words, accepted, survived] = FATES.map((fate) => countOf(judged, fate));
  const killed = unloadable! + otherwise! + words!;
  return (
    `${judged.length} turned: ${killed} killed (${unloadable} do not load, ${words} are told by words alone), ` +
    `${accepted} accepted, ${survived} survived`
  );
}
