/** What every host says: why it cannot start, and what it has done to the store of an earlier program. */
import type { CopyBefore, Upgrade } from "../store/file/types.ts";

/** On every page of a demonstration. */
export const PAPER_MARK = "演示";

export const PROBLEM_TEXT = {
  folder: (problem: string, folder: string): string => `${problem}\n数据文件夹：${folder}`,
  log: (reason: string, folder: string): string => `\n${reason}\n日志：${folder}`,
};

/** Of a store that was brought to this program's form. */
export function upgradeText({ fromVersion, toVersion }: Upgrade, copy: CopyBefore | undefined): string {
  const lines = [`数据文件已从第 ${fromVersion} 版升级到第 ${toVersion} 版。`];
  if (copy !== undefined) {
    // keys of an encrypted store beside a file that is not, or among its backups, would tell of an exchanged store
    const moved = copy.encrypted
      ? "counter.db 和 counter.db-wal"
      : "counter.db、counter.db-wal、counter.db.keys.json、counter.db.keys.copy.json 和 backups 文件夹";
    lines.push(
      `升级前的副本在数据文件旁：${copy.name}（${copy.encrypted ? "已加密" : "没有加密"}）。`,
      `要退回原来的程序：先结束本程序，把 ${moved} 移到别处，再把副本改名为 counter.db，用原来的程序打开；升级后办理的内容不在副本里。`,
    );
    if (!copy.encrypted) {
      lines.push(
        "注意：原来的程序不会加密，所以这个副本任何人拿到都能读。确认新程序一切正常后，请管理员在“管理 → 数据安全”中删除它。",
      );
    }
  }
  return lines.join("\n");
}
