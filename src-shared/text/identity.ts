/** Kinds of document in words, and what the clerk reads about a wrong one. */
import { kindOf, type Identity, type IdentityKind, type Sex } from "../domain/identity/kinds.ts";
import { maskIdentityNumber } from "../domain/identity/masking.ts";
import { numberLength } from "../domain/identity/number.ts";
import type { IdentityProblem } from "../domain/identity/problems.ts";
import type { IdentityReading, ToldProblem } from "../domain/identity/reading.ts";
import { unseenText } from "./fold.ts";

/** The document as it is called. */
export const DOCUMENT_NAMES: Readonly<Record<IdentityKind, string>> = {
  citizen: "居民身份证",
  "residence-permit": "港澳台居民居住证",
  "permanent-residence": "外国人永久居留身份证",
  passport: "护照",
  "birth-certificate": "出生医学证明",
  none: "无号码",
};

/** What its number is called. */
export const NUMBER_NAMES: Readonly<Record<IdentityKind, string>> = {
  citizen: "身份证号码",
  "residence-permit": "港澳台居民居住证号码",
  "permanent-residence": "外国人永久居留身份证号码",
  passport: "护照号码",
  "birth-certificate": "出生医学证明编号",
  none: "证件号码",
};

/** Before a number in a list; the usual kind goes without saying. */
const SHORT_NAMES: Readonly<Record<IdentityKind, string>> = {
  citizen: "",
  "residence-permit": "居住证 ",
  "permanent-residence": "永居证 ",
  passport: "护照 ",
  "birth-certificate": "出生证 ",
  none: "无号码 ",
};

/** A person's document in a list. */
export const shownIdentity = ({
  identityKind,
  maskedIdentityNumber,
}: {
  readonly identityKind: IdentityKind;
  readonly maskedIdentityNumber: string;
}): string => (SHORT_NAMES[identityKind] + maskedIdentityNumber).trim();

/** The same of a number that nobody has masked yet. */
export const maskedIdentity = (identityKind: IdentityKind, identityNumber: string): string =>
  shownIdentity({ identityKind, maskedIdentityNumber: maskIdentityNumber(identityNumber) });

export const sexName = (sex: Sex | null | undefined): string => (sex == null ? "" : SEX_NAMES[sex]);
export const SEX_NAMES = { male: "男", female: "女" } as const;

/** Document and what is told beside its number, with titles: what a card or a paper shows of a person, masked or not. */
export function identityLines(person: Identity): [number: Line, ...told: Line[]] {
  const kind = kindOf(person);
  const { identityNumber, birthDate, sex, noNumberBecause } = person;
  const number = kind === "none" ? `${DOCUMENT_NAMES.none}（${noNumberBecause ?? ""}）` : identityNumber;
  const told: Line[] = [];
  if (birthDate !== undefined) told.push([TOLD_NAMES.birthDate, birthDate]);
  if (sex !== undefined) told.push([TOLD_NAMES.sex, SEX_NAMES[sex]]);
  return [[NUMBER_NAMES[kind], number], ...told];
}

type Line = readonly [title: string, text: string];

/** The same in one line, for the clerk to hold against the document. */
export const wholeIdentity = (person: Identity): string =>
  SHORT_NAMES[kindOf(person)] +
  [
    person.identityNumber,
    ...identityLines(person)
      .slice(1)
      .map(([, told]) => told),
    person.noNumberBecause ?? "",
  ]
    .filter((word) => word !== "")
    .join(" · ");

export const NUMBER_HELP: Readonly<Record<IdentityKind, string>> = {
  citizen: "18 位，边输边核验",
  "residence-permit": "18 位，81、82 或 83 开头，边输边核验",
  "permanent-residence": "新证 18 位、9 开头；旧证 3 个字母加 12 位数字",
  passport: "护照上的号码，5–9 位字母或数字",
  "birth-certificate": "1 个字母加 9 位数字",
  none: "按姓名、出生日期和性别识别",
};

const BIRTH_TEXT = {
  "no-such-day": "不是真实日期",
  future: "晚于今天",
  "too-old": "早于 1900 年",
} as const;

export function identityProblemText(
  problem: IdentityProblem,
  { kind, number }: Pick<IdentityReading, "kind" | "number">,
): string {
  switch (problem.part) {
    case "characters":
      return charactersText(problem, kind, number);
    case "unseen":
      return unseenText(problem);
    case "region":
      return regionText(problem.found, kind);
    case "birth-date":
      return `第 7–14 位“${problem.found}”${BIRTH_TEXT[problem.reason]}，请核对出生日期。`;
    case "check-digit":
      return `校验码不符：按前 17 位计算应为“${problem.expected}”，输入的是“${problem.found}”。前面某一位可能有误，请逐位核对。`;
    case "length":
      return `${NUMBER_NAMES[kind]}应为 ${numberLength(kind, number) ?? "5–9"} 位，现为 ${problem.found} 位。`;
    case "no-digit":
      return "护照号码里应有数字，请对照证件重新输入。";
    case "old-number":
      return "这是旧的15位号码，请核对18位号码。";
  }
}

function charactersText(
  { position, found }: { readonly position: number; readonly found: string },
  kind: IdentityKind,
  number: string,
) {
  const again = "请对照证件重新输入";
  if (kind === "passport") return `第 ${position} 位“${found}”不是字母或数字，${again}。`;
  if (numberLength(kind, number) === 18) return `第 ${position} 位“${found}”不是数字，${again}（只有最后一位可以是 X）。`;
  const letters = kind === "birth-certificate" ? 1 : 3;
  return `第 ${position} 位“${found}”不是${position <= letters ? "字母" : "数字"}，${again}（前 ${letters} 位是字母，其余是数字）。`;
}

function regionText(found: string, kind: IdentityKind): string {
  if (kind === "residence-permit") return "港澳台居民居住证号码以 81、82 或 83 开头，请核对第 1–2 位。";
  if (kind === "permanent-residence") return "外国人永久居留身份证号码以 9（新证）或 3 个字母（旧证）开头，请核对。";
  const other = found.startsWith("9") ? "外国人永久居留身份证" : /^8[123]/.test(found) ? "港澳台居民居住证" : undefined;
  return other === undefined
    ? `前两位“${found}”不是省级地区代码，请核对第 1–2 位。`
    : `“${found}”开头的是${other}号码，请改选证件类型。`;
}

/** Also the fields' titles. */
export const TOLD_NAMES = { birthDate: "出生日期", sex: "性别", noNumberBecause: "没有号码的原因" } as const;

const TOLD_MISSING = {
  birthDate: "请填写出生日期，如 19650304。",
  sex: "请选择性别。",
  noNumberBecause: "请写明没有号码的原因，如新生儿未办出生医学证明。",
} as const;

export function toldProblemText(problem: ToldProblem): string {
  if (problem.reason === "missing") return TOLD_MISSING[problem.field];
  return problem.reason === "not-as-number"
    ? "与号码第 8–13 位的出生年月日不符，请核对。"
    : `出生日期${BIRTH_TEXT[problem.reason]}，请核对。`;
}

export const NAME_TEXT = {
  missing: "请输入姓名。",
  "too-short": "居民身份证上的姓名至少两个字，现在只有一个，请核对。",
} as const;

/** Private characters that nobody can tell; the name can be kept all the same. */
export const unknownCharactersText = (codes: readonly string[]): string =>
  `姓名里有旧系统的私用字符（${codes.join("、")}），换一台电脑就看不到，文书上印成“□”。请改用标准字。`;
