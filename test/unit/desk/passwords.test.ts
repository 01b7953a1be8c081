import { scryptSync } from "node:crypto";
import { describe, expect, test } from "vitest";
import { hashPassword, verifyNothing, verifyPassword } from "../../../src-main/desk/session/passwords.ts";
import { CHEAP_SCRYPT_COST } from "../../cheap-scrypt.ts";

const cheapHash = (password: string): Promise<string> => hashPassword(password, CHEAP_SCRYPT_COST);

describe("passwords", () => {
  test("the stored text names algorithm and cost, and is right for its password only", async () => {
    const stored = await hashPassword("窗口-密码-2026");
    expect(stored).toMatch(/^\$scrypt\$ln=17,r=8,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(await verifyPassword("窗口-密码-2026", stored)).toBe(true);
    expect(await verifyPassword("窗口-密码-2027", stored)).toBe(false);
  });

  test("the same password twice gives two texts", async () => {
    expect(await cheapHash("demo-demo")).not.toBe(await cheapHash("demo-demo"));
  });

  test("a hash made elsewhere with another cost is understood", async () => {
    const salt = Buffer.from("0123456789abcdef");
    const hash = scryptSync("secret-word", salt, 32, { N: 2 ** 14, r: 8, p: 1 });
    const base64 = (bytes: Buffer) => bytes.toString("base64").replaceAll("=", "");
    const stored = `$scrypt$ln=14,r=8,p=1$${base64(salt)}$${base64(hash)}`;
    expect(await verifyPassword("secret-word", stored)).toBe(true);
    expect(await verifyPassword("secret-wort", stored)).toBe(false);
  });

  test("the same characters in another Unicode form are the same password", async () => {
    const stored = await cheapHash("caf\u00e9-caf\u00e9");
    expect(await verifyPassword("cafe\u0301-cafe\u0301", stored)).toBe(true);
  });

  test("a damaged hash is a fault, not a wrong password", async () => {
    await expect(verifyPassword("x", "$argon2id$v=19$...")).rejects.toThrow("unknown format");
  });

  test("a login that does not exist is never right", async () => {
    expect(await verifyNothing("demo-demo", CHEAP_SCRYPT_COST)).toBe(false);
  });
});
