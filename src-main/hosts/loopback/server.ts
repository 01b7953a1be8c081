/** The app over HTTP for one browser on this very machine. */
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { CALLS_WITH_FILES, type CallResult, type ErrorCode } from "../../../src-shared/contract/index.ts";
import { LARGEST_ATTACHMENT_BYTES } from "../../../src-shared/domain/case.ts";
import type { Desk } from "../../desk/index.ts";
import { faultForLog } from "../../desk/fault-log.ts";
import type { Logger } from "../../logger.ts";
import { readRendererFile, SECURITY_HEADERS } from "../renderer-files.ts";
import { Admission } from "./admission.ts";
import { fetchDevelopmentFile } from "./development.ts";
import { page } from "./pages.ts";
import { isOurCall, isOurHost, isOurNavigation } from "./request-checks.ts";
import { CALL_TEXT, PAGE_TEXT } from "./texts.ts";

const ADDRESS = "127.0.0.1";
/** Below the range that systems give out by themselves, and no known service. */
const USUAL_PORT = 18_790;
/** The largest form is a tenth of it. */
const LARGEST_BODY_BYTES = 1024 * 1024;
/** A file travels as base64, which takes a third more. */
const LARGEST_FILE_BODY_BYTES = Math.ceil(LARGEST_ATTACHMENT_BYTES / 3) * 4 + 64 * 1024;
const CALL_PATH = "/call/";

export interface LoopbackOptions {
  readonly desk: Desk;
  readonly rendererDirectory: string;
  /** Address of the development server, which then gives the page. */
  readonly developmentPage: string | undefined;
  readonly logger: Logger;
  /** `undefined`: the usual port, or any free one when that is taken; 0: any free one. */
  readonly port: number | undefined;
}

export interface LoopbackServer {
  readonly port: number;
  /** A start address with a fresh token; the earlier one is void. */
  newAddress(): string;
  close(): Promise<void>;
}

/** @throws with code `EADDRINUSE` when the port that was asked for is taken */
export async function startLoopbackServer(options: LoopbackOptions): Promise<LoopbackServer> {
  const admission = new Admission(() => options.desk.connect());
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      options.logger.error(faultForLog(error), "request failed");
      if (response.headersSent) response.destroy();
      else send(response, 500, "");
    });
  });
  const port = await listen(server, options.port);
  admission.nameCookieFor(port);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isOurHost(request.headers.host, port)) return send(response, 421, "");
    const address = `http://${ADDRESS}:${port}${request.url}`;
    // a browser sends a path; proxies and probes send other things
    if (!request.url?.startsWith("/") || !URL.canParse(address)) return send(response, 400, "");
    const { pathname, search, searchParams } = new URL(address);
    if (pathname.startsWith(CALL_PATH)) return await answerCall(request, response, pathname.slice(CALL_PATH.length));

    if (request.method !== "GET" && request.method !== "HEAD") return send(response, 405, "", { Allow: "GET, HEAD" });
    if (!isOurNavigation(request)) return sendPage(response, 403, PAGE_TEXT.foreignSite, PAGE_TEXT.foreignSiteHelp);
    const token = searchParams.get("token");
    if (token !== null && pathname === "/") {
      const cookie = admission.redeem(token);
      if (cookie) return send(response, 303, "", { "Set-Cookie": cookie, Location: "/" });
    }
    if (!admission.connectionOf(request.headers.cookie)) {
      return sendPage(response, 403, PAGE_TEXT.notAdmitted, PAGE_TEXT.notAdmittedHelp);
    }
    // browsers fetch a typed address ahead of time: the token is spent, but the cookie has come with it
    if (token !== null) return send(response, 303, "", { Location: "/" });

    const { developmentPage, rendererDirectory } = options;
    const file = await (developmentPage === undefined
      ? readRendererFile(rendererDirectory, pathname)
      : fetchDevelopmentFile(developmentPage, pathname + search));
    if (file) {
      response.writeHead(200, file.headers);
      response.end(request.method === "HEAD" ? "" : file.bytes);
      return;
    }
    if (pathname === "/") return sendPage(response, 503, PAGE_TEXT.notBuilt, PAGE_TEXT.notBuiltHelp);
    sendPage(response, 404, PAGE_TEXT.notFound, PAGE_TEXT.notFoundHelp);
  }

  async function answerCall(request: IncomingMessage, response: ServerResponse, name: string): Promise<void> {
    if (request.method !== "POST") return send(response, 405, "", { Allow: "POST" });
    if (!isOurCall(request)) return sendRefusal(response, 403, "not-allowed", CALL_TEXT.foreign);
    const connection = admission.connectionOf(request.headers.cookie);
    if (!connection) return sendRefusal(response, 401, "not-signed-in", CALL_TEXT.notAdmitted);
    if (!/^application\/json\b/i.test(request.headers["content-type"] ?? "")) {
      return sendRefusal(response, 415, "bad-input", CALL_TEXT.notJson);
    }
    const mayHoldFile = CALLS_WITH_FILES.some((call) => call === name);
    const body = await readBody(request, mayHoldFile ? LARGEST_FILE_BODY_BYTES : LARGEST_BODY_BYTES);
    if (body === undefined) return sendRefusal(response, 413, "bad-input", CALL_TEXT.tooLarge, { Connection: "close" });
    let input: unknown;
    try {
      input = JSON.parse(body);
    } catch {
      return sendRefusal(response, 400, "bad-input", CALL_TEXT.notJson);
    }
    sendJson(response, 200, await options.desk.call(connection, name, input));
  }

  return {
    port,
    newAddress: () => `http://${ADDRESS}:${port}/?token=${admission.issueToken()}`,
    async close() {
      server.close();
      server.closeIdleConnections();
      // calls under way get their answer; a browser that keeps its lines open is not waited for
      const patience = setTimeout(() => server.closeAllConnections(), 2000);
      await once(server, "close");
      clearTimeout(patience);
    },
  };
}

async function listen(server: Server, wanted: number | undefined): Promise<number> {
  try {
    return await listenOn(server, wanted ?? USUAL_PORT);
  } catch (error) {
    if (wanted !== undefined || !isAddressInUse(error)) throw error;
    return await listenOn(server, 0);
  }
}

async function listenOn(server: Server, port: number): Promise<number> {
  server.listen(port, ADDRESS);
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

export const isAddressInUse = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "EADDRINUSE";

/** The body as text; `undefined` as soon as it is too large. */
async function readBody(request: IncomingMessage, largestBytes: number): Promise<string | undefined> {
  if (Number(request.headers["content-length"] ?? 0) > largestBytes) return undefined;
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > largestBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function send(
  response: ServerResponse,
  status: number,
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { "Cache-Control": "no-store", ...SECURITY_HEADERS, ...headers });
  response.end(body);
}

function sendPage(response: ServerResponse, status: number, heading: string, help: string): void {
  send(response, status, page(heading, help), { "Content-Type": "text/html; charset=utf-8" });
}

function sendJson(
  response: ServerResponse,
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  send(response, status, JSON.stringify(value), { "Content-Type": "application/json; charset=utf-8", ...headers });
}

/** A call that never reached the desk, answered in the same form. */
function sendRefusal(
  response: ServerResponse,
  status: number,
  code: ErrorCode,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  const result: CallResult<never> = { ok: false, error: { code, message, traceId: "-" } };
  sendJson(response, status, result, headers);
}
