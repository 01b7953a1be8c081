/** Places of texts that nothing can ever fill: what a step is told of are its inputs, by number; other texts have names. */
import type { Formula } from "../engine/formula.ts";
import type { StepFile, WrittenMatter } from "../engine/schema/matter-schema.ts";
import type { PolicyFiles } from "../engine/pack/policy-files.ts";
import type { Report } from "../engine/pack/problems.ts";

type Fault = (path: readonly PropertyKey[], message: string) => void;
const PLACE = /\{([A-Za-z0-9.+,-]+)\}/g;
const placesIn = (text = ""): string[] => [...text.matchAll(PLACE)].map(([, place]) => place!);
const isNumber = (place: string): boolean => /^\d+$/.test(place);

export function checkPlaces(read: PolicyFiles, formulas: readonly Formula[], report: Report): void {
  for (const { file, value, line } of read.steps) {
    const fault: Fault = (path, message) => report({ file, line: line(path), message, about: "style" });
    value.steps.forEach((step, index) => checkStep(step, ["steps", index], fault));
  }
  for (const { file, value, line } of read.matters) {
    const fault: Fault = (path, message) =>
      report({ file, line: line(path), message: `matter ${value.id}: ${message}`, about: "style" });
    value.steps.forEach((step, index) => checkStep(step, ["steps", index], fault));
    const isMereChecklist = value.checklist !== undefined && !formulas.some(({ matter }) => matter === value.id);
    checkTexts(value, isMereChecklist ? namesOfChecklist(value) : undefined, fault);
  }
}

/** Without a formula nothing is told but the answers that conditions rest on. */
const namesOfChecklist = ({ checklist }: WrittenMatter): ReadonlySet<string> =>
  new Set(checklist?.conditions.map(({ fact }) => fact));

function checkStep({ told, formula, kind }: StepFile, path: readonly PropertyKey[], fault: Fault): void {
  for (const [key, text] of Object.entries({ told, formula }))
    for (const place of placesIn(text)) {
      if (kind === "fact") fault([...path, key], `{${place}} is filled by nothing: a step of kind "fact" has no inputs`);
      else if (!isNumber(place) && place !== "+" && place !== ",")
        fault([...path, key], `{${place}} is filled by nothing: a step names its inputs as {0}, {1} …, {+} or {,}`);
    }
}

/** @param filled the names that there are; left out where a formula has its own */
function checkTexts(matter: WrittenMatter, filled: ReadonlySet<string> | undefined, fault: Fault): void {
  const check = (path: readonly PropertyKey[], text: string, numbers: readonly string[] = []): void => {
    for (const place of placesIn(text).filter((one) => !numbers.includes(one))) {
      if (isNumber(place))
        fault(
          path,
          `{${place}} is filled by nothing: only steps have inputs to number, and a condition's own {0} is told in its actual`,
        );
      else if (filled?.has(place) === false)
        fault(
          path,
          `{${place}} is filled by nothing: a checklist without a formula has the questions of its conditions (${[...filled].join(", ") || "there is none"})`,
        );
    }
  };
  for (const [id, text] of Object.entries(matter.headlines)) check(["headlines", id], text);
  for (const list of ["places", "timeLimits"] as const)
    for (const [id, { text }] of Object.entries(matter[list])) check([list, id], text);
  for (const [id, { text }] of Object.entries(matter.remedies)) check(["remedies", id, "text"], text);
  for (const [index, { required, actual }] of matter.conditions.entries()) {
    check(["conditions", index, "required"], required);
    check(["conditions", index, "actual"], actual, ["0"]);
  }
  matter.notices.forEach(({ text }, index) => check(["notices", index, "text"], text));
  matter.sections.forEach(({ lines }, s) => lines.forEach((text, l) => check(["sections", s, "lines", l], text)));
  matter.next.forEach(({ why }, index) => check(["next", index, "why"], why));
  for (const [id, { title, text }] of Object.entries(matter.options)) {
    check(["options", id, "title"], title);
    check(["options", id, "text"], text);
  }
}
