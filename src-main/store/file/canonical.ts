/** Canonical JSON (sorted keys, no white space) and SHA-256: the same content always has the same bytes and the same hash. */
import { hash } from "node:crypto";

type Sorted = string | number | boolean | null | Sorted[] | { [key: string]: Sorted };

/**
 * Members that are `undefined` are left out, as in JSON. Throws for what JSON would change or drop in silence
 * (NaN, Infinity, functions, class instances): content that is hashed must come back exactly as it was given.
 */
export const canonicalJson = (value: unknown): string => JSON.stringify(sorted(value));

/** A sorted copy for the engine's own `JSON.stringify`: half the time of putting the text together here. */
function sorted(value: unknown): Sorted {
  switch (typeof value) {
    case "string":
    case "boolean":
      return value;
    case "number":
      if (!Number.isFinite(value)) throw new TypeError(`not a JSON number: ${value}`);
      return value;
    case "object":
      return value === null ? null : Array.isArray(value) ? value.map(sorted) : sortedObject(value);
    default:
      throw new TypeError(`not JSON: ${typeof value}`);
  }
}

function sortedObject(value: object): Sorted {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new TypeError("not a plain object");
  const members = value as Readonly<Record<string, unknown>>;
  const result: Record<string, Sorted> = {};
  for (const key of Object.keys(members).sort()) {
    // assigning it would set the prototype and lose the member
    if (key === "__proto__") throw new TypeError("not a name for a member: __proto__");
    const member = members[key];
    if (member !== undefined) result[key] = sorted(member);
  }
  return result;
}

/** SHA-256 of text as UTF-8 or of bytes, 64 hexadecimal digits. */
export const sha256 = (content: string | Uint8Array): string => hash("sha256", content);

/** What the first link of a chain has in place of a previous hash. */
export const CHAIN_START = "0".repeat(64);
