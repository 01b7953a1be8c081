/**
 * Requests that do not come from our own page, for every call of the contract, against the real server: from a foreign origin or
 * host, without the cookie or with that of another start, in the wrong form or too large. None reaches the desk.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { request } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Desk } from "../../src-main/desk/index.ts";
import { startLoopbackServer, type LoopbackServer } from "../../src-main/hosts/loopback/server.ts";
import { silentLogger } from "../../src-main/logger.ts";
import { calls, CALLS_WITH_FILES, type CallName } from "../../src-shared/contract/index.ts";
import { PASSWORD, TestDesk } from "../unit/desk/test-desk.ts";

const NAMES = Object.keys(calls) as CallName[];

const SENTENCES = {
  foreign: "请求不是来自本程序的页面，已拒绝。请用程序启动时给出的地址打开。",
  notAdmitted: "页面与程序的连接已失效，请在启动程序的窗口按回车键取得新地址后重新打开；填写的内容仍保留在草稿中。",
  notJson: "请求格式不对，请刷新页面后再试。",
  tooLarge: "内容过多，无法处理，请减少内容后再试。",
} as const;

let folder: string;
let office: TestDesk;
let server: LoopbackServer;
let cookie: string;
let otherStart: string;
/** Of a page of that browser. */
let pageSecret = "";
/** Calls that came through to the desk. */
let reached: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "yibao-hostile-"));
  office = new TestDesk().setUp("administrator", false);
  const watched: Desk = {
    ...office.desk,
    call: (connection, name, input) => {
      reached.push(String(name));
      return office.desk.call(connection, name, input);
    },
  };
  const start = (port: number) =>
    startLoopbackServer({
      desk: watched,
      rendererDirectory: folder,
      logger: silentLogger,
      elapsed: () => 0,
      port,
      developmentPage: undefined,
    });
  const before = await start(0);
  otherStart = await enter(before);
  await before.close();
  // the same port, so the cookie has the same name
  server = await start(before.port);
  cookie = await enter(server);
  const entered = await ask("", { path: "/page" });
  pageSecret = (JSON.parse(entered.text) as { value: { page: string } }).value.page;
  // whatever gets through would be carried out: somebody is signed in
  const signedIn = await ask("session.login", { body: JSON.stringify({ login: "admin", password: PASSWORD }) });
  if (signedIn.status !== 200) throw new Error(signedIn.text);
  pageSecret = signedIn.page!;
});
beforeEach(() => void (reached = []));
afterAll(async () => {
  await server.close();
  office.remove();
  rmSync(folder, { recursive: true });
});

async function enter(to: LoopbackServer): Promise<string> {
  const { pathname, search } = new URL(to.newAddress());
  return await new Promise((resolve, reject) => {
    request({ host: to.host, port: to.port, path: pathname + search, agent: false }, (response) => {
      response.resume();
      resolve(response.headers["set-cookie"]![0]!.split(";")[0]!);
    })
      .on("error", reject)
      .end();
  });
}

interface Asked {
  readonly method?: string;
  readonly path?: string;
  /** `undefined` takes a header away. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: string;
}

/** A call as our page makes it, but for what is said. */
function ask(
  name: string,
  { method = "POST", path = `/call/${name}`, headers = {}, body = "{}" }: Asked,
): Promise<{ status: number; text: string; page: string | undefined }> {
  const { host, port } = server;
  const ours = {
    Cookie: cookie,
    Origin: `http://${host}:${port}`,
    "Content-Type": "application/json",
    "X-Counter": "1",
    "X-Counter-Page": pageSecret,
    "Sec-Fetch-Site": "same-origin",
  };
  const given = Object.entries({ ...ours, ...headers }).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value.replace("HOST", host).replace("PORT", String(port))] as const],
  );
  return new Promise((resolve, reject) => {
    const options = { host, port, method, path, headers: Object.fromEntries(given), agent: false };
    const outgoing = request(options, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
      response.on("end", () =>
        resolve({ status: response.statusCode!, text, page: response.headers["x-counter-page"]?.toString() }),
      );
    });
    outgoing.on("error", reject);
    outgoing.end(method === "GET" || method === "HEAD" ? undefined : body);
  });
}

/** What each of them is answered: status, and the sentence where the answer has one. */
const HOSTILE: Readonly<Record<string, readonly [Asked, number, keyof typeof SENTENCES | null]>> = {
  "a foreign origin": [{ headers: { Origin: "http://example.com" } }, 403, "foreign"],
  "another port of this machine": [{ headers: { Origin: "http://HOST:1" } }, 403, "foreign"],
  "a sandboxed frame": [{ headers: { Origin: "null" } }, 403, "foreign"],
  "no origin": [{ headers: { Origin: undefined } }, 403, "foreign"],
  "another site": [{ headers: { "Sec-Fetch-Site": "cross-site" } }, 403, "foreign"],
  "a page of another port": [{ headers: { "Sec-Fetch-Site": "same-site" } }, 403, "foreign"],
  "a typed address": [{ headers: { "Sec-Fetch-Site": "none" } }, 403, "foreign"],
  "no mark of our page": [{ headers: { "X-Counter": undefined } }, 403, "foreign"],
  // a rebound name: origin and host agree with each other, and not with us
  "a rebound name": [{ headers: { Host: "evil.example:PORT", Origin: "http://evil.example:PORT" } }, 421, null],
  "no port in the host": [{ headers: { Host: "HOST" } }, 421, null],
  "another address of this machine": [{ headers: { Host: "0.0.0.0:PORT", Origin: "http://0.0.0.0:PORT" } }, 421, null],
  "the usual address of this machine": [{ headers: { Host: "127.0.0.1:PORT", Origin: "http://127.0.0.1:PORT" } }, 421, null],
  "no secret of a page": [{ headers: { "X-Counter-Page": undefined } }, 401, "notAdmitted"],
  "a guessed secret of a page": [{ headers: { "X-Counter-Page": "A".repeat(43) } }, 401, "notAdmitted"],
  "no cookie": [{ headers: { Cookie: undefined } }, 401, "notAdmitted"],
  "a guessed cookie": [{ headers: { Cookie: `yibao-counter-PORT=${"A".repeat(43)}` } }, 401, "notAdmitted"],
  "a cookie of the prototype": [{ headers: { Cookie: "yibao-counter-PORT=__proto__" } }, 401, "notAdmitted"],
  GET: [{ method: "GET" }, 405, null],
  PUT: [{ method: "PUT" }, 405, null],
  OPTIONS: [{ method: "OPTIONS" }, 405, null],
  "a form": [{ headers: { "Content-Type": "application/x-www-form-urlencoded" } }, 415, "notJson"],
  "a text": [{ headers: { "Content-Type": "text/plain" } }, 415, "notJson"],
  "no type": [{ headers: { "Content-Type": undefined } }, 415, "notJson"],
  "half a JSON": [{ body: '{"id": ' }, 400, "notJson"],
  nothing: [{ body: "" }, 400, "notJson"],
};

const messageOf = (text: string): string | null =>
  text === "" ? null : (JSON.parse(text) as { error: { message: string } }).error.message;

describe.each(NAMES)("%s", (name) => {
  test.each(Object.keys(HOSTILE))("%s", async (what) => {
    const [asked, status, sentence] = HOSTILE[what]!;
    const answer = await ask(name, asked);
    expect(answer.status).toBe(status);
    expect(messageOf(answer.text)).toBe(sentence === null ? null : SENTENCES[sentence]);
    expect(reached).toEqual([]);
  });

  test("the cookie of another start", async () => {
    const answer = await ask(name, { headers: { Cookie: otherStart } });
    expect([answer.status, messageOf(answer.text)]).toEqual([401, SENTENCES.notAdmitted]);
    expect(reached).toEqual([]);
  });

  test("too large", async () => {
    const largest = CALLS_WITH_FILES.some((each) => each === name) ? 15_000_000 : 1_100_000;
    const answer = await ask(name, { body: JSON.stringify({ text: "x".repeat(largest) }) });
    expect([answer.status, messageOf(answer.text)]).toEqual([413, SENTENCES.tooLarge]);
    expect(reached).toEqual([]);
  });
});

describe("what is no request at all", () => {
  test.each([
    ["a proxy's", "GET http://example.com/ HTTP/1.1\r\nHost: example.com\r\n\r\n"],
    ["two hosts", "POST /call/session.status HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: example.com\r\n\r\n"],
    ["no host", "POST /call/session.status HTTP/1.1\r\n\r\n"],
    ["two lengths", "POST /call/session.status HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}"],
    ["noise", `${"\u0000\u0001".repeat(200)}\r\n\r\n`],
    ["huge headers", `POST /call/session.status HTTP/1.1\r\nX: ${"x".repeat(100_000)}\r\n\r\n`],
  ])("%s is refused, and the next one is answered", async (_what, text) => {
    const answered = await new Promise<string>((resolve) => {
      let got = "";
      const socket = connect(server.port, server.host, () => socket.write(text));
      socket.setTimeout(3000, () => socket.destroy());
      socket.on("data", (chunk) => {
        got += chunk.toString("latin1");
        socket.end();
      });
      socket.on("error", () => undefined);
      socket.on("close", () => resolve(got));
    });
    expect(answered).toMatch(/^(HTTP\/1\.1 4\d\d .*|)(\r\n|$)/);
    expect(reached).toEqual([]);
    expect((await ask("session.status", {})).status).toBe(200);
  });
});

test("our own page is still signed in after all that, and the store is as it was", async () => {
  const { text } = await ask("session.status", {});
  expect(JSON.parse(text)).toMatchObject({ ok: true, value: { clerk: { login: "admin" } } });
  expect(office.store.verify()).toEqual([]);
  expect([...office.store.audit.each({})].map(({ operation }) => operation)).toEqual([
    "store.create",
    "session.setup",
    "session.login",
  ]);
});
