/** Real HTTP against the real desk. `node:http` rather than `fetch`, which lets no test lie about Host and Origin. */
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer as createHttpServer, request, type IncomingHttpHeaders } from "node:http";
import { createServer, type AddressInfo } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startLoopbackServer, type LoopbackServer } from "../../../src-main/hosts/loopback/server.ts";
import { CONTENT_SECURITY_POLICY } from "../../../src-main/hosts/renderer-files.ts";
import { silentLogger } from "../../../src-main/logger.ts";
import { PASSWORD, TestDesk } from "../desk/test-desk.ts";

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}
interface Asked {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

let renderer: string;
let desk: TestDesk;
let server: LoopbackServer;
let elapsed = 0;

beforeAll(() => {
  renderer = mkdtempSync(join(tmpdir(), "counter-loopback-"));
  mkdirSync(join(renderer, "renderer", "assets"), { recursive: true });
  writeFileSync(join(renderer, "renderer", "index.html"), "<title>医保窗口</title>");
  writeFileSync(join(renderer, "renderer", "assets", "main-1.js"), "start()");
  writeFileSync(join(renderer, "secret.html"), "secret");
});
afterAll(() => rmSync(renderer, { recursive: true }));

beforeEach(async () => {
  desk = new TestDesk().setUp("administrator", false);
  server = await start(0);
});
afterEach(async () => {
  await server.close();
  desk.remove();
});

const start = (port: number | undefined, developmentPage?: string) =>
  startLoopbackServer({
    desk: desk.desk,
    rendererDirectory: join(renderer, "renderer"),
    logger: silentLogger,
    elapsed: () => elapsed,
    port,
    developmentPage,
  });

function ask({ method = "GET", path = "/", headers = {}, body }: Asked = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { host: server.host, port: server.port, method, path, headers, agent: false } as const;
    const outgoing = request(options, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
      response.on("end", () => resolve({ status: response.statusCode!, headers: response.headers, text }));
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

async function enter(): Promise<string> {
  const address = new URL(server.newAddress());
  const { status, headers } = await ask({ path: address.pathname + address.search });
  expect(status).toBe(303);
  return headers["set-cookie"]![0]!.split(";")[0]!;
}

/** A page of the browser with that cookie: its secret goes with every call. */
async function open(
  cookie: string,
  takesOver = false,
): Promise<{ readonly id: string; readonly page: string; readonly host: string }> {
  const { text } = await ask({ method: "POST", path: "/page", headers: ours(cookie), body: JSON.stringify({ takesOver }) });
  return (JSON.parse(text) as { value: { id: string; page: string; host: string } }).value;
}

const ours = (cookie: string) => ({
  Cookie: cookie,
  Origin: `http://${server.host}:${server.port}`,
  "Content-Type": "application/json",
  "X-Counter": "1",
});
/** The headers of a page of its own. */
const visiting = async (): Promise<Record<string, string>> => {
  const cookie = await enter();
  return { ...ours(cookie), "X-Counter-Page": (await open(cookie)).page };
};
/** As the page does, whoever signs in goes on with the secret that the answer brings. */
async function call(name: string, input: unknown, headers: Record<string, string>): Promise<Answer> {
  const answer = await ask({ method: "POST", path: `/call/${name}`, headers, body: JSON.stringify(input) });
  const renewed = answer.headers["x-counter-page"];
  if (typeof renewed === "string") headers["X-Counter-Page"] = renewed;
  return answer;
}
const codeOf = ({ text }: Answer): string | undefined => (JSON.parse(text) as { error?: { code: string } }).error?.code;

describe("coming in", () => {
  test("the token becomes a cookie that scripts and other sites cannot have, and the address loses it", async () => {
    const address = new URL(server.newAddress());
    expect(address.origin).toBe(`http://${server.host}:${server.port}`);
    const answer = await ask({ path: address.pathname + address.search });
    expect(answer).toMatchObject({
      status: 303,
      headers: { location: "/", "referrer-policy": "no-referrer", "cache-control": "no-store" },
    });
    expect(answer.headers["set-cookie"]).toEqual([
      expect.stringMatching(/^yibao-counter-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/),
    ]);
    const cookie = answer.headers["set-cookie"]![0]!.split(";")[0]!;
    expect(cookie).not.toContain(address.searchParams.get("token")!);
    expect(await ask({ headers: { Cookie: cookie } })).toMatchObject({ status: 200, text: "<title>医保窗口</title>" });
  });

  test("a token works once, a newer one voids it, a wrong one opens nothing", async () => {
    const first = new URL(server.newAddress());
    const second = new URL(server.newAddress());
    expect((await ask({ path: `/${first.search}` })).status).toBe(403);
    expect((await ask({ path: `/${second.search}` })).status).toBe(303);
    expect((await ask({ path: `/${second.search}` })).status).toBe(403);
    for (const token of ["", "x", "undefined", "0".repeat(43)])
      expect((await ask({ path: `/?token=${token}` })).status).toBe(403);
  });

  test("a browser that fetched the address ahead of time comes in with the cookie it got", async () => {
    const { search } = new URL(server.newAddress());
    const cookie = (await ask({ path: `/${search}` })).headers["set-cookie"]![0]!.split(";")[0]!;
    expect(await ask({ path: `/${search}`, headers: { Cookie: cookie } })).toMatchObject({
      status: 303,
      headers: { location: "/" },
    });
  });

  test.each(["/", "/index.html", "/assets/main-1.js", "/nothing"])(
    "without the cookie %s is a page that says what to do",
    async (path) => {
      for (const headers of [{}, { Cookie: `yibao-counter-${server.port}=guess` }]) {
        const answer = await ask({ path, headers });
        expect(answer.status).toBe(403);
        expect(answer.headers["content-type"]).toContain("text/html");
        expect(answer.text).toContain("请使用程序启动时给出的地址");
        expect(answer.text).not.toContain("start()");
      }
    },
  );

  test("without the cookie no call is answered", async () => {
    const { Cookie: _cookie, ...headers } = ours("");
    const answer = await call("session.status", {}, headers);
    expect(answer.status).toBe(401);
    expect(codeOf(answer)).toBe("not-signed-in");
  });
});

describe("requests that are not ours", () => {
  test.each([
    "example.com",
    "127.0.0.1",
    "127.0.0.1:1",
    "HOST",
    "127.0.0.1:PORT",
    "localhost:PORT",
    "HOST:PORT.example.com",
    "[::1]:PORT",
    "example.com:PORT",
  ])("host %s is refused", async (host) => {
    const cookie = await enter();
    const headers = { ...ours(cookie), Host: host.replace("HOST", server.host).replace("PORT", String(server.port)) };
    expect((await ask({ headers })).status).toBe(421);
    expect((await call("session.status", {}, headers)).status).toBe(421);
  });

  test.each([
    ["a foreign origin", { Origin: "http://example.com" }],
    ["another port of this address", { Origin: "http://HOST:1" }],
    ["another address of this machine", { Origin: "http://127.0.0.1:PORT" }],
    ["a sandboxed frame", { Origin: "null" }],
    ["another scheme", { Origin: "https://HOST:PORT" }],
    ["a same-site page of another port", { "Sec-Fetch-Site": "same-site" }],
    ["another site", { "Sec-Fetch-Site": "cross-site" }],
    ["a form or link", { "Sec-Fetch-Site": "none" }],
    ["no mark of our page", { "X-Counter": "" }],
  ])("a call from %s is refused", async (_what, changes) => {
    const cookie = await enter();
    const given = Object.fromEntries(
      Object.entries(changes).map(([name, value]) => [
        name,
        value.replace("HOST", server.host).replace("PORT", String(server.port)),
      ]),
    );
    const answer = await call("session.status", {}, { ...ours(cookie), ...given });
    expect(answer.status).toBe(403);
    expect(codeOf(answer)).toBe("not-allowed");
  });

  test("a call without an origin is refused", async () => {
    const { Origin: _origin, ...headers } = ours(await enter());
    expect((await call("session.status", {}, headers)).status).toBe(403);
  });

  test("another site can neither open the page nor use up the token", async () => {
    const address = new URL(server.newAddress());
    const foreign = { "Sec-Fetch-Site": "cross-site" };
    const answer = await ask({ path: `/${address.search}`, headers: foreign });
    expect(answer.status).toBe(403);
    expect(answer.text).toContain("其他网站");
    expect((await ask({ path: `/${address.search}`, headers: { "Sec-Fetch-Site": "none" } })).status).toBe(303);
  });
});

describe("calls", () => {
  test("go through the gate; the session belongs to the page", async () => {
    const headers = await visiting();
    expect(codeOf(await call("office.get", {}, headers))).toBe("not-signed-in");
    expect(codeOf(await call("no.such.call", {}, headers))).toBe("unknown-call");
    expect(codeOf(await call("session.login", { login: "admin" }, headers))).toBe("bad-input");
    const login = await call("session.login", { login: "admin", password: PASSWORD }, headers);
    expect(login).toMatchObject({
      status: 200,
      headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" },
    });
    expect(JSON.parse((await call("office.get", {}, headers)).text)).toMatchObject({ ok: true, value: { code: "2102" } });
    expect(codeOf(await call("office.get", {}, await visiting()))).toBe("not-signed-in");
  });

  test("ask for the role", async () => {
    await server.close();
    desk.remove();
    desk = new TestDesk().setUp("auditor", false);
    server = await start(0);
    const headers = await visiting();
    await call("session.login", { login: "admin", password: PASSWORD }, headers);
    expect(codeOf(await call("drafts.list", {}, headers))).toBe("not-allowed");
    expect(codeOf(await call("policy.matters", {}, headers))).toBeUndefined();
  });

  test("are POST and JSON only", async () => {
    const headers = await visiting();
    expect((await ask({ path: "/call/session.status", headers })).status).toBe(405);
    expect((await ask({ method: "POST", path: "/", headers })).status).toBe(405);
    expect((await call("session.status", {}, { ...headers, "Content-Type": "text/plain" })).status).toBe(415);
    expect((await ask({ method: "POST", path: "/call/session.status", headers, body: "{" })).status).toBe(400);
    expect((await ask({ method: "POST", path: "/call/session.status", headers })).status).toBe(400);
  });

  test("are limited in size, declared or not", async () => {
    const headers = await visiting();
    const large = JSON.stringify({ text: "x".repeat(1_200_000) });
    const declared = await ask({ method: "POST", path: "/call/session.status", headers, body: large });
    expect(declared.status).toBe(413);
    expect(codeOf(declared)).toBe("bad-input");
    const chunked = await ask({
      method: "POST",
      path: "/call/session.status",
      headers: { ...headers, "Transfer-Encoding": "chunked" },
      body: large,
    });
    expect(chunked.status).toBe(413);
    expect((await call("session.status", {}, headers)).status).toBe(200);
  });

  test("take a file where a file travels, and no more than the largest", async () => {
    const headers = await visiting();
    const scan = { requestId: "00000000-0000-4000-8000-000000000000", caseId: "x", material: null, name: "x" };
    // nobody has signed in here: what matters is that it came through to the gate
    expect(codeOf(await call("attachments.add", { ...scan, base64: "A".repeat(13_000_000) }, headers))).toBe("not-signed-in");
    expect((await call("attachments.add", { ...scan, base64: "A".repeat(15_000_000) }, headers)).status).toBe(413);
  });

  test("a name that is no name of a call is unknown, not a file", async () => {
    const headers = await visiting();
    for (const name of ["", "..%2fsecret", "session.status/x", "__proto__"])
      expect(codeOf(await call(name, {}, headers)), name).toBe("unknown-call");
  });
});

describe("files", () => {
  test("come with type, policy and caching", async () => {
    const cookie = await enter();
    const page = await ask({ headers: { Cookie: cookie } });
    expect(page.headers).toMatchObject({
      "content-security-policy": CONTENT_SECURITY_POLICY,
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "no-store",
    });
    const script = await ask({ path: "/assets/main-1.js", headers: { Cookie: cookie } });
    expect(script).toMatchObject({ status: 200, text: "start()", headers: { "content-type": "text/javascript; charset=utf-8" } });
    expect(await ask({ method: "HEAD", headers: { Cookie: cookie } })).toMatchObject({ status: 200, text: "" });
  });

  test.each([
    "/../secret.html",
    "/%2e%2e/secret.html",
    "/..%2fsecret.html",
    "/assets/..%2f..%2fsecret.html",
    "//127.0.0.1/secret.html",
    "/%",
    "/nothing.js",
  ])("%s leads nowhere", async (path) => {
    const answer = await ask({ path, headers: { Cookie: await enter() } });
    expect([400, 404]).toContain(answer.status);
    expect(answer.text).not.toContain("secret");
  });
});

test("while developing the page comes from the development server, to the same browser only", async () => {
  const development = createHttpServer((incoming, response) => {
    response.writeHead(incoming.url === "/main.tsx?t=1" ? 200 : 404, { "Content-Type": "text/javascript" }).end("hot");
  }).listen(0, "127.0.0.1");
  await once(development, "listening");
  await server.close();
  server = await start(0, `http://127.0.0.1:${(development.address() as AddressInfo).port}`);
  expect((await ask({ path: "/main.tsx?t=1" })).status).toBe(403);
  const headers = { Cookie: await enter() };
  const answer = await ask({ path: "/main.tsx?t=1", headers });
  expect(answer).toMatchObject({ status: 200, text: "hot", headers: { "content-type": "text/javascript" } });
  expect((await ask({ path: "/nothing", headers })).status).toBe(404);
  development.close();
});

describe("the address", () => {
  test("is this machine's own only (needs a machine on a network)", async ({ skip }) => {
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((address) => address && !address.internal && address.family === "IPv4");
    if (!outside) return skip();
    await expect(
      new Promise((resolve, reject) => request({ host: outside.address, port: server.port }, resolve).on("error", reject).end()),
    ).rejects.toMatchObject({ code: "ECONNREFUSED" });
  });

  test("a usual port that is taken gives way to a free one; one that was asked for does not", async () => {
    const occupy = async (port: number) => {
      const occupied = createServer().listen(port, "0.0.0.0");
      await once(occupied, "listening");
      return occupied;
    };
    const usual = await start(undefined);
    const { port } = usual;
    await usual.close();
    const occupied = await occupy(port);
    const other = await start(undefined);
    expect(other.port).not.toBe(port);
    await expect(start(port)).rejects.toMatchObject({ code: "EADDRINUSE" });
    await Promise.all([other.close(), new Promise((resolve) => occupied.close(resolve))]);
  });
});
