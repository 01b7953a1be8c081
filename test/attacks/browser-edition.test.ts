/** Another account of the same machine against the app in the browser: its ports, its processes' arguments, lines without end, a host in its place. */
import { spawn } from "node:child_process";
import { createHmac, randomBytes } from "node:crypto";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, request, type IncomingHttpHeaders } from "node:http";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { startLoopbackServer, type LoopbackServer } from "../../src-main/hosts/loopback/server.ts";
import { silentLogger } from "../../src-main/logger.ts";
import { forbiddenSwitch } from "../../src-main/hosts/arguments.ts";
import { PASSWORD, TestDesk } from "../unit/desk/test-desk.ts";

vi.setConfig({ testTimeout: 60_000 });

let renderer: string;
let desk: TestDesk;
let server: LoopbackServer;
let elapsed = 0;
const startServer = (port: number): Promise<LoopbackServer> =>
  startLoopbackServer({
    desk: desk.desk,
    rendererDirectory: renderer,
    logger: silentLogger,
    elapsed: () => elapsed,
    port,
    developmentPage: undefined,
  });
beforeAll(() => {
  renderer = mkdtempSync(join(tmpdir(), "counter-attack-"));
  writeFileSync(join(renderer, "index.html"), "<title>医保窗口</title>");
});
afterAll(() => rmSync(renderer, { recursive: true }));
beforeEach(async () => {
  elapsed = 0;
  desk = new TestDesk().setUp("reviewer", false);
  server = await startServer(0);
});
afterEach(async () => {
  await server.close();
  desk.remove();
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly json: { readonly ok?: boolean; readonly value?: Record<string, string>; readonly error?: { readonly code: string } };
}

function post(path: string, body: object, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const all = {
      Origin: `http://${server.host}:${server.port}`,
      "Content-Type": "application/json",
      "X-Counter": "1",
      ...headers,
    };
    const outgoing = request(
      { host: server.host, port: server.port, method: "POST", path, headers: all, agent: false },
      (response) => {
        let text = "";
        response.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
        response.on("end", () =>
          resolve({
            status: response.statusCode!,
            headers: response.headers,
            json: JSON.parse(text === "" ? "{}" : text) as Answer["json"],
          }),
        );
      },
    );
    outgoing.on("error", reject);
    outgoing.end(JSON.stringify(body));
  });
}
function get(
  path: string,
  method = "GET",
  headers: Readonly<Record<string, string>> = {},
): Promise<{ status: number; cookie?: string; text: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: server.host, port: server.port, method, path, headers, agent: false }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
      response.on("end", () => {
        const cookie = response.headers["set-cookie"]?.[0]?.split(";")[0];
        resolve({ status: response.statusCode!, text, ...(cookie === undefined ? {} : { cookie }) });
      });
    });
    outgoing.on("error", reject);
    outgoing.end();
  });
}
const startPath = (): string => `/${new URL(server.newAddress()).search}`;
const LOGIN = { login: "admin", password: PASSWORD };

async function signedIn() {
  const { cookie } = await get(startPath());
  const { json } = await post("/page", {}, { Cookie: cookie! });
  const { id, page, host } = json.value as { id: string; page: string; host: string };
  const login = await post("/call/session.login", LOGIN, { Cookie: cookie!, "X-Counter-Page": page });
  return { cookie: cookie!, id, host, before: page, page: String(login.headers["x-counter-page"]) };
}

describe("the cookie, which goes to every port of this machine", () => {
  it("is worth nothing without the page's own secret, nor is the secret without the cookie", async () => {
    const { cookie, page } = await signedIn();
    expect((await post("/call/review.queue", {}, { Cookie: cookie })).status).toBe(401);
    expect((await post("/call/review.queue", {}, { "X-Counter-Page": page })).status).toBe(401);
    expect((await post("/call/review.queue", {}, { Cookie: cookie, "X-Counter-Page": page })).json.ok).toBe(true);
  });

  it("in other hands gets no secret while somebody is signed in, and no session when it takes over", async () => {
    const { cookie, page } = await signedIn();
    expect((await post("/page", {}, { Cookie: cookie })).json.error?.code).toBe("page-elsewhere");
    const { json } = await post("/page", { takesOver: true }, { Cookie: cookie });
    const thief = { Cookie: cookie, "X-Counter-Page": json.value!["page"]! };
    expect((await post("/call/review.queue", {}, thief)).json.error?.code).toBe("not-signed-in");
    // the clerk's own page goes on
    expect((await post("/call/review.queue", {}, { Cookie: cookie, "X-Counter-Page": page })).json.ok).toBe(true);
  });

  it("of somebody else, put before the clerk's, keeps nobody out", async () => {
    const { cookie, page } = await signedIn();
    const planted = `${cookie.split("=")[0]}=planted; ${cookie}`;
    expect((await post("/call/review.queue", {}, { Cookie: planted, "X-Counter-Page": page })).json.ok).toBe(true);
  });

  it("each login brings another secret; the one before, and those of other pages, are dead", async () => {
    const first = await signedIn();
    expect(first.page).not.toBe(first.before);
    const withOld = { Cookie: first.cookie, "X-Counter-Page": first.before };
    expect((await post("/call/review.queue", {}, withOld)).status).toBe(401);
    const { json } = await post("/page", { takesOver: true }, { Cookie: first.cookie });
    const second = await post("/call/session.login", LOGIN, { Cookie: first.cookie, "X-Counter-Page": json.value!["page"]! });
    expect(second.json.ok).toBe(true);
    const told = await post("/call/review.queue", {}, { Cookie: first.cookie, "X-Counter-Page": first.page });
    expect(told.json.error?.code).toBe("page-elsewhere");
  });
});

describe("the start address", () => {
  it("is not spent by HEAD, and is worth nothing after ten minutes", async () => {
    const path = startPath();
    expect((await get(path, "HEAD")).cookie).toBeUndefined();
    expect((await get(path)).cookie).toBeDefined();
    const late = startPath();
    elapsed += 10 * 60_000 + 1;
    expect((await get(late)).cookie).toBeUndefined();
  });

  it("goes into the browser by a file: its token stands behind the #, and the start page asks nobody for anything", async () => {
    const file = server.newStartFile();
    const address = /location\.replace\("([^"]+)"\)/.exec(file)![1]!;
    const { pathname, search, hash } = new URL(address);
    expect([pathname, search]).toEqual(["/start", ""]);
    // by a link of a file, as a browser sends it
    const page = await get(pathname, "GET", { "Sec-Fetch-Site": "cross-site" });
    expect(page).toMatchObject({ status: 200 });
    expect(page.cookie).toBeUndefined();
    expect((await post("/enter", { token: "x".repeat(43) })).status).toBe(403);
    const entered = await post("/enter", { token: hash.slice(1) });
    expect(entered.headers["set-cookie"]?.[0]).toMatch(/HttpOnly; SameSite=Strict/);
    expect((await post("/enter", { token: hash.slice(1) })).status).toBe(403);
    expect((await post("/enter", { token: hash.slice(1) }, { Origin: "http://127.0.0.1:1" })).status).toBe(403);
  });

  it("and its token stand in no argument of any process; the office is set up by whoever sees the starter's code", async () => {
    const place = mkdtempSync(join(tmpdir(), "counter-attack-"));
    const tools = join(place, "bin");
    mkdirSync(tools);
    const seen = join(place, "seen");
    // stands for the browser, and keeps what everybody could read of it
    writeFileSync(join(tools, "xdg-open"), `#!/bin/sh\nprintf '%s\\n' "$@" > ${seen}.part && mv ${seen}.part ${seen}\n`);
    chmodSync(join(tools, "xdg-open"), 0o755);
    const program = fileURLToPath(new URL("../../src-main/loopback.ts", import.meta.url));
    const data = join(place, "data");
    const child = spawn(process.execPath, [program, "--data", data, "--port", "0"], {
      env: { ...process.env, PATH: `${tools}:/usr/bin:/bin`, DISPLAY: ":99" },
      stdio: "pipe",
    });
    onTestFinished(() => {
      child.kill("SIGKILL");
      rmSync(place, { recursive: true, force: true });
    });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => void (output += chunk.toString()));
    await vi.waitFor(() => expect(existsSync(seen)).toBe(true), { timeout: 30_000, interval: 100 });
    const given = readFileSync(seen, "utf8");
    expect(given).toMatch(/^file:\/\/.*start\.html$/m);
    expect(`${given}${output}`).not.toMatch(/token/);
    const file = join(data, "start.html");
    // Windows has no such modes; there the folder is the account's own
    expect(process.platform === "win32" ? 0o600 : statSync(file).mode & 0o777).toBe(0o600);
    const [, origin, token] = /"(http:\/\/[^/]+)\/start#([\w-]{43})"/.exec(readFileSync(file, "utf8"))!;
    expect(output).not.toContain(token!);
    expect(output).toMatch(/^首次设置码：\S{4}-\S{4}（/m);
    const ours = { Origin: origin!, "Content-Type": "application/json", "X-Counter": "1" };
    const entered = await fetch(`${origin}/enter`, { method: "POST", headers: ours, body: JSON.stringify({ token }) });
    const cookie = entered.headers.getSetCookie()[0]!.split(";")[0]!;
    const opened = await fetch(`${origin}/page`, { method: "POST", headers: { ...ours, Cookie: cookie }, body: "{}" });
    const { value } = (await opened.json()) as { value: { page: string } };
    const setUp = await fetch(`${origin}/call/session.setup`, {
      method: "POST",
      headers: { ...ours, Cookie: cookie, "X-Counter-Page": value.page },
      body: JSON.stringify({
        requestId: crypto.randomUUID(),
        office: { code: "2102", name: "假中心", cities: ["dalian"] },
        login: "evil",
        name: "外人",
        password: "evil-evil-2026",
      }),
    });
    expect(await setUp.json()).toMatchObject({ ok: false, error: { code: "setup-code-wrong" } });
    child.kill("SIGTERM");
    await once(child, "exit");
    expect(existsSync(file)).toBe(false);
  });
});

describe("a host in our place", () => {
  it("cannot prove that it is the one that gave the page its secrets; ours can, whatever is asked", async () => {
    const { cookie, id, host } = await signedIn();
    const nonce = randomBytes(32).toString("hex");
    const { json } = await post("/proof", { id, nonce }, { Cookie: cookie });
    expect(json.value!["proof"]).toBe(createHmac("sha256", host).update(nonce).digest("hex"));
    expect((await post("/proof", { id, nonce })).status).toBe(401);
    expect((await post("/proof", { id: "x", nonce }, { Cookie: cookie })).status).toBe(401);
    // after a restart on the same port nothing of the page is known
    const { port } = server;
    await server.close();
    server = await startServer(port);
    expect((await post("/proof", { id, nonce }, { Cookie: cookie })).status).toBe(401);
  });
});

describe("what a browser has kept of whoever answered here before", () => {
  it("is of another address: each start has its own, on the port that was asked for, too", async () => {
    const { host, port } = server;
    await server.close();
    // while the program does not run, another account leaves scripts and a service worker in the clerk's browser under this address
    const squatter = createServer((_request, response) => response.end()).listen(port, host);
    await once(squatter, "listening");
    onTestFinished(() => void squatter.close());
    server = await startServer(port);
    expect(server.host).toMatch(/^127\.(?:[1-9]\d{0,2}\.){2}[1-9]\d{0,2}$/);
    const addresses = [server.newAddress(), /"(http[^"]+)"/.exec(server.newStartFile())![1]!];
    for (const address of addresses) expect(new URL(address).hostname).toBe(server.host);
    expect(["127.0.0.1", host]).not.toContain(server.host);
    expect((await get("/start", "GET", { Host: `${host}:${port}` })).status).toBe(421);
    expect((await get("/start", "GET", { Host: `127.0.0.1:${port}` })).status).toBe(421);
    expect((await get("/start")).status).toBe(200);
  });
});

describe("lines without end", () => {
  it("are cut, and keep no clerk waiting", async () => {
    const { cookie, page } = await signedIn();
    const lines: Socket[] = [];
    onTestFinished(() => lines.forEach((line) => line.destroy()));
    for (let n = 0; n < 400; n++) {
      const line = connect(server.port, server.host);
      line.on("error", () => undefined);
      lines.push(line);
    }
    await vi.waitFor(
      () => expect(lines.filter((line) => line.destroyed || line.readyState === "closed").length).toBeGreaterThan(300),
      {
        timeout: 5_000,
      },
    );
    const started = performance.now();
    expect((await post("/call/review.queue", {}, { Cookie: cookie, "X-Counter-Page": page })).json.ok).toBe(true);
    expect(performance.now() - started).toBeLessThan(1_500);
    // the rest go by themselves
    await vi.waitFor(() => expect(lines.every((line) => line.destroyed || line.readyState === "closed")).toBe(true), {
      timeout: 6_000,
    });
  });
});

it("the desktop program opens no door for tools of developers", () => {
  for (const door of [
    "--remote-debugging-port=9222",
    "--remote-debugging-pipe",
    "--inspect",
    "--inspect-brk=0",
    "--js-flags=--x",
  ])
    expect(forbiddenSwitch(["app", door])).toBe(door.split("=")[0]);
  expect(forbiddenSwitch(["app", "--demo", "--data", "/x", "--no-sandbox-is-a-name"])).toBeUndefined();
});
