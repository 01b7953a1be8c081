import type { DueView } from "../../../src-shared/domain/case.ts";

export const dueText = {
  title: (dueOn: string | null) => (dueOn === null ? "期限涉及的年度还没有放假安排" : `最后一天 ${dueOn}`),
  left: (standing: DueView["standing"], days: number | null): string => {
    if (standing === "done") return "已办结";
    if (standing === "overdue") return days === null ? "已超期" : `已超期 ${Math.abs(days)} 个工作日`;
    if (days === null) return "期限待定";
    return days === 0 ? "今天到期" : `还有 ${days} 个工作日`;
  },
} as const;
