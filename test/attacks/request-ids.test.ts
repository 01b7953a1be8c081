/** A used request id must not carry another act: neither a look without a row of its own, nor a print that is not counted. */
import { createHash, randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { form, PASSWORD, Seat, submission, TestDesk, TOO_FEW } from "../unit/desk/test-desk.ts";
import { syntheticIdentityNumber } from "../../src-main/demo/people.ts";

let desk: TestDesk;
let checker: Seat;
beforeEach(() => {
  desk = new TestDesk().setUp("administrator");
  checker = desk.seat("reviewer", "复核员");
});
afterEach(() => desk.remove());

const person = (serial: number) => ({
  identityNumber: syntheticIdentityNumber("1965-03-04", "male", serial),
  name: `单长${["河", "江", "海"][serial % 3]!}`,
  phone: `198000000${serial}`,
});
const accepted = (serial: number, facts = form().facts) =>
  desk.call("cases.submit", submission({ person: person(serial), facts }));
const REUSED = "request-reused";

describe.each([
  ["in the same process", () => undefined],
  ["after a restart", () => desk.restart()],
])("a used request id, %s", (_when, restart) => {
  it("opens nobody else's number", async () => {
    const [one, other] = [await accepted(61), await accepted(63)];
    const requestId = randomUUID();
    const look = { requestId, id: one.personId, reason: "核对证件" };
    await desk.call("people.reveal", look);
    restart();
    expect((await desk.refusal("people.reveal", { ...look, id: other.personId })).code).toBe(REUSED);
    expect((await desk.refusal("people.reveal", { ...look, reason: "另一原因" })).code).toBe(REUSED);
    // the very same again is a retry, with one row
    expect(await desk.call("people.reveal", look)).toMatchObject({ identityNumber: person(61).identityNumber });
    const { rows } = await desk.call("audit.list", { operation: "people.reveal", limit: 50 });
    expect(rows).toHaveLength(1);
  });

  it("opens a number for one visit, not for ever: what has changed since is another look", async () => {
    const { personId } = await accepted(61);
    const look = { requestId: randomUUID(), id: personId, reason: "核对证件" };
    await desk.call("people.reveal", look);
    restart();
    desk.clock.advance(9 * 24 * 60 * 60);
    await desk.call("session.login", { login: "admin", password: PASSWORD });
    expect((await desk.refusal("people.reveal", look)).code).toBe(REUSED);
  });

  it("prints no other paper", async () => {
    const [one, other] = [await accepted(61), await accepted(63)];
    const requestId = randomUUID();
    await desk.call("papers.print", { requestId, id: one.papers[0]!.id });
    restart();
    expect((await desk.refusal("papers.print", { requestId, id: other.papers[0]!.id })).code).toBe(REUSED);
    expect((await desk.call("papers.print", { requestId: randomUUID(), id: other.papers[0]!.id })).paper.timesPrinted).toBe(1);
  });

  it("approves no other case, and does not say that it did", async () => {
    const [one, other] = [await accepted(61, TOO_FEW), await accepted(63, TOO_FEW)];
    const approval = { requestId: randomUUID(), id: one.id, version: 1, note: "" };
    expect((await checker.call("review.approve", approval)).state).toBe("approved");
    restart();
    // a restart ends the window, not the clerk
    checker = new Seat(desk, checker.id, checker.login);
    expect((await checker.refusal("review.approve", { ...approval, id: other.id })).code).toBe(REUSED);
    expect((await desk.call("cases.get", { id: other.id })).state).toBe("in-review");
  });

  it("is nobody else's: another clerk's password change is not told as done", async () => {
    const requestId = randomUUID();
    const change = { requestId, current: PASSWORD, next: "another-horse-7" };
    await desk.call("session.changePassword", change);
    restart();
    const second = desk.seat("clerk", "第二人");
    expect((await second.refusal("session.changePassword", { ...change, next: "third-horse-77" })).code).toBe(REUSED);
    expect((await desk.refusal("session.changePassword", { ...change, next: "third-horse-77" })).code).toBe(REUSED);
    expect(await desk.call("session.changePassword", change)).toBeNull();
  });
});

it("may be used again where nothing was done under it", async () => {
  const requestId = randomUUID();
  expect((await desk.refusal("cases.cancel", { requestId, id: "no-such-case", reason: "本人撤回" })).code).toBe("not-found");
  const one = await accepted(61);
  expect((await desk.call("cases.cancel", { requestId, id: one.id, reason: "本人撤回" })).state).toBe("cancelled");
});

it("keeps no trace of a password in what it is bound to", async () => {
  const requestId = randomUUID();
  await desk.call("session.changePassword", { requestId, current: PASSWORD, next: "another-horse-7" });
  const first = desk.store.audit.inputOf(requestId);
  // the hash is of the call, the clerk and the id alone: it can be made without knowing either password
  const told = JSON.stringify(["session.changePassword", desk.connection.clerkId, { requestId }]);
  expect(first).toBe(createHash("sha256").update(told).digest("hex"));
});
