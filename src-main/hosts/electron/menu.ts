/** The menu: what a clerk may need, in Chinese; reloading only while developing. */
import { Menu, type MenuItemConstructorOptions } from "electron";

export function setMenu(isDevelopment: boolean): void {
  const developing: MenuItemConstructorOptions[] = [
    { type: "separator" },
    { role: "reload", label: "重新加载" },
    { role: "toggleDevTools", label: "开发者工具" },
  ];
  const template: MenuItemConstructorOptions[] = [
    { label: "程序", submenu: [{ role: "quit", label: "退出" }] },
    {
      label: "编辑",
      submenu: [
        { role: "undo", label: "撤销输入" },
        { role: "redo", label: "恢复输入" },
        { type: "separator" },
        { role: "cut", label: "剪切" },
        { role: "copy", label: "复制" },
        { role: "paste", label: "粘贴" },
        { role: "selectAll", label: "全选" },
      ],
    },
    {
      label: "显示",
      submenu: [
        { role: "zoomIn", label: "放大" },
        { role: "zoomOut", label: "缩小" },
        { role: "resetZoom", label: "实际大小" },
        { type: "separator" },
        // no F11: the function keys belong to the counter
        { role: "togglefullscreen", label: "全屏", accelerator: "" },
        ...(isDevelopment ? developing : []),
      ],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
