/** The least that any page needs: a key that changes one word, in a page that holds nothing else. */
import type { Page } from "playwright-core";

const PAGE = `<input autofocus><p></p><script>
  const [box, word] = document.body.children;
  box.addEventListener("keydown", ({ timeStamp: pressed }) => {
    word.textContent += "1";
    window.plain = window.watch.shown().then((end) => end - pressed);
  });
</script>`;

declare global {
  interface Window {
    plain: Promise<number>;
  }
}

export async function plainKeys(page: Page, rounds: number): Promise<number[]> {
  await page.setContent(PAGE);
  await page.locator("input").focus();
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    await page.keyboard.press("1");
    times.push(await page.evaluate(() => window.plain));
  }
  return times;
}
