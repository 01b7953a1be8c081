/**
 * In a browser: the secret that this page alone has beside the cookie, and the proof that the process at the other end is still the
 * one that gave it. Both stay in this tab: what is kept for a session belongs to the address with its port, and no request but our
 * own carries it.
 */
import type { CallError } from "../../../src-shared/contract/errors.ts";

interface PageKeys {
  readonly id: string;
  readonly page: string;
  readonly host: string;
}

const KEPT = "yibao-counter-page";
/** A host that has proved itself just now has not gone since. */
const PROVED_FOR_MS = 2_000;
/** While the page goes away there is no time to ask. */
const PROVED_FOR_LEAVING_MS = 60_000;

/** The host gives this page no secret: it is not admitted, or another page has its place. */
export class PageRefused extends Error {
  readonly error: CallError;
  constructor(error: CallError) {
    super(error.message);
    this.name = "PageRefused";
    this.error = error;
  }
}

/** Somebody answers at the address, and it is not the process that this page came from. */
export class HostChanged extends Error {
  constructor() {
    super("another process answers");
    this.name = "HostChanged";
  }
}

let coming: Promise<PageKeys> | null = null;
/** When the host has last proved itself. */
let proved: "just now" | "lately" | "long ago" = "long ago";
let forgetting: ReturnType<typeof setTimeout> | undefined;
let isForsaken = false;

function read(): PageKeys | null {
  const text = window.sessionStorage.getItem(KEPT);
  return text === null ? null : (JSON.parse(text) as PageKeys);
}

function keep(next: PageKeys): PageKeys {
  window.sessionStorage.setItem(KEPT, JSON.stringify(next));
  return next;
}

async function ask(path: string, body: object): Promise<{ readonly status: number; readonly answer: unknown }> {
  const response = await fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json", "x-counter": "1" },
    body: JSON.stringify(body),
  });
  return { status: response.status, answer: await response.json().catch(() => null) };
}

async function comeIn(takesOver: boolean): Promise<PageKeys> {
  const { answer } = await ask("/page", { takesOver });
  if (isRefusal(answer)) throw new PageRefused(answer.error);
  if (!isKeys(answer)) throw new HostChanged();
  noteProof();
  return keep(answer.value);
}

/** @throws PageRefused, HostChanged; whatever `fetch` throws where nobody answers */
export async function pageSecret(): Promise<string> {
  if (isForsaken) throw new HostChanged();
  const keys = read();
  if (keys !== null) return keys.page;
  coming ??= comeIn(false).finally(() => (coming = null));
  return (await coming).page;
}

/** The host has given another one: somebody has signed in. */
export function keepPageSecret(page: string): void {
  const keys = read();
  if (keys !== null) keep({ ...keys, page });
}

/** On the word of whoever sits here; the other page is over as soon as somebody has signed in on this one. */
export async function takeOver(): Promise<void> {
  await comeIn(true);
}

/** @throws HostChanged; whatever `fetch` throws where nobody answers */
export async function requireOwnHost(always: boolean, leaving: boolean): Promise<void> {
  const keys = read();
  if (keys === null) throw new HostChanged();
  if (!always && (proved === "just now" || (leaving && proved === "lately"))) return;
  const nonce = hex(crypto.getRandomValues(new Uint8Array(32)));
  const { answer } = await ask("/proof", { id: keys.id, nonce });
  if (!isProof(answer) || !(await isRight(keys.host, nonce, answer.value.proof))) {
    isForsaken = true;
    window.sessionStorage.removeItem(KEPT);
    throw new HostChanged();
  }
  noteProof();
}

function noteProof(): void {
  clearTimeout(forgetting);
  proved = "just now";
  forgetting = setTimeout(() => {
    proved = "lately";
    forgetting = setTimeout(() => void (proved = "long ago"), PROVED_FOR_LEAVING_MS);
  }, PROVED_FOR_MS);
}

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

async function isRight(host: string, nonce: string, proof: string): Promise<boolean> {
  const text = new TextEncoder();
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", text.encode(host), algorithm, false, ["verify"]);
  const bytes = Uint8Array.from(proof.match(/../g) ?? [], (two) => Number.parseInt(two, 16));
  return await crypto.subtle.verify("HMAC", key, bytes, text.encode(nonce));
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null;
const isRefusal = (answer: unknown): answer is { readonly error: CallError } =>
  isObject(answer) && answer["ok"] === false && isObject(answer["error"]);
const isKeys = (answer: unknown): answer is { readonly value: PageKeys } =>
  isObject(answer) &&
  isObject(answer["value"]) &&
  ["id", "page", "host"].every((name) => typeof (answer["value"] as Record<string, unknown>)[name] === "string");
const isProof = (answer: unknown): answer is { readonly value: { readonly proof: string } } =>
  isObject(answer) && isObject(answer["value"]) && typeof answer["value"]["proof"] === "string";
