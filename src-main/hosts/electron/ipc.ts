/** The one channel of the page, through the desk's gate. */
import { ipcMain, type WebContents } from "electron";
import type { CallResult } from "../../../src-shared/contract/index.ts";
import type { Connection, Desk } from "../../desk/index.ts";
import { MESSAGES } from "../../desk/frame/text.ts";
import { isOurAddress } from "./pages.ts";

const REFUSED: CallResult<never> = {
  ok: false,
  error: { code: "not-allowed", message: MESSAGES["not-allowed"], traceId: "-" },
};

export function serveCalls(desk: Desk, developmentPage: string | undefined): void {
  // a window's session ends with the window
  const connections = new WeakMap<WebContents, Connection>();

  ipcMain.handle("call", async (event, name: unknown, input: unknown) => {
    const frame = event.senderFrame;
    if (!frame || frame.parent !== null || !isOurAddress(frame.url, developmentPage)) return REFUSED;
    let connection = connections.get(event.sender);
    if (!connection) {
      connection = desk.connect();
      connections.set(event.sender, connection);
    }
    return await desk.call(connection, name, input);
  });
}
