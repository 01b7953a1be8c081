import { passwordProblem, type PasswordProblem } from "../../../src-shared/domain/password-rules.ts";
import { text } from "../text.ts";

export type Strength = PasswordProblem | "weak" | "fair" | "strong";

const KINDS = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/];

/** What the desk would refuse, otherwise how good it is: length counts most, repeating few characters earns nothing. */
export function passwordStrength(password: string, login: string): Strength {
  const problem = passwordProblem(password, login);
  if (problem !== null) return problem;
  const kinds = KINDS.filter((kind) => kind.test(password)).length;
  if (new Set(password).size < 5) return "weak";
  if (password.length >= 16 || (password.length >= 12 && kinds >= 3)) return "strong";
  return password.length >= 12 || kinds >= 3 ? "fair" : "weak";
}

export const strengthText = (password: string, login: string): string =>
  text.password.strength[passwordStrength(password, login)];
