/** Which page is ours. */
export const APP_SCHEME = "app";
export const APP_HOST = "counter";
export const APP_PAGE = `${APP_SCHEME}://${APP_HOST}/`;

/** @param developmentPage address of the development server, only in a program that is not packaged */
export function isOurAddress(url: string, developmentPage?: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host, origin } = new URL(url);
  if (protocol === `${APP_SCHEME}:`) return host === APP_HOST;
  return developmentPage !== undefined && origin === new URL(developmentPage).origin;
}
