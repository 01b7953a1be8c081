/** `counter new-city`: the folders and lists of a city that has no matter yet; `counter new-matter` puts them in. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { EXIT, print, refuseInput, type ExitCode } from "../output.ts";
import { inTheWay, writeAll, type NewFiles } from "./files.ts";
import { SKELETON_TEXT as TEXT } from "./text.ts";

const ID = /^[a-z][a-z0-9]*$/;

const filesOf = (city: string, title: string, version: string): NewFiles => ({
  [`resources/policy/${city}/city.yaml`]: `id: ${city}
title: ${title}
version: ${version}
`,
  [`resources/policy/${city}/elsewhere.yaml`]: `# what people come for and no matter does; national/elsewhere.yaml has what can be said of it
agency: ${title}医保经办机构
elsewhere:
  - { use: out-of-area-care }
  - { use: manual-reimbursement }
  - { use: family-account }
`,
  [`test/policy/${city}/all.cases.ts`]: `/** Every golden case of ${title}, by matter. */
import type { GoldenCase } from "../golden.ts";

export const ${city.toUpperCase()}_CASES: readonly (readonly [matter: string, cases: readonly GoldenCase[]])[] = [];
`,
  [`test/e2e/matters/${city}.ts`]: `/** Every matter of ${title} once. */
import type { CityMatters } from "./matter-case.ts";

export const ${city}: CityMatters = {
  city: "${city}",
  title: "${title}",
  matters: [],
};
`,
  [`test/e2e/matters-${city}.test.ts`]: `import { ${city} } from "./matters/${city}.ts";
import { everyMatterOf } from "./matters/suite.ts";

everyMatterOf(${city});
`,
});

/** @param root of the checkout */
export async function newCity(root: string, city: string, title: string | undefined, today: string): Promise<ExitCode> {
  if (!existsSync(join(root, "src-main/rules"))) return refuseInput("policy", TEXT.noCheckout(root));
  if (!ID.test(city)) return refuseInput("city", TEXT.badCity);
  if (title === undefined) return refuseInput("title", TEXT.noTitle);
  const [year, month] = today.split("-").map(Number);
  const files = filesOf(city, title, `${year}.${month}.1`);
  const there = inTheWay(root, files);
  if (there.length > 0) return refuseInput("city", TEXT.inTheWay(there));
  for (const file of writeAll(root, files)) await print(file);
  await print(TEXT.cityNext(city));
  return EXIT.done;
}
