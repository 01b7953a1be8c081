/** What both hosts take from the command line and the environment. */
import { parseArgs } from "node:util";

export interface HostArguments {
  readonly demo: boolean;
  /** Folder of the store; `undefined` = the platform's own place. */
  readonly data: string | undefined;
  /** `undefined` = the usual port, or any free one when that is taken. */
  readonly port: number | undefined;
  readonly openBrowser: boolean;
}

const OPTIONS = {
  demo: { type: "boolean" },
  data: { type: "string" },
  port: { type: "string" },
  "no-open": { type: "boolean" },
  help: { type: "boolean" },
} as const;

const isPort = (port: number): boolean => Number.isInteger(port) && port >= 0 && port <= 65_535;

/**
 * The first argument that the browser edition does not understand: with `--dta DIR` passed over it would open another office's data.
 * The desktop program has Chromium's switches among its own.
 */
export function strangeArgument(argv: readonly string[]): string | undefined {
  const { tokens } = parseArgs({ args: [...argv], strict: false, tokens: true, options: OPTIONS });
  for (const token of tokens) {
    if (token.kind === "option-terminator") continue;
    if (token.kind === "positional") return token.value;
    const { rawName, value = "" } = token;
    const type = Object.hasOwn(OPTIONS, token.name) ? OPTIONS[token.name as keyof typeof OPTIONS].type : undefined;
    if (type === undefined || (type === "string" && (value === "" || value.startsWith("--")))) return rawName;
    if ((type === "boolean" && value !== "") || (token.name === "port" && !isPort(Number(value)))) return `${rawName} ${value}`;
  }
  return undefined;
}

export const asksForHelp = (argv: readonly string[]): boolean => argv.includes("--help");

/** `--demo --data DIR --port N --no-open`, or `YIBAO_DATA` and `YIBAO_PORT`; arguments of others (Chromium's switches) are passed over. */
export function readHostArguments(argv: readonly string[], environment: NodeJS.ProcessEnv): HostArguments {
  const { values } = parseArgs({
    args: [...argv],
    strict: false,
    options: OPTIONS,
  });
  const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);
  const port = Number(text(values["port"]) ?? text(environment["YIBAO_PORT"]) ?? Number.NaN);
  return {
    demo: values["demo"] === true,
    data: text(values["data"]) ?? text(environment["YIBAO_DATA"]),
    port: isPort(port) ? port : undefined,
    openBrowser: values["no-open"] !== true,
  };
}

/** Whoever starts the program with one of these could read and drive its pages from outside. */
const DOORS = /^--(?:remote-debugging-[a-z-]+|remote-allow-origins|inspect(?:-[a-z-]+)?|js-flags|load-extension)(?:=|$)/;

/** The first switch that opens the program to tools of developers; for the installed program, which refuses to start with one. */
export const forbiddenSwitch = (argv: readonly string[]): string | undefined =>
  argv.find((argument) => DOORS.test(argument))?.split("=")[0];
