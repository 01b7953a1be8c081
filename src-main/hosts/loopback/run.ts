/** The app in plain Node, from its first line on the terminal to its end. Ends the process. */
import { createInterface } from "node:readline";
import { systemClock } from "../../clock.ts";
import { faultForLog } from "../../desk/fault-log.ts";
import { fileKeeper, StoreError } from "../../store/index.ts";
import { readHostArguments } from "../arguments.ts";
import { openDesk, openingProblem, type OpeningOptions } from "../opening.ts";
import { dataFolder, findPlaces, keyFile } from "../places.ts";
import { openBrowser } from "./browser.ts";
import { folderLister } from "./folders.ts";
import { isAddressInUse, startLoopbackServer } from "./server.ts";
import { TERMINAL_TEXT } from "./texts.ts";

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** @param start folder of the program's entry, from which its files are looked for */
export async function runLoopback(start: string, more: Pick<OpeningOptions, "scryptCost"> = {}): Promise<void> {
  const { demo, data, port, openBrowser: mayOpenBrowser } = readHostArguments(process.argv.slice(2), process.env);
  const places = findPlaces(start);
  const folder = dataFolder(data, demo, process.env);

  try {
    const opened = await openDesk({
      folder,
      places,
      demo,
      clock: systemClock,
      hostKind: "browser",
      listFolders: folderLister(),
      keepers: [fileKeeper(keyFile(folder, process.env))],
      onPreparingDemo: () => say(TERMINAL_TEXT.preparingDemo),
      ...more,
    });
    const problem = opened.problem();
    // the first one has its window and says its address; a second page could only wait for it to end
    if (problem instanceof StoreError && problem.kind === "locked") throw problem;
    const { desk, logger } = opened;
    const server = await startLoopbackServer({
      desk,
      logger,
      port,
      rendererDirectory: places.rendererDirectory,
      developmentPage: process.env["ELECTRON_RENDERER_URL"],
    });

    const stop = (): void => {
      say(TERMINAL_TEXT.stopping);
      server
        .close()
        .then(() => opened.close())
        .then(
          () => process.exit(0),
          (error: unknown) => {
            logger.error(faultForLog(error), "could not stop");
            process.exit(1);
          },
        );
    };
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, stop);

    if (demo) say(TERMINAL_TEXT.demo);
    if (problem !== null) say(TERMINAL_TEXT.rescue(openingProblem(problem, folder)));
    const address = server.newAddress();
    say(TERMINAL_TEXT.address(address));
    say(process.stdin.isTTY ? TERMINAL_TEXT.howToRenew : TERMINAL_TEXT.howToRenewByRestart);
    if (process.stdin.isTTY) {
      createInterface({ input: process.stdin }).on("line", () => say(TERMINAL_TEXT.address(server.newAddress())));
    }
    if (mayOpenBrowser) openBrowser(address, process.env, (error) => logger.warn(faultForLog(error), "no browser opened"));
  } catch (error) {
    process.stderr.write(`${isAddressInUse(error) ? TERMINAL_TEXT.portTaken(port ?? 0) : openingProblem(error, folder)}\n`);
    process.exit(1);
  }
}
