/** When a session has to be locked, and when the host is to hear that somebody is still at work. */

/** The host counts calls only; reading and scrolling are work, too. */
export const KEEP_ALIVE_SECONDS = 20;

export class IdleWatch {
  readonly #lockAfterSeconds: number;
  readonly #on: { readonly lock: () => void; readonly keepAlive: () => void };
  #idleSeconds = 0;
  #sinceKeepAlive = 0;
  #acted = false;
  #locked = false;

  constructor(lockAfterMinutes: number, on: { readonly lock: () => void; readonly keepAlive: () => void }) {
    this.#lockAfterSeconds = lockAfterMinutes * 60;
    this.#on = on;
  }

  /** The clerk did something. */
  act(): void {
    this.#idleSeconds = 0;
    this.#acted = true;
  }

  /** So many seconds have passed. */
  pass(seconds: number): void {
    if (this.#locked) return;
    this.#idleSeconds += seconds;
    this.#sinceKeepAlive += seconds;
    if (this.#idleSeconds >= this.#lockAfterSeconds) {
      this.#locked = true;
      this.#on.lock();
    } else if (this.#acted && this.#sinceKeepAlive >= KEEP_ALIVE_SECONDS) {
      this.#acted = false;
      this.#sinceKeepAlive = 0;
      this.#on.keepAlive();
    }
  }
}
