import react from "@vitejs/plugin-react";
import { defineConfig } from "electron-vite";
import { resolve } from "node:path";
import mantine from "postcss-preset-mantine";
import { hashFormulas } from "./src-main/rules/formula-hash.ts";

const root = import.meta.dirname;

/** fflate's Node build declares a `require` of its own, and so does the bundle that it becomes part of. */
const renameRequireOfFflate = {
  name: "rename-require-of-fflate",
  transform: (code: string, id: string): string | null =>
    id.endsWith("fflate/esm/index.mjs")
      ? code
          .replace("var require = createRequire('/');", "var requireHere = createRequire('/');")
          .replace("(_a = require(", "(_a = requireHere(")
      : null,
};

export default defineConfig({
  main: {
    plugins: [renameRequireOfFflate],
    define: { __FORMULA_HASHES__: JSON.stringify(hashFormulas(root)) },
    build: {
      outDir: "out/main",
      // only what package.json lists under dependencies stays outside the bundle (better-sqlite3 has a native part)
      externalizeDeps: true,
      minify: false,
      sourcemap: true,
      rollupOptions: {
        input: {
          electron: resolve(root, "src-main/electron.ts"),
          loopback: resolve(root, "src-main/loopback.ts"),
          // of the one above; beside it because the end-to-end tests run it, too
          "loopback-host": resolve(root, "src-main/hosts/loopback/run.ts"),
          cli: resolve(root, "src-main/cli.ts"),
          "backup-thread": resolve(root, "src-main/store/backups/backup-thread.ts"),
        },
        output: { format: "es", entryFileNames: "[name].js", chunkFileNames: "chunks/[name]-[hash].js" },
      },
    },
  },
  preload: {
    build: {
      outDir: "out/preload",
      // a sandboxed preload is one CommonJS file and cannot load packages
      externalizeDeps: false,
      rollupOptions: {
        input: { preload: resolve(root, "src-main/preload.ts") },
        output: { format: "cjs", entryFileNames: "[name].cjs" },
      },
    },
  },
  renderer: {
    root: resolve(root, "src-renderer"),
    plugins: [react()],
    // lengths in px become rem and grow with the text size that the clerk has chosen; within a function only those in rem()
    css: { modules: { localsConvention: "camelCase" }, postcss: { plugins: [mantine({ autoRem: true })] } },
    build: {
      outDir: resolve(root, "out/renderer"),
      minify: true,
      // an inlined font would be a data: address, which the content security policy refuses
      assetsInlineLimit: 0,
      // read from this machine's disk, so one file is as good as many
      chunkSizeWarningLimit: 4000,
      rollupOptions: { input: resolve(root, "src-renderer/index.html") },
    },
  },
});
