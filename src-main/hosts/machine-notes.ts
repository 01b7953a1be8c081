/**
 * So that a second account of a machine does not found a second office without a word: each account with an office leaves a small
 * note where all of the machine's accounts can read it. It is told, and nothing rests on it. Nobody has to be root for it: on POSIX
 * systems the place is the sticky folder for temporary files that outlive a restart, where the system itself vouches for whose a note
 * is and nobody takes away another's; on Windows it is a folder of the machine's common data, where the content alone speaks.
 */
import {
  chmodSync,
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { oneLine } from "../../src-shared/domain/fold.ts";
import type { OtherOffice } from "../../src-shared/contract/index.ts";

export interface MachineNotes {
  /** Says that this account has an office. @throws Error where the place cannot be written, or is not safe to write to */
  leave(day: string): void;
  /** Of other accounts; what cannot be read, or is not theirs, says nothing. */
  others(): readonly OtherOffice[];
}

/** Where notes lie, and who writes here. */
export interface NotesPlace {
  readonly folder: string;
  readonly account: string;
  /** `null`: the system does not tell whose a file is. */
  readonly uid: number | null;
}

export function notesPlace(environment: NodeJS.ProcessEnv): NotesPlace {
  const { username, uid } = userInfo();
  if (process.platform !== "win32") return { folder: "/var/tmp", account: username, uid };
  const common = environment["ProgramData"] ?? "C:\\ProgramData";
  return { folder: join(common, "yibao-counter"), account: username, uid: null };
}

const PREFIX = "yibao-counter.office.";
const LARGEST_BYTES = 1000;
const MOST_NOTES = 50;
const noteSchema = z.strictObject({
  format: z.literal(1),
  account: z.string().overwrite(oneLine).min(1).max(64),
  day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
});

export function machineNotes({ folder, account, uid }: NotesPlace): MachineNotes {
  // a name on Windows may hold nothing that a file's may not, but it may be long
  const own = PREFIX + (uid === null ? encodeURIComponent(account).slice(0, 100) : String(uid));
  return {
    leave(day) {
      if (uid === null) mkdirSync(folder, { recursive: true });
      else requireShared(folder);
      const path = join(folder, own);
      const present = lstatSync(path, { throwIfNoEntry: false });
      if (present !== undefined && (!present.isFile() || (uid !== null && present.uid !== uid)))
        throw new Error(`${path} is somebody else's`);
      const unfinished = `${path}.${process.pid}`;
      rmSync(unfinished, { force: true });
      writeFileSync(unfinished, JSON.stringify({ format: 1, account, day }), { flag: "wx", mode: 0o644 });
      // others are to read it whatever the account's mask
      chmodSync(unfinished, 0o644);
      renameSync(unfinished, path);
    },
    others() {
      const names = namesIn(folder).filter((name) => name.startsWith(PREFIX) && name !== own);
      return names.slice(0, MOST_NOTES).flatMap((name) => {
        const note = readNote(join(folder, name), uid === null ? null : name.slice(PREFIX.length));
        return note === undefined ? [] : [{ account: note.account, day: note.day }];
      });
    },
  };
}

/** Written by everybody, and nobody takes away what is another's. */
function requireShared(folder: string): void {
  const { mode, uid } = lstatSync(folder);
  if (uid !== 0 || (mode & constants.S_IFMT) !== constants.S_IFDIR || (mode & 0o1002) !== 0o1002)
    throw new Error(`${folder} is no folder that all accounts share safely`);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).toSorted();
  } catch {
    // no such place on this machine: nobody has left anything there
    return [];
  }
}

/** @param owner uid that the name tells; `null` where files have none */
function readNote(path: string, owner: string | null): z.output<typeof noteSchema> | undefined {
  let descriptor: number | undefined;
  try {
    // never a link, and never one end of a pipe that waits
    const flags = owner === null ? constants.O_RDONLY : constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
    descriptor = openSync(path, flags);
    const stat = fstatSync(descriptor);
    if (!stat.isFile() || stat.size > LARGEST_BYTES || (owner !== null && String(stat.uid) !== owner)) return undefined;
    return noteSchema.safeParse(JSON.parse(readFileSync(descriptor, "utf8"))).data;
  } catch {
    return undefined;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
