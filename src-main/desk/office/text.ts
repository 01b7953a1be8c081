/** Sentences of the office's own areas: calendar, settings, review, promises, clerks, people, attachments. */
import type { ReviewChangeKind } from "../../../src-shared/contract/index.ts";
import type { Role } from "../../../src-shared/domain/roles.ts";
import { ROLE_LABELS } from "../../../src-shared/text/labels.ts";
import type { ReviewRule } from "../../../src-shared/domain/office-settings.ts";
import type { PasswordProblem } from "../../../src-shared/domain/password-rules.ts";
import { SHORTEST_PASSWORD } from "../../../src-shared/domain/password-rules.ts";

export const CALENDAR_TEXT = {
  missing: (years: readonly number[]) =>
    `还没有 ${years.join("、")} 年的放假安排，涉及该年的期限不能推算；国务院办公厅发布通知后请更新程序。`,
};

export const SETTINGS_TEXT = {
  unknownMatter: (matter: string) => `没有事项“${matter}”，请从列表中选择。`,
  documentMissing: "请写明公布容缺清单的文件名称和文号。",
};

export const SETTINGS_CHANGE_TEXT = {
  lines: {
    lockAfterMinutes: "无操作锁屏分钟数",
    oneTimeDays: "一次性密码有效天数",
    reviewOn: "第二人复核",
    reviewFrom: "复核金额起点（元）",
    reviewRoles: "可以复核的岗位",
    reviewMatters: "按事项另定的复核",
    promisesOn: "容缺受理",
    promiseDays: "补交期限（工作日）",
    promiseMaterials: "可容缺材料",
    promiseDocument: "公布清单的文件",
    timeLimits: "本单位定的办结期限",
    dueSoon: "到期提醒（工作日）",
    longestPause: "停用多少天后核对时钟",
  },
  rules: { "by-amount": "按金额", always: "一律复核", never: "不复核" } satisfies Record<ReviewRule, string>,
  yesNo: (on: boolean) => (on ? "开" : "关"),
  days: (days: number) => `${days} 个工作日`,
  none: "没有",
  change: (line: string, before: string, after: string) => `${line}：${before} → ${after}`,
};

export const REVIEW_TEXT = {
  always: "本单位规定该事项一律复核",
  byAmount: (yuan: string, from: string) => `涉及金额 ${yuan} 元，达到复核金额（${from} 元）`,
  mine: "经办过这个办件的人不能复核，请由另一名人员复核。",
  sameHand: "经办人的账号与您的账号还没有经第三人确认是两个人，不能由您复核；请到“人员”里由第三人确认，或由另一名人员复核。",
  askedByYou: "撤销是您提出的，或由您建立的账号提出的，请由另一名人员确认。",
  aloneNote: "您经办过这个办件。没有其他人可以复核，请写明由您复核的原因（至少 2 个字）。",
  changesApproved: "更正已经复核通过的办件",
  toCancel: "申请撤销已经复核通过的办件",
  attachmentFixed: "复核通过的办件不能移除附件；确需更换的请先“更正”，再由另一人复核。",
  notYours: "这个办件已经提交复核，请由原经办人或主管办理。",
  role: "本单位没有授权您的岗位复核，请联系管理员。",
  promises: "承诺后补的材料还没有收齐，收齐以后才能通过。",
  notWaiting: "这个办件现在不在待复核状态。",
  none: "—",
  material: (form: string, count: number, need: string) => `${form} ${count} 份，${need}`,
  pack: (version: string, hash: string) => `${version}（${hash}）`,
  packTitle: "政策数据",
  outcomeTitle: "结论",
  headlineTitle: "结果",
  personName: "姓名",
  personKind: "证件类型",
  personNumber: "证件号码",
  personPhone: "联系电话",
  asOf: "办理日期",
  months: (months: number | string) => `${months} 个月`,
  yes: "是",
  no: "否",
  records: (count: number) => `${count} 条`,
} as const;

export const REVIEW_CHANGE_LABELS: Record<ReviewChangeKind, string> = {
  pack: "政策数据版本",
  outcome: "结论",
  amount: "金额",
  date: "日期",
  figure: "所用数据",
  reading: "解释口径",
  condition: "条件",
  material: "材料",
  formula: "计算",
};

export const PROMISE_TEXT = {
  mustNotFollow: (title: string) => `“${title}”不在可以容缺的材料之列，必须现在收取。`,
  dateMissing: (title: string) => `请填写“${title}”承诺补交的日期。`,
  dateOutside: (title: string, from: string, to: string) => `“${title}”的承诺日期应在 ${from} 至 ${to} 之间，请改正。`,
  dayOff: (title: string, date: string) => `“${title}”承诺的 ${date} 不是工作日，请改为工作日。`,
  notSigned: "请先打印承诺书，由办事人签名后勾选“已签承诺书”，再提交。",
  notAgreed: "请由办事人同意新的承诺日期后勾选，再提交；提交后打印承诺书，当场签名。",
  calendarUnknown: (year: number) => `还没有 ${year} 年的放假安排，补交期限不能推算；请收齐材料后提交，或更新程序。`,
  notPromised: (material: string) => `“${material}”没有承诺后补，请刷新办件后再登记。`,
  notReceived: (material: string) => `请填写“${material}”实际收到的形式和份数。`,
};

export const LOOK_TEXT = {
  reasonNeeded: "这不是您经办或复核的办件，请写明查看的原因。",
  exportReason: "清单里有他人的信息，请写明导出的原因。",
  slowDown: (seconds: number) =>
    `查找的号码多次没有找到，请核对证件，${seconds < 60 ? `${seconds} 秒` : `${Math.ceil(seconds / 60)} 分钟`}后再查。`,
};

export const PASSWORD_TEXT: Record<PasswordProblem | "same", string> = {
  short: `密码至少 ${SHORTEST_PASSWORD} 位，请加长。`,
  long: "密码最多 200 位，请缩短。",
  plain: "密码应包含字母、数字、符号中的至少两种，或不少于 12 位。",
  common: "这个密码太常见，容易被猜中，请换一个。",
  login: "密码里不能包含账号，请换一个。",
  same: "新密码与原密码相同，请换一个。",
};

/** As the audit and dialogs name an account. */
export const namedClerk = ({ name, login }: { readonly name: string; readonly login: string }): string => `${name}（${login}）`;

export const CLERK_TEXT = {
  ownAccount: "不能自己确认自己的账号，请另一名主管或管理员当面核实后确认。",
  self: "不能停用自己或改变自己的岗位，请由另一名管理员办理。",
  untilOutside: "代理的最后一天应在今天至一年之内，请改正。",
  notAtCounter: "没有这个人，或已停用，或不在窗口办理业务，请另选一人。",
  formGone: "这份表单已经提交或删除，请刷新列表。",
  noCodeMade: "本单位没有制作过恢复码，不能在这里设立管理员。请信息人员在本机运行 counter reset-administrator（见管理员手册）。",
  noSuchAdministrator: "没有这个在用的管理员账号。管理员不在了的，请选“另设一名管理员”。",
  witness: (roles: readonly Role[]) =>
    roles.length === 0
      ? "本单位没有其他人可以作证，请不要填写见证人。"
      : `请由${roles.map((role) => ROLE_LABELS[role]).join("或")}岗位的人员作证，输入自己的登录名和自己设定的密码。`,
  byMachine: "本机密钥（没有制作过恢复码）",
};

export const PEOPLE_TEXT = {
  nothingChanged: "没有改动任何内容，请核对后再提交。",
  hiddenChange: (masked: string) => `${masked}（隐去的数字有改动）`,
};

export const ATTACHMENT_TEXT = {
  notBase64: "文件没有完整传到，请重新选择文件再试。",
  empty: "文件是空的，请重新扫描或选择另一个文件。",
  unknownMaterial: "这个办件没有这项材料，请从列表中选择。",
};
