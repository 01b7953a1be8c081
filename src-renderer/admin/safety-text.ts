import type { BackupFolderView, KeyView } from "../../src-shared/contract/office-views.ts";

const MINUTES_A_DAY = 1440;

export const safetyText = {
  title: "数据安全",
  age: (minutes: number | null): string => {
    if (minutes === null) return "还没有备份";
    if (minutes < 1) return "刚刚";
    if (minutes < 60) return `${minutes} 分钟前`;
    if (minutes < MINUTES_A_DAY) return `${Math.floor(minutes / 60)} 小时前`;
    return `${Math.floor(minutes / MINUTES_A_DAY)} 天前`;
  },
  last: "最近备份",
  changedSince: (count: number) => (count === 0 ? "此后没有新的写入" : `此后有 ${count} 次写入还没有备份`),
  every: (minutes: number) => `有写入时每 ${minutes} 分钟自动备份，交班（退出、锁屏）时另备一次`,
  running: "正在备份…",
  now: "立即备份",
  made: (at: string) => `备份已完成并校验（${at}）`,
  folders: "备份位置",
  folderKinds: { "beside-store": "本机", second: "第二位置" } satisfies Record<BackupFolderView["kind"], string>,
  reachable: "可用",
  unreachable: "不能写入",
  backups: (count: number) => `${count} 份`,
  free: (size: string) => `剩余 ${size}`,
  noBackup: "还没有备份",
  choose: "设置第二位置",
  change: "更换第二位置",
  giveUp: "停用第二位置",
  choosing: {
    title: "第二备份位置",
    body: "另一块磁盘、网络共享或移动硬盘上的文件夹。程序会先在那里写入并读回一个文件，之后每次备份都写到两处。",
    label: "文件夹的完整路径",
    example: "如 E:\\yibao-backup 或 /media/backup/yibao",
    browse: "选择文件夹…",
    drives: "移动硬盘、U 盘和网络盘",
    noDrives: "没有找到移动硬盘、U 盘或网络盘。请接好后再看，或直接填写路径。",
    noFolders: "这里没有下级文件夹",
    again: "重新查找",
    up: "上一级",
    openFolder: (name: string) => `打开 ${name}`,
    moreFolders: "文件夹太多，只列出一部分；请直接填写路径。",
    needed: "请填写文件夹的完整路径",
    confirm: "检查并使用",
    keep: "取消",
    done: "第二备份位置已启用，下一次备份起写到两处",
    givenUp: "第二备份位置已停用，那里的备份都还在",
  },
  giving: {
    title: "停用第二位置",
    body: "以后备份只存在本机，硬盘损坏时会和数据一起丢失。已有的备份不会删除。",
    confirm: "停用",
  },
  list: "备份",
  where: "位置",
  other: "其他位置…",
  otherLabel: "其他备份文件夹的完整路径",
  look: "查看",
  hint: "↑ ↓ 选择，回车查看这份备份里有什么、恢复会失去什么",
  hintReadOnly: "恢复由管理员进行。",
  undoable: (at: string) => `数据在 ${at} 由备份恢复过，可以撤回到恢复之前的状态。`,
  undo: "撤回恢复",
  keys: "密钥",
  encrypted: "数据、附件和备份都已加密",
  notEncrypted: "数据没有加密，请确认磁盘已加密，或联系信息人员。",
  keptBy: { system: "密钥由操作系统保管", "key-file": "密钥在本机的密钥文件中", none: "没有密钥" } satisfies Record<
    KeyView["keptBy"],
    string
  >,
  keyTravels: "密钥文件和数据在同一个可移动磁盘上，丢失时别人能打开数据。请信息人员用 YIBAO_KEY_FILE 把密钥放到本机硬盘上。",
  codeMade: (at: string) => `恢复码制作于 ${at}`,
  codeMissing: "还没有恢复码：本机密钥丢失时，数据和备份都打不开。请现在制作并锁好。",
  makeCode: "制作恢复码",
  remakeCode: "重新制作恢复码",
  allWell: "一切正常",
  loading: "正在读取…",
} as const;

export const codeText = {
  title: "恢复码",
  body: "恢复码用来在换电脑、重装系统或本机密钥丢失时打开数据和备份。制作新码后，原来的恢复码对本机数据和以后的备份不再有效。",
  password: "您的密码",
  needed: "请输入密码",
  make: "制作",
  keep: "取消",
  shown: "只显示这一次。请打印或抄写两份，分别锁在本单位和单位以外；程序里查不到它。",
  print: "打印",
  next: "已打印或抄好，核对",
  notKept: "还没有核对。关闭以后不能再看到它，没有保管好的只能重新制作；确实要关闭的，请再按一次 Esc。",
  typing: {
    title: "核对恢复码",
    body: (count: number) => `请照着打印或抄好的纸输入下面两组（共 ${count} 组，每组 4 位），证明纸上的能用。`,
    group: (number: number) => `第 ${number} 组`,
    wrong: "与恢复码不符，请对照纸上的再输入",
    done: "核对无误，关闭",
    back: "再看一次恢复码",
  },
  sheet: {
    title: "医保窗口 · 数据恢复码",
    office: "单位",
    made: "制作时间",
    clerk: "制作人",
    use: [
      "用途：本机密钥丢失、更换电脑或重装系统后，打开数据文件和备份。",
      "用法：在新电脑或重装后启动程序，程序打不开数据时会要求输入它。",
      "保管：密封后锁好，不与数据和备份放在一起；知道它的人能打开全部数据。",
      "作废：制作新的恢复码以后，这一张对以后的数据和备份不再有效，请收回销毁。",
    ],
    signature: "保管人签名：________________　　日期：________________",
  },
} as const;

export const standingByText = {
  second: "第二人在场",
  secondHelp: "恢复会换掉大家的数据，要有另一位复核、主管、管理或审计人员在场，输入自己的登录名和密码。",
  secondLogin: "第二人的登录名",
  secondPassword: "第二人的密码",
  secondNeeded: "请第二人输入自己的登录名和密码",
  code: "恢复码",
  aloneHelp: "本单位没有第二位可以在场的人员，用恢复码代替。",
  unsignedHelp: "这份备份没有本单位的签名，恢复要用恢复码。",
  codeNeeded: "请输入恢复码",
} as const;

export const restoreText = {
  title: (at: string) => `${at} 的备份`,
  reading: "正在逐块读取并核对这份备份…",
  safety: "恢复前会另存现在的数据，恢复后可以撤回；所有人员都要重新登录。",
  next: "恢复到这份备份…",
  close: "关闭",
  confirm: {
    title: "确认恢复",
    reason: "恢复原因",
    reasonNeeded: "请写明原因（2–200 字）",
    password: "您的密码",
    passwordNeeded: "请输入密码",
    run: "恢复",
    keep: "不恢复",
  },
  undo: {
    title: "撤回恢复",
    body: "把数据换回恢复之前的状态；恢复以后写入的内容会被换下并另存。所有人员都要重新登录。",
    run: "撤回",
  },
} as const;
