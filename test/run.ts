/**
 * `npm test`: types, lint and what nothing uses, format and build, then every test if none of them failed.
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

/** All at once: none needs what another makes, and one alone does not keep two cores busy. */
const started = performance.now();
const stages = STAGES.map(async ({ title, commands }) => {
  const runs = await Promise.all(commands.map(([tool, ...toolArguments]) => runTool(tool, toolArguments)));
  return {
    title,
    failed: runs.filter(({ status }) => status !== 0),
    after: `${((performance.now() - started) / 1000).toFixed(1)} s`,
  };
});

const done = await Promise.all(stages);
for (const { title, failed, after } of done) {
  process.stdout.write(`${failed.length === 0 ? "ok  " : "FAIL"} ${title} (after ${after})\n`);
  for (const { output } of failed) process.stdout.write(output);
}
if (done.some(({ failed }) => failed.length > 0)) process.exit(1);

const { status } = await runTool("vitest", ["run", ...process.argv.slice(2)], {
  show: true,
  env: { [STAGES_BEFORE]: done.map(({ title, after }) => `${title} after ${after}`).join(", ") },
});
process.exit(status);
