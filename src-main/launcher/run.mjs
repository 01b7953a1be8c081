/**
 * The one file that the host's Node runs (any version from 20 on); everything else runs under the pinned Node,
 * which npm installs as a package of this platform.
 *
 *   node src-main/launcher/run.mjs <command> [arguments]
 *
 * A command is one of the list below, or the name of an installed tool.
 */
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Our own commands: a script run from source, with its first arguments and environment. */
const COMMANDS = {
  start: { script: "src-main/launcher/start.ts" },
  dev: { script: "src-main/launcher/dev.ts" },
  counter: { script: "src-main/cli.ts" },
  package: { script: "src-main/launcher/package.ts" },
  test: { script: "test/run.ts" },
  bench: { script: "test/bench/run.ts" },
  "test:fault": { tool: "vitest", first: ["run", "--project", "fault"], env: { FAULT_ROUNDS: "200" } },
  "test:drills": { tool: "vitest", first: ["run", "--project", "drills"], env: { DRILL_DAYS: "42" } },
  "test:journeys": { script: "test/journeys/run.ts" },
  "test:mutation": { script: "test/mutation/run.ts" },
  "test:turned": { script: "test/turned/run.ts" },
  "record-decisions": { script: "test/recorded/record.ts" },
  screenshots: { tool: "vitest", first: ["run", "--project", "e2e"], env: { SCREENSHOTS: "1" } },
  build: { tool: "electron-vite", first: ["build"] },
  "keep-formulas": { script: "src-main/launcher/keep-formulas.ts" },
  "generate-words": { script: "src-main/launcher/generate-words.ts" },
  icons: { script: "resources/icons/make-icons.ts" },
  lint: { tool: "oxlint", first: ["--type-aware", "--deny-warnings"] },
  unused: { tool: "knip", first: ["--treat-config-hints-as-errors"] },
  format: { tool: "oxfmt" },
};

/** Tools whose name is not their package's, or that need our configuration file. */
const PACKAGE_OF_TOOL = { tsc: "typescript", "install-electron": "electron" };
const FIRST_OF_TOOL = { vitest: ["--config", "test/vitest.config.ts"] };

/** @returns {{ node: string, flags: string[] } | undefined} */
function findNode() {
  const executable = process.platform === "win32" ? "node.exe" : "node";
  const platform = process.platform === "win32" ? "win" : process.platform;
  const pinned = join(root, "node_modules", `node-${platform}-${process.arch}`, "bin", executable);
  if (existsSync(pinned)) return { node: pinned, flags: [] };
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 22 || (major === 22 && minor < 12)) return undefined;
  // before 22.18 the sources' types are stripped only on request
  const flags = major === 22 && minor < 18 ? ["--experimental-strip-types", "--disable-warning=ExperimentalWarning"] : [];
  return { node: process.execPath, flags };
}

/** @returns {string | undefined} the tool's script, from its package's own `bin` */
function findTool(name) {
  const folder = join(root, "node_modules", PACKAGE_OF_TOOL[name] ?? name);
  const description = join(folder, "package.json");
  if (!existsSync(description)) return undefined;
  const { bin } = JSON.parse(readFileSync(description, "utf8"));
  const path = typeof bin === "string" ? bin : bin?.[name];
  return path && join(folder, path);
}

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

const [name = "start", ...rest] = process.argv.slice(2);
const command = COMMANDS[name] ?? { tool: name };

if (!existsSync(join(root, "node_modules"))) fail("尚未安装依赖，请先在项目目录运行：npm ci");
const found = findNode();
if (!found) {
  fail(
    `需要 Node.js 22.12 或更高版本：当前为 ${process.versions.node}，且没有找到随项目安装的 Node.js（${process.platform}-${process.arch}）。` +
      "请重新运行 npm ci（不要加 --omit=optional），或升级 Node.js。",
  );
}
const script = command.script ? join(root, command.script) : findTool(command.tool);
if (!script || !existsSync(script))
  fail(`没有“${name}”这个命令，也没有安装同名工具。可用命令：${Object.keys(COMMANDS).join("、")}`);

const pathName = Object.keys(process.env).find((key) => key.toUpperCase() === "PATH") ?? "PATH";
const toolArguments = command.tool ? [...(command.first ?? []), ...(FIRST_OF_TOOL[command.tool] ?? [])] : [];
const child = spawn(found.node, [...found.flags, script, ...toolArguments, ...rest], {
  stdio: "inherit",
  env: {
    ...process.env,
    ...command.env,
    [pathName]: [dirname(found.node), join(root, "node_modules", ".bin"), process.env[pathName] ?? ""].join(delimiter),
  },
});

// a terminal sends Ctrl+C to the whole group itself; passing it on again would count as a second one
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];
for (const signal of SIGNALS) {
  process.on(signal, () => {
    if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
  });
}
child.on("error", (error) => fail(`无法启动 ${found.node}：${error.message}`));
child.on("exit", (status, signal) => {
  if (signal === null) process.exit(status ?? 1);
  for (const passedOn of SIGNALS) process.removeAllListeners(passedOn);
  process.kill(process.pid, signal);
});
