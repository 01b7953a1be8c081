/** What the demonstration writes into its own store, and its people's names. */
import type { Sex } from "../../src-shared/domain/identity/kinds.ts";

export const DEMO_TEXT = {
  office: "演示区医疗保障事务服务中心",
  administrator: "演示管理员",
  clerks: { clerk: "演示经办", reviewer: "演示复核", supervisor: "演示主管", auditor: "演示审计" },
  document: "演示数据，不是公布的文件",
  note: "演示用的数值，不能用于办理业务",
  promiseList: "演示区容缺受理材料清单（演示）",
  settingsReason: "演示用",
  returned: "缴费年限请再核对一次",
  withdrawn: "本人要求撤回",
  repeated: "重复受理，按本人申请撤销",
  phoneCorrected: "更正联系电话",
  dayClosed: "没有办完的次日接着办理",
} as const;

/** Common ones first, then those that are read otherwise as surnames: 单 shàn, 仇 qiú, 曾 zēng, 解 xiè, 区 ōu, 查 zhā. */
export const SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗单仇曾解区查".split("");
export const GIVEN_NAMES: Record<Sex, readonly string[]> = {
  male: "伟 强 建国 志刚 德海 洪涛 永福 春生 文斌 树林 长河 凯旋 立新 国栋 乐山".split(" "),
  female: "玉兰 秀英 丽 桂芝 淑敏 晓燕 春梅 美玲 雅琴 月华 红霞 行云 静 爱萍 玉珍".split(" "),
};
