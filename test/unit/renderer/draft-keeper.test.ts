import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { DraftContent } from "../../../src-shared/domain/case.ts";
import { DraftKeeper, PAUSE_MILLISECONDS } from "../../../src-renderer/counter/draft/draft-keeper.ts";

const content = (name: string): DraftContent => ({
  matter: "testcity.matter",
  asOf: "2025-07-15",
  person: { identityNumber: "", name, phone: "" },
  facts: {},
  materials: [],
  caseId: null,
  amends: false,
});

/** A store whose answers the test gives by hand. */
function slowStore() {
  const saved: string[] = [];
  const answers: { succeed: () => void; fail: () => void }[] = [];
  const save = (typed: DraftContent): Promise<string> =>
    new Promise((resolve, reject) => {
      saved.push(typed.person.name);
      answers.push({ succeed: () => resolve("2025-07-15T02:32:05.000Z"), fail: () => reject(new Error("full")) });
    });
  return { saved, answers, save };
}

describe("a form is kept as typed", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test("after a pause, the newest content once", async () => {
    const store = slowStore();
    const keeper = new DraftKeeper(store.save, null);
    expect(keeper.status().kind).toBe("untouched");
    keeper.changed(content("张"));
    await vi.advanceTimersByTimeAsync(PAUSE_MILLISECONDS - 1);
    keeper.changed(content("张三"));
    await vi.advanceTimersByTimeAsync(PAUSE_MILLISECONDS - 1);
    expect(store.saved).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(store.saved).toEqual(["张三"]);
    store.answers[0]?.succeed();
    await vi.advanceTimersByTimeAsync(0);
    expect(keeper.status()).toEqual({ kind: "saved", at: "2025-07-15T02:32:05.000Z" });
  });

  test("what is typed during a save is saved after it, never before it", async () => {
    const store = slowStore();
    const keeper = new DraftKeeper(store.save, null);
    keeper.changed(content("甲"));
    const first = keeper.flush();
    keeper.changed(content("乙"));
    const second = keeper.flush();
    await vi.advanceTimersByTimeAsync(0);
    expect(store.saved).toEqual(["甲"]);
    store.answers[0]?.succeed();
    await first;
    await vi.advanceTimersByTimeAsync(0);
    expect(store.saved).toEqual(["甲", "乙"]);
    store.answers[1]?.succeed();
    await second;
    expect(keeper.status().kind).toBe("saved");
  });

  test("a failure is shown and tried again with the newest content", async () => {
    const store = slowStore();
    const keeper = new DraftKeeper(store.save, null);
    keeper.changed(content("甲"));
    const flushed = keeper.flush();
    store.answers[0]?.fail();
    await flushed;
    expect(keeper.status().kind).toBe("failed");
    await vi.advanceTimersByTimeAsync(10_000);
    expect(store.saved).toEqual(["甲", "甲"]);
    store.answers[1]?.succeed();
    await vi.advanceTimersByTimeAsync(0);
    expect(keeper.status().kind).toBe("saved");
  });

  test("a page that goes away does not wait for the save under way", async () => {
    const store = slowStore();
    const keeper = new DraftKeeper(store.save, null);
    keeper.changed(content("甲"));
    void keeper.flush();
    keeper.changed(content("乙"));
    void keeper.flush(true);
    expect(store.saved).toEqual(["甲", "乙"]);
  });

  test("once closed nothing brings it back, not even a timer", async () => {
    const store = slowStore();
    const keeper = new DraftKeeper(store.save, null);
    keeper.changed(content("甲"));
    await keeper.close();
    keeper.changed(content("乙"));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(store.saved).toEqual([]);
    keeper.reopen(content("丙"));
    await vi.advanceTimersByTimeAsync(PAUSE_MILLISECONDS);
    expect(store.saved).toEqual(["丙"]);
  });

  test("closing waits for the save under way", async () => {
    const store = slowStore();
    const keeper = new DraftKeeper(store.save, null);
    keeper.changed(content("甲"));
    void keeper.flush();
    let closed = false;
    const closing = keeper.close().then(() => (closed = true));
    await vi.advanceTimersByTimeAsync(0);
    expect(closed).toBe(false);
    store.answers[0]?.succeed();
    await closing;
    expect(closed).toBe(true);
  });
});
