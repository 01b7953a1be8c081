/** Which requests come from our own page. A page of any other site can send requests to this machine too. */
import type { IncomingMessage } from "node:http";

/** Opening a page: typed, from a bookmark, from outside the browser, or from our own page – not by another site. */
export function isOurNavigation({ headers }: IncomingMessage): boolean {
  const site = headers["sec-fetch-site"];
  return (
    (site === undefined || site === "none" || site === "same-origin") && (headers.origin === undefined || isOwnOrigin(headers))
  );
}

/** A call: only from a script of our own page. Browsers always name the origin of a POST. */
export function isOurCall({ headers }: IncomingMessage): boolean {
  const site = headers["sec-fetch-site"];
  return isOwnOrigin(headers) && (site === undefined || site === "same-origin") && headers["x-counter"] === "1";
}

const isOwnOrigin = (headers: IncomingMessage["headers"]): boolean => headers.origin === `http://${headers.host}`;
