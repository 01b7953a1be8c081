/** What `npm start` says on the terminal. */
export const LAUNCHER_TEXT = {
  formulasKept: (file: string) => `这些公式已经保存：${file}`,
  formulasAdded: (file: string, bytes: number) => `已保存 ${file}（${Math.round(bytes / 1024)} KB）`,
  building: "正在生成程序文件，请稍候……",
  buildFailed: "程序文件生成失败：",
  downloading: "正在下载桌面程序（Electron），只需一次……",
  noDisplay: "这台机器没有图形界面，改在浏览器中使用。",
  asRoot: "桌面程序不能以 root 身份安全运行，改在浏览器中使用。",
  noElectron: "没有桌面程序（Electron），也连不上下载服务器，改在浏览器中使用，功能相同。",
  downloadFailed: "桌面程序（Electron）下载失败，改在浏览器中使用，功能相同。",
};
