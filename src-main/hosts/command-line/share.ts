/** `counter share`: gives a machine-wide data folder on Windows to the group made for it. */
import { closeDataFolder } from "../../access/data-folder.ts";
import { GROUP, isMachineWide, shareFolder, windowsAccess, windowsSystem } from "../../access/windows.ts";
import { EXIT, refuseInput, tell, type ExitCode } from "./output.ts";
import { TEXT } from "./text.ts";

/** For an administrator of the machine, once. */
export function shareData(folder: string): ExitCode {
  if (process.platform !== "win32") return refuseInput("folder", TEXT.shareOnlyWindows);
  if (!isMachineWide(folder, process.env)) return refuseInput("folder", TEXT.shareNotMachineWide(folder));
  const system = windowsSystem(process.env);
  // closed for all others first, so that nothing is in it when the group comes
  closeDataFolder(folder, windowsAccess(system));
  shareFolder(system, folder);
  tell(TEXT.shared(folder, GROUP));
  return EXIT.done;
}
