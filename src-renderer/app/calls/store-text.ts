/** What is the matter with the store, what it means for the data, and what to do: while working, and when the app is started. */
import type { StoreErrorCode } from "../../../src-shared/contract/errors.ts";
import type { RescueProblem } from "../../../src-shared/contract/rescue.ts";

interface Trouble {
  readonly title: string;
  /** What it means for the data. */
  readonly meaning: string;
  /** Beside what the page itself offers. */
  readonly opening: readonly string[];
}

const RESTART = "关闭医保窗口，再重新启动：启动时会检查数据文件，并列出可以用的办法。";

export const TROUBLES: Record<RescueProblem, Trouble> = {
  "store-locked": {
    title: "数据文件正被另一个程序使用",
    meaning: "数据都在，没有损坏。",
    opening: ["关闭本机上另一个正在运行的医保窗口，或等待正在进行的恢复、备份结束。", "然后按“再试一次”。"],
  },
  "store-full": {
    title: "磁盘空间已满",
    meaning: "已经保存的数据都在。",
    opening: ["清理数据文件夹所在的磁盘，至少留出 1 GB；不要删除数据文件夹里的文件。", "然后按“再试一次”。"],
  },
  "store-read-only": {
    title: "数据文件不能写入",
    meaning: "已经保存的数据都在。",
    opening: ["请信息人员检查数据文件和数据文件夹的写入权限；磁盘写保护的，先解除。", "然后按“再试一次”。"],
  },
  "store-corrupt": {
    title: "数据文件已损坏",
    meaning: "损坏的文件会另行保留，不会删除；备份以后写入的内容可能要按纸质材料补录。",
    opening: ["请管理员从下面选一份备份恢复，一般选最近的一份。"],
  },
  "store-newer": {
    title: "数据文件由更新版本的程序建立",
    meaning: "数据都在，本程序没有改动它。",
    opening: ["请信息人员在这台电脑上安装最新版本的医保窗口，再启动。"],
  },
  "store-not-ours": {
    title: "数据文件不是本程序的",
    meaning: "本程序没有改动这个文件。",
    opening: [
      "请信息人员核对数据文件夹，把正确的 counter.db 放回，再按“再试一次”。",
      "文件确已损坏的，由管理员从下面选一份备份恢复；现有文件会另存。",
    ],
  },
  "store-altered": {
    title: "数据文件被改动过",
    meaning: "人员、设置或参数与审计记录不符：有旧的内容被放了回来，或被程序以外的手段改动过。现有文件会另存，不会删除。",
    opening: ["请管理员从下面选一份备份恢复，一般选最近的一份；保留现有文件，交信息人员和审计人员查明。"],
  },
  "store-outdated": {
    title: "数据文件比备份旧",
    meaning: "备份里有这份数据没有的记录：数据文件可能被换成了旧的一份。",
    opening: [
      "请管理员从下面选最近的一份备份恢复；现有文件会另存。",
      "信息人员有意放回旧数据的（例如整机还原），由管理员凭恢复码确认后使用，并由第二人确认。",
    ],
  },
  "store-demonstration": {
    title: "这里放的是演示数据",
    meaning: "演示数据不能用来办理业务，本程序没有改动它。",
    opening: ["请信息人员核对启动时指定的数据文件夹：正式数据和演示数据不在同一个文件夹。", "换成正式的数据文件夹后重新启动。"],
  },
  "store-no-demonstration": {
    title: "这里放的不是演示数据",
    meaning: "本程序没有改动这个文件。",
    opening: ["请信息人员把演示文件夹（demo）里的 counter.db 移到别处。", "再启动演示，程序会重新准备演示数据。"],
  },
  "store-missing": {
    title: "数据文件不见了",
    meaning: "备份还在。为防止误建空白数据，程序没有新建文件。",
    opening: [
      "请信息人员查明 counter.db 是否被移走或被杀毒软件隔离，放回后按“再试一次”。",
      "找不回来的，由管理员从下面选一份备份恢复。",
    ],
  },
  "store-wrong-key": {
    title: "密钥与数据文件不相符",
    meaning: "数据都在，只是现在的密钥打不开。",
    opening: [
      "密钥文件（counter.db.keys.json）可能来自另一台电脑。请信息人员放回原来的文件，再按“再试一次”。",
      "找不回来的，由管理员从下面选一份备份恢复；现有文件会另存。",
    ],
  },
  "store-key-missing": {
    title: "本机没有打开数据文件的密钥",
    meaning: "数据都在。更换电脑、更换系统账号或密钥文件丢失后都会这样。",
    opening: ["请管理员取出保管的恢复码。"],
  },
  "store-key-damaged": {
    title: "密钥文件已损坏",
    meaning: "数据文件还在，但没有密钥打不开；备份里有完好的密钥。",
    opening: ["请管理员从下面选一份备份恢复，一般选最近的一份；现有文件会另存。"],
  },
  "first-start": {
    title: "从备份恢复到这台电脑",
    meaning: "原来的电脑坏了、换了新电脑时用。备份在移动硬盘、U 盘或网络盘上；这台电脑上还没有数据，不会换掉什么。",
    opening: ["选备份所在的盘。", "输入打印保管的恢复码。", "选一份备份，由那份数据的管理员确认。"],
  },
  "store-key-exposed": {
    title: "密钥不能放在这里",
    meaning: "数据没有改动。密钥文件所在的磁盘不能限制谁可以读取，程序没有把密钥写在那里。",
    opening: ["请信息人员用环境变量 YIBAO_KEY_FILE 指定本机硬盘上的密钥文件，再启动程序。"],
  },
  policy: {
    title: "政策数据有误",
    meaning: "办件数据都在，没有改动。",
    opening: ["请信息人员改正下列各处，或重新安装程序，再按“再试一次”。"],
  },
  internal: {
    title: "程序打不开数据",
    meaning: "数据没有改动。",
    opening: ["按“再试一次”。", "仍不行的，导出诊断信息，连同数据文件夹里的日志（logs）交给信息人员。"],
  },
};

/** The next steps where the trouble comes up in the middle of the work. */
export const STEPS_AT_WORK: Record<StoreErrorCode, readonly string[]> = {
  "store-locked": ["关闭本机上另一个正在运行的医保窗口。", "等待正在进行的备份结束。", "然后按“重试”。"],
  "store-full": ["清理数据文件所在磁盘的空间，至少留出 1 GB。", "然后按“重试”，刚才的操作会继续。"],
  "store-read-only": [
    "请信息人员检查数据文件和所在文件夹的写入权限。",
    "磁盘被写保护或只读挂载时，先恢复为可写。",
    "然后按“重试”。",
  ],
  "store-corrupt": ["不要删除任何文件，也不要继续办理；记下正在办理的业务。", RESTART, "由管理员从备份恢复，再补录记下的业务。"],
  "store-newer": ["关闭程序，在这台电脑上安装最新版本的医保窗口，再启动。", "旧版本不会改动这个文件。"],
  "store-not-ours": ["请信息人员核对数据文件夹。程序没有改动该文件。", RESTART],
  "store-altered": ["不要删除任何文件，也不要继续办理。", RESTART],
  "store-outdated": ["不要删除任何文件，也不要继续办理。", RESTART],
  "store-demonstration": ["请信息人员核对数据文件夹。", RESTART],
  "store-no-demonstration": ["请信息人员核对数据文件夹。", RESTART],
  "store-missing": ["不要继续办理；记下正在办理的业务。", RESTART],
  "store-wrong-key": ["不要删除任何文件。", RESTART],
  "store-key-missing": ["请管理员取出保管的恢复码。", RESTART],
  "store-key-damaged": ["不要删除任何文件。", RESTART],
  "store-key-exposed": ["请信息人员换一个密钥存放位置。", RESTART],
};
