/** What the clerk, or who starts the program, gets to read; written down here once more, so that a changed sentence is noticed. */
import { MESSAGES } from "../../src-main/desk/frame/text.ts";
import { StoreError, StoreRefusal } from "../../src-main/store/index.ts";

export const SENTENCES = {
  full: "磁盘空间不足，刚才的操作没有保存；请清理磁盘后再试。",
  "read-only": "数据文件不能写入，请联系信息人员检查文件夹权限。",
  corrupt: "数据文件已损坏，请停止使用并联系信息人员从备份恢复。",
  locked: "数据文件正被另一个程序使用，请关闭其他窗口或稍候再试。",
  "wrong-key": "密钥与数据文件不相符，请联系信息人员用恢复码打开，或从备份恢复。",
  "key-missing": "本机没有打开数据文件的密钥，请输入恢复码，或联系信息人员。",
  "key-damaged": "密钥文件已损坏，请输入恢复码重新建立密钥，或从备份恢复。",
  "attachment-damaged": "附件内容与登记不符或已丢失，请重新扫描，或联系信息人员从备份取回。",
  "backup-damaged": "这份备份不完整或已损坏，请改用另一份备份。",
  "backup-failed": "备份没有完成，请检查备份位置是否可写、空间是否足够后再试。",
} as const;

/** Said at the start, where the store does not open. */
export const AT_START = {
  full: "磁盘空间不足，数据文件打不开；请清理磁盘，再试一次。",
  "read-only": "数据文件或文件夹不能写入，请信息人员检查权限和磁盘，再试一次。",
  corrupt: "数据文件已损坏，请管理员从备份恢复；损坏的文件会另行保留。",
  locked: "数据文件正被另一个程序使用，请关闭另一个正在运行的医保窗口，再试一次。",
  "wrong-key": "密钥与数据文件不相符，请信息人员放回原来的密钥文件，或由管理员从备份恢复。",
  "key-missing": "本机没有打开数据文件的密钥，请管理员输入恢复码；数据都还在。",
  "key-damaged": "密钥文件已损坏，请管理员从备份恢复：备份里有完好的密钥。",
} as const;

/** The sentence for an error of the store, as the gate gives it. What is neither an error nor a refusal of the store is a fault. */
export function sentenceOf(error: unknown): string {
  if (error instanceof StoreError) return MESSAGES[`store-${error.kind}`];
  if (error instanceof StoreRefusal) return MESSAGES[error.code];
  throw error;
}

export async function toldBy(body: () => unknown): Promise<string | undefined> {
  try {
    await body();
    return undefined;
  } catch (error) {
    return sentenceOf(error);
  }
}

/** The same for what answers at once. */
export function toldAtOnce(body: () => unknown): string | undefined {
  try {
    body();
    return undefined;
  } catch (error) {
    return sentenceOf(error);
  }
}
