/** What the command line says. */
import { ageText } from "../../../src-shared/text/age.ts";
import { holdsUpTo } from "./safety/text.ts";
import type { Rehearsal, Rekeyed } from "../../store/index.ts";

export const USAGE = `用法：
  counter matters [--city 城市]                         列出事项及其情况的 JSON Schema
  counter evaluate 事项 --facts 文件|- [--as-of 年-月-日] [--store 数据文件] [--span]
                                                        按情况得出决定；--facts - 从标准输入读取
                                                        --span 另列出各口径之间最早和最晚的日期
  counter evaluate 事项 --facts 文件|- --batch [--summary]
                                                        每行一份情况（JSON Lines），每行输出一份结果；
                                                        加 --summary 每人只输出一短行：行号、结果、应缴（分）、日期、不符合的条件，
                                                        用于一次算很多人；情况有误的行写明行号和错误，其余照算，退出码为 2
  counter compare 事项 --with 另一事项 --facts 文件|- [--other-facts 文件] [--paid-there] [--as-of 年-月-日] [--store 数据文件]
                                                        同样的情况按两个城市的规定试算，仅供参考；
                                                        缴费月份按转移过去计，加 --paid-there 当作在该市缴的
  counter verify [--policy 文件夹]                       装入并证明全部政策数据
  counter library [--city 城市] [--out 文件夹]          把政策库写成 Markdown（默认 docs/policy/城市.md）
  counter new-city 城市 --title 名称                    （源代码目录）建立一个还没有事项的城市，见 docs/new-city.md
  counter new-matter 城市.事项 --title 名称 --rule 编号 [--checklist]
                                                        （源代码目录）建立一个能装入、能决定、有算例的示例事项；
                                                        --checklist 只有条件和材料、不算金额
  counter replay 数据文件 [--case 受理号]               用原政策包和现行政策包重算每一个办件；
                                                        加 --case 只看一个办件：所用政策包、依据、数值、当时和现在的结果
  counter audit 数据文件 [--person 证件号码] [--clerk 账号] [--case 受理号] [--operation 操作] [--looks]
                        [--from 年-月-日] [--to 年-月-日] [--csv] [--anchor 链尾]
                                                        核对审计链和全部数据，按条件列出审计记录，证件号码和电话隐去大部分；
                                                        --person - 从标准输入读取号码，不留在命令行里；
                                                        --looks 只列查看：谁看过（和 --person、--from、--to 一起用）；
                                                        时间是北京时间，写明和世界时相差几小时；
                                                        --anchor 与日结单或备份名称上的链尾（行号-摘要）比对
                                                        --against 备份文件夹：与那里每份备份记下的链尾比对，
                                                        不在链上的写明从哪一行起不同；别的数据的备份另外列出
  counter status 数据文件                               数据、磁盘、密钥、恢复码、备份位置、最近的备份和试恢复、
                                                        时钟、管理员、没有日结的日子；有异常的退出码为 1
  counter backup 数据文件 [--to 文件夹]                 马上备份到本单位的备份位置，或只备份到指定的文件夹；
                                                        程序开着也可以，用于定时任务和升级以前
  counter prove 数据文件 [--from 备份文件夹] [--backup 名称]
  counter prove --from 备份文件夹 [--backup 名称]       把最新的（或指定的）备份拼起来、打开、逐页逐条核对，
                                                        不恢复任何东西；结果写在备份旁边
  counter check 数据文件                                核对数据文件、文书、每件附件和每份备份的每一块；
                                                        进度写在标准错误
  counter backups 数据文件 --from 备份文件夹            列出备份，和最近一次试恢复的结果（proof）
  counter restore 数据文件 --from 备份文件夹 [--backup 名称] [--confirm] [--unsigned] [--clock-is-right]
                                                        查看备份内容和会丢失的内容；加 --confirm 才恢复；
                                                        没有签名的备份要恢复码，从未制作过恢复码的要加 --unsigned；
                                                        电脑时间早于数据时不恢复，时间没有错的加 --clock-is-right
  counter unlock 数据文件                               用恢复码为本机重新建立密钥
  counter rekey 数据文件                                换数据密钥：旧恢复码可能泄露、已经重新制作过的，先结束程序再运行，
                                                        按提示输入现在的恢复码（恢复码不变）；需要三倍的磁盘空间，以后的备份从头做起
  counter upgrade 数据文件 --dry-run                    在副本上试升级并核对，不改动数据文件
  counter upgrade 数据文件                              升级数据文件，升级前的副本留在旁边
  counter reset-administrator 数据文件 --login 登录名 [--name 姓名] [--by 见证人登录名] --reason 原因 [--clock-is-right]
                                                        管理员不在了：用恢复码和一名同事的密码另设一名管理员；
                                                        不带 --name 是给现有管理员重置密码。先结束程序再运行；
                                                        提示时钟不对而时间没有错的，加 --clock-is-right
  counter share 数据文件夹                              （Windows，电脑管理员运行一次）把 ProgramData 下全机共用的
                                                        数据文件夹只交给 yibao-counter 组的账户使用
数据文件已加密时：密钥文件默认为数据文件夹旁的“.key”文件，可用 --key-file 或环境变量 YIBAO_KEY_FILE 指定；
没有密钥文件时用恢复码（按提示输入，或环境变量 YIBAO_RECOVERY_CODE）。见证人的密码按提示输入，或用环境变量 YIBAO_PASSWORD。
--policy 指定另一份政策文件夹（默认为程序自带），用于启用前检查。
退出码：0 完成；1 有问题（清单在输出中；backup：没有备份到所有位置；status：有异常）；
2 输入有误，或打不开（错误以 JSON 写在标准错误）；3 无法判断（replay：本程序没有当时的公式或政策包）；
130 被 Ctrl+C 停下（replay）；141 接着读输出的命令（如 head）先走了`;

export const TEXT = {
  noCommand: (name: string) => `没有“${name}”这个命令；全部命令见 counter help。`,
  noMatter: (matter: string) => `没有“${matter}”这个事项；用 counter matters 查看全部事项。`,
  notForCommand: (option: string, command: string, known: readonly string[]) =>
    `“${command}”没有 ${option} 这个选项；${known.length === 0 ? "它不带选项" : `可用：${known.map((name) => `--${name}`).join("、")}`}。`,
  needsValue: (option: string) => `--${option} 后面没有写明内容。`,
  takesNoValue: (option: string) => `--${option} 后面不带内容。`,
  lacks: {
    store: (command: string) => `请写明数据文件：counter ${command} 数据文件（数据文件夹里的 counter.db）。`,
    folder: (command: string) => `请写明文件夹：counter ${command} 文件夹。`,
  },
  folderAsStore: (folder: string) => `“${folder}”是文件夹，请写明里面的数据文件（counter.db）。`,
  tooMuch: (given: string, command: string) => `“${command}”后面不需要“${given}”。`,
  noCity: (city: string, known: readonly string[]) => `没有“${city}”这个城市；现有：${known.join("、")}。`,
  noFacts: "请用 --facts 指定情况文件，或用 --facts - 从标准输入读取。",
  summaryOfBatch: "--summary 只和 --batch 一起用，不和 --span 一起用。",
  noOther: "请用 --with 指定要比较的事项。",
  unreadable: (file: string, reason: string) => `读不了“${file}”：${reason}`,
  unwritable: (file: string, reason: string) => `写不了“${file}”：${reason}`,
  noFolder: "没有这个文件夹",
  notJson: (reason: string) => `情况不是有效的 JSON：${reason}`,
  notObject: '情况应为一个 JSON 对象，例如 {"sex": "male"}。',
  badValue: (name: string) => `“${name}”的格式不对，请对照 counter matters 列出的 JSON Schema。`,
  progress: (done: number, bad: number) => `已处理 ${done} 行，其中 ${bad} 行情况有误`,
  replayBegins: (cases: number) => `开始重算，共 ${cases} 个办件；按 Ctrl+C 可以停下，已经算出的照样列出。`,
  replayProgress: (done: number, cases: number) => `已重算 ${done} 个版本（共 ${cases} 个办件）`,
  replayCancelled: "已按要求停下，没有算完；上面列出的只是到此为止的。",
  setAside: (entry: string) => `现行政策已不再采用本单位录入的内容：${entry}`,
  rekeyed: ({ stillOpened, away }: Rekeyed) =>
    [
      "已换数据密钥，恢复码不变。请启动程序，马上备份一次。",
      ...(stillOpened.length === 0 ? [] : [`旧恢复码仍能打开这些旧备份和副本，请锁好或删除：\n  ${stillOpened.join("\n  ")}`]),
      ...(away.length === 0 ? [] : [`备份位置没有接上，其中的旧备份没有记上“密钥已换”：\n  ${away.join("\n  ")}`]),
    ].join("\n"),
  askRecoveryCode: "恢复码（输入时不显示）：",
  askNumber: "证件号码（输入时不显示）：",
  noRecoveryCode: "没有恢复码：请在终端中运行，按提示输入；或用环境变量 YIBAO_RECOVERY_CODE 给出。",
  askPassword: (login: string) => `${login} 的密码（输入时不显示）：`,
  noPassword: "没有见证人的密码：请在终端中运行，按提示输入；或用环境变量 YIBAO_PASSWORD 给出。",
  noLogin: "请用 --login 写明管理员的登录名（2–40 字）。",
  noName: "姓名应为 2–40 字。",
  noReason: "请用 --reason 写明原因（2–200 字）。",
  administratorReset: "管理员已设立：请把一次性密码当面交给本人，启动程序后由第三人登录，在页面上方确认。",
  unlocked: "本机已重新建立密钥，可以启动程序了。",
  noBackups: (folder: string) => `“${folder}”中没有备份，请核对文件夹。`,
  olderStore: "数据文件是旧格式的：请先用 counter upgrade 或启动本程序升级；升级以前要备份、核对的，用原来的程序。",
  sealed: "这些备份本机打不开：里面是什么、试恢复的结果要用恢复码才能看（环境变量 YIBAO_RECOVERY_CODE，或在终端中运行）。",
  noFrom: "请用 --from 指定备份文件夹。",
  noBackup: (name: string, folder: string) => `“${folder}”中没有名为“${name}”的备份，请用 counter backups 查看。`,
  age: (at: string, minutes: number | null, lastReceipt: string | null) =>
    `这份备份做于 ${at}${minutes === null ? "，晚于本机时间，请核对时钟" : `，是 ${ageText(minutes)}的`}；${holdsUpTo(lastReceipt)}`,
  nothingToCompare: "这里没有读得出的数据可以比较：备份以后办理的业务都不在备份里，请准备按纸质材料补录。",
  restoreUnconfirmed: "尚未恢复。请核对上面的内容（lost 为会丢失的部分），确认后加 --confirm 再运行一次。",
  clockBehind: (now: string, stored: string) =>
    `尚未恢复。电脑时间 ${now} 早于数据里最后一次办理的时间 ${stored}。请校正电脑时间；时间没有错的，加 --clock-is-right。`,
  restored: (aside: string | null) => (aside === null ? "已恢复。" : `已恢复。原来的数据文件另存为：${aside}`),
  unsigned: (office: { readonly code: string; readonly name: string } | null, administrators: readonly string[], at: string) =>
    `这份备份没有本单位的签名（由旧版本程序制作，或被改动过）。它自称是：${office === null ? "还没有建立的单位" : `${office.name}（${office.code}）`}，人员 ${administrators.join("、") || "无"}，制作于 ${at}。请核对是不是本单位的，再决定是否恢复。`,
  unsignedNeedsWord:
    "这份备份没有签名，又从未制作过恢复码，无从证明它是谁的。请核对上面的单位和人员；确实要用的，加 --unsigned 再运行一次。",
  shareOnlyWindows: "这个命令只用于 Windows。",
  shareNotMachineWide: (folder: string) => `“${folder}”不在全机共用的位置（ProgramData）下，不需要设置共用。`,
  shared: (folder: string, group: string) =>
    `“${folder}”现在只有 ${group} 组、系统和电脑管理员可以使用。请把使用人员的账户加入：net localgroup ${group} 账户名 /add（加入后重新登录 Windows 生效）。`,
  badDay: (day: string) => `“${day}”不是有效日期，应为 年-月-日，例如 2026-03-04。`,
  notInStore: (value: string) => `数据文件中没有“${value}”。`,
  looksSince: (at: string) =>
    `打开档案和办件、导出的清单里有谁，从 ${at} 升级起才记录；以前的只有按号码查找、查看全号、文书、附件和打印。`,
  badAnchor: (typed: string) => `“${typed}”不是链尾，应为日结单或备份名称上的“行号-摘要”，例如 123-0123456789abcdef。`,
  anchor: (matches: boolean, anchor: string) =>
    matches ? `链尾 ${anchor} 相符。` : `链尾 ${anchor} 不符：这份数据不是从那时延续下来的，或审计记录被改写过。`,
  replayed: (versions: number, own: Readonly<Record<"same" | "different", number>>) => {
    const untold = versions - own.same - own.different;
    const parts = [`一致 ${own.same} 个`, `不一致 ${own.different} 个`, ...(untold > 0 ? [`无法判断 ${untold} 个`] : [])];
    return `按原政策包重算 ${versions} 个版本：${parts.join("，")}。`;
  },
  packMissing: "数据文件中没有当时的政策包",
  packNotLoadable: (file: string, line: number, message: string) => `当时的政策包无法装入：${file} 第 ${line} 行：${message}`,
  formulasMissing: (then: string, now: string) =>
    `本程序没有当时的公式（${then}），用现有公式（${now}）算不出同样的结果，因此无法判断；请用当时的程序核对。`,
  matterGone: "现行政策包中没有这个事项",
  upToDate: (version: number) => `数据文件已是第 ${version} 版，不需要升级。`,
  rehearsed: ({ fromVersion, toVersion, problems, milliseconds }: Rehearsal) => {
    if (problems.length > 0)
      return `在副本上试过升级，核对发现 ${problems.length} 处问题（清单在输出中）；数据文件没有改动，请先不要升级。`;
    if (fromVersion === toVersion) return TEXT.upToDate(toVersion);
    const seconds = Math.max(1, Math.round(milliseconds / 1000));
    return `在副本上试过：从第 ${fromVersion} 版升级到第 ${toVersion} 版，约 ${seconds} 秒，核对无误；数据文件没有改动。`;
  },
  packBroken: "政策包装入失败",
};
