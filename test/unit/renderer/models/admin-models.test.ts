import { describe, expect, test, vi } from "vitest";
import { calls } from "../../../../src-shared/contract/calls.ts";
import { USUAL_SETTINGS } from "../../../../src-shared/domain/office-settings.ts";
import { IdleWatch, KEEP_ALIVE_SECONDS } from "../../../../src-renderer/app/session/idle-watch.ts";
import { openWork } from "../../../../src-renderer/app/session/open-work.ts";
import { adminPagesOf } from "../../../../src-renderer/admin/admin-pages.ts";
import { auditFilterOf, auditSearch } from "../../../../src-renderer/admin/audit/audit-search.ts";
import { safetyText } from "../../../../src-renderer/admin/safety/safety-text.ts";
import { groupsOf, groupsToType, isGroup } from "../../../../src-renderer/admin/safety/recovery-code-model.ts";
import { formOf, isChanged, settingsOf, settingsRules } from "../../../../src-renderer/admin/settings/settings-form.ts";
import { sizeText } from "../../../../src-renderer/ui/backups/sizes.ts";

describe("locking by time", () => {
  const watch = (minutes: number) => {
    const on = { lock: vi.fn<() => void>(), keepAlive: vi.fn<() => void>() };
    return { on, watch: new IdleWatch(minutes, on) };
  };

  test("after the office's minutes without an act, once", () => {
    const { on, watch: idle } = watch(1);
    idle.pass(55);
    expect(on.lock).not.toHaveBeenCalled();
    idle.pass(5);
    idle.pass(60);
    expect(on.lock).toHaveBeenCalledTimes(1);
    expect(on.keepAlive).not.toHaveBeenCalled();
  });

  test("an act starts the time anew, and the host hears of it", () => {
    const { on, watch: idle } = watch(1);
    idle.pass(55);
    idle.act();
    idle.pass(5);
    expect(on.lock).not.toHaveBeenCalled();
    expect(on.keepAlive).toHaveBeenCalledTimes(1);
    idle.pass(50);
    expect(on.keepAlive).toHaveBeenCalledTimes(1);
    expect(on.lock).not.toHaveBeenCalled();
    idle.pass(5);
    expect(on.lock).toHaveBeenCalledTimes(1);
  });

  test("the host hears at most once in a while, and soon enough for the shortest lock", () => {
    const { on, watch: idle } = watch(1);
    for (let seconds = 0; seconds < 120; seconds += 5) {
      idle.act();
      idle.pass(5);
    }
    expect(on.keepAlive).toHaveBeenCalledTimes(120 / KEEP_ALIVE_SECONDS);
    expect(KEEP_ALIVE_SECONDS).toBeLessThan(60);
  });
});

test("open work is stored together; one that fails keeps none of the others", async () => {
  const stored: string[] = [];
  const takeOff = [openWork.add(() => Promise.reject(new Error("locked"))), openWork.add(async () => void stored.push("form"))];
  await openWork.store();
  for (const off of takeOff) off();
  await openWork.store();
  expect(stored).toEqual(["form"]);
  openWork.belongsTo("a");
  expect([openWork.isOf("a"), openWork.isOf("b")]).toEqual([true, false]);
});

describe("pages by role", () => {
  test.each([
    ["clerk", ["settings", "safety", "diagnosis"]],
    ["reviewer", ["settings", "safety", "diagnosis"]],
    ["supervisor", ["clerks", "settings", "safety", "audit", "looks", "diagnosis"]],
    ["auditor", ["clerks", "settings", "safety", "audit", "looks", "diagnosis"]],
    ["administrator", ["clerks", "settings", "cities", "safety", "audit", "looks", "diagnosis"]],
  ] as const)("%s", (role, pages) => {
    expect(adminPagesOf(role)).toEqual(pages);
  });
});

describe("settings as typed", () => {
  const form = formOf(USUAL_SETTINGS);

  test("come back as they were", () => {
    expect(settingsOf(form)).toEqual(USUAL_SETTINGS);
    expect(isChanged(form, USUAL_SETTINGS)).toBe(false);
  });

  test("are read with commas and decimals, and lists", () => {
    const settings = settingsOf({
      ...form,
      reviewFrom: "12,000.5",
      timeLimits: [{ matter: "m", workingDays: "20" }],
      reviewMatters: [{ matter: "m", rule: "always" }],
    });
    expect(settings?.review.fromFen).toBe(1_200_050);
    expect(settings?.timeLimits).toEqual([{ matter: "m", workingDays: 20 }]);
    expect(settings?.review.matters).toEqual([{ matter: "m", rule: "always" }]);
  });

  test.each([
    [{ lockAfterMinutes: "0" }, "lockAfterMinutes"],
    [{ lockAfterMinutes: "12.5" }, "lockAfterMinutes"],
    [{ reviewFrom: "free" }, "reviewFrom"],
    [{ reviewRoles: [] }, "reviewRoles"],
    [{ promiseDays: "121" }, "promiseDays"],
    [{ promiseMaterials: [{ matter: "m", material: "x" }] }, "promiseDocument"],
    [{ timeLimits: [{ matter: "m", workingDays: "" }] }, "timeLimits.0.workingDays"],
    [{ dueSoonWorkingDays: "-1" }, "dueSoonWorkingDays"],
  ])("%j is refused at %s", (change, path) => {
    const changed = { ...form, ...change };
    expect(settingsOf(changed)).toBeNull();
    const errors = settingsRules(changed);
    expect(Object.keys(errors)).toEqual([path]);
    expect(errors[path]).not.toBe("填写有误");
  });

  test("tell every wrong field at once, the list without its document too", () => {
    const errors = settingsRules({ ...form, lockAfterMinutes: "", promiseMaterials: [{ matter: "m", material: "x" }] });
    expect(errors).toEqual({ lockAfterMinutes: "应为 1–120 的整数", promiseDocument: "有可容缺的材料时，请写明公布清单的文件" });
    expect(settingsRules(form)).toEqual({});
  });
});

test("what the address of the audit page says is what the host is asked", () => {
  const search = auditSearch.parse({ from: 20261101, to: "2026-13-01", clerk: "c1", person: "", other: "x", about: "张三" });
  expect(search).toEqual({ from: "20261101", to: "2026-13-01", clerk: "c1", about: "张三" });
  const filter = auditFilterOf(search);
  expect(filter).toEqual({ from: "2026-11-01", to: null, clerkId: "c1", operation: null, personId: null, caseId: null });
  expect(calls["audit.list"].input.safeParse({ ...filter, before: null, limit: 50 }).success).toBe(true);
});

test.each([
  [0, "0 B"],
  [1023, "1023 B"],
  [1536, "2 KB"],
  [5 * 1024 ** 3, "5 GB"],
  [3 * 1024 ** 5, "3072 TB"],
] as const)("%d bytes read %s", (bytes, said) => {
  expect(sizeText(bytes)).toBe(said);
});

test.each([
  [0, "刚刚"],
  [59, "59 分钟前"],
  [119, "1 小时前"],
  [2880, "2 天前"],
  // a time that is later than the clock is no age
  [null, "时间晚于本机时钟"],
] as const)("a backup of %s minutes is %s", (minutes, said) => {
  expect(safetyText.age("2026-03-04T01:02:03.000Z", minutes)).toBe(said);
});

describe("parts of a recovery code typed from the paper", () => {
  const groups = groupsOf("0A1B-2CDE-3FGH-4JKM-5NPQ-6RST-7VWX");

  test("two different groups, in their order, any of them", () => {
    expect(groups).toHaveLength(7);
    const seen = new Set<number>();
    for (let i = 0; i < 200; i++) {
      const asked = groupsToType(groups.length);
      expect(asked).toHaveLength(2);
      expect(asked[0]!).toBeLessThan(asked[1]!);
      asked.forEach((group) => seen.add(group));
    }
    expect(seen).toEqual(new Set([0, 1, 2, 3, 4, 5, 6]));
  });

  test.each([
    ["0A1B", true],
    [" oaib ", true],
    ["0A1", false],
    ["", false],
    ["2CDE", false],
  ])("%j is the first group: %s", (typed, right) => expect(isGroup(typed, groups[0]!)).toBe(right));
});
