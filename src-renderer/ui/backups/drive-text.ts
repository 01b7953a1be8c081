export const driveText = {
  size: (free: string, total: string) => `剩余 ${free}，共 ${total}`,
  and: "，",
} as const;
