/**
 * Keeps a state of the policy: `node test/packs/keep.ts COMMIT [--cases OTHER]`, from the root of a checkout with its packages
 * installed. The commit's own code decides some golden cases of each matter, its own or, where it has none, those of another commit.
 * A state is kept once and then stays as it is.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { projectRoot } from "../../src-main/launcher/tool.ts";
import { keepState, keptCommits, type KeptState } from "./states.ts";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { cases: { type: "string" } } });
const [commit] = positionals;
if (commit === undefined || keptCommits().includes(commit))
  throw new Error(`name a commit that is not kept yet (kept: ${keptCommits().join(", ")})`);

const work = mkdtempSync(join(tmpdir(), "counter-packs-"));
const checkouts = [...new Set([commit, values.cases ?? commit])].map((each) => {
  const checkout = join(work, each);
  execFileSync("git", ["worktree", "add", "--quiet", "--detach", checkout, each], { cwd: projectRoot });
  symlinkSync(join(projectRoot, "node_modules"), join(checkout, "node_modules"));
  return checkout;
});
try {
  const answers = join(work, "answers.json");
  execFileSync(process.execPath, [join(import.meta.dirname, "decide.ts"), checkouts[0]!, checkouts.at(-1)!, answers], {
    stdio: "inherit",
  });
  keepState(commit, JSON.parse(readFileSync(answers, "utf8")) as KeptState);
} finally {
  for (const checkout of checkouts) execFileSync("git", ["worktree", "remove", "--force", checkout], { cwd: projectRoot });
  rmSync(work, { recursive: true });
}
