/** Each matter of a city once, from its title to the words on its papers, by keyboard only, in the built app: one office, one session. */
import { describe, expect, it } from "vitest";
import { STANDING_WARNINGS } from "../../../src-shared/text/labels.ts";
import { syntheticIdentityNumber } from "../../../src-main/demo/people.ts";
import { cities } from "../../../src-main/rules/index.ts";
import { POLICY_DIRECTORY } from "../../packs.ts";
import { screenshot } from "../app.ts";
import type { Person } from "../counter.ts";
import { pdfText } from "../papers.ts";
import { setUpOffice } from "../prepared.ts";
import { itHadNothingToComplainOf, workplace } from "../workplace.ts";
import type { CityMatters, MatterCase } from "./matter-case.ts";

const OFFICE = "三地联办医保经办中心";

/** One person per matter; the serial keeps their numbers apart. */
const personFor = ({ sex = "male", born = "19850301" }: MatterCase, at: number): Person => ({
  name: "李四",
  identityNumber: syntheticIdentityNumber(born, sex, at + 1),
});

const withoutSpaces = (text: string): string => text.replaceAll(/\s/g, "");

export function everyMatterOf({ city, title: cityTitle, matters }: CityMatters): void {
  describe("every matter, from its title to its papers", () => {
    const place = workplace({
      name: `matters-${city}`,
      prepare: () =>
        setUpOffice(place, { office: OFFICE, cities: [...new Set([city, ...cities(POLICY_DIRECTORY)])], review: false }),
    });

    async function checkPaper(title: string, words: readonly string[]): Promise<void> {
      const text = await pdfText((await place.papers.newest(title)).pdfBase64);
      for (const word of words) expect(text, title).toContain(withoutSpaces(word));
    }

    it.each(matters.map((matter, at) => [`${city}-${matter.name}`, matter.title, matter, at] as const))(
      "%s: %s",
      { timeout: 30_000 },
      async (id, _title, matter: MatterCase, at) => {
        await place.as("admin");
        const { counter, keys } = place;
        const person = personFor(matter, at);
        const standing = matter.historic ? [STANDING_WARNINGS.historic!] : [];
        const everywhere = [person.name, matter.title, matter.headline, OFFICE, ...standing];

        await counter.begin(cityTitle, matter.title, matter.initials ?? matter.title);
        await counter.enterPerson(person, matter.asOf);
        for (const [question, answer] of matter.answers) await counter.answer(question, answer);
        await counter.goToResult();
        for (const figure of matter.figures ?? []) await counter.enterFigure(figure);
        await place.page.getByRole("heading", { level: 2, name: matter.headline, exact: true }).waitFor();
        for (const words of [...standing, ...(matter.sees ?? [])]) await counter.sees(words);
        await screenshot(place.page, `matter-${id}`);

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
        expect(await place.page.getByRole("button", { name: /^查看/ }).count()).toBe(Object.keys(matter.papers).length);
      },
    );

    itHadNothingToComplainOf(place);
  });
}
