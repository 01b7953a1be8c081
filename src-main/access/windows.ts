/**
 * Windows' lists of trustees, by the system's own icacls. Trustees are named by SID, since their names are translated; what is asked
 * back is SDDL, for the same reason. Everything that the system is asked goes through `WindowsSystem`, so that the command lines can
 * be tested where there is no Windows.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FileAccess } from "./access.ts";

/** What this module asks of Windows. */
export interface WindowsSystem {
  /** Runs one of the system's own programs and returns what it prints. @throws Error when it fails */
  run(program: "icacls" | "whoami" | "net" | "powershell", args: readonly string[]): string;
  /** The list of one path in SDDL, e.g. `D:PAI(A;;FA;;;SY)`. */
  sddl(path: string): string;
}

const SYSTEM_SID = "S-1-5-18";
const ADMINISTRATORS_SID = "S-1-5-32-544";
/** As SDDL shortens them. */
const SHORT: Readonly<Record<string, string>> = { SY: SYSTEM_SID, BA: ADMINISTRATORS_SID };
/** The machine's own first administrator, whose number every machine makes for itself. */
const FIRST_ADMINISTRATOR = { short: "LA", end: "-500" };

/** Members share machine-wide data; the administrator of the machine puts their accounts into it. */
export const GROUP = "yibao-counter";

const SID = /S-1-[\d-]+/;

function sidIn(printed: string, what: string): string {
  const found = SID.exec(printed)?.[0];
  if (found === undefined) throw new Error(`Windows names no SID of ${what}`);
  return found;
}

const ownSid = (system: WindowsSystem): string => sidIn(system.run("whoami", ["/user", "/fo", "csv", "/nh"]), "this account");

/** @throws Error where there is no such group */
export const groupSid = (system: WindowsSystem): string =>
  sidIn(
    system.run("powershell", [
      "-NoProfile",
      "-NonInteractive",
      "-Command",
      `([Security.Principal.NTAccount]'${GROUP}').Translate([Security.Principal.SecurityIdentifier]).Value`,
    ]),
    `the group ${GROUP}`,
  );

/**
 * Two calls: what was there of its own goes first, then the heritage, in the same step in which the few who may are named.
 * @param sid of the account, or of the group that shares machine-wide data
 */
function restrictCommands(path: string, sid: string, kind: "file" | "folder"): readonly (readonly string[])[] {
  const below = kind === "folder" ? "(OI)(CI)" : "";
  const grants = [SYSTEM_SID, ADMINISTRATORS_SID, sid].map((one) => `*${one}:${below}F`);
  return [
    [path, "/reset", "/q"],
    [path, "/inheritance:r", "/grant:r", ...grants, "/q"],
  ];
}

const ENTRY = /\(([^)]*)\)/g;

/** The list of an SDDL text: whom it lets in, by SID where that is known, and whether it takes over more from its folder. */
export function trusteesOf(sddl: string): { readonly trustees: readonly string[]; readonly inherits: boolean } {
  const list = /D:([A-Z_]*)((?:\([^)]*\))*)/.exec(sddl);
  // without a list everybody may do everything
  if (list === null || list[1]!.includes("NO_ACCESS_CONTROL")) return { trustees: ["*"], inherits: true };
  const [, flags = "", entries = ""] = list;
  const trustees = [...entries.matchAll(ENTRY)].flatMap(([, entry = ""]) => {
    const [type = "", , , , , trustee = ""] = entry.split(";");
    return type.startsWith("A") || type.startsWith("XA") ? [SHORT[trustee] ?? trustee] : [];
  });
  return { trustees: [...new Set(trustees)], inherits: !flags.includes("P") };
}

/** @param sharedWith SID of the group for machine-wide data; left out: data of the account that runs the program */
export function windowsAccess(system: WindowsSystem, sharedWith?: string): FileAccess {
  let own: string | undefined;
  const sid = (): string => (own ??= sharedWith ?? ownSid(system));
  const mayOpen = (trustee: string): boolean =>
    [SYSTEM_SID, ADMINISTRATORS_SID, sid()].includes(trustee) ||
    (trustee === FIRST_ADMINISTRATOR.short && sid().endsWith(FIRST_ADMINISTRATOR.end));
  return {
    restrict(path, kind) {
      for (const args of restrictCommands(path, sid(), kind)) system.run("icacls", args);
    },
    others: (path) => trusteesOf(system.sddl(path)).trustees.filter((trustee) => !mayOpen(trustee)),
    inherits: (path) => trusteesOf(system.sddl(path)).inherits,
  };
}

/** Makes the group and gives it a folder. For an administrator of the machine, once; a group that is there stays as it is. */
export function shareFolder(system: WindowsSystem, folder: string): void {
  try {
    groupSid(system);
  } catch {
    system.run("net", ["localgroup", GROUP, "/add"]);
  }
  windowsAccess(system, groupSid(system)).restrict(folder, "folder");
}

/** The system itself. Its programs by their full paths: a folder on the search path may hold others of that name. */
export function windowsSystem(environment: NodeJS.ProcessEnv): WindowsSystem {
  const folder = join(environment["SystemRoot"] ?? "C:\\Windows", "System32");
  const files = {
    icacls: join(folder, "icacls.exe"),
    whoami: join(folder, "whoami.exe"),
    net: join(folder, "net.exe"),
    powershell: join(folder, "WindowsPowerShell", "v1.0", "powershell.exe"),
  };
  const run: WindowsSystem["run"] = (program, args) =>
    execFileSync(files[program], args, { encoding: "utf8", windowsHide: true, stdio: ["ignore", "pipe", "pipe"] });
  return {
    run,
    sddl(path) {
      const scratch = mkdtempSync(join(tmpdir(), "counter-access-"));
      try {
        const saved = join(scratch, "list");
        run("icacls", [path, "/save", saved, "/q"]);
        return readFileSync(saved, "utf16le");
      } finally {
        rmSync(scratch, { recursive: true, force: true });
      }
    },
  };
}

/** Whether a folder is one of all accounts of the machine: there, everybody may read what the program does not close. */
export function isMachineWide(folder: string, environment: NodeJS.ProcessEnv): boolean {
  const all = environment["ProgramData"] ?? environment["ALLUSERSPROFILE"];
  if (all === undefined || all === "") return false;
  const under = (text: string): string => `${text.replaceAll("/", "\\").replace(/\\+$/, "").toLowerCase()}\\`;
  return under(folder).startsWith(under(all));
}
