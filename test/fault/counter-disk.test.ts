/**
 * The counter on a disk that takes no more from the n-th write on, for every n, through the desk's own gate and with its log on
 * the same disk: the clerk is told, and the same button pressed again, when there is room, does it once.
 */
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from "vitest";
import { createLogger, type Logger } from "../../src-main/logger.ts";
import type { CallInput, CallName, CallResult } from "../../src-shared/contract/index.ts";
import { form, submission, TestDesk, TOO_FEW } from "../unit/desk/test-desk.ts";
import { PDF } from "./deeds.ts";
import { FailingDisk } from "./failing-disk.ts";
import { nextOf } from "./rounds.ts";
import { SENTENCES } from "./told.ts";

let desk: TestDesk;
let logger: Logger;
let beside: MockInstance<typeof process.stderr.write>;
beforeEach(() => {
  desk = new TestDesk().setUp();
  logger = createLogger(join(desk.folder, "logs"), desk.clock);
  desk.desk = desk.newDesk({ logger });
  beside = vi.spyOn(process.stderr, "write").mockReturnValue(true);
});
afterEach(() => {
  beside.mockRestore();
  desk.remove();
});

/** Inputs of one press of a button, from what was prepared for it. */
type Press<Name extends CallName = CallName> = () => Promise<CallInput<Name>>;
const press = <Name extends CallName>(name: Name, input: Press<Name>) => [name, input as Press] as const;

const requestId = (): string => randomUUID();
const accepted = () => desk.call("cases.submit", submission());

const PRESSES = [
  press("drafts.save", () => Promise.resolve({ id: randomUUID(), content: form() })),
  press("cases.save", () => Promise.resolve({ requestId: requestId(), draftId: randomUUID(), content: form() })),
  press("cases.submit", () => Promise.resolve(submission({ facts: TOO_FEW }))),
  press("cases.cancel", async () => ({ requestId: requestId(), id: (await accepted()).id, reason: "本人撤回" })),
  press("papers.make", async () => {
    const content = form({ materials: [] });
    const { id } = await desk.call("cases.save", { requestId: requestId(), draftId: randomUUID(), content });
    return { requestId: requestId(), caseId: id, kind: "one-time-notice" as const };
  }),
  press("papers.print", async () => ({ requestId: requestId(), id: (await accepted()).papers[0]!.id })),
  press("attachments.add", async () => ({
    requestId: requestId(),
    caseId: (await accepted()).id,
    material: null,
    name: "扫描件.pdf",
    base64: Buffer.concat([PDF, Buffer.from(requestId()), PDF]).toString("base64"),
  })),
  press("clerks.create", () =>
    Promise.resolve({
      requestId: requestId(),
      login: `login-${requestId().slice(0, 8)}`,
      name: `王强${requestId().slice(0, 8)}`,
      role: "clerk" as const,
    }),
  ),
  press("people.reveal", async () => {
    const { id } = await accepted();
    return { requestId: requestId(), id: desk.store.cases.get(id)!.personId, reason: "核对身份" };
  }),
  // a page that cannot be told of is not shown
  press("cases.get", async () => ({ id: (await accepted()).id })),
  press("people.get", async () => ({ id: desk.store.cases.get((await accepted()).id)!.personId })),
  press("reports.export", () =>
    Promise.resolve({
      what: "day" as const,
      date: "2025-07-15",
      clerkId: null,
      exportId: requestId(),
      format: "xlsx" as const,
      reason: "核对",
    }),
  ),
  press("audit.export", () => Promise.resolve({ exportId: requestId(), format: "xlsx" as const, reason: "核对" })),
  press("diagnosis.export", () => Promise.resolve({})),
  press("session.lock", () => Promise.resolve({})),
];

const counts = (): readonly number[] => [
  desk.store.cases.search({ text: "", state: null, limit: 1, offset: 0 }).total,
  desk.store.clerks.list().length,
  desk.store.drafts.list(desk.connection.clerkId!).length,
];

describe.each(["full", "read-only"] as const)("the disk is %s from the n-th write on, at", (trouble) => {
  it.each(PRESSES)("%s", async (name, inputOf) => {
    const ask = (input: unknown): Promise<CallResult<unknown>> => desk.desk.call(desk.connection, name, input);
    const disk = new FailingDisk({ folder: desk.folder });
    try {
      let refused = 0;
      for (let nth = 1, isLast = false; ;) {
        desk.connection.locked = false;
        const input = await inputOf();
        const before = counts();
        disk.failFrom(nth, trouble);
        const answer = await ask(input);
        disk.mend();
        const isReached = disk.failures > 0;
        const { writes } = disk;
        const told = answer.ok ? "done" : answer.error.message;
        expect(["done", SENTENCES[trouble]], `write ${nth}`).toContain(told);
        if (!answer.ok) refused++;
        desk.connection.locked = false;
        const again = await ask(input);
        expect(again.ok, `again after write ${nth}`).toBe(true);
        // one at most of each, however often it was pressed
        const grown = counts().map((count, i) => count - before[i]!);
        expect(Math.max(...grown)).toBeLessThanOrEqual(1);
        if (isLast) break;
        // a step beyond the last write: then that one is tried, which every sample has so
        isLast = !isReached;
        nth = isReached ? nextOf(nth) : writes;
      }
      expect(refused).toBeGreaterThan(0);
      expect(desk.store.verify()).toEqual([]);
    } finally {
      disk.stop();
    }
    // what the log could not take was told beside it; it goes on when there is room
    expect(beside.mock.calls.map(([line]) => String(line)).join("")).toContain(`a disk that is ${trouble}`);
    logger.info("room again");
    expect(readFileSync(join(desk.folder, "logs", "counter.log"), "utf8")).toContain("room again");
  });
});
