/** Sentences about signing in, passwords and whoever stands by. */
import type { Role } from "../../../src-shared/domain/roles.ts";
import { ROLE_LABELS } from "../../../src-shared/text/labels.ts";
import type { PasswordProblem } from "../../../src-shared/domain/password-rules.ts";
import { SHORTEST_PASSWORD } from "../../../src-shared/domain/password-rules.ts";

export const PASSWORDS_BUSY = "正在核对的密码太多，请过几秒再试。";

export const slowDownText = (seconds: number): string =>
  `密码错误次数较多，请等待 ${seconds < 60 ? `${seconds} 秒` : `${Math.ceil(seconds / 60)} 分钟`}后再试。`;

export const CLOCK_TEXT = { notAdministrator: "账号或密码不对，或者不是管理员，请由管理员核对后重新输入。" };

export const PASSWORD_TEXT: Record<PasswordProblem | "same", string> = {
  short: `密码至少 ${SHORTEST_PASSWORD} 位，请加长。`,
  long: "密码最多 200 位，请缩短。",
  plain: "密码应包含字母、数字、符号中的至少两种，或不少于 12 位。",
  common: "这个密码太常见，容易被猜中，请换一个。",
  login: "密码里不能包含账号，请换一个。",
  same: "新密码与原密码相同，请换一个。",
};

export const STANDING_IN_TEXT = {
  untilOutside: "代理的最后一天应在今天至一年之内，请改正。",
};

export const REPLACING_TEXT = {
  noCodeMade: "本单位没有制作过恢复码，不能在这里设立管理员。请信息人员在本机运行 counter reset-administrator（见管理员手册）。",
  noSuchAdministrator: "没有这个在用的管理员账号。管理员不在了的，请选“另设一名管理员”。",
  witness: (roles: readonly Role[]) =>
    roles.length === 0
      ? "本单位没有其他人可以作证，请不要填写见证人。"
      : `请由${roles.map((role) => ROLE_LABELS[role]).join("或")}岗位的人员作证，输入自己的登录名和自己设定的密码。`,
  byMachine: "本机密钥（没有制作过恢复码）",
};

export const SECOND_PERSON_TEXT = {
  alone: "本单位没有第二位可以在场的人员，要用恢复码代替；还没有恢复码的，请先制作并妥善保管。",
  colleague: "这件事要有第二人在场：本单位没有别的复核、主管、管理或审计人员，请另一位同事输入自己的登录名和密码。",
  resetLately: (whom: string, days: number) =>
    `${whom}的密码在 ${days} 天内重置过，还没有经第三人确认：满 ${days} 天以后，才能用恢复码代替第二人。请先由别人在“人员”里确认。`,
  byCode: "恢复码",
  nobody: "没有别人",
  lastOne:
    "重置以后，本单位就没有别人能作第二人了。请先由别人在“人员”里确认密码已重置的同事，再来重置；确实都不在的，要用恢复码代替。",
  oldCode: "本单位还有别的复核、主管、管理或审计人员，但现在都不能在场。重新制作恢复码要先输入原来的恢复码。",
  nobodyElse: "没有第二人，也还没有恢复码",
  another: "恢复数据的人不能自己确认，请另一位复核、主管、管理或审计人员登录后确认。",
};
