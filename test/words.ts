/** The words of a pack's matter as its formula gets them, for what several matters share: each takes of them what it needs. */
import type { LoadedPack } from "../src-main/rules/engine/pack/pack.ts";
import { wordsOf } from "../src-main/rules/engine/words.ts";

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- named where the words are asked for, instead of a cast there
export function wordsIn<Words>(pack: LoadedPack, matter: string): Words {
  const { file, facts } = pack.matters.get(matter)!;
  return wordsOf(file, facts, pack, new Set()) as Words;
}
