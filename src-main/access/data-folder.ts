/** The folder of the data as its host finds it: made for those who work with it alone, and looked at before each opening. */
import { existsSync, mkdirSync } from "node:fs";
import { accessHere, type FileAccess } from "./access.ts";
import { ACCESS_TEXT } from "./text.ts";
import { GROUP, groupSid, isMachineWide, windowsAccess, windowsSystem, type WindowsSystem } from "./windows.ts";

/** Of the system that the program runs on. @throws as `windowsAccessFor` */
export const accessFor = (folder: string, environment: NodeJS.ProcessEnv): FileAccess =>
  process.platform === "win32" ? windowsAccessFor(folder, environment, windowsSystem(environment)) : accessHere();

/** What keeps the program from starting, in a sentence that says what to do. */
export class AccessProblem extends Error {
  override readonly name = "AccessProblem";
}

/**
 * Whose the data of a folder on Windows are: of the account, or, machine-wide, of the group made for it.
 * @throws AccessProblem where the group has not been made
 */
export function windowsAccessFor(folder: string, environment: NodeJS.ProcessEnv, system: WindowsSystem): FileAccess {
  if (!isMachineWide(folder, environment)) return windowsAccess(system);
  let sid;
  try {
    sid = groupSid(system);
  } catch (cause) {
    throw new AccessProblem(ACCESS_TEXT.notShared(folder, GROUP), { cause });
  }
  return windowsAccess(system, sid);
}

/**
 * Makes the folder, or closes one that others may open.
 * @returns who could open it until now, as the system calls them
 */
export function closeDataFolder(folder: string, access: FileAccess): readonly string[] {
  const isNew = !existsSync(folder);
  if (isNew) mkdirSync(folder, { recursive: true, mode: 0o700 });
  const others = isNew ? [] : access.others(folder);
  if (isNew || others.length > 0 || access.inherits(folder)) access.restrict(folder, "folder");
  return others;
}
