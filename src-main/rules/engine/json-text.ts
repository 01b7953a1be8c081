/** JSON put together from pieces that are JSON already: the words of the policy data are turned into it once, not for each decision. */

declare const KIND: unique symbol;
/** A text that is JSON. */
export type Json = string & { readonly [KIND]: "value" };
/** What stands between the quotes of a text in JSON: two of them side by side are one again, and so are the parts of one. */
export type Inner = string & { readonly [KIND]: "inner" };

/** With every name, so that none is forgotten; what may be absent may be `undefined`. */
type Members<Type> = {
  readonly [Name in keyof Required<Type>]:
    Json | number | boolean | null | (object extends Pick<Type, Name> ? undefined : never);
};

/** An object of this type, its names in the order in which they are given. */
export function object<Type extends object>(members: Members<Type>): Json {
  let text = "";
  for (const name in members) {
    const value = members[name];
    if (value !== undefined) text += `${text === "" ? "" : ","}"${name}":${value}`;
  }
  return `{${text}}` as Json;
}

export const list = (items: readonly (Json | number)[]): Json => `[${items.join()}]` as Json;

export const quoted = (text: Inner): Json => `"${text}"` as Json;

const WORDS = new Map<string, Inner>();

/** Of a text of the policy data: of those there are only so many. */
export function inner(word: string): Inner {
  let text = WORDS.get(word);
  if (text === undefined) WORDS.set(word, (text = JSON.stringify(word).slice(1, -1) as Inner));
  return text;
}

const CONSTANTS = new WeakMap<object, Json>();

/** Of what all decisions of a pack share. */
export function constant(value: object): Json {
  let text = CONSTANTS.get(value);
  if (text === undefined) CONSTANTS.set(value, (text = passing(value)));
  return text;
}

/** Of what this decision alone has. */
export const passing = (value: unknown): Json => JSON.stringify(value) as Json;
