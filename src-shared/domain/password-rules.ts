/** What a password must be. The same rules judge it on the page while it is typed and at the desk. */

export const SHORTEST_PASSWORD = 8;
const LONGEST_PASSWORD = 200;

const CLASSES = [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{L}\d]/u, /\p{Lo}/u];
const COMMON = new Set([
  "12345678",
  "123456789",
  "1234567890",
  "88888888",
  "00000000",
  "password",
  "qwertyui",
  "11111111",
  "87654321",
  "password1",
  "abc12345",
  "a1234567",
  "qwer1234",
  "1qaz2wsx",
]);

export type PasswordProblem = "short" | "long" | "plain" | "common" | "login";

/** The first thing wrong with a password that somebody chooses; `null` when it will do. */
export function passwordProblem(password: string, login: string): PasswordProblem | null {
  const length = Array.from(password).length;
  if (length < SHORTEST_PASSWORD) return "short";
  if (password.length > LONGEST_PASSWORD) return "long";
  const lower = password.toLowerCase();
  if (COMMON.has(lower) || new Set(lower).size < 4) return "common";
  if (login !== "" && lower.includes(login.toLowerCase())) return "login";
  // a long sentence may consist of one kind of character
  if (length < 12 && CLASSES.filter((kind) => kind.test(password)).length < 2) return "plain";
  return null;
}
