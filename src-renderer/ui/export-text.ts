export const exportText = {
  xlsx: "导出表格",
  pdf: "导出 PDF",
  done: (name: string, rows: number) => `已导出 ${rows} 行：${name}`,
} as const;
