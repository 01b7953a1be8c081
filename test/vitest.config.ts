import react from "@vitejs/plugin-react";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { Kinds } from "./kinds.ts";
import { LongestFirst } from "./setup/order.ts";
import { useQuickFolder } from "./setup/quick-folder.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Folders of tests that need Node alone; each is a kind of its own at the end of a run. */
const FOLDERS = ["unit", "policy", "laws", "packs", "recorded", "store", "layers", "journeys", "attacks", "upgrades", "turned"];

/** What measures the heap: beside all that the files before it have imported, each look at it takes ten times as long. */
const ALONE = ["test/store/verify-memory.test.ts"];

// the programs and threads that tests start from the sources need not be compiled each time
process.env["NODE_COMPILE_CACHE"] ??= join(root, "node_modules/.cache/compiled");

useQuickFolder();

export default defineConfig({
  root,
  test: {
    // two cores at the offices and in CI; the browsers run after the rest
    maxWorkers: 2,
    reporters: [new Kinds(), "default"],
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        root,
        test: {
          name: "main",
          environment: "node",
          include: FOLDERS.map((folder) => `test/${folder}/**/*.test.ts`),
          exclude: ["test/unit/renderer/**", ...ALONE],
          // most of a small file's time would be the import of what the file before it has imported
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // nothing in a test may start Electron's downloader
          env: { ELECTRON_OVERRIDE_DIST_PATH: "/nonexistent" },
          sequence: { groupOrder: 0 },
        },
      },
      {
        root,
        test: { name: "alone", environment: "node", include: ALONE, testTimeout: 60_000, sequence: { groupOrder: 0 } },
      },
      {
        root,
        plugins: [react()],
        test: {
          name: "renderer",
          environment: "happy-dom",
          // a page of its own for each file, in a process that has the libraries already
          pool: "vmThreads",
          include: ["test/unit/renderer/**/*.test.{ts,tsx}"],
          setupFiles: ["test/setup/renderer.ts"],
          testTimeout: 60_000,
          // the names as written: tests look at what is there, not at how it looks
          css: { include: /\.module\.css$/, modules: { classNameStrategy: "non-scoped" } },
          sequence: { groupOrder: 0 },
        },
      },
      {
        root,
        test: {
          name: "fault",
          environment: "node",
          include: ["test/fault/**/*.test.ts"],
          testTimeout: 600_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        root,
        test: {
          name: "drills",
          environment: "node",
          include: ["test/drills/**/*.test.ts"],
          testTimeout: 600_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        root,
        test: {
          name: "e2e",
          environment: "node",
          include: ["test/e2e/**/*.test.ts"],
          // the browser, too, is one for all files that a worker takes
          isolate: false,
          globalSetup: ["test/e2e/global-setup.ts"],
          testTimeout: 180_000,
          hookTimeout: 60_000,
          // a worker waits for its page for a third of the time
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
