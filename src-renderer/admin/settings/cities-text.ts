export const citiesText = {
  title: "办理城市",
  name: "单位名称",
  code: "单位编号",
  cities: "办理哪些城市的事项",
  citiesHelp: "可多选，先选的排在前面。经办人只能办理这些城市的事项；所有城市的政策都可以在政策库查阅，也可以比较。",
  citiesNeeded: "至少选择一个城市",
  now: (titles: readonly string[]) => `现在办理：${titles.join("、")}`,
  dropped: (titles: readonly string[]) =>
    `保存后不再办理${titles.join("、")}的事项：已有的办件和文书仍可查看，未提交的表单不能继续填写，重新增加后恢复。`,
  save: "保存",
  saved: "已保存，记入审计日志",
} as const;
