/** `counter check`: everything that is kept, read and compared: the store, its papers and attachments, every backup. */
import { systemClock } from "../../../clock.ts";
import { checkBeside, type CheckStep, type KeyKeeper } from "../../../store/index.ts";
import { EXIT, printJson, tell, type ExitCode } from "../output.ts";
import { withKeys } from "../store-access.ts";
import { SAFETY_TEXT as TEXT } from "./text.ts";

const TOLD_EVERY_MS = 2000;

/** A line at each new part, and every few seconds within one. */
function telling(): (step: CheckStep) => void {
  let part = "";
  let at = -Infinity;
  return (step) => {
    const now = systemClock.elapsed();
    const where = `${step.part} ${step.place ?? ""}`;
    if (where === part && now - at < TOLD_EVERY_MS) return;
    part = where;
    at = now;
    tell(TEXT.step(step));
  };
}

export async function checkStore(path: string, keepers: readonly KeyKeeper[]): Promise<ExitCode> {
  const { store, places } = await withKeys(keepers, (keys) =>
    checkBeside(path, { ...keys, onStep: telling(), onWait: () => tell(TEXT.waiting) }),
  );
  const backups = places.flatMap((place) => place.backups);
  const bad = backups.filter(({ problems }) => problems.length > 0);
  await printJson({
    sound: store.length === 0,
    problems: store,
    places: places.map(({ backups: found, ...place }) => ({
      ...place,
      backups: found.map(({ problems, ...backup }) => ({ ...backup, sound: problems.length === 0, problems })),
    })),
  });
  tell(TEXT.checked(store.length, backups.length, bad.length));
  if (store.length > 0) tell(TEXT.damagedStore);
  if (bad.length > 0) tell(TEXT.damagedBackups);
  const missing = places.filter(({ reachable }) => !reachable);
  for (const { folder } of missing) tell(TEXT.placeMissing(folder));
  const spoilt = places.filter(({ attachments }) => attachments.length > 0);
  for (const { folder, attachments } of spoilt) tell(TEXT.damagedParts(folder, attachments.length));
  return store.length + bad.length + missing.length + spoilt.length === 0 ? EXIT.done : EXIT.problems;
}
