/** From here on this process imports the rules with a switch at each of their places. */
import { registerHooks } from "node:module";
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { projectRoot } from "../../src-main/launcher/tool.ts";
import { instrument, ruleFiles } from "./code.ts";
import type { CodePlace } from "./turns.ts";

const found: CodePlace[] = [];
const texts = new Map(
  ruleFiles().map((file) => {
    const { text, places } = instrument(file, found.length);
    found.push(...places);
    return [pathToFileURL(join(projectRoot, file)).href, text];
  }),
);

registerHooks({
  load(url, context, next) {
    const source = texts.get(url);
    return source === undefined ? next(url, context) : { format: "module-typescript", source, shortCircuit: true };
  },
});

/** By number. */
export const PLACES: readonly CodePlace[] = found;
