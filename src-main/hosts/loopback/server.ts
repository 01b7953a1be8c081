/** The app over HTTP for one browser on this very machine. */
import { randomInt } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { CALLS_WITH_FILES, type CallName, type CallResult, type ErrorCode } from "../../../src-shared/contract/index.ts";
import { LARGEST_ATTACHMENT_BYTES } from "../../../src-shared/domain/case.ts";
import type { Desk } from "../../desk/index.ts";
import { faultForLog } from "../../desk/frame/fault-log.ts";
import type { Logger } from "../../logger.ts";
import { readRendererFile, SECURITY_HEADERS } from "../renderer-files.ts";
import { Admission } from "./admission.ts";
import { fetchDevelopmentFile } from "./development.ts";
import { limitLines } from "./lines.ts";
import { page } from "./pages.ts";
import { isOurCall, isOurNavigation } from "./request-checks.ts";
import { START_PATH, START_SCRIPT, START_SCRIPT_PATH, startFile, startPage } from "./start.ts";
import { CALL_TEXT, PAGE_TEXT } from "./text.ts";

/** Below the range that systems give out by themselves, and no known service. */
const USUAL_PORT = 18_790;
/** The largest form is a tenth of it. */
const LARGEST_BODY_BYTES = 1024 * 1024;
/** A file travels as base64, which takes a third more. */
const LARGEST_FILE_BODY_BYTES = Math.ceil(LARGEST_ATTACHMENT_BYTES / 3) * 4 + 64 * 1024;
const CALL_PATH = "/call/";
const ENTER_PATH = "/enter";
const PAGE_PATH = "/page";
const PROOF_PATH = "/proof";
const PAGE_HEADER = "X-Counter-Page";
const SMALL_BODY_BYTES = 1024;
/** After them the page's earlier secret is worth nothing. */
const CALLS_THAT_SIGN_IN = ["session.setup", "session.login"] as const satisfies readonly CallName[];

export interface LoopbackOptions {
  readonly desk: Desk;
  readonly rendererDirectory: string;
  /** Address of the development server, which then gives the page. */
  readonly developmentPage: string | undefined;
  readonly logger: Logger;
  /** Milliseconds that do not go back. */
  readonly elapsed: () => number;
  /** `undefined`: the usual port, or any free one when that is taken; 0: any free one. */
  readonly port: number | undefined;
}

export interface LoopbackServer {
  /** The address of this run, and of no other. */
  readonly host: string;
  readonly port: number;
  /** A start address with a fresh token, to be shown to whoever sits there; the earlier one is void. */
  newAddress(): string;
  /** The same for a file that only this account can read: the token never reaches a command line or a server's log. */
  newStartFile(): string;
  close(): Promise<void>;
}

/** @throws with code `EADDRINUSE` when the port that was asked for is taken */
export async function startLoopbackServer(options: LoopbackOptions): Promise<LoopbackServer> {
  const admission = new Admission(() => options.desk.connect(), options.elapsed);
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      // whoever hangs up in the middle is no fault of ours: a stranger's lines would push what matters out of the log
      if (request.destroyed && !request.complete) return void response.destroy();
      options.logger.error(faultForLog(error), "request failed");
      if (response.headersSent) response.destroy();
      else send(response, 500, "");
    });
  });
  const lines = limitLines(server);
  const { address: host, port } = await listen(server, options.port);
  const origin = `http://${host}:${port}`;
  admission.nameCookieFor(port);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.headers.host !== `${host}:${port}`) return send(response, 421, "");
    const address = origin + request.url;
    // a browser sends a path; proxies and probes send other things
    if (!request.url?.startsWith("/") || !URL.canParse(address)) return send(response, 400, "");
    const { pathname, search, searchParams } = new URL(address);
    if (pathname === ENTER_PATH || pathname === PAGE_PATH || pathname === PROOF_PATH) {
      return await answerPage(request, response, pathname);
    }
    if (pathname.startsWith(CALL_PATH)) return await answerCall(request, response, pathname.slice(CALL_PATH.length));

    if (request.method !== "GET" && request.method !== "HEAD") return send(response, 405, "", { Allow: "GET, HEAD" });
    // harmless to everybody: what it does is done by a secret that only the start file has
    if (pathname === START_PATH) return sendStart(response, startPage());
    if (pathname === START_SCRIPT_PATH) return sendStart(response, START_SCRIPT, "text/javascript; charset=utf-8");
    if (!isOurNavigation(request)) return sendPage(response, 403, PAGE_TEXT.foreignSite, PAGE_TEXT.foreignSiteHelp);
    const token = searchParams.get("token");
    if (token !== null && pathname === "/" && request.method === "GET") {
      const cookie = admission.redeem(token);
      if (cookie) return send(response, 303, "", { "Set-Cookie": cookie, Location: "/" });
    }
    if (!admission.isAdmitted(request.headers.cookie)) {
      return sendPage(response, 403, PAGE_TEXT.notAdmitted, PAGE_TEXT.notAdmittedHelp);
    }
    lines.admit(request.socket);
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
    const asking = admission.pageOf(request.headers.cookie, headerOf(request, PAGE_HEADER));
    if (asking === "replaced") return sendRefusal(response, 401, "page-elsewhere", CALL_TEXT.elsewhere);
    if (!asking) return sendRefusal(response, 401, "not-signed-in", CALL_TEXT.notAdmitted);
    lines.admit(request.socket);
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
    const result = await options.desk.call(asking.connection, name, input);
    const isEntered = result.ok && CALLS_THAT_SIGN_IN.some((call) => call === name);
    sendJson(response, 200, result, isEntered ? { [PAGE_HEADER]: admission.renew(asking) } : {});
  }

  /** What a page asks for itself: to come in, its secrets, and whether this is still the process that gave them. */
  async function answerPage(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    if (request.method !== "POST") return send(response, 405, "", { Allow: "POST" });
    if (!isOurCall(request)) return sendRefusal(response, 403, "not-allowed", CALL_TEXT.foreign);
    const { cookie } = request.headers;
    const asked = await smallJson(request);
    if (path === ENTER_PATH) {
      const admitted = typeof asked["token"] === "string" ? admission.redeem(asked["token"]) : undefined;
      if (admitted === undefined) return sendRefusal(response, 403, "not-signed-in", CALL_TEXT.notAdmitted);
      return sendJson(response, 200, { ok: true, value: null }, { "Set-Cookie": admitted });
    }
    if (path === PROOF_PATH) {
      const { id, nonce } = asked;
      const proof = typeof id === "string" && typeof nonce === "string" ? admission.proof(cookie, id, nonce) : undefined;
      if (proof === undefined) return sendRefusal(response, 401, "not-signed-in", CALL_TEXT.notAdmitted);
      lines.admit(request.socket);
      return sendJson(response, 200, { ok: true, value: { proof } });
    }
    const entry = admission.open(cookie, asked["takesOver"] === true);
    if (entry === "not-admitted") return sendRefusal(response, 401, "not-signed-in", CALL_TEXT.notAdmitted);
    if (entry === "elsewhere") return sendRefusal(response, 409, "page-elsewhere", CALL_TEXT.elsewhere);
    lines.admit(request.socket);
    sendJson(response, 200, { ok: true, value: entry.keys });
  }

  return {
    host,
    port,
    newStartFile: () => startFile(`${origin}${START_PATH}#${admission.issueToken()}`),
    newAddress: () => `${origin}/?token=${admission.issueToken()}`,
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

/**
 * Each run has an address of its own out of the sixteen million that are this machine alone: a browser keeps what it got from an
 * address (scripts, service workers), and while the program does not run any account of the machine may answer there. Whoever
 * learns the address by looking, learns it when it is taken.
 */
const newHost = (): string => `127.${[1, 2, 3].map(() => randomInt(1, 255)).join(".")}`;
/** For systems that have no other. */
const USUAL_HOST = "127.0.0.1";

async function listen(server: Server, wanted: number | undefined): Promise<AddressInfo> {
  try {
    return await listenOn(server, wanted ?? USUAL_PORT, newHost());
  } catch (error) {
    if (hasCode(error, "EADDRNOTAVAIL")) return await listenOn(server, wanted ?? 0, USUAL_HOST);
    if (wanted !== undefined || !isAddressInUse(error)) throw error;
    return await listenOn(server, 0, newHost());
  }
}

async function listenOn(server: Server, port: number, host: string): Promise<AddressInfo> {
  server.listen(port, host);
  await once(server, "listening");
  return server.address() as AddressInfo;
}

const hasCode = (error: unknown, code: string): boolean => error instanceof Error && "code" in error && error.code === code;
export const isAddressInUse = (error: unknown): boolean => hasCode(error, "EADDRINUSE");

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

const headerOf = (request: IncomingMessage, name: string): string | undefined => {
  const value = request.headers[name.toLowerCase()];
  return typeof value === "string" ? value : undefined;
};

/** An object of a few texts; nothing of it where it is anything else. */
async function smallJson(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  const body = await readBody(request, SMALL_BODY_BYTES);
  try {
    const value: unknown = JSON.parse(body ?? "");
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

const sendStart = (response: ServerResponse, text: string, type = "text/html; charset=utf-8"): void =>
  send(response, 200, text, { "Content-Type": type });

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
