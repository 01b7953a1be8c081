/** One call in the page's own session: for what a test needs and another test does by keyboard. */
import type { Page } from "playwright-core";
import type { CallResult } from "../../src-shared/contract/errors.ts";
import { USUAL_SETTINGS } from "../../src-shared/domain/office-settings.ts";
import { SETUP_CODE } from "./setup-code.ts";

/** @throws with the host's own sentence where it refuses */
export const ask = <Value>(page: Page, name: string, input: object): Promise<Value> =>
  page.evaluate(
    async ([call, body]) => {
      const kept = "yibao-counter-page";
      // the page gets its secret with its first call
      while (sessionStorage.getItem(kept) === null) await new Promise((resolve) => setTimeout(resolve, 20));
      const keys = JSON.parse(sessionStorage.getItem(kept)!) as { readonly page: string };
      const response = await fetch(`/call/${call}`, {
        method: "POST",
        headers: { "content-type": "application/json", "x-counter": "1", "x-counter-page": keys.page },
        body: JSON.stringify(body),
      });
      const renewed = response.headers.get("x-counter-page");
      if (renewed !== null) sessionStorage.setItem(kept, JSON.stringify({ ...keys, page: renewed }));
      const result = (await response.json()) as CallResult<Value>;
      if (!result.ok) throw new Error(result.error.message);
      return result.value;
    },
    [name, name === "session.setup" ? { ...input, code: SETUP_CODE } : input] as const,
  );

/**
 * An office of one person: nobody else could look at the cases.
 * @param recoveryCode where one has been made, it stands for the second person
 */
export const withoutReview = (page: Page, recoveryCode?: string): Promise<unknown> =>
  ask(page, "office.changeSettings", {
    requestId: crypto.randomUUID(),
    settings: { ...USUAL_SETTINGS, review: { ...USUAL_SETTINGS.review, on: false } },
    reason: "单人窗口，暂不复核",
    ...(recoveryCode === undefined ? {} : { second: { recoveryCode } }),
  });
