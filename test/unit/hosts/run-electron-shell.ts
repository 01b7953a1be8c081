/**
 * Starts the desktop shell in Node with the stand-in in Electron's place, plays a few scenes and prints what happened as JSON.
 * Arguments: the shell's entry, the preload's entry, then the shell's own arguments. `FIRST_INSTANCE=0`: another one runs already.
 */
import { registerHooks } from "node:module";
import { setTimeout as wait } from "node:timers/promises";
import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { syntheticPerson } from "../../../src-main/demo/people.ts";

const ENOUGH_IN_THE_SHELL = {
  way: "pension-here",
  pensionMonth: "2025-06",
  capacity: "unit",
  contributed: { periods: [{ from: "2004-06", to: "2025-06" }] },
  transferred: { months: 0 },
  military: { months: 0 },
  service: { periods: [{ from: "1990-01", to: "2003-12" }] },
  enrolledAs: "unit",
};
const standIn = new URL("electron-stand-in.ts", import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === "electron" ? { url: standIn, format: "module-typescript", shortCircuit: true } : next(specifier, context),
});

const [shell = "", preload = "", ...shellArguments] = process.argv.slice(2);
process.argv = [process.execPath, "/project", ...shellArguments];

const { app, permissions, record } = await import("./electron-stand-in.ts");
app.isFirst = process.env["FIRST_INSTANCE"] !== "0";
await import(pathToFileURL(shell).href);
for (let i = 0; i < 200 && record.windows.every((window) => !window.shown) && record.exit === undefined && app.isFirst; i++) {
  await wait(25);
}

const main = record.windows[0];
const report: Record<string, unknown> = {
  order: record.order,
  schemes: record.schemes,
  paths: record.paths,
  errorBoxes: record.errorBoxes,
  exit: record.exit,
  channels: [...record.handlers.keys()],
  windows: record.windows.map((window) => window.options),
  menu: record.menu,
};

if (main) {
  const frame = (url: string, parent: unknown = null) => ({ url, parent });
  const call = async (senderFrame: unknown, name: unknown, input: unknown, sender: unknown = main.webContents) =>
    await record.handlers.get("call")!({ sender, senderFrame }, name, input);
  const ours = frame("app://counter/");
  const prevented = (event: string, details: Record<string, unknown>) => {
    let wasPrevented = false;
    main.webContents.emit(event, { ...details, preventDefault: () => (wasPrevented = true) });
    return wasPrevented;
  };
  const fetched = async (url: string, method = "GET") => {
    const response = await record.protocols.get("app")!(new Request(url, { method }));
    return { status: response.status, headers: Object.fromEntries(response.headers) };
  };
  const permission = (name: string) => {
    let granted: unknown;
    permissions.request!(main.webContents, name, (answer: unknown) => (granted = answer));
    return [granted, permissions.check!(main.webContents, name, "app://counter"), permissions.device!({ deviceType: name })];
  };

  report["calls"] = {
    ours: await call(ours, "session.status", {}),
    afterWrongName: await call(ours, "__proto__", {}),
    noFrame: await call(null, "session.status", {}),
    subframe: await call(frame("app://counter/", ours), "session.status", {}),
    foreign: await call(frame("https://example.com/"), "session.status", {}),
    otherAppHost: await call(frame("app://counter.evil/"), "session.status", {}),
    file: await call(frame("file:///home/x.html"), "session.status", {}),
    blob: await call(frame("blob:app://counter/1"), "session.status", {}),
    unreadable: await call(frame(""), "session.status", {}),
  };
  report["rescue"] = await call(ours, "rescue.status", {});
  report["windowOpen"] = main.webContents.windowOpenHandler?.({ url: "https://example.com/" });
  report["prevented"] = {
    navigate: prevented("will-navigate", { url: "https://example.com/" }),
    navigateOwn: prevented("will-navigate", { url: "app://counter/other" }),
    redirect: prevented("will-redirect", { url: "https://example.com/" }),
    mainFrame: prevented("will-frame-navigate", { url: "app://counter/", isMainFrame: true }),
    foreignFrame: prevented("will-frame-navigate", { url: "https://example.com/", isMainFrame: false }),
    foreignBlob: prevented("will-frame-navigate", { url: "blob:https://example.com/1", isMainFrame: false }),
    ownBlob: prevented("will-frame-navigate", { url: "blob:app://counter/1", isMainFrame: false }),
    webview: prevented("will-attach-webview", {}),
  };
  report["permissions"] = Object.fromEntries(
    ["media", "geolocation", "notifications", "openExternal", "usb"].map((name) => [name, permission(name)]),
  );
  report["served"] = {
    page: await fetched("app://counter/"),
    otherHost: await fetched("app://elsewhere/"),
    outside: await fetched("app://counter/..%2f..%2fpackage.json"),
    post: await fetched("app://counter/", "POST"),
  };

  // one office set up and signed in on this window; another window knows nothing of it
  const setup = {
    requestId: crypto.randomUUID(),
    office: { code: "2102", name: "演示区医保中心", cities: ["dalian"] },
    login: "admin",
    name: "管理员",
    password: "long-enough",
  };
  report["setup"] = await call(ours, "session.setup", setup);
  report["recoveryCode"] = await call(ours, "keys.newRecoveryCode", {
    requestId: crypto.randomUUID(),
    password: setup.password,
  });
  report["signedIn"] = await call(ours, "session.status", {});
  report["otherWindow"] = await call(ours, "session.status", {}, {});

  // a case is submitted and its receipt printed: once well, once with the dialog cancelled
  const { birthDate, sex, ...person } = syntheticPerson(0);
  const content = { matter: "dalian.retirement", asOf: "2025-07-15", person, caseId: null, amends: false };
  const facts = { ...ENOUGH_IN_THE_SHELL, birthDate, sex };
  const materials = [{ id: "approval-form", received: true, form: "original", count: 1 }];
  const submission = { requestId: crypto.randomUUID(), draftId: "d", content: { ...content, facts, materials }, reason: "" };
  const submitted = (await call(ours, "cases.submit", submission)) as { value?: { papers: { id: string }[] } };
  const printing = async () =>
    (await call(ours, "papers.print", { requestId: crypto.randomUUID(), id: submitted.value?.papers[0]?.id })) as {
      ok: boolean;
      error?: { code: string };
      value?: { printedByHost: boolean };
    };
  const printed = await printing();
  record.printSucceeds = false;
  const cancelled = await printing();
  report["printing"] = {
    submitted: submitted.value === undefined ? submitted : "submitted",
    printed: [printed.ok, printed.value?.printedByHost],
    cancelled: [cancelled.ok, cancelled.error?.code],
    jobs: record.printed.map(({ options, start }) => ({ options, start })),
    windows: record.windows
      .slice(1)
      .map((window) => ({ options: window.options, shown: window.shown, destroyed: window.destroyed })),
    filesLeft: record.printed.filter(({ url }) => existsSync(fileURLToPath(url))).length,
  };

  // a file is saved where the clerk says, not at all when the dialog is closed, and told when it cannot be
  const saving = async (path: string | undefined) => {
    record.savePath = path;
    return await call(ours, "diagnosis.export", {});
  };
  const target = join(record.paths["userData"]!, "诊断信息.txt");
  const saved = await saving(target);
  report["saving"] = {
    saved,
    isThere: existsSync(target),
    partsLeft: readdirSync(dirname(target)).filter((name) => name.endsWith(".part")).length,
    closed: await saving(undefined),
    failed: await saving(join(target, "below-a-file.txt")),
    asked: record.asked.length,
    diagnosis: await call(ours, "diagnosis.get", {}),
  };

  record.savePath = "/media/usb";
  const picked = await call(ours, "backup.pickFolder", {});
  record.savePath = undefined;
  report["picking"] = { picked, closed: await call(ours, "backup.pickFolder", {}), asked: record.asked.at(-1) };

  main.minimized = true;
  app.emit("second-instance");
  report["secondInstance"] = { restored: main.restored, focused: main.focused };

  await import(pathToFileURL(preload).href);
  const counter = record.exposed["counter"] as { call: (name: string, input: unknown) => unknown };
  counter.call("session.status", {});
  report["preload"] = { exposed: Object.keys(record.exposed), members: Object.keys(counter), invoked: record.invoked };
}
app.emit("window-all-closed");
process.stdout.write(JSON.stringify(report));
process.exit(0);
