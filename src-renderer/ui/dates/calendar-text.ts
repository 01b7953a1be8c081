/** Words of calendars and dates. */
export const calendarText = {
  pick: "打开日历",
  weekdays: ["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"],
  longDate: (year: number, month: number, day: number, weekday: string) => `${year}年${month}月${day}日 ${weekday}`,
  /** Patterns of the calendar's headings. */
  monthHeading: "YYYY年M月",
  yearHeading: "YYYY年",
} as const;
