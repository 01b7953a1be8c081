/** TypeScript of types, as text: one name a line, in the order of the policy data. */

export const union = (names: readonly string[]): string =>
  names.length === 0 ? "never" : names.map((name) => JSON.stringify(name)).join(" | ");

const key = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name));

/** `{ readonly name: Type; … }`, indented; nested records print themselves. */
export type Printed = string | { readonly [name: string]: Printed };

export function print(type: Printed, indent = ""): string {
  if (typeof type === "string") return type;
  const lines = Object.entries(type).map(
    ([name, value]) => `${indent}  readonly ${key(name)}: ${print(value, `${indent}  `)};\n`,
  );
  return lines.length === 0 ? "object" : `{\n${lines.join("")}${indent}}`;
}

export function declare(name: string, type: Printed): string {
  const text = print(type);
  return text.startsWith("{") ? `export interface ${name} ${text}\n` : `export type ${name} = ${text};\n`;
}

/** Without the kinds of which there are none. */
export const some = (type: { readonly [name: string]: Printed }): { readonly [name: string]: Printed } =>
  Object.fromEntries(Object.entries(type).filter(([, value]) => typeof value === "string" || Object.keys(value).length > 0));
