import type { DiagnosisLine } from "../../../src-shared/contract/safety.ts";

export const diagnosisText = {
  title: "诊断",
  states: { good: "正常", warning: "注意", bad: "异常" } satisfies Record<DiagnosisLine["state"], string>,
  columns: { state: "状态", title: "项目", value: "现状", advice: "怎么办" },
  at: (at: string) => `检查于 ${at}`,
  summary: (bad: number, warning: number) =>
    bad + warning === 0
      ? "全部正常"
      : [bad > 0 ? `异常 ${bad} 项` : "", warning > 0 ? `注意 ${warning} 项` : ""].filter(Boolean).join("，"),
  again: "重新检查",
  take: "导出诊断信息",
  hint: "导出的文件不含姓名、证件号码等个人信息，可以发给信息人员。",
} as const;
