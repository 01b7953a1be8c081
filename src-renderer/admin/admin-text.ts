/** Words of the administration's frame. */
export const adminText = {
  navigation: "管理",
  tabs: {
    label: "管理",
    clerks: "人员",
    settings: "单位设置",
    cities: "办理城市",
    safety: "数据安全",
    audit: "审计",
    looks: "查看记录",
    diagnosis: "诊断",
  },
  commands: {
    clerks: "管理：人员",
    settings: "管理：单位设置",
    cities: "管理：办理城市",
    safety: "管理：数据安全（备份、恢复、密钥）",
    audit: "管理：审计",
    looks: "管理：查看记录（谁看过某人）",
    diagnosis: "管理：诊断",
  },
  attention: (problem: string) => `数据安全需要处理：${problem}`,
  readOnly: "您的岗位只能查看，修改由管理员进行。",
} as const;
