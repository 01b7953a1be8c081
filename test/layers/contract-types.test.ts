/**
 * No `any` crosses the contract. The proof is made by the type checker (`npm test` runs it over this file first):
 * an `any` anywhere inside a call's input or output makes one of the constants below a type error.
 */
import { expect, it } from "vitest";
import type { CallInput, CallName, CallOutput } from "../../src-shared/contract/index.ts";

type IsAny<T> = 0 extends 1 & T ? true : false;
type IsLoose<T> = IsAny<T> extends true ? true : unknown extends T ? true : false;
/** `true` when `any` or `unknown` occurs somewhere inside `T`. */
type HasLoose<T> =
  IsLoose<T> extends true
    ? true
    : T extends string | number | boolean | null | undefined
      ? false
      : T extends readonly (infer Item)[]
        ? HasLoose<Item>
        : T extends object
          ? true extends { [Key in keyof T]-?: HasLoose<T[Key]> }[keyof T]
            ? true
            : false
          : false;
type LooseCalls = {
  [Name in CallName]: true extends HasLoose<CallInput<Name>> | HasLoose<CallOutput<Name>> ? Name : never;
}[CallName];

type AnyText = ReturnType<typeof JSON.parse>;

it("no call takes or returns any or unknown", () => {
  const looseCalls: [LooseCalls] extends [never] ? "none" : LooseCalls = "none";
  expect(looseCalls).toBe("none");
});

it("the check finds an any and an unknown, however deep", () => {
  const direct: HasLoose<AnyText> = true;
  const deep: HasLoose<{ readonly rows: readonly { readonly value?: AnyText }[] }> = true;
  const unknown: HasLoose<{ readonly value: unknown }> = true;
  const strict: HasLoose<{ readonly rows: readonly { readonly value: string | null }[] }> = false;
  expect([direct, deep, unknown, strict]).toEqual([true, true, true, false]);
});
