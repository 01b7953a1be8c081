export const workText = {
  review: "复核",
  reports: "日结",
  waiting: (count: number) => `${count} 件待复核`,
  due: (overdue: number, soon: number) =>
    [overdue === 0 ? null : `${overdue} 项已超期`, soon === 0 ? null : `${soon} 项即将到期`]
      .filter((part) => part !== null)
      .join("，"),
  commands: { review: "复核列表", day: "日结", statistics: "办件统计", due: "期限与补交" },
} as const;
