/** Text of the papers on materials that follow on a promise. */

export const PROMISE_PAPER_TEXT = {
  copies: ["第一联 办事人留存", "第二联 经办机构存档"],
  noticeOpening: (matter: string) =>
    `您申请办理的“${matter}”，主要材料已经齐备，下列次要材料暂缺。根据您签署的承诺书，现予容缺受理。`,
  outstanding: (count: number) => `需要补交的材料（共 ${count} 项）`,
  promisedOn: "承诺补交日期",
  order: "序号",
  how: "怎样补交",
  howText: "请在承诺日期当天或之前，携带本通知书和所列材料到受理窗口补交；也可以由代办人携带双方身份证补交。",
  late: "逾期的后果",
  lateText: "逾期没有补交的，本机构可以终止本次办理并退回已收材料；材料齐备后可以重新申请。",
  untilThen: "补交齐全以前，本事项不出具核定结果。",
  commitmentOpening: (matter: string) => `本人申请办理“${matter}”，因故暂不能提交下列材料，现承诺按所列日期补交。`,
  replaces: (promises: readonly string[]) => `原承诺自本次更正之日起由上表代替，不再适用：${promises.join("；")}。`,
  replaced: (title: string, day: string) => `《${title}》（原定 ${day} 前补交）`,
  promises: "承诺事项",
  promiseLines: [
    "已经提交的材料真实、合法、有效。",
    "在上列日期当天或之前补交所列材料，补交的材料与所填情况一致。",
    "知悉逾期没有补交的，经办机构可以终止本次办理并退回已收材料。",
    "知悉承诺不实须依法承担责任；因此多领的待遇应当退回，少缴的费用应当补缴。",
  ],
};
