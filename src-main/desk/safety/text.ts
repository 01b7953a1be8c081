/** Sentences about backups, keys and the state of the machine. */
import { ageText } from "../../../src-shared/text/age.ts";
import type { DiagnosisArea } from "../../../src-shared/contract/index.ts";

export const BACKUP_TEXT = {
  without: "这次运行没有启用备份，请由信息人员检查数据文件夹。",
  restored: "数据已经换成所选备份，所有人员已退出，请重新登录。",
  strange: (name: string) =>
    `备份“${name}”的清单读不出来，而它的名称说它有现在的数据没有的记录：数据文件可能是旧的。请管理员核对最近的受理号和纸质留底；少了记录的从完好的备份恢复，没有少的把这个清单文件移走。`,
  notListed: "这里不能浏览：只列出移动硬盘、U 盘和网络盘上的文件夹。其他位置请直接填写完整路径。",
  unreachable: (folder: string) => `备份位置“${folder}”现在不能写入，请接好移动硬盘或检查网络共享。`,
  failed: (folder: string, why: string) => `最近一次备份没有完成（${folder}）。${why}`,
  secondMissing: (folder: string) =>
    `第二备份位置“${folder}”不在：没有接上，或接的是另一个盘。现在只备份在本机，请接好原来的盘；要改用别的，请管理员重新设置。`,
  incomplete: (place: string, failures: readonly string[]) => `已经备份到“${place}”，但没有备份到所有位置。${failures.join("")}`,
  notTaken: (folder: string, why: string) => `“${folder}”：${why}`,
  fromTheFuture: (at: string) => `最近一份备份的时间（${at}）晚于本机时间，不能判断它有多旧；请核对本机的日期和时间。`,
  noRecoveryCode: "还没有恢复码，电脑损坏时备份也打不开，请管理员现在制作。",
  oneFolder: "备份只存在本机，硬盘损坏时会一起丢失，请由管理员设置第二备份位置。",
  sameDevice: (folder: string) =>
    `第二备份位置“${folder}”和数据在同一块盘上，这块盘损坏时会一起丢失，请管理员改用移动硬盘、U 盘或网络盘。`,
};

export const DIAGNOSIS_LABELS: Record<DiagnosisArea, string> = {
  store: "数据文件",
  disk: "磁盘",
  backup: "备份",
  policy: "政策数据",
  calendar: "工作日历",
  printer: "打印机",
  clock: "时钟",
  encryption: "加密",
  program: "程序",
};

export const DIAGNOSIS_TEXT = {
  megabytes: (bytes: number) => `${Math.ceil(bytes / 1024 / 1024)} MB`,
  storeSize: (store: string, attachments: string, log: string) => `数据 ${store}，附件 ${attachments}，日志 ${log}`,
  fileSize: (store: string, log: string) => `数据 ${store}，日志 ${log}`,
  free: (size: string) => `剩余 ${size}`,
  freeUnknown: "不能读取剩余空间",
  diskLow: "磁盘空间不足，请清理或更换磁盘，以免不能保存。",
  diskFilling: "磁盘空间偏少，请尽早清理。",
  backupAge: ageText,
  noBackup: "还没有备份",
  backupNow: "请在“备份”中立即备份。",
  pack: (city: string, version: string, hash: string) => `${city} ${version}（${hash}）`,
  faultyMatter: (matter: string, file: string, line: number) => `${matter}（${file} 第 ${line} 行）`,
  faultyMatters: (places: readonly string[]) =>
    `以下事项的政策数据有误，暂时不能办理，其他事项不受影响：${places.join("、")}。请联系软件维护人员更正。`,
  years: (years: readonly number[]) => `${years.join("、")} 年`,
  printers: (names: readonly string[]) => names.join("、"),
  noPrinter: "没有安装打印机",
  installPrinter: "请在系统设置中添加打印机。",
  printByBrowser: "由浏览器打印",
  clockGood: (now: string) => now,
  clockDoubted: {
    behind: (last: string) => `本机时间早于最后一次保存（${last}）`,
    ahead: (last: string) => `本机时间比最后一次保存（${last}）晚得多，停用时间解释不了`,
  },
  setClock: "请核对本机日期和时间，改正后再办理业务；时间没有错的，由管理员在“时钟不对”页面确认。",
  encrypted: { system: "已加密，密钥由系统保管", "key-file": "已加密，密钥在密钥文件中", none: "未加密" },
  noRecoveryCode: "还没有恢复码，请管理员在“备份”中生成并妥善保管。",
  keyTravels: "密钥文件和数据在同一个可移动磁盘上，丢失时别人能打开数据；请用 YIBAO_KEY_FILE 把密钥放到本机硬盘上。",
  notEncrypted: "数据没有加密，请确认磁盘已加密，或联系信息人员。",
  program: (version: string, host: string) => `${version}（${host === "electron" ? "桌面版" : "浏览器版"}）`,
  states: { good: "正常", warning: "注意", bad: "异常" },
  heading: (office: string, at: string) => `${office}\n${at}\n`,
  line: (state: string, area: string, value: string, advice: string) =>
    `[${state}] ${area}：${value}${advice === "" ? "" : `\n       ${advice}`}`,
} as const;
