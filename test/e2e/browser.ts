/**
 * The browser of the end-to-end tests. On Linux x64 it comes from the registry with the other packages, so that
 * `npm ci && npm test` needs nothing else; elsewhere the installed Edge or Chrome is used. `CHROME_PATH` overrides both.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, type Browser, type LaunchOptions } from "playwright-core";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Plain data, so that the global setup can hand it to the workers. */
export interface BrowserChoice {
  readonly executablePath?: string;
  readonly channel?: string;
  readonly args: string[];
  readonly env: Record<string, string>;
}

export async function chooseBrowser(): Promise<BrowserChoice> {
  const given = process.env["CHROME_PATH"];
  if (given) return { executablePath: given, args: commonArguments(), env: {} };
  if (process.platform === "linux" && process.arch === "x64") return unpackedChromium();
  return { channel: process.platform === "win32" ? "msedge" : "chrome", args: commonArguments(), env: {} };
}

export function launch(choice: BrowserChoice): Promise<Browser> {
  // where no language is set, a browser on Linux calls every download whose name is not plain ASCII "download"
  const options: LaunchOptions = { args: choice.args, env: { ...environment(), LC_ALL: "C.UTF-8", ...choice.env } };
  if (choice.executablePath) options.executablePath = choice.executablePath;
  if (choice.channel) options.channel = choice.channel;
  return chromium.launch(options);
}

/** Chromium's sandbox does not run as root, which is what a container gives; its print preview ends a page that has no window. */
const commonArguments = (): string[] => ["--disable-print-preview", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])];

function environment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

async function unpackedChromium(): Promise<BrowserChoice> {
  const description = readFileSync(join(root, "node_modules/@sparticuz/chromium/package.json"), "utf8");
  const { version } = JSON.parse(description) as { version: string };
  const cache = join(root, "node_modules/.cache", `chromium-${version}`);
  if (!existsSync(cache)) await unpack(cache);
  const fontConfiguration = join(cache, "fonts.conf");
  writeFileSync(fontConfiguration, fontsConf(cache));
  return {
    executablePath: join(cache, "chromium"),
    // not the package's own arguments: they switch web security off
    args: ["--no-sandbox", "--no-zygote", "--disable-webgl", "--font-render-hinting=none"],
    env: {
      LD_LIBRARY_PATH: join(cache, "al2023/lib"),
      // without any configuration file Chromium ends at its first text
      FONTCONFIG_FILE: fontConfiguration,
    },
  };
}

/** The package unpacks into the system's temporary folder and takes what it finds there; ours holds one version only. */
async function unpack(cache: string): Promise<void> {
  const partial = `${cache}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  const { default: packed, inflate } = await import("@sparticuz/chromium");
  const before = process.env["TMPDIR"];
  process.env["TMPDIR"] = partial;
  try {
    await packed.executablePath();
    await inflate(join(root, "node_modules/@sparticuz/chromium/bin/al2023.tar.br"));
  } finally {
    if (before === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = before;
  }
  renameSync(partial, cache);
}

/** The project's own Chinese fonts: without one the text is invisible while assertions about it pass. */
function fontsConf(cache: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(cache, "fonts")}</dir>
  <dir>${join(root, "resources/fonts")}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(cache, "fontconfig")}</cachedir>
</fontconfig>
`;
}
