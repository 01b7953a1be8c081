/** Runs asynchronous work one after another: a check and the write that rests on it stay together. */
export class Serial {
  #last: Promise<unknown> = Promise.resolve();

  run<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#last.then(work);
    // the next one waits for the end, whatever it was; the failure itself reaches the caller through `result`
    this.#last = result.catch(() => undefined);
    return result;
  }
}
