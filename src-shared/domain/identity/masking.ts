/** Numbers as lists and papers show them. */

/**
 * `210299196503041234` → `21****************`, `E12345678` → `E1*******`. Nothing of it can be put together with a birth date and
 * the place where somebody lives.
 */
export const maskIdentityNumber = (number: string): string => number.slice(0, 2) + "*".repeat(Math.max(0, number.length - 2));

/** `13800138000` → `138****8000`; short numbers keep their last two digits. */
export const maskPhone = (phone: string): string =>
  phone.length >= 10
    ? `${phone.slice(0, 3)}${"*".repeat(phone.length - 7)}${phone.slice(-4)}`
    : phone.replace(/.(?=.{2})/gu, "*");
