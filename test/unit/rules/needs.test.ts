/** Words that a formula takes for granted and a pack does not have: told by name when the pack is loaded, of each kind, for every matter. */
import { describe, expect, it } from "vitest";
import { bindings } from "../../../src-main/rules/engine/matter.ts";
import { demand } from "../../../src-main/rules/engine/needs.ts";
import { loadPackForReplay } from "../../../src-main/rules/engine/pack.ts";
import { cities, type Pack } from "../../../src-main/rules/index.ts";
import { formulas } from "../../../src-main/rules/generated/index.ts";
import { POLICY_DIRECTORY } from "../../packs.ts";
import { packFor } from "../../policy/golden.ts";

type Words = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
const wordsOf = (pack: Pack, matter: string): Words => {
  const { file, facts } = pack.matters.get(matter)!;
  return bindings(file, facts, pack, new Set()).words() as Words;
};
const without = (words: Words, kind: string, name: string): Words => {
  const { [name]: _left, ...others } = words[kind]!;
  return { ...words, [kind]: others };
};

describe.each(cities(POLICY_DIRECTORY))("%s", (city) => {
  const pack = packFor(city);
  const worded = [...pack.matters.values()].filter(({ unbound }) => unbound.needs !== undefined);

  it.skipIf(worded.length === 0)("misses every word that is taken from any of its matters", () => {
    for (const { id, unbound } of worded) {
      const words = wordsOf(pack, id);
      expect(() => demand(unbound.needs!, words)).not.toThrow();
      for (const kind of Object.keys(unbound.needs!))
        for (const [name, word] of Object.entries(words[kind]!)) {
          // a question or a step that is no choice has nothing in it to be named
          if (["option", "value"].includes(kind) && Object.keys(word as object).length === 0) continue;
          expect(() => demand(unbound.needs!, without(words, kind, name)), `${id} ${kind} ${name}`).toThrow(
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
