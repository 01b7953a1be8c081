/**
 * Who may use the app on this address: whoever was given the start address. Its token works once and becomes a cookie that no
 * script can read and no other site can send. But cookies know no ports: every server of this machine gets it from the browser.
 * So each page has a secret of its own beside it, which the browser keeps for this very origin; the cookie alone gets no more than
 * a page where one can sign in. And each page knows a secret by which it finds out whether it still speaks with this process.
 */
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Connection } from "../../desk/index.ts";

const secret = (): string => randomBytes(32).toString("base64url");

/** A start address that nobody opens is worth nothing after that. */
const TOKEN_LIVES_MS = 10 * 60_000;
/** Of one browser; those that nobody has signed in on make way. */
const MOST_PAGES = 16;
const MOST_REMEMBERED = 64;

/** What a page is given, once. */
interface PageKeys {
  readonly id: string;
  /** Goes with every call. */
  readonly page: string;
  /** Never sent back: by it the page asks the host to prove itself. */
  readonly host: string;
}

interface Page {
  readonly id: string;
  readonly cookie: string;
  readonly host: string;
  readonly connection: Connection;
  page: string;
}

export type Entry = { readonly keys: PageKeys } | "elsewhere" | "not-admitted";

export class Admission {
  readonly #connect: () => Connection;
  readonly #elapsed: () => number;
  readonly #cookies = new Set<string>();
  readonly #pages = new Map<string, Page>();
  /** Secrets that another page has taken the place of. */
  readonly #replaced = new Map<string, Page>();
  #cookieName = "";
  #token: { readonly text: string; readonly until: number } | undefined;

  constructor(connect: () => Connection, elapsed: () => number) {
    this.#connect = connect;
    this.#elapsed = elapsed;
  }

  /** Cookies are shared by all ports of a host name: the name tells two running apps apart. */
  nameCookieFor(port: number): void {
    this.#cookieName = `yibao-counter-${port}`;
  }

  /** A fresh token; an earlier one that nobody has used is void. */
  issueToken(): string {
    this.#token = { text: secret(), until: this.#elapsed() + TOKEN_LIVES_MS };
    return this.#token.text;
  }

  /** Takes the token for good and returns the `Set-Cookie` header, or `undefined` when it is not the one that is open. */
  redeem(token: string): string | undefined {
    if (this.#token === undefined || !sameText(token, this.#token.text)) return undefined;
    const isLate = this.#elapsed() > this.#token.until;
    this.#token = undefined;
    if (isLate) return undefined;
    const key = secret();
    this.#cookies.add(key);
    return `${this.#cookieName}=${key}; HttpOnly; SameSite=Strict; Path=/`;
  }

  /** All that are ours: another port may have put one of the same name before it. */
  #cookiesIn(cookieHeader: string | undefined): string[] {
    return (cookieHeader ?? "").split(";").flatMap((pair) => {
      const [name, value] = pair.trim().split("=", 2);
      return name === this.#cookieName && value !== undefined && this.#cookies.has(value) ? [value] : [];
    });
  }

  isAdmitted(cookieHeader: string | undefined): boolean {
    return this.#cookiesIn(cookieHeader).length > 0;
  }

  /** A new page, on which nobody has signed in; where somebody has on another one, only on the word of whoever sits there. */
  open(cookieHeader: string | undefined, takesOver: boolean): Entry {
    const [cookie] = this.#cookiesIn(cookieHeader);
    if (cookie === undefined) return "not-admitted";
    const pages = [...this.#pages.values()].filter((page) => page.cookie === cookie);
    if (!takesOver && pages.some(({ connection }) => connection.clerkId !== null)) return "elsewhere";
    const idle = pages.filter(({ connection }) => connection.clerkId === null);
    for (const { id } of idle.slice(0, Math.max(0, pages.length - MOST_PAGES + 1))) this.#pages.delete(id);
    const page: Page = { id: secret(), cookie, page: secret(), host: secret(), connection: this.#connect() };
    this.#pages.set(page.id, page);
    return { keys: { id: page.id, page: page.page, host: page.host } };
  }

  /** The page of a call; both secrets are needed. */
  pageOf(cookieHeader: string | undefined, pageSecret: string | undefined): Page | "replaced" | undefined {
    const cookies = this.#cookiesIn(cookieHeader);
    if (cookies.length === 0 || pageSecret === undefined) return undefined;
    for (const page of this.#pages.values()) {
      if (sameText(page.page, pageSecret)) return cookies.includes(page.cookie) ? page : undefined;
    }
    return this.#replaced.has(pageSecret) ? "replaced" : undefined;
  }

  /** Somebody has signed in: the page gets another secret, and other pages of the browser have had their time. */
  renew(page: Page): string {
    for (const other of this.#pages.values()) {
      if (other === page || other.cookie !== page.cookie) continue;
      this.#pages.delete(other.id);
      this.#remember(other);
      other.connection.clerkId = null;
    }
    page.page = secret();
    return page.page;
  }

  #remember(page: Page): void {
    this.#replaced.set(page.page, page);
    if (this.#replaced.size > MOST_REMEMBERED) this.#replaced.delete(this.#replaced.keys().next().value!);
  }

  /** Only this process can give it: HMAC-SHA256 of what the page made up, under the secret that it was given here. */
  proof(cookieHeader: string | undefined, id: string, nonce: string): string | undefined {
    if (!this.isAdmitted(cookieHeader)) return undefined;
    // one whose place another has taken is told so, and by this host
    const page = this.#pages.get(id) ?? [...this.#replaced.values()].find((replaced) => replaced.id === id);
    return page && createHmac("sha256", page.host).update(nonce).digest("hex");
  }
}

function sameText(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
