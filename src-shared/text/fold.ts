import { unseenIn, type UnseenCharacter } from "../domain/fold.ts";

export const unseenText = ({ position, code }: UnseenCharacter): string =>
  `粘贴的内容里有看不见的字符（第 ${position} 位，${code}），请删去后重新输入。`;

/** What cannot be read: for the unseen character in it where there is one, else for what is said usually. */
export function unreadable(typed: unknown, usual: string): string {
  const unseen = typeof typed === "string" ? unseenIn(typed) : undefined;
  return unseen === undefined ? usual : unseenText(unseen);
}
