/** The menu: what a clerk may need, in Chinese; reloading only while developing. */
import { Menu, type MenuItemConstructorOptions } from "electron";
import { MENU_TEXT as text } from "./text.ts";

export function setMenu(isDevelopment: boolean): void {
  const developing: MenuItemConstructorOptions[] = [
    { type: "separator" },
    { role: "reload", label: text.reload },
    { role: "toggleDevTools", label: text.developerTools },
  ];
  const template: MenuItemConstructorOptions[] = [
    { label: text.program, submenu: [{ role: "quit", label: text.quit }] },
    {
      label: text.edit,
      submenu: [
        { role: "undo", label: text.undo },
        { role: "redo", label: text.redo },
        { type: "separator" },
        { role: "cut", label: text.cut },
        { role: "copy", label: text.copy },
        { role: "paste", label: text.paste },
        { role: "selectAll", label: text.selectAll },
      ],
    },
    {
      label: text.view,
      submenu: [
        { role: "zoomIn", label: text.zoomIn },
        { role: "zoomOut", label: text.zoomOut },
        { role: "resetZoom", label: text.resetZoom },
        { type: "separator" },
        // no F11: the function keys belong to the counter
        { role: "togglefullscreen", label: text.fullScreen, accelerator: "" },
        ...(isDevelopment ? developing : []),
      ],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
