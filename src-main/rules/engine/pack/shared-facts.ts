/** Questions that several matters ask: written once, in `facts/`, and named by the matters with `use`. */
import type { FactFile, FactUse, MatterFile, WrittenMatter } from "../schema/matter-schema.ts";
import type { PolicyFile } from "./policy-file.ts";
import type { Report } from "./problems.ts";

export const isUse = (entry: FactFile | FactUse): entry is FactUse => "use" in entry;

/** The matter with the shared questions in their places; what it says otherwise of one goes before. */
export function withSharedFacts(
  written: PolicyFile<WrittenMatter>,
  shared: ReadonlyMap<string, FactFile>,
  report: Report,
): PolicyFile<MatterFile> | undefined {
  let sound = true;
  const facts = written.value.facts.flatMap((entry, index): FactFile[] => {
    if (!isUse(entry)) return [entry];
    const { use, ...own } = entry;
    const fact = shared.get(use);
    if (fact !== undefined) {
      const { assume, ...asked } = fact;
      // of a question that the matter insists on nothing is assumed there
      return [{ ...asked, ...(assume === undefined || own.required ? {} : { assume }), ...own }];
    }
    sound = false;
    const message = `matter ${written.value.id}: no shared question "${use}" in any file under facts/`;
    report({ file: written.file, line: written.line(["facts", index, "use"]), message, misses: use });
    return [];
  });
  return sound ? { ...written, value: { ...written.value, facts } } : undefined;
}
