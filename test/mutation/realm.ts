/** The tests of the rules with the instrumented rules beneath them, imported into this process, as often as wanted anew. */
import { globSync } from "node:fs";
import { expect } from "vitest";
import { createServer, createServerModuleRunner, type Plugin } from "vite";
import { projectRoot } from "../../src-main/launcher/tool.ts";
import type * as rules from "../../src-main/rules/index.ts";
import type * as shared from "../packs.ts";
import type { Sources } from "./mutants.ts";
import type * as gathering from "./vitest.ts";

/** What holds the rules. */
const TESTS = ["test/{policy,recorded}/**/*.test.ts", "test/unit/{rules,history,domain}/**/*.test.ts"];
/** They build formulas in folders that a file keeps from its first test to its last; here tests are called singly. */
const LEFT_OUT = new Set(["test/unit/rules/formula-hash.test.ts", "test/unit/rules/kept-formulas.test.ts"]);
export const TEST_FILES = globSync(TESTS, { cwd: projectRoot })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => !LEFT_OUT.has(path))
  .sort();

const GATHERING = "/test/mutation/vitest.ts";

export interface Realm {
  readonly tests: readonly gathering.Test[];
  readonly packs: typeof shared.packs;
  readonly sharedPack: typeof shared.sharedPack;
  readonly cities: readonly string[];
}

/** Forgets everything imported before and imports it again, with whatever mutant is switched on. */
export type NewRealm = () => Promise<Realm>;

const instrumentedPlugin = (sources: Sources): Plugin => ({
  name: "instrumented-rules",
  enforce: "pre",
  load: (id) => sources[id.slice(projectRoot.length)] ?? null,
});

export async function openRealms(sources: Sources): Promise<NewRealm> {
  const server = await createServer({
    root: projectRoot,
    configFile: false,
    logLevel: "error",
    server: { middlewareMode: true, watch: null, ws: false },
    optimizeDeps: { noDiscovery: true, include: [] },
    resolve: { alias: [{ find: /^vitest$/, replacement: GATHERING }] },
    plugins: [instrumentedPlugin(sources)],
  });
  const runner = createServerModuleRunner(server.environments.ssr, { hmr: false, sourcemapInterceptor: false });
  return async () => {
    runner.clearCache();
    const { beginFile, tests, useExpect } = await runner.import<typeof gathering>(GATHERING);
    useExpect(expect);
    for (const file of TEST_FILES) {
      beginFile(file);
      await runner.import(`/${file}`);
    }
    const { packs, sharedPack, POLICY_DIRECTORY } = await runner.import<typeof shared>("/test/packs.ts");
    const { cities } = await runner.import<typeof rules>("/src-main/rules/index.ts");
    return { tests, packs, sharedPack, cities: cities(POLICY_DIRECTORY) };
  };
}
