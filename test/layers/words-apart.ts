/** Chinese stands apart from logic, so that whoever looks for a sentence knows the file, and whoever words it meets no code. */
import type { Law } from "./laws.ts";
import type { Source } from "./source.ts";

/** Of a folder of the program, or a list, whose columns and their titles are one thing; several of them in one folder of screens have the screen's name before it. */
const TEXT_FILE = /^(src-main\/(.*\/)?text\.ts|src-renderer\/(.*\/)?([a-z-]+-)?text\.ts|src-shared\/(text|lists)\/[a-z-]+\.ts)$/;

/** Files of logic in which the Chinese is what they reckon with, or cannot be told from it. */
export const EXCEPTIONS: ReadonlyMap<string, string> = new Map([
  ["src-main/launcher/run.mjs", "runs under any Node and may therefore load no TypeScript"],
  ["src-main/hosts/command-line/skeleton/templates.ts", "whole files to be filled in, with the words of an example"],
  ["src-main/hosts/command-line/skeleton/city.ts", "whole files to be filled in"],
  ["src-main/rules/engine/operations.ts", "an operation and the sentence it is shown by are one thing"],
  ["src-main/rules/engine/units.ts", "how the value of each unit is written"],
  ["src-main/rules/engine/facts/fact-display.ts", "how the answer to each type of question is written"],
  ["src-main/rules/authoring/facts-schema.ts", "titles of a schema that is a text as a whole"],
  ["src-main/rules/authoring/units.ts", "words that are read, not said"],
  ["src-main/rules/national/pension-years.ts", "an operation of the nation's law and the sentence it is shown by are one thing"],
  [
    "src-main/rules/national/resident-waiting.ts",
    "an operation of the nation's law and the sentence it is shown by are one thing",
  ],
  ["src-main/rules/national/retirement-age.ts", "an operation of the nation's law and the sentence it is shown by are one thing"],
  ["src-main/receipts/notation.ts", "how dates and numbers are written"],
  ["src-main/receipts/typeset/line-breaking.ts", "characters that lines are broken by"],
  ["src-shared/domain/history/line.ts", "words that are read, not said"],
  ["src-shared/domain/history/items.ts", "words that are read, not said"],
  ["src-shared/domain/identity/name.ts", "characters that are compared"],
  ["src-renderer/counter/months/months-model.ts", "words that are read, not said"],
  ["src-renderer/ui/dates/typed-date.ts", "words that are read, not said"],
  ["src-renderer/ui/decision/explanation/sources.tsx", "words that are read, not said"],
]);

/** Words; a mark between two of them, such as “、”, is as much a part of the layout as a line's end. */
const HAN = /\p{Script=Han}+/u;

/** Of a text file nothing is asked; any other has no Chinese word, however it is written down. */
export const chineseIn = ({ path, foreign }: Source): string[] =>
  TEXT_FILE.test(path)
    ? []
    : foreign.flatMap(({ text, line }) => {
        const found = HAN.exec(text);
        return found ? [`${path}:${line} says ${found[0]}`] : [];
      });

export const WORDS_APART: Law = {
  title: "Chinese words stand in text files alone",
  breaches: (source) => (EXCEPTIONS.has(source.path) ? [] : chineseIn(source)),
  breaking: [
    ["src-main/desk/cases/cases.ts", `throw new Refusal("stale", { message: "已有更新的版本" });`],
    ["src-main/desk/cases/cases.ts", "const title = `${name}的办件`;"],
    ["src-main/desk/cases/cases.ts", String.raw`const title = "\u529e\u4ef6";`],
    ["src-main/desk/cases/cases.ts", "const isTitle = /办件$/.test(title);"],
    ["src-main/desk/cases/cases.ts", "const titles = { 办件: 1 };"],
    ["src-main/desk/cases/case-text.ts", `export const CASE_TEXT = { stale: "已有更新的版本" };`],
    ["src-renderer/cases/case-page.tsx", `export const Title = () => <h1>办件</h1>;`],
    ["src-renderer/cases/case-page.tsx", `export const Title = () => <h1 title="办件" />;`],
    ["src-shared/domain/case.ts", `export const LABEL = "办件";`],
  ],
  keeping: [
    ["src-main/desk/cases/text.ts", `export const CASE_TEXT = { stale: "已有更新的版本" };`],
    ["src-main/desk/cases/cases.ts", `// 办件\nconst list = titles.join("、");`],
    ["src-renderer/cases/case-page.tsx", `export const Title = () => <h1>{/* 办件 */}</h1>;`],
    ["src-renderer/cases/attachment-text.ts", `export const attachmentText = { add: "添加附件" };`],
    ["src-shared/text/labels.ts", `export const LABEL = "办件";`],
  ],
};
