/** What a password must be. The same rules judge it on the page while it is typed and at the desk. */

export const SHORTEST_PASSWORD = 8;
const LONGEST_PASSWORD = 200;

const CLASSES = [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{L}\d]/u, /\p{Lo}/u];

/** What passwords that everybody tries first are put together from. */
const COMMON_WORDS = [
  "password",
  "passwd",
  "admin",
  "administrator",
  "manager",
  "system",
  "root",
  "user",
  "guest",
  "test",
  "demo",
  "login",
  "welcome",
  "hello",
  "iloveyou",
  "love",
  "woaini",
  "woaiwojia",
  "woaizuguo",
  "zhongguo",
  "china",
  "beijing",
  "dalian",
  "yibao",
  "shebao",
  "mima",
  "monkey",
  "dragon",
  "letmein",
  "master",
  "sunshine",
  "princess",
  "football",
  "superman",
  "windows",
  "microsoft",
  "computer",
  "internet",
  "office",
  "taobao",
  "wangyi",
  "tencent",
  "caonima",
  "nihao",
  "qazwsx",
  "qazxsw",
  "asdqwe",
  "zaq",
];
/** Keys in a row, forwards and backwards; the digits go round. */
const ROWS = [
  "01234567890123456789",
  "abcdefghijklmnopqrstuvwxyz",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
];
const RUNS = [...ROWS, ...ROWS.map((row) => Array.from(row).reverse().join(""))];
const SHORTEST_RUN = 3;
/** As it is typed instead of a letter. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};
/** What is left when all of that is struck out has to be worth something by itself. */
const LEAST_OF_ITS_OWN = 5;

const withoutWords = (text: string): string => COMMON_WORDS.reduce((left, word) => left.replaceAll(word, " "), text);
const asLetters = (text: string): string => Array.from(text, (one) => LOOKALIKES[one] ?? one).join("");

/** Runs along the keyboard or the alphabet, and characters that are repeated, struck out. */
function withoutRuns(text: string): string {
  let left = "";
  for (let at = 0; at < text.length;) {
    let end = at + 1;
    while (end < text.length && (RUNS.some((run) => run.includes(text.slice(at, end + 1))) || text[end] === text[at])) {
      const isRepeated = text.slice(at, end + 1) === text[at]!.repeat(end + 1 - at);
      if (!isRepeated && !RUNS.some((run) => run.includes(text.slice(at, end + 1)))) break;
      end++;
    }
    if (end - at < SHORTEST_RUN) left += text.slice(at, (end = at + 1));
    at = end;
  }
  return left;
}

/** Whether it is made of what everybody tries first, however it is put together. */
function isCommon(lower: string): boolean {
  if (new Set(lower).size < 4) return true;
  const ways = [lower, asLetters(lower)].map((text) => withoutRuns(withoutWords(text)).replaceAll(/[\s\p{P}\p{S}]/gu, ""));
  return ways.some((left) => Array.from(left).length < LEAST_OF_ITS_OWN);
}

export type PasswordProblem = "short" | "long" | "plain" | "common" | "login";

/** The first thing wrong with a password that somebody chooses; `null` when it will do. */
export function passwordProblem(password: string, login: string): PasswordProblem | null {
  const length = Array.from(password).length;
  if (length < SHORTEST_PASSWORD) return "short";
  if (password.length > LONGEST_PASSWORD) return "long";
  const lower = password.toLowerCase();
  if (login !== "" && lower.includes(login.toLowerCase())) return "login";
  if (isCommon(lower)) return "common";
  // a long sentence may consist of one kind of character
  if (length < 12 && CLASSES.filter((kind) => kind.test(password)).length < 2) return "plain";
  return null;
}
