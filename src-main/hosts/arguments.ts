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

/** `--demo --data DIR --port N --no-open`, or `YIBAO_DATA` and `YIBAO_PORT`; arguments of others (Chromium's switches) are passed over. */
export function readHostArguments(argv: readonly string[], environment: NodeJS.ProcessEnv): HostArguments {
  const { values } = parseArgs({
    args: [...argv],
    strict: false,
    options: { demo: { type: "boolean" }, data: { type: "string" }, port: { type: "string" }, "no-open": { type: "boolean" } },
  });
  const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);
  const port = Number(text(values["port"]) ?? text(environment["YIBAO_PORT"]) ?? Number.NaN);
  return {
    demo: values["demo"] === true,
    data: text(values["data"]) ?? text(environment["YIBAO_DATA"]),
    port: Number.isInteger(port) && port >= 0 && port <= 65_535 ? port : undefined,
    openBrowser: values["no-open"] !== true,
  };
}

/** Whoever starts the program with one of these could read and drive its pages from outside. */
const DOORS = /^--(?:remote-debugging-[a-z-]+|remote-allow-origins|inspect(?:-[a-z-]+)?|js-flags|load-extension)(?:=|$)/;

/** The first switch that opens the program to tools of developers; for the installed program, which refuses to start with one. */
export const forbiddenSwitch = (argv: readonly string[]): string | undefined =>
  argv.find((argument) => DOORS.test(argument))?.split("=")[0];
