import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson, sha256 } from "../../src-main/store/file/canonical.ts";

describe("canonical JSON", () => {
  it("sorts members at every depth and writes no white space", () => {
    expect(canonicalJson({ b: [{ z: 1, a: "中 文" }], a: null, c: true })).toBe('{"a":null,"b":[{"a":"中 文","z":1}],"c":true}');
    expect(canonicalJson({ kept: 1, left: undefined })).toBe('{"kept":1}');
    expect(canonicalJson(-0)).toBe("0");
  });

  it("is the same for the same content in any order, and reads back as it was", () => {
    const reversed = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(reversed);
      if (typeof value !== "object" || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, member]) => [key, reversed(member)]),
      );
    };
    const json = fc.jsonValue({ noUnicodeString: false }).filter((value) => !JSON.stringify(value).includes("__proto__"));
    fc.assert(
      fc.property(json, (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(reversed(value))).toBe(text);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it.each([
    [{ a: Number.NaN }],
    [[Infinity]],
    [[undefined]],
    [{ a: () => 1 }],
    [{ a: new Date(0) }],
    [{ a: new Map() }],
    [1n],
    [JSON.parse('{"__proto__": 1}')],
  ])("refuses what JSON would change in silence: %o", (value: unknown) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });
});

it.each(["abc", new TextEncoder().encode("abc")])("hashes text as its UTF-8 bytes", (content) => {
  // FIPS 180-2, appendix B.1
  expect(sha256(content)).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});
