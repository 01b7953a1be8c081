/** How the command line opens an encrypted store. No secret is ever an argument: others see the arguments of a process. */
import { dirname } from "node:path";
import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { accessFor } from "../../access/data-folder.ts";
import { fileKeeper, type KeyKeeper } from "../../store/index.ts";
import { keyFile } from "../places.ts";
import { TEXT } from "./text.ts";

/** The key file of the store's folder, or the one named by `--key-file` or `YIBAO_KEY_FILE`; without a store only a named one. */
export function keepersFor(store: string, chosen: string | undefined): readonly KeyKeeper[] {
  const named = chosen ?? process.env["YIBAO_KEY_FILE"];
  if (store === "" && !named) return [];
  return [fileKeeper(chosen ?? keyFile(dirname(store), process.env), accessFor(dirname(store), process.env))];
}

/** The environment's, or asked for on the terminal without showing it; `undefined` where there is neither. */
export async function secretFrom(variable: string, question: string): Promise<string | undefined> {
  const given = process.env[variable];
  if (given !== undefined && given !== "") return given;
  return process.stdin.isTTY ? await askHidden(question) : undefined;
}

export const recoveryCode = (): Promise<string | undefined> => secretFrom("YIBAO_RECOVERY_CODE", TEXT.askRecoveryCode);

export async function askHidden(question: string): Promise<string> {
  process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await new Promise((resolve) => lines.question("", resolve));
  } finally {
    lines.close();
    process.stderr.write("\n");
  }
}
