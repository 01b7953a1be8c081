/**
 * Does one thing to a store and is killed while it does: `node office-child.ts FOLDER MODE`.
 * Says on standard output what it has finished, one line at a time.
 */
import { writeSync } from "node:fs";
import { join } from "node:path";
import { openStore, restoreOffline } from "../../src-main/store/index.ts";
import { act, attach } from "./deeds.ts";
import { threads } from "../../src-main/store/backups/in-thread.ts";
import { clock, keepersIn, openSafe, setUpOnce, stickIn, storeIn, submissionOf, submit, tickingClock } from "./work.ts";

const [, , folder = "", mode = ""] = process.argv;
const say = (line: string): void => void writeSync(1, `${line}\n`);
const path = storeIn(folder);

switch (mode) {
  // a new store, up to its first case
  case "first-run": {
    say("started");
    const store = openStore(path, { clock, keepers: keepersIn(folder) });
    say("opened");
    setUpOnce(store);
    say("set up");
    submit(store, submissionOf(0, 0));
    say("submitted");
    store.close();
    break;
  }
  // opening brings an old, or an unencrypted, store up to date
  case "open": {
    say("started");
    openStore(path, { clock: tickingClock, keepers: keepersIn(folder) }).close();
    break;
  }
  // one attachment after the other
  case "attach": {
    const store = openStore(path, { clock, keepers: keepersIn(folder) });
    setUpOnce(store);
    const round = Number(process.argv[4]);
    const caseId = submit(store, submissionOf(0, 0));
    for (let i = 0; ; i++) {
      // several pages, so that a kill can hit the middle of a file
      const { id } = await attach(store, caseId, round * 100_000 + i, 40_000);
      say(`${id} ${round * 100_000 + i}`);
    }
  }
  // backups into two folders, one after the other, while the counter writes
  case "backup": {
    const { store, safe } = openSafe(folder, threads());
    setUpOnce(store);
    if (safe.backups.status().folders.length < 2) safe.backups.setFolder(act("backup.chooseFolder"), stickIn(folder));
    for (let i = 0; ; i++) {
      submit(store, submissionOf(Number(process.argv[4]), i));
      const { name, holds } = await safe.backups.make(i % 3 === 0 ? "shift" : "timer");
      say(`${name} ${holds!.cases}`);
    }
  }
  // a restore of the oldest backup, then back, again and again
  case "restore": {
    const { store, safe } = openSafe(folder, threads());
    say("started");
    for (;;) {
      await safe.restore.run(act("backup.restore"), safe.backups.list().at(-1)!);
      say(`restored ${store.cases.search({ text: "", state: null, limit: 1, offset: 0 }).total}`);
      await safe.restore.undo(act("backup.undoRestore"));
      say(`undone ${store.cases.search({ text: "", state: null, limit: 1, offset: 0 }).total}`);
    }
  }
  case "restore-offline": {
    const [room, name] = process.argv[4]!.split("/");
    say("started");
    await restoreOffline(
      path,
      join(folder, "backups-kept", room!),
      name!,
      { keepers: keepersIn(folder), recoveryCode: undefined },
      { clock },
    );
    say("restored");
  }
}
say("finished");
