import react from "@vitejs/plugin-react";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));

export default defineConfig({
  root,
  test: {
    // two cores at the offices and in CI; the browsers run after the rest
    maxWorkers: 2,
    projects: [
      {
        root,
        test: {
          name: "main",
          environment: "node",
          include: ["test/{unit,policy,store,layers,journeys}/**/*.test.ts"],
          exclude: ["test/unit/renderer/**"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // nothing in a test may start Electron's downloader
          env: { ELECTRON_OVERRIDE_DIST_PATH: "/nonexistent" },
          sequence: { groupOrder: 0 },
        },
      },
      {
        root,
        plugins: [react()],
        test: {
          name: "renderer",
          environment: "happy-dom",
          include: ["test/unit/renderer/**/*.test.{ts,tsx}"],
          setupFiles: ["test/setup/renderer.ts"],
          testTimeout: 60_000,
          css: false,
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
          name: "e2e",
          environment: "node",
          include: ["test/e2e/**/*.test.ts"],
          globalSetup: ["test/e2e/global-setup.ts"],
          testTimeout: 180_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
