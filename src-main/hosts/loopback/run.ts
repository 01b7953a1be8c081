/** The app in plain Node, from its first line on the terminal to its end. Ends the process. */
import { randomInt } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { travelTogether } from "../../access/same-stick.ts";
import { accessFor } from "../../access/data-folder.ts";
import { systemClock } from "../../clock.ts";
import type { Desk } from "../../desk/index.ts";
import { faultForLog } from "../../desk/frame/fault-log.ts";
import { fileKeeper, StoreError } from "../../store/index.ts";
import { asksForHelp, readHostArguments, strangeArgument } from "../arguments.ts";
import type { Logger } from "../../logger.ts";
import { driveLister } from "../drives.ts";
import { machineNotes, notesPlace } from "../machine-notes.ts";
import { openDesk, openingProblem, type OpeningOptions } from "../opening.ts";
import { dataFolder, findPlaces, keyFile } from "../places.ts";
import { browserCommand, openBrowser } from "./browser.ts";
import { folderLister } from "./folders.ts";
import { isAddressInUse, startLoopbackServer } from "./server.ts";
import { TERMINAL_TEXT } from "./text.ts";

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Read from the terminal and typed into the page: without what is mistaken for something else. */
const LEGIBLE = "ABCDEFGHJKMNPQRSTVWXYZ23456789";
const newSetupCode = (): string =>
  [0, 1].map(() => Array.from({ length: 4 }, () => LEGIBLE[randomInt(LEGIBLE.length)]!).join("")).join("-");

async function needsSetup(desk: Desk): Promise<boolean> {
  const answer = await desk.call(desk.connect(), "session.status", {});
  return answer.ok && (answer.value as { readonly needsSetup: boolean }).needsSetup;
}

/** `false`: the folder takes no files, and the address is printed instead. */
function writeStartFile(path: string, content: string, logger: Logger): boolean {
  try {
    rmSync(path, { force: true });
    writeFileSync(path, content, { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    logger.warn(faultForLog(error), "no start file");
    return false;
  }
}

/** @param start folder of the program's entry, from which its files are looked for */
export async function runLoopback(start: string, more: Pick<OpeningOptions, "scryptCost" | "setupCode"> = {}): Promise<void> {
  const given = process.argv.slice(2);
  const strange = strangeArgument(given);
  if (strange !== undefined) {
    process.stderr.write(`${TERMINAL_TEXT.strangeArgument(strange)}\n`);
    process.exit(2);
  }
  if (asksForHelp(given)) {
    say(TERMINAL_TEXT.usage);
    process.exit(0);
  }
  const { demo, data, port, openBrowser: mayOpenBrowser } = readHostArguments(given, process.env);
  const places = findPlaces(start);
  const folder = dataFolder(data, demo, process.env);
  const setupCode = more.setupCode ?? newSetupCode();
  const notes = machineNotes(notesPlace(process.env));

  try {
    const access = accessFor(folder, process.env);
    const opened = await openDesk({
      folder,
      access,
      places,
      demo,
      clock: systemClock,
      hostKind: "browser",
      listFolders: folderLister(),
      listDrives: driveLister(),
      keepers: [fileKeeper(keyFile(folder, process.env), access)],
      onPreparingDemo: () => say(TERMINAL_TEXT.preparingDemo),
      onUntold: () => say(TERMINAL_TEXT.untold),
      isAccountsOwn: data === undefined,
      ...(demo ? {} : { setupCode, notes }),
      ...more,
    });
    const problem = opened.problem();
    // the first one has its window and says its address; a second page could only wait for it to end
    if (problem instanceof StoreError && problem.kind === "locked") throw problem;
    const { desk, logger } = opened;
    const server = await startLoopbackServer({
      desk,
      logger,
      elapsed: systemClock.elapsed,
      port,
      rendererDirectory: places.rendererDirectory,
      developmentPage: process.env["ELECTRON_RENDERER_URL"],
    });

    const startFile = join(folder, "start.html");
    const stop = (): void => {
      say(TERMINAL_TEXT.stopping);
      rmSync(startFile, { force: true });
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
    else if (travelTogether(folder, keyFile(folder, process.env))) say(TERMINAL_TEXT.keyTravels(keyFile(folder, process.env)));
    const upgraded = opened.upgraded();
    if (upgraded !== null) say(upgraded);
    if (problem !== null) say(TERMINAL_TEXT.rescue(openingProblem(problem, folder)));
    if (await needsSetup(opened.desk)) {
      if (!demo) for (const { account, day } of notes.others()) say(TERMINAL_TEXT.otherOffice(account, day));
      say(TERMINAL_TEXT.setupCode(setupCode));
    }
    const canOpen = mayOpenBrowser && browserCommand("", process.env) !== undefined;
    if (canOpen && writeStartFile(startFile, server.newStartFile(), logger)) {
      say(TERMINAL_TEXT.opening);
      openBrowser(pathToFileURL(startFile).href, process.env, (error) => {
        logger.warn(faultForLog(error), "no browser opened");
        say(TERMINAL_TEXT.address(server.newAddress()));
      });
    } else {
      say(TERMINAL_TEXT.address(server.newAddress()));
    }
    say(process.stdin.isTTY ? TERMINAL_TEXT.howToRenew : TERMINAL_TEXT.howToRenewByRestart);
    if (process.stdin.isTTY) {
      createInterface({ input: process.stdin }).on("line", () => say(TERMINAL_TEXT.address(server.newAddress())));
    }
  } catch (error) {
    process.stderr.write(`${isAddressInUse(error) ? TERMINAL_TEXT.portTaken(port ?? 0) : openingProblem(error, folder)}\n`);
    process.exit(1);
  }
}
