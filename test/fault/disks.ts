/** Disks of their own, a few megabytes large; only a superuser may make one. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** In the title of what is left out where nobody may. */
export const NEEDS_MOUNTS = "(needs a superuser who may mount disks)";

export function canMount(): boolean {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return false;
  const place = mkdtempSync(join(tmpdir(), "yibao-mount-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", place], { stdio: "ignore" });
    execFileSync("umount", [place]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** Writes until nothing more goes in; the file `filler` gives the room back. */
export function fill(place: string): void {
  for (const size of [1 << 20, 1 << 16, 4096, 512]) {
    for (let i = 0; i < 64; i++) {
      try {
        writeFileSync(join(place, "filler"), Buffer.alloc(size, 1), { flag: "a" });
      } catch {
        break;
      }
    }
  }
}
