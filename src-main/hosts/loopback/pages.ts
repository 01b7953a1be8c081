/** The few pages that are shown where the app cannot be. */
import { PAGE_TEXT } from "./text.ts";

export function page(heading: string, help: string, more = ""): string {
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${PAGE_TEXT.title}</title>
<style>
  body { font: 18px/1.7 "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; max-width: 36em; margin: 15vh auto; padding: 0 1.5em; color: #1f2933 }
  h1 { font-size: 1.4em }
</style>
<h1>${heading}</h1>
<p>${help}</p>
${more}
</html>
`;
}
