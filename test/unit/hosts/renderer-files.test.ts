import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CONTENT_SECURITY_POLICY, readRendererFile } from "../../../src-main/hosts/renderer-files.ts";

let root: string;
let renderer: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "counter-files-"));
  renderer = join(root, "renderer");
  mkdirSync(join(renderer, "assets"), { recursive: true });
  mkdirSync(join(root, "renderer-neighbour"));
  writeFileSync(join(renderer, "index.html"), "<page>");
  writeFileSync(join(renderer, "assets", "a-1.js"), "script");
  writeFileSync(join(renderer, "assets", "字体.woff2"), "font");
  writeFileSync(join(renderer, "assets", "notes.map"), "map");
  writeFileSync(join(root, "secret.html"), "secret");
  writeFileSync(join(root, "renderer-neighbour", "secret.html"), "secret");
});
afterAll(() => rmSync(root, { recursive: true }));

test("the page and its parts, each with type, policy and caching", async () => {
  const page = (await readRendererFile(renderer, "/"))!;
  expect(Buffer.from(page.bytes).toString()).toBe("<page>");
  expect(page.headers).toMatchObject({
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
  });
  const script = (await readRendererFile(renderer, "/assets/a-1.js"))!;
  expect(script.headers["Content-Type"]).toBe("text/javascript; charset=utf-8");
  expect(script.headers["Cache-Control"]).toContain("immutable");
  const font = await readRendererFile(renderer, "/assets/%E5%AD%97%E4%BD%93.woff2");
  expect(font?.headers["Content-Type"]).toBe("font/woff2");
});

test("scripts only from the program itself", () => {
  expect(CONTENT_SECURITY_POLICY).toContain("default-src 'none'; script-src 'self';");
  expect(CONTENT_SECURITY_POLICY).not.toMatch(/script-src[^;]*unsafe|eval|https?:|\*/);
});

test.each([
  "/../secret.html",
  "/%2e%2e/secret.html",
  "/..%2fsecret.html",
  "/assets/../../secret.html",
  "/../renderer-neighbour/secret.html",
  "/..%5csecret.html",
  "//secret.html",
  "/index.html%00.js",
  "/%",
  "/assets",
  "/assets/",
  "/assets/notes.map",
  "/missing.js",
  `/${"a".repeat(5000)}.js`,
  "/index.html/x.js",
])("no file for %s", async (pathname) => {
  expect(await readRendererFile(renderer, pathname)).toBeUndefined();
});
