export const exportText = {
  xlsx: "导出表格",
  pdf: "导出 PDF",
  done: (name: string, rows: number) => `已导出 ${rows} 行：${name}`,
  running: "正在导出",
  percent: (percent: number) => `已完成 ${percent}%`,
  giveUp: "停止导出",
  givingUp: "正在停止，没有生成文件",
  tooLong: "清单太长",
  partial: "只导出前面的部分",
  narrow: "返回缩短期间",
} as const;
