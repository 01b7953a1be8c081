/** `counter new-matter`: a small matter that loads, decides and is tested, of which every line is to be replaced. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { EXIT, print, refuseInput, type ExitCode } from "../output.ts";
import { inTheWay, intoList, writeAll, type Changes, type NewFiles } from "./files.ts";
import { checklistOf, reckoningOf, type Skeleton } from "./templates.ts";
import { SKELETON_TEXT as TEXT } from "./text.ts";

const ID = /^([a-z][a-z0-9]*)\.([a-z][a-z0-9-]*)$/;
const RULE = /^[A-Z]{2}-\d{2}$/;

const ORDER = "# as the counter lists them: what comes to the window most, first\norder:\n";

export interface NewMatter {
  readonly matter: string;
  readonly title: string | undefined;
  readonly rule: string | undefined;
  /** Nothing is reckoned: no formula. */
  readonly isChecklist: boolean;
  readonly today: string;
}

/** @param root of the checkout */
export async function newMatter(root: string, { matter, title, rule, isChecklist, today }: NewMatter): Promise<ExitCode> {
  if (!existsSync(join(root, "src-main/rules"))) return refuseInput("policy", TEXT.noCheckout(root));
  const [, city, name] = ID.exec(matter) ?? [];
  if (city === undefined || name === undefined) return refuseInput("matter", TEXT.badMatter);
  if (title === undefined) return refuseInput("title", TEXT.noTitle);
  if (rule === undefined || !RULE.test(rule)) return refuseInput("rule", TEXT.badRule);
  const policy = `resources/policy/${city}`;
  if (!existsSync(join(root, policy, "city.yaml"))) return refuseInput("matter", TEXT.noCity(city));

  const skeleton = (isChecklist ? checklistOf : reckoningOf)({ city, name, title, rule, today });
  const files = filesOf(policy, city, name, skeleton);
  const constant = `${name.toUpperCase().replaceAll("-", "_")}_CASES`;
  const changes: Changes = {
    [`${policy}/city.yaml`]: (text) => `${text.trimEnd()}\n${text.includes("\norder:") ? "" : ORDER}  - ${matter}\n`,
    [`test/policy/${city}/all.cases.ts`]: (text) =>
      intoList(text, `  ["${matter}", ${constant}],`).replace(
        'import type { GoldenCase } from "../golden.ts";\n',
        (line) => `${line}import { ${constant} } from "./${name}.cases.ts";\n`,
      ),
    [`test/e2e/matters/${city}.ts`]: (text) => intoList(text, skeleton.endToEnd),
  };
  const there = inTheWay(root, files, changes);
  if (there.length > 0) return refuseInput("matter", TEXT.inTheWay(there));
  for (const file of writeAll(root, files, changes)) await print(file);
  await print(TEXT.matterNext(matter));
  return EXIT.done;
}

const filesOf = (
  policy: string,
  city: string,
  name: string,
  { matter, sources, figures, formula, golden }: Skeleton,
): NewFiles => ({
  [`${policy}/sources/${name}.yaml`]: sources,
  ...(figures === undefined ? {} : { [`${policy}/figures/${name}.yaml`]: figures }),
  [`${policy}/matters/${name}.yaml`]: matter,
  ...(formula === undefined ? {} : { [`src-main/rules/${city}/${name}.ts`]: formula }),
  [`test/policy/${city}/${name}.cases.ts`]: golden,
});
