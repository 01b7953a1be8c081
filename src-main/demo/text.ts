/** What the demonstration writes into its own store. */
export const DEMO_TEXT = {
  office: "演示区医疗保障事务服务中心",
  administrator: "演示管理员",
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
