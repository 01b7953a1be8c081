/** Runs asynchronous work one after another: a check and the write that rests on it stay together. */
export class Serial {
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  run<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#waiting++;
    const result = this.#last.then(work).finally(() => this.#waiting--);
    // the next one waits for the end, whatever it was; the failure itself reaches the caller through `result`
    this.#last = result.catch(() => undefined);
    return result;
  }

  /** How many run and wait. */
  get size(): number {
    return this.#waiting;
  }

  /** Whether anything runs or waits. */
  get isBusy(): boolean {
    return this.#waiting > 0;
  }

  /** When all that was asked for so far is over, however it went. */
  async over(): Promise<void> {
    await this.#last;
  }
}
