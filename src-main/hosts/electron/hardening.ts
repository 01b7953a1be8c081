/** What no page of this program may do, whichever way it came in. */
import { app, session } from "electron";
import { isOurAddress } from "./pages.ts";

/** Chromium's own PDF viewer, which shows the papers inside our page. */
const PDF_VIEWER = "chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/";

export function hardenEveryPage(developmentPage: string | undefined): void {
  app.on("web-contents-created", (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: "deny" }));
    contents.on("will-attach-webview", (event) => event.preventDefault());
    // the page moves by its own hash; a real navigation is always foreign
    contents.on("will-navigate", (event) => event.preventDefault());
    contents.on("will-redirect", (event) => event.preventDefault());
    contents.on("will-frame-navigate", (event) => {
      if (event.isMainFrame || !isOwnFrame(event.url, contents.getURL())) event.preventDefault();
    });
  });

  // the viewer shows a document in a frame of its own under the document's address
  const isOwnFrame = (url: string, page: string): boolean =>
    url.startsWith(PDF_VIEWER) || url === page || isOurAddress(url.replace(/^blob:/, ""), developmentPage);
}

/** After the app is ready. */
export function denyEveryPermission(): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  defaultSession.setPermissionCheckHandler(() => false);
  defaultSession.setDevicePermissionHandler(() => false);
}
