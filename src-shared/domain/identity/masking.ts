/** Numbers as lists and papers show them. */

/**
 * `210299196503041234` → `21****************`, `E12345678` → `E1*******`. Nothing of it can be put together with a birth date and
 * the place where somebody lives.
 */
export const maskIdentityNumber = (number: string): string => number.slice(0, 2) + "*".repeat(Math.max(0, number.length - 2));

/** On a paper, which the person takes along and which the office opens with a word why: `210299********1234`, `E****5678`. */
export function identityNumberOnPaper(number: string): string {
  const [head, tail] = number.length >= 18 ? [6, 4] : number.length >= 15 ? [3, 4] : number.length >= 8 ? [1, 4] : [0, 2];
  const hidden = number.length - head - tail;
  return hidden <= 0 ? number : number.slice(0, head) + "*".repeat(hidden) + number.slice(-tail);
}

/** `13800138000` → `138****8000`; short numbers keep their last two digits. */
export const maskPhone = (phone: string): string =>
  phone.length >= 10
    ? `${phone.slice(0, 3)}${"*".repeat(phone.length - 7)}${phone.slice(-4)}`
    : phone.replace(/.(?=.{2})/gu, "*");
