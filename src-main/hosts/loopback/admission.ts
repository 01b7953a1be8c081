/**
 * Who may use the app on this address: whoever was given the start address. Its token works once and becomes a cookie
 * that no script can read and no other site can send.
 */
import { randomBytes, timingSafeEqual } from "node:crypto";
import type { Connection } from "../../desk/index.ts";

const secret = (): string => randomBytes(32).toString("base64url");

export class Admission {
  readonly #connect: () => Connection;
  readonly #connections = new Map<string, Connection>();
  #cookieName = "";
  #token: string | undefined;

  constructor(connect: () => Connection) {
    this.#connect = connect;
  }

  /** Cookies are shared by all ports of a host name: the name tells two running apps apart. */
  nameCookieFor(port: number): void {
    this.#cookieName = `yibao-counter-${port}`;
  }

  /** A fresh token; an earlier one that nobody has used is void. */
  issueToken(): string {
    this.#token = secret();
    return this.#token;
  }

  /** Takes the token for good and returns the `Set-Cookie` header, or `undefined` when it is not the one that is open. */
  redeem(token: string): string | undefined {
    if (this.#token === undefined || !sameText(token, this.#token)) return undefined;
    this.#token = undefined;
    const key = secret();
    this.#connections.set(key, this.#connect());
    return `${this.#cookieName}=${key}; HttpOnly; SameSite=Strict; Path=/`;
  }

  /** The connection of a request's `Cookie` header. */
  connectionOf(cookieHeader: string | undefined): Connection | undefined {
    for (const pair of (cookieHeader ?? "").split(";")) {
      const [name, value] = pair.trim().split("=", 2);
      if (name === this.#cookieName && value !== undefined) return this.#connections.get(value);
    }
    return undefined;
  }
}

function sameText(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
