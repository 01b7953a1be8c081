/** The tests that hold the rules, alone: what the mutants of `src-main/rules` are run against. */
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  test: {
    environment: "node",
    include: ["test/policy/**/*.test.ts", "test/unit/rules/**/*.test.ts", "test/unit/domain/**/*.test.ts"],
    setupFiles: ["test/mutation/setup.ts"],
    // one import of the rules for all files of a run: most of a mutant's time was importing
    isolate: false,
  },
});
