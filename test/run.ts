/**
 * `npm test`: types, lint and what nothing uses, format, build, then every test; ends at the first stage that fails.
 * Quiet while a stage succeeds, its whole output when it does not. Arguments go to vitest.
 */
import { runTool } from "../src-main/launcher/tool.ts";
import { STAGES_BEFORE } from "./kinds.ts";

interface Stage {
  readonly title: string;
  readonly commands: readonly (readonly [tool: string, ...toolArguments: string[]])[];
}

const STAGES: readonly Stage[] = [
  { title: "types", commands: ["src-shared", "src-main", "src-renderer", "test"].map((folder) => ["tsc", "-p", folder]) },
  { title: "lint", commands: [["lint"], ["unused"]] },
  { title: "format", commands: [["oxfmt", "--check"]] },
  { title: "build", commands: [["build"]] },
];

const took: string[] = [];
for (const { title, commands } of STAGES) {
  const started = performance.now();
  const runs = await Promise.all(commands.map(([tool, ...toolArguments]) => runTool(tool, toolArguments)));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const failed = runs.filter(({ status }) => status !== 0);
  process.stdout.write(`${failed.length === 0 ? "ok  " : "FAIL"} ${title} (${seconds} s)\n`);
  took.push(`${title} ${seconds} s`);
  if (failed.length > 0) {
    for (const { output } of failed) process.stdout.write(output);
    process.exit(1);
  }
}

const { status } = await runTool("vitest", ["run", ...process.argv.slice(2)], {
  show: true,
  env: { [STAGES_BEFORE]: took.join(", ") },
});
process.exit(status);
