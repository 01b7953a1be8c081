/**
 * At the end of a run: how long each kind of check took, and what was left out. A kind is a folder of tests, and each stage that
 * `run.ts` went through before.
 */
import type { Reporter, TestModule, TestSuite } from "vitest/node";

/** The stages before the tests, from `run.ts`: `types after 7.1 s`, in order. */
export const STAGES_BEFORE = "YIBAO_STAGES_BEFORE";

/** `test/unit/renderer` has a browser's environment, and a kind of its own. */
function kindOf(module: TestModule): string {
  if (module.project.name !== "main") return module.project.name;
  return /^test\/([^/]+)\//.exec(module.relativeModuleId)?.[1] ?? "other";
}

/** What a worker spent on a file, in milliseconds. */
function spentOn(module: TestModule): number {
  const { environmentSetupDuration, prepareDuration, collectDuration, setupDuration, duration } = module.diagnostic();
  return environmentSetupDuration + prepareDuration + collectDuration + setupDuration + duration;
}

/** The outermost suites that were left out as a whole, and single tests. Their titles say why. */
function* leftOut(parent: TestModule | TestSuite): Generator<string> {
  for (const child of parent.children) {
    const tests = child.type === "test" ? [child] : [...child.children.allTests()];
    const isLeftOut = tests.every((test) => test.result().state === "skipped");
    if (isLeftOut && tests.length > 0) yield `${child.fullName} (${tests.length})`;
    else if (child.type === "suite") yield* leftOut(child);
  }
}

export class Kinds implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const spent = new Map<string, number>();
    for (const module of modules) spent.set(kindOf(module), (spent.get(kindOf(module)) ?? 0) + spentOn(module));
    const stages = process.env[STAGES_BEFORE] ?? "";
    const kinds = [...spent].map(([kind, milliseconds]) => `${kind} ${(milliseconds / 1000).toFixed(1)} s`);
    const lines = modules.flatMap((module) =>
      [...leftOut(module)].map((name) => `left out: ${module.relativeModuleId} > ${name}`),
    );
    if (stages !== "") lines.push(`before the tests: ${stages}`);
    lines.push(`of each worker's time: ${kinds.join(", ")}`);
    process.stdout.write(`\n${lines.join("\n")}\n`);
  }
}
