/** Every kind of trouble with the store has a title, a meaning and a next step: at the start, and in the middle of the work. */
import { beforeEach, describe, expect, test } from "vitest";
import { StoreFailure } from "../../../src-renderer/app/calls/failures.tsx";
import { useHealth } from "../../../src-renderer/app/calls/health.ts";
import { STEPS_AT_WORK, TROUBLES } from "../../../src-renderer/app/calls/store-text.ts";
import { RescuePage } from "../../../src-renderer/rescue/rescue-page.tsx";
import { ERROR_CODES, type StoreErrorCode } from "../../../src-shared/contract/errors.ts";
import type { RescueProblem, RescueView } from "../../../src-shared/contract/rescue.ts";
import { installHost, Refusal, type FakeHost } from "./fake-host.ts";
import { click, get, press, show, type, until } from "./screen.tsx";

let host: FakeHost;
beforeEach(() => {
  host = installHost();
});

const STORE_CODES = ERROR_CODES.filter((code): code is StoreErrorCode => code.startsWith("store-"));
const PROBLEMS: readonly RescueProblem[] = [...STORE_CODES, "first-start", "policy", "internal"];

const view = (problem: RescueProblem, more: Partial<RescueView> = {}): RescueView => ({
  problem,
  details: [],
  ways: [],
  folder: "/data/yibao-counter",
  version: "0.1.0",
  host: "browser",
  restoring: null,
  ...more,
});

test("the texts know every problem and no other", () => {
  expect(Object.keys(TROUBLES).sort()).toEqual([...PROBLEMS].sort());
  expect(Object.keys(STEPS_AT_WORK).sort()).toEqual([...STORE_CODES].sort());
});

const screenText = (): string => document.body.textContent;
const shown = (words: string): Promise<void> => until(() => screenText().includes(words), words);

describe.each(PROBLEMS)("%s", (problem) => {
  test("has its page at the start, with a next step, the folder, a new try and a diagnosis", async () => {
    host.answers["rescue.status"] = () => view(problem);
    await show(<RescuePage />);
    const { title, meaning, opening } = TROUBLES[problem];
    await shown(title);
    expect(opening.length).toBeGreaterThan(0);
    const retry = problem === "first-start" ? "返回，建立新单位" : "再试一次";
    for (const words of [meaning, ...opening, "/data/yibao-counter", retry, "导出诊断信息"])
      expect(screenText()).toContain(words);
    // the program's own names and commands are not for the clerk
    expect(screenText()).not.toMatch(/npm|counter --|store-|SQLITE/);
  });
});

describe.each(STORE_CODES)("%s at work", (code) => {
  test("covers the screen with a next step", async () => {
    await show(<StoreFailure error={{ code, message: "一句话。", traceId: "0A1B" }} />);
    const card = document.body.querySelector("[role=alertdialog]")!.textContent;
    expect(STEPS_AT_WORK[code].length).toBeGreaterThan(0);
    for (const words of [TROUBLES[code].title, ...STEPS_AT_WORK[code], "重试", "0A1B"]) expect(card).toContain(words);
    expect(card).not.toMatch(/npm|counter --/);
  });
});

test("a wrong recovery code stays in the field, says so, and covers nothing", async () => {
  host.answers["rescue.status"] = () => view("store-key-missing", { ways: ["unlock", "restore"] });
  host.answers["rescue.unlock"] = () => new Refusal("recovery-code-wrong", "恢复码不对。");
  await show(<RescuePage />);
  await shown("恢复码");
  await type(get("textbox", "恢复码"), "abcd 1234");
  await click(get("button", "打开数据"));
  await shown("恢复码不对。");
  expect(host.of("rescue.unlock")).toEqual([{ recoveryCode: "abcd 1234" }]);
  expect((get("textbox", "恢复码") as HTMLInputElement).value).toBe("abcd 1234");
});

test("a backup without its key is a refusal on the page, not the screen of a broken store", async () => {
  host.answers["rescue.status"] = () => view("store-corrupt", { ways: ["restore"] });
  host.answers["rescue.backups"] = () => new Refusal("store-key-missing", "本机没有打开这份备份的密钥。");
  await show(<RescuePage />);
  await shown("本机没有打开这份备份的密钥。");
  let covering = true;
  await show(<Covering tell={(is) => (covering = is)} />);
  expect(covering).toBe(false);
});

function Covering({ tell }: { readonly tell: (is: boolean) => void }) {
  tell(useHealth().storeError !== null);
  return null;
}

test("a first start with a stick: the drive, the recovery code, the backup, its administrator", async () => {
  const backup = {
    folder: "/media/usb/yibao/0123456789abcdef",
    place: "/media/usb/yibao",
    name: "20260304T010203000Z-shift.9-0123456789abcdef",
    at: "2026-03-04T01:02:03.000Z",
    reason: "shift",
    bytes: 1,
    office: "测试区医保中心",
    holds: null,
    proof: null,
  } as const;
  host.answers["rescue.status"] = () => view("first-start", { ways: ["restore"] });
  host.answers["rescue.drives"] = () => [{ path: "/media/usb", label: "BACKUP", totalBytes: 32e9, freeBytes: 8e9 }];
  host.answers["rescue.backups"] = ({ recoveryCode }) =>
    recoveryCode === null
      ? { folders: [], backups: [], needsCode: true }
      : { folders: [{ folder: "/media/usb", reachable: true }], backups: [backup], needsCode: false };
  await show(<RescuePage />);
  await shown("BACKUP，剩余 8 GB，共 30 GB");
  expect(host.of("rescue.backups")).toEqual([]);
  await click(get("button", "/media/usb"));
  await shown("28 位");
  await type(get("textbox", "恢复码"), "abcd");
  await click(get("button", "用恢复码查看"));
  await shown("其他窗口的：测试区医保中心");
  expect(host.of("rescue.backups").at(-1)).toEqual({ folder: "/media/usb", recoveryCode: "abcd" });
});

test("what comes to light after an act is the next page", async () => {
  host.answers["rescue.status"] = () => view("store-locked");
  host.answers["rescue.retry"] = () => view("store-full");
  await show(<RescuePage />);
  await shown("再试一次");
  await press("F5");
  await shown("磁盘空间已满");
  expect(host.of("rescue.retry")).toHaveLength(1);
});
