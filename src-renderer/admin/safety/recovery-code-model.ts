/** Parts of a recovery code that are typed to show that it was kept. */

export const groupsOf = (code: string): readonly string[] => code.split("-");

const ASKED = 2;

/** Which groups, counted from 0, in their order; others each time, so that nobody keeps only two. */
export function groupsToType(count: number, random: () => number = Math.random): readonly number[] {
  const left = Array.from({ length: count }, (_, index) => index);
  const chosen = Array.from({ length: Math.min(ASKED, count) }, () => left.splice(Math.floor(random() * left.length), 1)[0]!);
  return chosen.sort((a, b) => a - b);
}

/** As the code itself is read: case and what looks alike make no difference. */
const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .toUpperCase()
    .replaceAll(/[\s\-—–]/g, "")
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1");

export const isGroup = (typed: string, group: string): boolean => plain(typed) === plain(group);
