/** `counter matters`: every matter with the JSON Schema of its facts. */
import { factsJsonSchema } from "../../../rules/index.ts";
import { EXIT, printJson, refuseInput, tell, type ExitCode } from "../output.ts";
import { loadAll } from "./packs.ts";
import { TEXT } from "../text.ts";

export async function listMatters(policyDirectory: string, city: string | undefined): Promise<ExitCode> {
  const all = loadAll(policyDirectory);
  if (city !== undefined && !all.some((entry) => entry.city === city)) {
    return refuseInput(
      "city",
      TEXT.noCity(
        city,
        all.map((entry) => entry.city),
      ),
    );
  }
  const matters = [];
  for (const { city: id, loaded } of all) {
    if (city !== undefined && city !== id) continue;
    if ("problems" in loaded) {
      tell(`${TEXT.packBroken}: ${JSON.stringify(loaded.problems, null, 2)}`);
      return EXIT.problems;
    }
    for (const matter of loaded.pack.matters.values()) {
      matters.push({ id: matter.id, city: id, title: matter.title, rules: matter.rules, facts: factsJsonSchema(matter) });
    }
  }
  await printJson(matters);
  return EXIT.done;
}
