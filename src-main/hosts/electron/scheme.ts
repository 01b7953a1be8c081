/** `app://counter/…`: the built page, served from the program's own folder with the security policy of both hosts. */
import { protocol } from "electron";
import { readRendererFile, SECURITY_HEADERS } from "../renderer-files.ts";
import { APP_HOST, APP_SCHEME } from "./pages.ts";

/** Before the app is ready: afterwards Chromium takes no more schemes. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

export function serveAppScheme(rendererDirectory: string): void {
  protocol.handle(APP_SCHEME, async (request) => {
    const { host, pathname } = new URL(request.url);
    const file = host === APP_HOST && request.method === "GET" ? await readRendererFile(rendererDirectory, pathname) : undefined;
    return file
      ? new Response(file.bytes, { headers: { ...file.headers } })
      : new Response(null, { status: 404, headers: { ...SECURITY_HEADERS } });
  });
}
