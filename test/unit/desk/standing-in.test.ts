/** A role for a time: told before, over at the end of its last day, by itself. */
import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Role } from "../../../src-shared/domain/roles.ts";
import { PASSWORD, submission, TestDesk, TODAY, TOO_FEW, type Seat } from "./test-desk.ts";

let desk: TestDesk;
let supervisor: Seat;
beforeEach(() => {
  desk = new TestDesk().setUp();
  supervisor = desk.seat("supervisor", "主管丙");
});
afterEach(() => desk.remove());

const DAY = 24 * 60 * 60;
const TOMORROW = "2025-07-16";
const second = () => ({ login: supervisor.login, password: PASSWORD });
const give = (seat: Seat, role: Role, until: string | null) => ({
  requestId: randomUUID(),
  id: seat.id,
  role,
  until,
  second: second(),
});
/** The clock of the office; nobody's screen locks over it. */
function daysPass(days: number, ...seats: readonly Seat[]): void {
  desk.clock.advance(days * DAY);
  for (const { connection } of [desk, ...seats]) connection.active = null;
}
const rows = async (operation: string) => (await desk.call("audit.list", { operation, limit: 9 })).rows;

describe("a role for a time", () => {
  it("counts until the end of its last day, is told meanwhile, and is put away by itself with a row", async () => {
    const clerk = desk.seat("clerk", "经办甲");
    const own = await desk.call("cases.submit", submission({ facts: TOO_FEW }));
    expect((await clerk.refusal("review.queue", {})).code).toBe("not-allowed");
    const view = await desk.call("clerks.changeRole", give(clerk, "reviewer", TOMORROW));
    expect(view).toMatchObject({ role: "reviewer", acting: { until: TOMORROW, after: "clerk" } });
    expect(await clerk.call("session.status", {})).toMatchObject({
      clerk: { role: "reviewer" },
      acting: { until: TOMORROW, after: "clerk" },
    });
    expect((await rows("clerks.changeRole"))[0]!.detail).toMatch(
      /对象：经办甲（login-.*代理：无 → 复核.*至 2025-07-16.*在场人：主管丙/,
    );

    daysPass(1, clerk);
    expect((await clerk.call("review.queue", {})).map(({ id }) => id)).toEqual([own.id]);

    daysPass(1, clerk);
    expect((await clerk.refusal("review.queue", {})).code).toBe("not-allowed");
    expect(await clerk.call("session.status", {})).toMatchObject({ clerk: { role: "clerk" }, acting: null });
    // by the program itself, at the first call of the day
    expect(await rows("clerks.endActing")).toMatchObject([
      { clerkId: null, detail: expect.stringMatching(/经办甲.*代理：.*→ 无/) },
    ]);
    expect(desk.store.clerks.history(clerk.id).map(({ what, before, after }) => [what, before, after])).toEqual([
      ["acting", "reviewer 2025-07-16", ""],
      ["acting", "", "reviewer 2025-07-16"],
      ["added", "", "clerk"],
    ]);
    expect(desk.store.verify()).toEqual([]);
  });

  it("is over whoever asks first: the one whose it was stands by nobody", async () => {
    const clerk = desk.seat("clerk", "经办甲");
    await desk.call("clerks.changeRole", give(clerk, "supervisor", TODAY));
    const standing = { login: clerk.login, password: PASSWORD };
    daysPass(1);
    const other = desk.seat("clerk", "经办乙");
    const { requestId: _id, second: _second, ...change } = give(other, "reviewer", null);
    expect(desk.store.clerks.byId(clerk.id)!.role).toBe("clerk");
    const asked = { ...change, requestId: randomUUID(), second: standing };
    expect((await desk.refusal("clerks.changeRole", asked)).code).toBe("second-person-needed");
  });

  it("ends early by giving back the role that stays, and for good by another one", async () => {
    const clerk = desk.seat("clerk", "经办甲");
    await desk.call("clerks.changeRole", give(clerk, "reviewer", TOMORROW));
    // taking away a right takes two, as giving it does
    const { second: _second, ...alone } = give(clerk, "clerk", null);
    expect((await desk.refusal("clerks.changeRole", alone)).code).toBe("second-person-needed");
    expect(await desk.call("clerks.changeRole", give(clerk, "clerk", null))).toMatchObject({ role: "clerk", acting: null });
    await desk.call("clerks.changeRole", give(clerk, "reviewer", TOMORROW));
    expect(await desk.call("clerks.changeRole", give(clerk, "auditor", null))).toMatchObject({ role: "auditor", acting: null });
    daysPass(3);
    expect(desk.store.clerks.byId(clerk.id)!.role).toBe("auditor");
  });

  it("has a last day between today and a year from now", async () => {
    const clerk = desk.seat("clerk", "经办甲");
    for (const until of ["2025-07-14", "2026-07-18", "2025-13-01"])
      expect((await desk.refusal("clerks.changeRole", give(clerk, "reviewer", until))).code, until).toBe("bad-input");
  });

  it("does not take an office's last administrator away, nor make one who counts as such", async () => {
    const stand = desk.seat("clerk", "经办甲");
    await desk.call("clerks.changeRole", give(stand, "administrator", TOMORROW));
    const first = desk.connection.clerkId!;
    const away = { requestId: randomUUID(), id: first, second: second() };
    expect((await stand.refusal("clerks.changeRole", { ...away, role: "supervisor", until: TOMORROW })).code).toBe(
      "last-administrator",
    );
    expect(
      (await stand.refusal("clerks.setActive", { ...away, requestId: randomUUID(), active: false, reason: "调离" })).code,
    ).toBe("last-administrator");
  });
});
