export const paperText = {
  loading: "正在取出文书…",
  preview: (title: string) => `${title} 预览`,
  print: "打印",
  reprint: "补打",
  printed: (times: number) => (times === 0 ? "尚未打印" : `已打印 ${times} 次`),
  hash: "指纹",
  sent: "已交给系统打印",
  byHand: "浏览器没有打开打印窗口，请用预览右上角的打印图标。",
  close: "关闭",
} as const;
