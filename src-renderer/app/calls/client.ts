/** The page's side of the contract: one function, typed by the call's name, over IPC or HTTP. */
import type { CallInput, CallName, CallOutput } from "../../../src-shared/contract/calls.ts";
import type { CallError, CallResult } from "../../../src-shared/contract/errors.ts";
import { askReason, askSecond } from "./asking.ts";
import { health } from "./health.ts";
import { HostChanged, keepPageSecret, PageRefused, pageSecret, requireOwnHost } from "../keys/page-keys.ts";

interface Bridge {
  call(name: string, input: unknown): Promise<unknown>;
}

declare global {
  interface Window {
    /** Present in the desktop host; its preload exposes nothing else. */
    readonly counter?: Bridge;
  }
}

/** The host answered, and the answer is an error of the contract. */
export class CallFailed extends Error {
  readonly error: CallError;
  constructor(error: CallError) {
    super(error.message);
    this.name = "CallFailed";
    this.error = error;
  }
}

/** No answer came back: the host is gone or the connection is. Whether the act was carried out is unknown. */
export class HostLost extends Error {
  constructor(cause: unknown) {
    super("no answer from the host", { cause });
    this.name = "HostLost";
  }
}

async function transport(name: string, input: unknown, leaving: boolean): Promise<unknown> {
  if (window.counter) return window.counter.call(name, input);
  const page = await pageSecret();
  // nothing is typed into the hands of whoever has taken the address since
  await requireOwnHost(bearsSecret(input), leaving);
  const send = (secret: string): Promise<Response> =>
    fetch(`/call/${name}`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-counter": "1", "x-counter-page": secret },
      body: JSON.stringify(input),
      // A save sent while the page goes away must outlive the page.
      keepalive: leaving,
    });
  let response = await send(page);
  // on its way while somebody signed in: the secret that it bore was the one before
  if (response.status === UNKNOWN_PAGE && (await pageSecret()) !== page) response = await send(await pageSecret());
  const renewed = response.headers.get("x-counter-page");
  if (renewed !== null) keepPageSecret(renewed);
  return response.json();
}

const UNKNOWN_PAGE = 401;
const SECRETS = ["password", "current", "recoveryCode", "second", "code"];
const bearsSecret = (input: unknown): boolean =>
  typeof input === "object" && input !== null && SECRETS.some((name) => name in input);

function refused({ code }: CallError): void {
  if (code === "not-signed-in") health.sessionEnded();
  if (code === "page-elsewhere") health.elsewhere();
}

function isResult(answer: unknown): answer is CallResult<unknown> {
  return typeof answer === "object" && answer !== null && "ok" in answer;
}

/** What a refused call wants to be told before it is carried out. */
async function asked(name: CallName, { code, message }: CallError): Promise<object | null> {
  if (code === "reason-needed") {
    const reason = await askReason(message);
    return reason === null ? null : { reason };
  }
  // a restore asks in its own dialog, together with what it would take away
  if (code === "second-person-needed" && (/^(?:clerks|keys)\./.test(name) || name === "office.changeSettings")) {
    const second = await askSecond(message);
    return second === null ? null : { second };
  }
  return null;
}

/**
 * Carries out one call.
 * @param leaving the page is about to go away; the request is kept alive (body below 64 KiB)
 * @throws CallFailed when the host refuses, HostLost when no answer comes
 */
export async function call<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
  { leaving = false }: { readonly leaving?: boolean } = {},
): Promise<CallOutput<Name>> {
  let answer: unknown;
  try {
    answer = await transport(name, input, leaving);
    if (!isResult(answer)) throw new TypeError("the answer is no call result");
  } catch (cause) {
    if (cause instanceof PageRefused) {
      refused(cause.error);
      throw new CallFailed(cause.error);
    }
    if (cause instanceof HostChanged) health.hostChanged();
    else health.hostLost();
    throw new HostLost(cause);
  }
  health.hostAnswered();
  if (answer.ok) return answer.value as CallOutput<Name>;
  const more = leaving ? null : await asked(name, answer.error);
  if (more !== null) return await call(name, { ...input, ...more });
  refused(answer.error);
  // the page that does something about it tells its refusals itself
  if (answer.error.code.startsWith("store-") && !name.startsWith("rescue.")) health.storeFailed(answer.error);
  if (answer.error.code === "rescuing") health.rescuing();
  if (answer.error.code === "locked") health.locking();
  if (answer.error.code === "clock-doubted") health.clockRefused();
  throw new CallFailed(answer.error);
}
