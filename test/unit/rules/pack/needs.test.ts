/** Words that a formula takes for granted and a pack does not have: told by name when the pack is loaded, of each kind, for every matter. */
import { describe, expect, it } from "vitest";
import { needsOf } from "../../../../src-main/rules/engine/pack/needs.ts";
import { loadPackForReplay } from "../../../../src-main/rules/engine/pack/pack.ts";
import type { Words } from "../../../../src-main/rules/engine/words.ts";
import { cities } from "../../../../src-main/rules/index.ts";
import { formulas } from "../../../../src-main/rules/generated/index.ts";
import { POLICY_DIRECTORY } from "../../../packs.ts";
import { packFor } from "../../../policy/golden.ts";
import { wordsIn } from "../../../words.ts";

const kinds = (words: Words) => words as unknown as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
const without = (words: Words, kind: string, name: string): Words => {
  const { [name]: _left, ...others } = kinds(words)[kind]!;
  return { ...words, [kind]: others };
};

describe.each(cities(POLICY_DIRECTORY))("%s", (city) => {
  const pack = packFor(city);

  it("misses every word that is taken from any of its matters", () => {
    for (const [id, { unbound }] of pack.matters) {
      // a mere checklist takes what there is
      if (unbound.facts === undefined) continue;
      const words = wordsIn<Words>(pack, id);
      expect(() => unbound.bind(words)).not.toThrow();
      for (const kind of Object.keys(needsOf(words)))
        for (const [name, word] of Object.entries(kinds(words)[kind]!)) {
          // a question or a step that is no choice has nothing in it to be named
          if (["option", "value"].includes(kind) && Object.keys(word as object).length === 0) continue;
          expect(() => unbound.bind(without(words, kind, name)), `${id} ${kind} ${name}`).toThrow(
            new RegExp(`the formula uses ${kind} "${name}[."]`),
          );
        }
    }
  });
});

describe("a pack of Chongqing that is loaded to replay a case", () => {
  const { source } = packFor("chongqing");
  const MATTER = "chongqing/matters/retirement.yaml";
  const edited = (path: string, from: string, to: string) => {
    const text = source.files[path]!;
    expect(text).toContain(from);
    const { pack, problems } = loadPackForReplay(
      { ...source, files: { ...source.files, [path]: text.replaceAll(from, to) } },
      formulas,
    );
    return { isLoaded: pack!.matters.has("chongqing.retirement"), others: pack!.matters.size, problems };
  };
  const all = packFor("chongqing").matters.size;

  it.each([
    ["headline", "  goOnChosen: ", "  chosenToGoOn: ", 'the formula uses headline "goOnChosen", which is not declared'],
    ["step", "id: bothTwice", "id: twiceInBoth", 'the formula uses step "bothTwice", which is not declared'],
    ["place of a text", "成渝两地合计 {bothMonths}，年限已够", "成渝两地合计 {bothSums}，年限已够", "has the place {bothSums}"],
    ["option of a question", "value: chengdu", "value: sichuan", 'the formula uses option "lastPaidAt.chengdu"'],
    [
      "question",
      "    assume: 0\n    max: 900\n    cite: [cq-deemed.until]\n  - id: service\n",
      "    max: 900\n    cite: [cq-deemed.until]\n  - id: service\n",
      'fact "deemedMonths" is "count?" here but "count" in the formula',
    ],
  ])("and has another %s than the formula", (_kind, from, to, message) => {
    const { isLoaded, others, problems } = edited(MATTER, from, to);
    expect([isLoaded, others]).toEqual([false, all - 1]);
    expect(problems).toEqual([
      { file: MATTER, line: expect.any(Number) as number, message: expect.stringContaining(message) as string, about: "formula" },
    ]);
    expect(problems[0]!.line).toBeGreaterThan(0);
  });
});
