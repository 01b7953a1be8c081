/** The built page as both hosts serve it: a closed list of file types below one folder, under one security policy. */
import { readFile } from "node:fs/promises";
import { extname, resolve, sep } from "node:path";

/** `style-src 'unsafe-inline'`: the component library sets styles on elements; scripts have no such exception. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy": CONTENT_SECURITY_POLICY,
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
};

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".ttf": "font/ttf",
};

export interface RendererFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
}

/** @param pathname of the address, still percent-encoded; `/` is the page itself. `undefined`: no such file. */
export async function readRendererFile(rendererDirectory: string, pathname: string): Promise<RendererFile | undefined> {
  const path = pathBelow(rendererDirectory, pathname === "/" ? "/index.html" : pathname);
  const type = path && TYPES[extname(path).toLowerCase()];
  if (!path || !type) return undefined;
  try {
    const bytes = new Uint8Array(await readFile(path));
    // built files carry a hash in their names, the page itself does not
    const caching = pathname.startsWith("/assets/") ? "private, max-age=31536000, immutable" : "no-store";
    return { bytes, headers: { ...SECURITY_HEADERS, "Content-Type": type, "Cache-Control": caching } };
  } catch (error) {
    if (isNoSuchFile(error)) return undefined;
    throw error;
  }
}

/** `undefined` for every path that is no plain path below the folder. */
function pathBelow(folder: string, pathname: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return undefined; // a broken percent sign names no file
  }
  if (decoded.includes("\0") || decoded.includes("\\")) return undefined;
  const root = resolve(folder);
  const path = resolve(root, `.${decoded.startsWith("/") ? "" : "/"}${decoded}`);
  return path.startsWith(root + sep) ? path : undefined;
}

const NO_FILE = new Set(["ENOENT", "ENOTDIR", "EISDIR", "ENAMETOOLONG"]);
const isNoSuchFile = (error: unknown): boolean =>
  error instanceof Error && "code" in error && typeof error.code === "string" && NO_FILE.has(error.code);
