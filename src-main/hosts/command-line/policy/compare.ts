/** `counter compare`: the same answers under two matters, as the window shows them beside each other. */
import type { Move } from "../../../../src-shared/contract/counter.ts";
import type { FactInputs } from "../../../../src-shared/domain/facts.ts";
import { compare, matterOf, matters, type Comparand, type Pack } from "../../../rules/index.ts";
import { parseFacts, readAll } from "./facts-input.ts";
import { EXIT, printJson, refuse, refuseInput, type ExitCode } from "../output.ts";
import { TEXT } from "../text.ts";

export interface CompareRequest {
  readonly here: { readonly pack: Pack; readonly matter: string };
  readonly other: { readonly pack: Pack; readonly matter: string };
  readonly asOf: string;
  /** File name, or `-` for standard input. */
  readonly facts: string;
  /** Answers that hold for the other matter only. */
  readonly otherFacts: string | undefined;
  /** How months paid here count there. */
  readonly move: Move;
}

export async function compareTwo({ here, other, asOf, facts, otherFacts, move }: CompareRequest): Promise<ExitCode> {
  const given: FactInputs[] = [];
  for (const [field, file] of [
    ["facts", facts],
    ["other-facts", otherFacts],
  ] as const) {
    if (file === undefined) continue;
    let json: string;
    try {
      json = await readAll(file);
    } catch (error) {
      return refuseInput(field, TEXT.unreadable(file, (error as Error).message));
    }
    const parsed = parseFacts(json);
    if ("errors" in parsed) return refuse(parsed.errors);
    given.push(parsed.facts);
  }
  await printJson(compare(comparand(here), comparand(other), given[0]!, given[1] ?? {}, asOf, move));
  return EXIT.done;
}

const comparand = ({ pack, matter }: CompareRequest["here"]): Comparand => ({
  pack,
  matter: matterOf(pack, matter),
  summary: matters(pack).find(({ id }) => id === matter)!,
});
