/** What is said while the store is not open: what is wrong, and what to do about it. */
import type { RescueProblem } from "../../../src-shared/contract/index.ts";

export const RESCUE_MESSAGES: Record<RescueProblem, string> = {
  "store-locked": "数据文件正被另一个程序使用，请关闭另一个正在运行的医保窗口，再试一次。",
  "store-full": "磁盘空间不足，数据文件打不开；请清理磁盘，再试一次。",
  "store-read-only": "数据文件或文件夹不能写入，请信息人员检查权限和磁盘，再试一次。",
  "store-corrupt": "数据文件已损坏，请管理员从备份恢复；损坏的文件会另行保留。",
  "store-newer": "数据文件由更新版本的程序建立，请在这台电脑上安装新版本。",
  "store-not-ours": "数据文件夹里的 counter.db 不是本程序的数据文件，请信息人员核对数据文件夹，或由管理员从备份恢复。",
  "store-altered":
    "人员、设置或参数与审计记录不符：数据文件里有旧的内容被放了回来，或被程序以外的手段改动过。请管理员从备份恢复，并保留现有文件备查。",
  "store-outdated":
    "数据文件比备份旧：备份里有它没有的记录。请管理员从最近的备份恢复；确实要用这份旧数据的，由管理员凭恢复码确认。",
  "store-demonstration": "数据文件夹里是演示数据，不能用来办理业务；请信息人员换用正式的数据文件夹，看演示请用 npm run demo。",
  "store-no-demonstration": "演示文件夹里的 counter.db 不是演示数据，程序没有改动它；请信息人员把它移到别处，再启动演示。",
  "store-missing": "数据文件不见了，备份还在；请信息人员把它放回原处，或由管理员从备份恢复。",
  "store-wrong-key": "密钥与数据文件不相符，请信息人员放回原来的密钥文件，或由管理员从备份恢复。",
  "store-key-missing": "本机没有打开数据文件的密钥，请管理员输入恢复码；数据都还在。",
  "store-key-damaged": "密钥文件已损坏，请管理员从备份恢复：备份里有完好的密钥。",
  "first-start": "这台电脑上还没有数据，正在等待从备份恢复。",
  "store-key-exposed":
    "密钥文件所在的磁盘（如多数 U 盘）不能限制谁可以读取，程序没有把密钥写在那里；请信息人员用 YIBAO_KEY_FILE 指定本机硬盘上的位置，再启动。",
  policy: "程序自带的政策数据有误，程序不能使用；请信息人员改正下列各处或重新安装，再试一次。",
  internal: "程序打不开数据，原因不明；请再试一次，仍不行请导出诊断信息交给信息人员。",
};

export const RESCUE_TEXT = {
  noCodeMade: "这份数据没有制作过恢复码，只能放回本机的密钥文件。",
  noKeys: "记载密钥的文件（counter.db.keys.json）也不见了，恢复码打不开现在的数据；可以从备份恢复。",
  needsCode: "请先输入恢复码。",
  unsigned: "这份备份没有本单位的签名（由旧版本程序制作，或被改动过）。请核对它是谁的、装了什么，再决定是否恢复。",
  wrongCode: "恢复码不对，请对照打印的恢复码重新输入；大小写、空格和连字符不影响。",
  codeOfOther: "这个恢复码打不开这份备份：它属于另一份数据，不一定损坏。请换一份备份，或用那份数据的恢复码。",
  noCodeEverMade: "这里的备份没有制作过恢复码，只能在原来的电脑上打开，或由信息人员连同原来的密钥文件用命令恢复。",
  waitForCode: (seconds: number) => `恢复码错误次数较多，请等待 ${seconds} 秒后再试。`,
  wrongPassword: "登录名或密码不对，或不是管理员。请用这份备份当时的管理员账号和密码。",
  wrongHere: "登录名或密码不对，或不是管理员。请用这份数据的管理员账号和密码。",
  onlyKnownPlaces: "本单位没有制作过恢复码，这里只列出已知位置的备份。其他文件夹的备份请信息人员用命令恢复。",
  moreProblems: (count: number) => `另有 ${count} 处`,
  place: (file: string, line: number, message: string) => `${file} 第 ${line} 行：${message}`,
  diagnosis: {
    problem: (message: string, fault: string) => `${message}\n${fault}\n`,
    noFile: "没有数据文件",
    backups: (count: number, newest: string) => `本机 ${count} 份，最近 ${newest}`,
    keys: { "by-code": "有恢复码", "no-code-made": "没有制作过恢复码", "no-keys": "没有可用的密钥文件" },
  },
} as const;
