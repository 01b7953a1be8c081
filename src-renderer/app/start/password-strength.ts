import { text } from "../text.ts";

export type Strength = "too-short" | "weak" | "fair" | "strong";

const KINDS = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/];

/** Length counts most; repeating few characters earns nothing. */
export function passwordStrength(password: string): Strength {
  if (password.length < 8) return "too-short";
  const kinds = KINDS.filter((kind) => kind.test(password)).length;
  const different = new Set(password).size;
  if (different < 5) return "weak";
  if (password.length >= 16 || (password.length >= 12 && kinds >= 3)) return "strong";
  return password.length >= 12 || kinds >= 3 ? "fair" : "weak";
}

export function strengthText(password: string): string {
  const strength = passwordStrength(password);
  return strength === "too-short" ? text.setup.tooShort(password.length) : text.setup[strength];
}
