import type { BackupReason } from "../../../src-shared/domain/safety-settings.ts";

export const backupTableText = {
  columns: {
    at: "时间",
    reason: "原因",
    place: "位置",
    cases: "办件",
    people: "办事人",
    lastReceipt: "最后受理号",
    size: "大小",
    proof: "检验",
  },
  reasons: {
    timer: "定时",
    shift: "交班",
    manual: "手动",
    "before-restore": "恢复之前",
  } satisfies Record<BackupReason, string>,
  proofs: {
    none: "待检验",
    damaged: "已损坏",
    opened: "完好",
    compared: "已比对",
    damagedWhy: (at: string) => `${at} 试恢复时发现损坏，请改用其他备份`,
    openedWhy: (at: string) => `${at} 试恢复：已拼成数据文件、用密钥打开并通读`,
    comparedWhy: (at: string) => `${at} 逐块比对无误；磁盘空间不足，没有试恢复`,
  },
  ofOthers: (office: string | null) => (office === null ? "看不到内容" : `其他窗口的：${office}`),
  open: (at: string) => `查看 ${at} 的备份`,
  none: "这里没有备份",
} as const;
