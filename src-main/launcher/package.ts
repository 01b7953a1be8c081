/** `npm run package [-- --win --x64 …]`: installers of this platform, or of the one named (electron-builder's own options). */
import { runTool } from "./tool.ts";

const build = await runTool("build", [], { show: true });
if (build.status !== 0) process.exit(build.status);
const { status } = await runTool("electron-builder", ["--publish", "never", ...process.argv.slice(2)], { show: true });
process.exit(status);
