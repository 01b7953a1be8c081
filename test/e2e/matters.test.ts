/** Each matter of each city once, from its title to the words on its papers, by keyboard only, in the built app: one office, one session. */
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { STANDING_WARNINGS } from "../../src-shared/text/labels.ts";
import { checkDigit } from "../../src-shared/domain/identity/resident-number.ts";
import { openPage, screenshot, startApp, temporaryFolder, type OpenPage, type RunningApp } from "./app.ts";
import { withoutReview } from "./ask.ts";
import { launch } from "./browser.ts";
import { Counter, type Person } from "./counter.ts";
import { chongqing } from "./matters/chongqing.ts";
import { dalian } from "./matters/dalian.ts";
import type { MatterCase } from "./matters/matter-case.ts";
import { tieling } from "./matters/tieling.ts";
import { Papers, pdfText } from "./papers.ts";

const CITIES = [dalian, tieling, chongqing];
const MATTERS = CITIES.flatMap(({ city, title, matters }) =>
  matters.map((matter) => ({ ...matter, cityTitle: title, id: `${city}-${matter.name}` })),
);
type CityMatter = MatterCase & (typeof MATTERS)[number];
const OFFICE = "三地联办医保经办中心";
/** What has not come by then does not come; a failed matter must not cost the others their time. */
const PATIENCE_MS = 8000;
/** Where the screen of a failed matter is kept for whoever looks into it. */
const failurePicture = (name: string): string => `out/e2e-failure-${name}.png`;

/** One person per matter; the serial keeps their numbers apart. */
function personFor({ sex = "male", born = "19850301", id }: CityMatter): Person {
  const serial = 2 * (MATTERS.findIndex((matter) => matter.id === id) + 1) + (sex === "male" ? 1 : 0);
  const first17 = `210299${born}${String(serial).padStart(3, "0")}`;
  return { name: "李四", identityNumber: first17 + checkDigit(first17) };
}

const withoutSpaces = (text: string): string => text.replaceAll(/\s/g, "");

describe("every matter, from its title to its papers", () => {
  let browser: Browser;
  let app: RunningApp;
  let opened: OpenPage;
  let counter: Counter;
  let papers: Papers;

  beforeAll(async () => {
    browser = await launch(inject("browser"));
    app = await startApp({ data: temporaryFolder() });
    opened = await openPage(browser, app.url);
    opened.page.setDefaultTimeout(PATIENCE_MS);
    counter = new Counter(opened.page);
    papers = new Papers(opened.page);
    const cities = CITIES.map(({ title }) => title);
    await counter.setUp({ office: OFFICE, code: "210202", cities, password: "counter-2026" });
    await withoutReview(opened.page);
  });
  // a matter that failed must not stand in the way of the next
  afterEach(async ({ task }) => {
    if (task.result?.state !== "fail") return;
    const name = MATTERS.find((matter) => task.name.startsWith(`${matter.id}:`))?.id ?? "end";
    await opened.page.screenshot({ path: failurePicture(name), fullPage: true });
    await opened.page.goto(new URL("/", app.url).href);
    await counter.sees("办理新事项");
  });
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  async function checkPaper(title: string, words: readonly string[]): Promise<void> {
    const text = await pdfText((await papers.newest(title)).pdfBase64);
    for (const word of words) expect(text, title).toContain(withoutSpaces(word));
  }

  it.each(MATTERS.map((matter) => [matter.id, matter.title, matter] as const))(
    "%s: %s",
    { timeout: 30_000 },
    async (_id, _title, matter: CityMatter) => {
      const { keys } = counter;
      const person = personFor(matter);
      const standing = matter.historic ? [STANDING_WARNINGS.historic!] : [];
      const everywhere = [person.name, matter.title, matter.headline, OFFICE, ...standing];

      await counter.begin(matter.cityTitle, matter.title, matter.initials ?? matter.title);
      await counter.enterPerson(person, matter.asOf);
      for (const [question, answer] of matter.answers) await counter.answer(question, answer);
      await counter.goToResult();
      for (const figure of matter.figures ?? []) await counter.enterFigure(figure);
      await opened.page.getByRole("heading", { level: 2, name: matter.headline, exact: true }).waitFor();
      for (const words of [...standing, ...(matter.sees ?? [])]) await counter.sees(words);
      await screenshot(opened.page, `matter-${matter.id}`);

      for (const material of matter.materials ?? []) await counter.receive(material);
      if (matter.refused) {
        await counter.refuse();
        for (const [title, words] of Object.entries(matter.papers)) {
          await checkPaper(title, [...everywhere, person.identityNumber.slice(-4), ...words]);
        }
        await counter.closePaper();
        await keys.press("Escape");
        await counter.sees("办理新事项");
        return;
      }
      const receipt = await counter.submit(matter.told ?? "transaction");
      for (const [title, words] of Object.entries(matter.papers)) {
        await counter.openPaper(title);
        await checkPaper(title, [...everywhere, receipt, ...words]);
        await counter.closePaper();
      }
      expect(await opened.page.getByRole("button", { name: /^查看/ }).count()).toBe(Object.keys(matter.papers).length);
    },
  );

  it("the pages had nothing to complain of", () => {
    expect(opened.complaints).toEqual([]);
  });
});
