/** `counter reset-administrator` on the files of an office whose program does not run. */
import { randomUUID } from "node:crypto";
import { expect, it, vi } from "vitest";
import { ADMIN, CLERK, sharedOffice } from "../desk/rescue/rescue-office.ts";
import { counter } from "./run-counter.ts";

vi.setConfig({ testTimeout: 120_000 });

const { office, nextDay } = sharedOffice();
const OWN = "own-pass-2026";

it("makes an administrator with the code and a colleague's password, neither of which is an argument; the page tells everybody", async () => {
  const machine = await nextDay().start();
  await machine.call("session.login", { login: CLERK.login, password: office.clerkPassword });
  await machine.call("session.changePassword", { requestId: randomUUID(), current: office.clerkPassword, next: OWN });
  const given = [
    "reset-administrator",
    machine.store,
    "--login",
    "xin",
    "--name",
    "新管理",
    "--by",
    CLERK.login,
    "--reason",
    "联系不上",
  ];
  const secrets = { YIBAO_RECOVERY_CODE: office.code, YIBAO_PASSWORD: OWN };
  // while the program runs the store is its own
  expect((await counter(given, "", { environment: secrets })).stderr).toContain("正被另一个程序使用");
  await machine.stop();

  const without = await counter(given, "", { environment: { ...secrets, YIBAO_RECOVERY_CODE: "" } });
  expect(without).toMatchObject({ status: 2, stderr: expect.stringContaining("没有恢复码") });
  // the office stood still for more than a year, and there is no administrator who could say that this is so
  expect(await counter(given, "", { environment: secrets })).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("clock-doubted"),
  });
  const wrong = await counter([...given, "--clock-is-right"], "", { environment: { ...secrets, YIBAO_PASSWORD: "wrong-horse" } });
  expect(wrong).toMatchObject({ status: 2, stderr: expect.stringContaining("账号或密码不对") });
  const nameless = await counter(
    given.filter((one) => one !== "--reason" && one !== "联系不上"),
    "",
    { environment: secrets },
  );
  expect(nameless).toMatchObject({ status: 2, stderr: expect.stringContaining("--reason") });

  const { status, stdout, stderr } = await counter([...given, "--clock-is-right"], "", { environment: secrets });
  expect({ status, stderr }).toMatchObject({ status: 0, stderr: expect.stringContaining("由第三人登录") });
  const { oneTimePassword } = JSON.parse(stdout) as { oneTimePassword: string };
  machine.clock.advance((Date.now() - Date.parse(machine.clock.now())) / 1000 + 60);
  await machine.start();
  await machine.call("session.login", { login: "xin", password: oneTimePassword });
  expect(await machine.call("session.status", {})).toMatchObject({ passwordChangeNeeded: true });
  await machine.call("session.logout", {});
  await machine.call("session.login", ADMIN);
  expect(await machine.call("session.status", {})).toMatchObject({
    administratorToConfirm: { login: "xin", by: CLERK.name, reason: "联系不上" },
  });
  const { rows } = await machine.call("audit.list", { operation: "counter reset-administrator", limit: 9 });
  expect(rows.map(({ title, detail }) => `${title} ${detail}`)).toContainEqual(
    expect.stringMatching(/用命令重新设立管理员 对象：新管理（xin）/),
  );
});
