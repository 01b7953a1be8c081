export const figureEntryText = {
  label: (title: string) => `录入 ${title}`,
  value: (unit: string) => `数值（${unit}）`,
  from: "有效期自",
  to: "有效期至",
  document: "文件名称与文号",
  documentPlaceholder: "如 大医保发〔2025〕1号",
  note: "说明（选填）",
  submit: "录入并重新计算",
  cancel: "取消",
  marked: "录入的数值会标明“本单位录入”，并随办件留存。",
  errors: {
    value: "请填写数值",
    from: "应为真实日期，如 2026-01-01",
    to: "应为真实日期，如 2026-12-31",
    document: "请填写文件名称与文号（2–200 字）",
    note: "不超过 200 字",
  } as Readonly<Record<string, string>>,
};
