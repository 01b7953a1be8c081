import { spawn } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";
import { projectRoot } from "../../src-main/launcher/tool.ts";
import { temporaryFolder } from "./app.ts";

it("npm start gives the browser app where there is no display, and ends with its terminal", { timeout: 60_000 }, async () => {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
  const launcher = spawn(
    process.execPath,
    [join(projectRoot, "src-main/launcher/run.mjs"), "start", "--no-open", "--port", "0", "--data", temporaryFolder()],
    { env, stdio: ["ignore", "pipe", "pipe"] },
  );
  let [output, said] = ["", ""];
  launcher.stderr.on("data", (chunk: Buffer) => void (said += chunk.toString()));
  const ended = new Promise<NodeJS.Signals | number | null>((resolve) =>
    launcher.once("close", (status, signal) => resolve(signal ?? status)),
  );
  const address = await new Promise<string>((resolve, reject) => {
    launcher.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(output);
      if (found) resolve(found[0]);
    });
    launcher.once("close", () => reject(new Error(`ended without an address:\n${output}${said}`)));
  });
  expect(said).toContain(process.platform === "linux" ? "这台机器没有图形界面，改在浏览器中使用。" : "改在浏览器中使用");
  // the one-time token becomes a cookie
  expect((await fetch(address, { redirect: "manual" })).status).toBe(303);

  launcher.kill("SIGTERM");
  await ended;
  await expect(fetch(address)).rejects.toThrow("fetch failed");
});
