/**
 * `npm run dev [-- arguments of the host]`: hot reload in Electron where its binary is present;
 * otherwise electron-vite starts the loopback host under Node in Electron's place.
 */
import { electronBinary } from "./electron-binary.ts";
import { projectRoot, runTool } from "./tool.ts";

const hostArguments = process.argv.slice(2);
const host = electronBinary()
  ? { options: [], env: {} }
  : { options: ["--entry", "out/main/loopback.js"], env: { ELECTRON_EXEC_PATH: process.execPath } };

process.chdir(projectRoot);
const { status } = await runTool("electron-vite", ["dev", "--watch", ...host.options, "--", ...hostArguments], {
  show: true,
  env: host.env,
});
process.exit(status);
