/** Names as typed: characters of old systems brought to their standard ones, and what a name must have. */
import { codePoint } from "../fold.ts";
import type { IdentityKind } from "./kinds.ts";

/**
 * GBK gave eighty characters (FE50 to FEA0) no place of their own in Unicode; old systems keep them as U+E815 to U+E864. Their
 * standard ones since GB 18030-2022, in that order.
 */
const GBK_PRIVATE = 0xe815;
const STANDARD = Array.from(
  "⺁𠂇𠂉𠃌⺄㑳㑇⺈⺋龴㖞㘚㘎⺌⺗㥮㤘龵㧏㧟㩳㧐龶龷㭎㱮㳠⺧𡗗龸⺪䁖䅟⺮䌷⺳⺶⺷𢦏䎱䎬⺻䏝䓖䙡䙌龹䜣䜩䝼䞍⻊䥇䥺䥽䦂䦃䦅䦆䦟䦛䦷䦶龺𤇾䲣䲟䲠䲡䱷䲢䴓䴔䴕䴖䴗䴘䴙䶮龻",
);
const PRIVATE_OF = new Map(STANDARD.map((character, at) => [character, String.fromCodePoint(GBK_PRIVATE + at)]));

const PRIVATE_USE = /\p{Co}/gu;

/** With standard characters for the private ones that are known. */
export const standardName = (name: string): string =>
  name.replaceAll(PRIVATE_USE, (character) => STANDARD[character.codePointAt(0)! - GBK_PRIVATE] ?? character);

/** The same name as an old system writes it. */
export const privateName = (name: string): string =>
  Array.from(name, (character) => PRIVATE_OF.get(character) ?? character).join("");

/** Codes of private characters that nobody can tell, `U+E5E5`. */
export const unknownCharacters = (name: string): string[] => [...new Set(standardName(name).match(PRIVATE_USE))].map(codePoint);

/** A citizen's name has two characters at least; elsewhere one letter may be all of it. */
export function nameProblem(name: string, kind: IdentityKind): "missing" | "too-short" | undefined {
  const length = Array.from(name.trim()).length;
  if (length === 0) return "missing";
  return length === 1 && kind === "citizen" ? "too-short" : undefined;
}
