const HOUR = 60;
const DAY = 24 * HOUR;

/** How long ago, in whole minutes given, as people say it. */
export function ageText(minutes: number): string {
  if (minutes < 1) return "刚刚";
  if (minutes < HOUR) return `${minutes} 分钟前`;
  if (minutes < DAY) return `${Math.floor(minutes / HOUR)} 小时前`;
  return `${Math.floor(minutes / DAY)} 天前`;
}
