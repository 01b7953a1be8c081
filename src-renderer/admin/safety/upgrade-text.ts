/** Words for what an upgrade has left behind. */
export const upgradeText = {
  title: "升级前的副本",
  copy: (at: string, version: number, megabytes: number) => `${at} 升级前（第 ${version} 版），${megabytes} MB`,
  encrypted: "已加密，和现在的数据用同一把密钥。",
  plain: "没有加密：原来的程序不会加密，拿到这个文件的人都能读。确认新程序一切正常后请删除。",
  back: "要退回原来的程序：结束本程序，把 counter.db 和 counter.db-wal 移到别处（副本没有加密的，连同 counter.db.keys.json、counter.db.keys.copy.json 和 backups 文件夹），把副本改名为 counter.db，用原来的程序打开。升级后办理的内容不在副本里。",
  remove: "删除副本",
  removed: "升级前的副本已删除",
  dialog: {
    title: "删除升级前的副本",
    body: "删除后不能再退回原来的程序。现在的数据和备份都不受影响。删除不等于抹除，磁盘上可能还有残留。",
    reason: "原因",
    needed: "请写明原因（2–200 字）",
    keep: "取消",
  },
  banner: {
    title: "数据已由新程序升级",
    plain: "升级前的副本没有加密，确认一切正常后请删除。",
    recoveryCode: "还没有恢复码：本机损坏时数据打不开，请现在制作。",
    look: "去处理",
  },
} as const;
