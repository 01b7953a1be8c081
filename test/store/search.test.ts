import { describe, expect, it } from "vitest";
import { nameKeys } from "../../src-main/store/areas/people/names.ts";
import type { Store } from "../../src-main/store/index.ts";
import type { StoredCaseState } from "../../src-shared/domain/case.ts";
import { act, content, identityNumber, minute, newStore, save, submit } from "./support.ts";

const namesFound = (store: Store, text: string, state: StoredCaseState | null = null): string[] =>
  store.cases.search({ text, state, limit: 50, offset: 0 }).rows.map(({ name }) => name);

const person = (serial: number, name: string) => content({ person: { identityNumber: identityNumber(serial), name, phone: "" } });

/** Names in the order of their cases, the last one newest. */
function storeOf(...names: string[]): Store {
  const store = newStore();
  names.forEach((name, i) => submit(store, { content: person(i, name), act: { at: minute(i) } }));
  return store;
}

describe("by name", () => {
  it("finds any part of it, also two characters and one", () => {
    const store = storeOf("张三", "张三丰", "王小张", "李四");
    expect(namesFound(store, "张三")).toEqual(["张三丰", "张三"]);
    expect(namesFound(store, "三丰")).toEqual(["张三丰"]);
    expect(namesFound(store, "张")).toEqual(["王小张", "张三丰", "张三"]);
    expect(namesFound(store, " 李 四 ")).toEqual(["李四"]);
    expect(namesFound(store, "三张")).toEqual([]);
  });

  it("finds rare characters and transcribed names with any dot or none", () => {
    const store = storeOf("王䶮", "𠮷野", "阿卜杜拉·买买提");
    expect(namesFound(store, "䶮")).toEqual(["王䶮"]);
    expect(namesFound(store, "𠮷")).toEqual(["𠮷野"]);
    expect(namesFound(store, "杜拉买买")).toEqual(["阿卜杜拉·买买提"]);
    expect(namesFound(store, "杜拉・买买")).toEqual(["阿卜杜拉·买买提"]);
  });

  it("takes nothing in the box for query syntax", () => {
    const store = storeOf("张三");
    for (const text of ['"', "张*", "张 OR 三", "NOT", "张%", "(", "'; DROP TABLE cases; --", "·", "*", "^张"]) {
      expect(namesFound(store, text), text).toEqual([]);
    }
  });

  it("finds a person under the earlier name, too", () => {
    const store = storeOf("张三");
    submit(store, { content: person(0, "张山"), act: { at: minute(1) } });
    expect(store.people.byIdentityNumber(identityNumber(0))!.person.name).toBe("张山");
    expect(namesFound(store, "张三")).toEqual(["张山", "张三"]);
    expect(namesFound(store, "张山")).toEqual(["张山", "张三"]);
    expect(store.verify()).toEqual([]);
  });
});

describe("by pinyin", () => {
  it("finds by initials, by full pinyin and by its beginning", () => {
    const store = storeOf("张三", "郑爽", "李四");
    expect(namesFound(store, "zs")).toEqual(["郑爽", "张三"]);
    expect(namesFound(store, "zhangsan")).toEqual(["张三"]);
    expect(namesFound(store, "Zhang San")).toEqual(["张三"]);
    expect(namesFound(store, "zhengs")).toEqual(["郑爽"]);
    expect(namesFound(store, "ls")).toEqual(["李四"]);
    expect(namesFound(store, "s")).toEqual([]);
  });

  it.each([
    ["单雄信", "shanxiongxin"],
    ["仇和", "qiuhe"],
    ["曾国藩", "zengguofan"],
    ["解晓东", "xiexiaodong"],
    ["尉迟恭", "yuchigong"],
    ["欧阳修", "oyx"],
    ["吕布", "lvbu"],
    ["吕布", "lübu"],
    ["张乐", "zhangle"],
    ["张乐", "zhangyue"],
    ["任长霞", "renchangxia"],
  ])("knows how %s is read: %s", (name, typed) => {
    expect(namesFound(storeOf(name, "赵钱"), typed)).toEqual([name]);
  });

  it("puts the likeliest reading first and keeps their number in bounds", () => {
    expect(nameKeys("单雄信").slice(0, 2)).toEqual(["shanxiongxin", "sxx"]);
    // 单 3 readings, 于 1, 乐 4, 行 3: 36 would be one too many for a name
    expect(nameKeys("单于乐行").length).toBeLessThanOrEqual(2 * 24);
    expect(nameKeys("𠮷野")).toEqual(["ye", "y"]);
    expect(nameKeys("·")).toEqual([]);
  });
});

describe("by number", () => {
  it("finds by identity number and its last four, whatever the case of the x", () => {
    const withX = Array.from({ length: 99 }, (_, i) => i).find((i) => identityNumber(i).endsWith("X"))!;
    const store = newStore();
    submit(store, { content: person(withX, "甲") });
    submit(store, { content: person(withX + 1, "乙"), act: { at: minute(1) } });
    const number = identityNumber(withX);
    expect(namesFound(store, number)).toEqual(["甲"]);
    expect(namesFound(store, number.toLowerCase())).toEqual(["甲"]);
    expect(namesFound(store, `${number.slice(0, 6)} ${number.slice(6, 14)} ${number.slice(14)}`)).toEqual(["甲"]);
    expect(namesFound(store, number.slice(-4).toLowerCase())).toEqual(["甲"]);
    expect(namesFound(store, identityNumber(withX + 1).slice(-4))).toEqual(["乙"]);
  });

  it("finds by receipt number and its running tail", () => {
    const store = storeOf("甲", "乙");
    submit(store, { content: person(2, "丙"), year: 2027, act: { at: minute(9) } });
    expect(namesFound(store, "DL01022026000002")).toEqual(["乙"]);
    expect(namesFound(store, "dl01022026000002")).toEqual(["乙"]);
    expect(namesFound(store, "2026000002")).toEqual(["乙"]);
    expect(namesFound(store, "000001")).toEqual(["丙", "甲"]);
    expect(namesFound(store, "1")).toEqual(["丙", "甲"]);
    expect(namesFound(store, "99")).toEqual([]);
    expect(namesFound(store, "DL0102")).toEqual([]);
  });
});

describe("the list", () => {
  it("is newest first, filtered by state, paged, with a total", () => {
    const store = newStore();
    for (let i = 0; i < 5; i++) save(store, { content: person(i, `张${"一二三四五"[i]}`), act: { at: minute(i) } });
    const submitted = submit(store, { content: person(6, "张六"), act: { at: minute(6) } });
    store.cases.cancel(act("cases.cancel", { at: minute(7) }), submitted, "撤回");
    submit(store, { content: person(7, "张七"), act: { at: minute(8) } });

    expect(namesFound(store, "")).toEqual(["张七", "张六", "张五", "张四", "张三", "张二", "张一"]);
    expect(namesFound(store, "", "open")).toEqual(["张五", "张四", "张三", "张二", "张一"]);
    expect(namesFound(store, "张", "cancelled")).toEqual(["张六"]);
    expect(namesFound(store, "z", "submitted")).toEqual(["张七"]);
    const page = store.cases.search({ text: "张", state: "open", limit: 2, offset: 2 });
    expect(page.rows.map(({ name }) => name)).toEqual(["张三", "张二"]);
    expect(page.total).toBe(5);
    expect(store.cases.search({ text: "张", state: "open", limit: 2, offset: 50 })).toEqual({ rows: [], total: 5 });
  });

  it("shows a case once, however many ways it is found", () => {
    const store = newStore();
    // 0012 is the end of this person's number and the running number of the last case
    expect(identityNumber(1)).toMatch(/0012$/);
    for (let i = 0; i < 12; i++) submit(store, { content: person(1, "张三"), act: { at: minute(i) } });
    const { rows, total } = store.cases.search({ text: "0012", state: null, limit: 200, offset: 0 });
    expect(new Set(rows.map(({ id }) => id)).size).toBe(12);
    expect([rows.length, total]).toEqual([12, 12]);
    expect(store.cases.count({ text: "0012", state: null })).toBe(12);
    expect(store.cases.count({ text: "", state: "open" })).toBe(
      store.cases.search({ text: "", state: "open", limit: 1, offset: 0 }).total,
    );
  });
});
