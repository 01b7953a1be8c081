/** Turns that nothing notices and that need not be noticed, each with why. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";

const schema = z.array(
  z.strictObject({
    /** Of all turns below it. */
    why: z.string().min(20),
    file: z.string(),
    /** As the run names them, without line and file: place, what it is turned into. */
    turns: z.array(z.string()).min(1),
  }),
);

/** Why, by name of the turn. */
export function readAccepted(file = join(import.meta.dirname, "accepted.yaml")): ReadonlyMap<string, string> {
  const entries = schema.parse(parse(readFileSync(file, "utf8")) ?? []);
  return new Map(entries.flatMap(({ why, file: of, turns }) => turns.map((turn) => [`${of} ${turn}`, why])));
}
