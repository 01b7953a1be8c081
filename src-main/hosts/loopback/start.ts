/**
 * From the starter into the browser, past everybody who can see the arguments of processes: a file that only this account reads
 * leads to a page of ours with the token behind the `#`, which no request carries; the page's script hands it in.
 */
import { page } from "./pages.ts";
import { PAGE_TEXT } from "./text.ts";

export const START_PATH = "/start";
export const START_SCRIPT_PATH = "/start.js";

/** @param address without characters that mean something in HTML */
export const startFile = (address: string): string => `<!doctype html>
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<title>${PAGE_TEXT.title}</title>
<script>location.replace(${JSON.stringify(address)})</script>
`;

export const startPage = (): string =>
  page(PAGE_TEXT.starting, PAGE_TEXT.notAdmittedHelp, `<script type="module" src="${START_SCRIPT_PATH}"></script>`);

/** Without a token, or with one that was used, the page stays, and says what to do. */
export const START_SCRIPT = `
const token = location.hash.slice(1);
history.replaceState(null, "", "${START_PATH}");
if (token !== "") {
  const headers = { "content-type": "application/json", "x-counter": "1" };
  const answer = await fetch("/enter", { method: "POST", headers, body: JSON.stringify({ token }) });
  if (answer.ok) location.replace("/");
}
`;
