import type { BackupReason } from "../../src-shared/contract/office-views.ts";

export const backupTableText = {
  columns: { at: "时间", reason: "原因", place: "位置", cases: "办件", people: "人员", lastReceipt: "最后回执号", size: "大小" },
  reasons: {
    timer: "定时",
    shift: "交班",
    manual: "手动",
    "before-restore": "恢复之前",
  } satisfies Record<BackupReason, string>,
  noKey: "没有打开它的密钥",
  open: (at: string) => `查看 ${at} 的备份`,
  none: "这里没有备份",
} as const;
