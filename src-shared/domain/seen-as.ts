/**
 * What the eye takes a text for: names and logins are told apart on a list, on papers and in the audit. Two texts that look like one
 * are one; what only a machine sees makes no difference.
 */

/** One stroke, one ring; and the letters of other scripts that look like one of the alphabet, small or as they are written large. */
const LOOKS_LIKE = new Map<string, string>(
  Object.entries({
    a: "аα",
    b: "вьβ",
    c: "с",
    d: "ԁ",
    e: "еε",
    h: "нһ",
    k: "кκ",
    l: "1|iіӏιı",
    m: "м",
    n: "η",
    o: "0оο",
    p: "рρ",
    q: "ԛ",
    s: "ѕ",
    t: "тτ",
    u: "υ",
    v: "ν",
    w: "ԝω",
    x: "хχ",
    y: "уγ",
  }).flatMap(([letter, others]) => Array.from(others, (other) => [other, letter] as const)),
);

export const seenAs = (text: string): string =>
  Array.from(
    text
      .normalize("NFKD")
      .toLowerCase()
      .replaceAll(/[\s\p{M}\p{Default_Ignorable_Code_Point}·•・‧∙.]/gu, ""),
    (letter) => LOOKS_LIKE.get(letter) ?? letter,
  )
    .join("")
    .replaceAll("rn", "m")
    .replaceAll("vv", "w");

/** As a login is kept: what nobody can take for another's who reads it, in the scripts of this office. */
export const isPlainLogin = (login: string): boolean => /^[\p{Script=Han}A-Za-z0-9._@-]+$/u.test(login);
