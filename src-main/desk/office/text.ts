/** Sentences about the office's settings and its clerks. */
import type { ReviewRule } from "../../../src-shared/domain/office-settings.ts";

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

/** As the audit and dialogs name an account. */
export const namedClerk = ({ name, login }: { readonly name: string; readonly login: string }): string => `${name}（${login}）`;

export const CLERK_TEXT = {
  ownAccount: "不能自己确认自己的账号，请另一名主管或管理员当面核实后确认。",
  self: "不能停用自己或改变自己的岗位，请由另一名管理员办理。",
};
