export const figuresText = {
  title: "待录入数据",
  lead: "下列数据没有今天有效的数值：公开渠道查不到，由本单位按文件录入。录入后，等待它的事项即可办理。",
  ask: (names: readonly string[]) => (names.length === 0 ? "请联系管理员录入。" : `由管理员录入，请联系：${names.join("、")}。`),
  none: "没有待录入的数据，本单位的事项都可以办理。",
  city: (title: string, count: number) => `${title}（${count} 项）`,
  columns: { figure: "数据", unit: "单位", enteredBy: "由谁发布", matters: "等待它的事项", last: "上一数值" },
  last: (value: string, until: string) => `${value}（至 ${until}）`,
  noLast: "无",
  enter: "录入",
  enterOf: (title: string) => `录入 ${title}`,
  back: "返回",
} as const;
