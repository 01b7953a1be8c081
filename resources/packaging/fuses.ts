/**
 * Electron's fuses, set in the packaged program before it is signed (electron-builder's `afterPack`).
 *
 * Our own few lines instead of @electron/fuses: the version that electron-builder brings knows eight fuses, Electron 45 has
 * nine, so it either refuses or leaves the ninth as it happens to be. Here every fuse is named, and one more or one less ends
 * the packaging, so that a new Electron's fuse is decided on and never inherited.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** In the order of the wire. */
export const FUSES = [
  { name: "runAsNode", on: false },
  { name: "cookieEncryption", on: true },
  { name: "nodeOptions", on: false },
  { name: "nodeCliInspect", on: false },
  { name: "embeddedAsarIntegrityValidation", on: true },
  { name: "onlyLoadAppFromAsar", on: true },
  { name: "loadBrowserProcessSpecificV8Snapshot", on: false },
  { name: "grantFileProtocolExtraPrivileges", on: false },
  // Electron's default; it only makes WebAssembly's bounds checks cheaper
  { name: "wasmTrapHandlers", on: true },
] as const;

/** Stands before the wire in every Electron binary: then version, number of fuses, one character for each. */
export const SENTINEL = "dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX";
const WIRE_VERSION = 1;

/** Sets all fuses in place. Throws when the binary has no wire, one of another version, or other fuses than ours. */
export function setFuses(binary: Buffer): void {
  const sentinel = binary.indexOf(SENTINEL);
  if (sentinel === -1 || binary.indexOf(SENTINEL, sentinel + 1) !== -1)
    throw new Error("expected one fuse wire in the Electron binary");
  const wire = sentinel + SENTINEL.length;
  const [version, count] = [binary[wire], binary[wire + 1]];
  if (version !== WIRE_VERSION) throw new Error(`expected fuse wire version ${WIRE_VERSION}, found ${version}`);
  if (count !== FUSES.length) {
    throw new Error(`this Electron has ${count} fuses, ${FUSES.length} are decided on: bring ${import.meta.filename} up to date`);
  }
  for (const [index, { name, on }] of FUSES.entries()) {
    const at = wire + 2 + index;
    if (binary[at] !== 0x30 && binary[at] !== 0x31) throw new Error(`fuse ${name} cannot be set any more in this Electron`);
    binary[at] = on ? 0x31 : 0x30;
  }
}

/** What electron-builder tells the hook, as far as it is used here. */
interface AfterPackContext {
  readonly appOutDir: string;
  readonly electronPlatformName: string;
  readonly packager: { readonly appInfo: { readonly productFilename: string } };
}

export default function afterPack({ appOutDir, electronPlatformName, packager }: AfterPackContext): void {
  const extension = electronPlatformName === "win32" ? ".exe" : "";
  const executable = join(appOutDir, `${packager.appInfo.productFilename}${extension}`);
  const binary = readFileSync(executable);
  setFuses(binary);
  writeFileSync(executable, binary);
}
