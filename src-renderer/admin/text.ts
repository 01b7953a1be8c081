/** Words of the office's own pages. */
export const text = {
  office: {
    title: "单位",
    name: "单位名称",
    code: "单位编号",
    cities: "办理哪些城市的事项",
    citiesHelp: "可多选，先选的排在前面。经办人只能办理这些城市的事项；所有城市的政策都可以在政策库查阅，也可以比较。",
    citiesNeeded: "至少选择一个城市",
    now: (titles: readonly string[]) => `现在办理：${titles.join("、")}`,
    dropped: (titles: readonly string[]) =>
      `保存后不再办理${titles.join("、")}的事项：已有的办件和文书仍可查看，未完成的表单不能继续填写，重新增加后恢复。`,
    save: "保存",
    saved: "已保存，记入审计日志",
    back: "返回",
  },
  figures: {
    title: "待录入数据",
    lead: "下列数据没有今天有效的数值：公开渠道查不到，由本单位按文件录入。录入后，等待它的事项即可办理。",
    ask: (names: readonly string[]) =>
      names.length === 0 ? "请联系管理员录入。" : `由管理员录入，请联系：${names.join("、")}。`,
    none: "没有待录入的数据，本单位的事项都可以办理。",
    city: (title: string, count: number) => `${title}（${count} 项）`,
    columns: { figure: "数据", unit: "单位", enteredBy: "由谁发布", matters: "等待它的事项", last: "上一数值" },
    last: (value: string, until: string) => `${value}（至 ${until}）`,
    noLast: "无",
    enter: "录入",
    enterOf: (title: string) => `录入 ${title}`,
    back: "返回",
  },
} as const;
