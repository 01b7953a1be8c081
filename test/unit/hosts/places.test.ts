import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readHostArguments, strangeArgument } from "../../../src-main/hosts/arguments.ts";
import { browserCommand } from "../../../src-main/hosts/loopback/browser.ts";
import { dataFolder, findPlaces } from "../../../src-main/hosts/places.ts";

let root: string;
beforeEach(() => (root = mkdtempSync(join(tmpdir(), "counter-places-"))));
afterEach(() => rmSync(root, { recursive: true }));

function touch(...path: string[]): void {
  const file = join(root, ...path);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, path.at(-1) === "package.json" ? '{"version":"1.2.3"}' : "");
}

describe("where things are", () => {
  test.each([["src-main"], ["out/main"], ["out/main/chunks"]])("from %s of a project folder", (start) => {
    for (const path of ["package.json", "resources/policy/x"]) touch(path);
    mkdirSync(join(root, start), { recursive: true });
    expect(findPlaces(join(root, start))).toEqual({
      policyDirectory: join(root, "resources/policy"),
      formulaDirectory: join(root, "resources/formulas"),
      calendarDirectory: join(root, "resources/calendar"),
      textDirectory: join(root, "resources/papers"),
      fontDirectory: join(root, "resources/fonts"),
      iconFile: join(root, "resources/icons/icon.png"),
      rendererDirectory: join(root, "out/renderer"),
      preloadFile: join(root, "out/preload/preload.cjs"),
      version: "1.2.3",
    });
  });

  test("from the archive of an installed program, with the resources beside it", () => {
    touch("resources", "resources/policy/x");
    touch("resources/app.asar", "package.json");
    mkdirSync(join(root, "resources/app.asar/out/main"), { recursive: true });
    const places = findPlaces(join(root, "resources/app.asar/out/main"));
    expect(places.policyDirectory).toBe(join(root, "resources/resources/policy"));
    expect(places.rendererDirectory).toBe(join(root, "resources/app.asar/out/renderer"));
  });

  test("missing resources are named", () => {
    touch("package.json");
    expect(() => findPlaces(root)).toThrow(join("resources", "policy"));
  });

  test("demonstrations never share the real store's folder", () => {
    expect(dataFolder("somewhere", false, {})).toBe(resolve("somewhere"));
    expect(dataFolder("somewhere", true, {})).toBe(resolve("somewhere", "demo"));
  });

  test.skipIf(process.platform !== "linux")("the store lies where the platform keeps data (Linux)", () => {
    expect(dataFolder(undefined, false, { XDG_DATA_HOME: "/x" })).toBe("/x/yibao-counter");
    expect(dataFolder(undefined, true, { XDG_DATA_HOME: "/x" })).toBe("/x/yibao-counter/demo");
    expect(dataFolder(undefined, false, { XDG_DATA_HOME: "" })).toBe(join(homedir(), ".local/share/yibao-counter"));
  });
});

describe("arguments", () => {
  test("of the command line come before the environment", () => {
    const environment = { YIBAO_DATA: "/env", YIBAO_PORT: "4000" };
    expect(readHostArguments(["--data", "/arg", "--port", "5000", "--demo", "--no-open"], environment)).toEqual({
      data: "/arg",
      port: 5000,
      demo: true,
      openBrowser: false,
    });
    expect(readHostArguments([], environment)).toEqual({ data: "/env", port: 4000, demo: false, openBrowser: true });
  });

  test("foreign switches and nonsense ports are passed over", () => {
    const given = ["/project", "--enable-features=X", "--port", "seventy", "--demo"];
    expect(readHostArguments(given, {})).toEqual({ data: undefined, port: undefined, demo: true, openBrowser: true });
    expect(readHostArguments(["--port", "70000"], {}).port).toBeUndefined();
    expect(readHostArguments(["--port=0"], {}).port).toBe(0);
  });
});

describe("arguments that the browser edition does not understand", () => {
  test.each([
    [["--dta", "/office"], "--dta"],
    [["office"], "office"],
    [["--data"], "--data"],
    [["--data", "--demo"], "--data"],
    [["--port", "seventy"], "--port seventy"],
    [["--no-open=yes"], "--no-open yes"],
  ])("%j", (given, strange) => expect(strangeArgument(given)).toBe(strange));

  test("its own are none", () => {
    expect(strangeArgument(["--demo", "--data", "/a b", "--port", "0", "--no-open"])).toBeUndefined();
    expect(strangeArgument(["--help"])).toBeUndefined();
  });
});

describe("the browser to open", () => {
  const URL = "http://127.0.0.1:1/?token=t";

  test("none without a screen", () => {
    expect(browserCommand(URL, { PATH: "/usr/bin" }, "linux")).toBeUndefined();
  });

  test("the usual one where there is no Edge or Chromium", () => {
    expect(browserCommand(URL, { PATH: root, DISPLAY: ":0" }, "linux")).toEqual({ program: "xdg-open", arguments: [URL] });
    expect(browserCommand(URL, {}, "darwin")).toEqual({ program: "open", arguments: [URL] });
    expect(browserCommand(URL, {}, "win32")).toEqual({
      program: "rundll32.exe",
      arguments: ["url.dll,FileProtocolHandler", URL],
    });
  });

  test.skipIf(process.platform !== "linux" || process.getuid?.() === 0)(
    "a window of its own with Chromium (Linux, not as root)",
    () => {
      writeFileSync(join(root, "chromium"), "", { mode: 0o755 });
      const command = browserCommand(URL, { PATH: ["/nonexistent", root].join(delimiter), WAYLAND_DISPLAY: "w" }, "linux");
      expect(command).toEqual({ program: join(root, "chromium"), arguments: [`--app=${URL}`, "--window-size=1366,768"] });
    },
  );

  test("a window of its own with Edge on Windows", () => {
    const file = join(root, "Microsoft\\Edge\\Application\\msedge.exe");
    writeFileSync(file, "", { mode: 0o755 });
    expect(browserCommand(URL, { "ProgramFiles(x86)": root }, "win32")?.program).toBe(file);
  });
});
