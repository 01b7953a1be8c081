/** Headings of the papers on materials that follow on a promise; their sentences lie in `resources/papers`, see `promise-sentences.ts`. */

export const PROMISE_PAPER_TEXT = {
  copies: ["第一联 办事人留存", "第二联 经办机构存档"],
  outstanding: (count: number) => `需要补交的材料（共 ${count} 项）`,
  promisedOn: "承诺补交日期",
  order: "序号",
  how: "怎样补交",
  late: "逾期的后果",
  replaced: (title: string, day: string) => `${title}（原定 ${day} 前补交）`,
  promises: "承诺事项",
};
