/** The only bridge between the page and the program: one function, checked on the other side. */
import { contextBridge, ipcRenderer } from "electron";

contextBridge.exposeInMainWorld("counter", {
  call: (name: string, input: unknown): Promise<unknown> => ipcRenderer.invoke("call", name, input),
});
