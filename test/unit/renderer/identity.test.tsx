/** Who somebody is, on the form and in the file: kinds of document, what is asked beside them, names and amounts as understood. */
import { beforeEach, describe, expect, test } from "vitest";
import type { PersonFile } from "../../../src-shared/contract/people.ts";
import type { DraftContent } from "../../../src-shared/domain/case.ts";
import { checkDigit } from "../../../src-shared/domain/identity/resident-number.ts";
import { Flow } from "../../../src-renderer/counter/flow.tsx";
import { CorrectDialog } from "../../../src-renderer/people/correct-dialog.tsx";
import { emptyContent } from "../../../src-renderer/ui/calls/forms.ts";
import { installHost, type FakeHost } from "./fake-host.ts";
import { click, find, focus, get, press, settle, show, type, until } from "./screen.tsx";

let host: FakeHost;
beforeEach(() => {
  host = installHost();
});

const complete = (first17: string): string => first17 + checkDigit(first17);
const open = (content: Partial<DraftContent> = {}) =>
  show(
    <Flow
      draftId="d1"
      title="试验事项"
      nature="transaction"
      personTitle={null}
      initial={{ ...emptyContent("testcity.matter", "2025-07-15"), ...content }}
      savedAt={null}
    />,
  );
const lastFacts = (): unknown => host.of("counter.evaluate").at(-1)?.facts;
const lastPerson = () => (host.of("drafts.save").at(-1)?.content as DraftContent | undefined)?.person;
const kindChoice = (): HTMLSelectElement => get("select", "证件类型") as HTMLSelectElement;
const choose = async (element: HTMLSelectElement, value: string): Promise<void> => {
  // the field that loses the focus draws the form anew, which puts the select back to what it was
  await focus(element);
  await type(element, value);
  element.dispatchEvent(new Event("change", { bubbles: true }));
  await settle(50);
};
const number = (): HTMLElement => document.querySelector<HTMLElement>("#person-identity")!;
const words = (field: string): string => document.querySelector(`[data-field="${field}"]`)?.textContent ?? "";

describe("the kind of document", () => {
  test("follows the number until the clerk chooses it", async () => {
    await open();
    expect(kindChoice().value).toBe("citizen");
    for (const [typed, kind] of [
      ["E1234", "passport"],
      ["CAN210285030101", "permanent-residence"],
      ["T210000123", "birth-certificate"],
      [complete("81000019850301001"), "residence-permit"],
      ["2102", "citizen"],
    ] as const) {
      await type(number(), typed);
      expect(kindChoice().value, typed).toBe(kind);
    }
    await choose(kindChoice(), "passport");
    await type(number(), "123456789");
    expect(kindChoice().value).toBe("passport");
    expect(words("person.identityNumber")).toContain("护照号码");
  });

  test("of a form that is opened again is as it was", async () => {
    const passport = { identityKind: "passport", identityNumber: "123456789", name: "", phone: "" } as const;
    await open({ person: passport });
    expect(kindChoice().value).toBe("passport");
    await type(number(), "12345678");
    expect(kindChoice().value).toBe("passport");
  });

  test("brings along what its number does not tell, in the order of the form; the rules hear of it at once", async () => {
    await open();
    await type(number(), "E12345678");
    await press("Enter", number());
    expect(document.activeElement?.id).toBe("person-birth");
    await type(get("textbox", "出生日期"), "１９６５。０３。０４");
    await press("Enter");
    await press("1");
    await until(() => lastPerson()?.sex === "male", "the sex");
    expect(words("person.identityNumber")).toContain("男 · 1965-03-04 出生 · 60 周岁");
    await settle();
    expect(lastFacts()).toEqual({ born: "1965-03-04" });
    await press("F9");
    await settle();
    expect(get("dialog").textContent).not.toContain("护照号码");
    expect(get("dialog").textContent).toContain("填写姓名");
  });

  test("without a number asks for the reason and for no number; what is missing is named", async () => {
    await open();
    await choose(kindChoice(), "none");
    expect(number()).toBeNull();
    await press("F9");
    await settle();
    for (const said of ["请填写出生日期", "请选择性别", "请写明没有号码的原因", "填写姓名"]) {
      expect(get("dialog").textContent).toContain(said);
    }
    await click(get("button", "请写明没有号码的原因"));
    await settle(300);
    expect(document.activeElement?.id).toBe("person-because");
  });

  test("a birth date that is none is told; answers given for an estimate do not stand in for it", async () => {
    await open({ facts: { born: "1960-01-01" } });
    await type(number(), "E12345678");
    await type(get("textbox", "出生日期"), "20250230");
    expect(words("person.birthDate")).toContain("出生日期不是真实日期");
    await settle();
    expect(lastFacts()).toEqual({});
  });

  test("is submitted with what is told, tidied; the answers take it from there", async () => {
    host.answers["cases.save"] = () => ({ id: "case1", name: "Sam" });
    await open({
      person: {
        identityKind: "passport",
        identityNumber: "ｅ1234-5678",
        name: " 单\uE863 ",
        phone: "",
        birthDate: "19650304",
        sex: "male",
      },
      facts: { kind: "甲", has: true, paid: { months: 3 } },
    });
    await settle();
    await press("F8");
    await until(() => host.of("cases.save").length > 0, "the saving");
    expect((host.of("cases.save")[0]!.content as DraftContent).person).toEqual({
      identityKind: "passport",
      identityNumber: "E12345678",
      name: "单䶮",
      phone: "",
      birthDate: "1965-03-04",
      sex: "male",
    });
  });

  test("a known passport fills in the rest once the field is left, not over a shorter number on the way", async () => {
    host.answers["people.lookup"] = () => ({
      id: "p1",
      identityKind: "passport",
      identityNumber: "E1234",
      name: "Sam",
      phone: "1",
      birthDate: "1965-03-04",
      sex: "male",
      cases: [],
    });
    await open();
    await type(number(), "E1234");
    await settle();
    expect(host.of("people.lookup")).toEqual([]);
    await focus(get("textbox", "姓名"));
    await until(() => (get("textbox", "姓名") as HTMLInputElement).value === "Sam", "the name");
    expect(get("textbox", "出生日期")).toHaveProperty("value", "1965-03-04");
    expect(find("radio", "男")).toHaveProperty("checked", true);
  });
});

describe("a number as an input method leaves it", () => {
  test("is read while it is typed, and plain when the field is left", async () => {
    await open();
    const plain = complete("21029919650304123");
    const wide = plain.replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
    await type(number(), `\u200B${wide}`);
    expect(words("person.identityNumber")).toContain("1965-03-04 出生");
    await focus(get("textbox", "姓名"));
    expect(number()).toHaveProperty("value", plain);
  });

  test("names the character that nobody sees", async () => {
    await open();
    await type(number(), "2102\uE5E5");
    expect(words("person.identityNumber")).toContain("粘贴的内容里有看不见的字符（第 5 位，U+E5E5）");
  });
});

describe("a name", () => {
  test("of one character is too short for a citizen, when it is left; elsewhere it is a name", async () => {
    await open();
    await type(get("textbox", "姓名"), "单");
    expect(words("person.name")).not.toContain("至少两个字");
    await focus(get("textbox", "联系电话"));
    expect(words("person.name")).toContain("至少两个字");
    await type(number(), "E12345678");
    expect(words("person.name")).not.toContain("至少两个字");
  });

  test("with a private character that nobody can tell says so at once", async () => {
    await open();
    await type(get("textbox", "姓名"), "单\uE863");
    expect(words("person.name")).not.toContain("私用字符");
    await type(get("textbox", "姓名"), "单\uE5E5");
    expect(words("person.name")).toContain("旧系统的私用字符（U+E5E5）");
  });
});

test("an amount is shown as it is understood", async () => {
  await open();
  await settle();
  for (const [typed, understood] of [
    ["1234.5", "= 1,234.50 元"],
    ["1,234", "= 1,234.00 元"],
    ["１２３４。５", "= 1,234.50 元"],
  ] as const) {
    await type(get("textbox", "费用"), typed);
    expect(words("sum"), typed).toContain(understood);
  }
  await type(get("textbox", "费用"), "1234,50");
  expect(words("sum")).not.toContain("= ");
});

describe("a correction of the document", () => {
  const FILE: PersonFile = {
    id: "p1",
    name: "Sam",
    identityKind: "passport",
    maskedIdentityNumber: "E****5678",
    maskedPhone: "",
    birthDate: "1965-03-04",
    sex: "male",
    noNumberBecause: "",
    corrections: [],
    cases: [],
    timeline: [],
  };
  const dialogKind = (): HTMLSelectElement => get("select", "证件类型") as HTMLSelectElement;
  const sent = () => host.of("people.correct").at(-1);
  beforeEach(() => {
    host.answers["people.correct"] = () => FILE;
  });

  test("what is told beside a number can be put right without the number", async () => {
    await show(<CorrectDialog file={FILE} onClose={() => undefined} />);
    await type(get("textbox", "出生日期"), "19650403");
    await type(get("textbox", "更正原因"), "录入有误");
    await press("F9");
    await settle();
    expect(sent()).toMatchObject({
      identityKind: "passport",
      identityNumber: null,
      birthDate: "1965-04-03",
      sex: "male",
      reason: "录入有误",
    });
  });

  test("another kind needs its number, and sends nothing beside one that tells all", async () => {
    await show(<CorrectDialog file={FILE} onClose={() => undefined} />);
    await choose(dialogKind(), "permanent-residence");
    await type(get("textbox", "更正原因"), "换证");
    await press("F9");
    await settle();
    expect(sent()).toBeUndefined();
    expect(document.body.textContent).toContain("现为 0 位");
    const card = complete("95084019650304001");
    await type(get("textbox", "外国人永久居留身份证号码"), card);
    expect(find("textbox", "出生日期")).toBeUndefined();
    await press("F9");
    await settle();
    expect(sent()).toMatchObject({ identityKind: "permanent-residence", identityNumber: card });
    expect(sent()).not.toHaveProperty("birthDate");
  });
});
