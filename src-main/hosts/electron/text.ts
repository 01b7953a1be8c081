/** What the desktop app says outside its page: its name, its menu, why it does not start. */
export const APP_TITLE = "医保窗口";

export const forbiddenSwitchText = (given: string): string => `${given} 会让别的程序看到和操作本程序的页面，请去掉后再启动。`;

export const MENU_TEXT = {
  program: "程序",
  quit: "退出",
  edit: "编辑",
  undo: "撤销输入",
  redo: "恢复输入",
  cut: "剪切",
  copy: "复制",
  paste: "粘贴",
  selectAll: "全选",
  view: "显示",
  zoomIn: "放大",
  zoomOut: "缩小",
  resetZoom: "实际大小",
  fullScreen: "全屏",
  reload: "重新加载",
  developerTools: "开发者工具",
};
