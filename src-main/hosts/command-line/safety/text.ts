/** What the commands say that keep an office's data safe. */
import { ageText } from "../../../../src-shared/text/age.ts";
import type { CheckStep } from "../../../store/index.ts";

const PARTS: Readonly<Record<CheckStep["part"], string>> = {
  file: "数据文件的每一页",
  cases: "办件和文书",
  audit: "审计记录",
  people: "办事人",
  attachments: "附件",
  backups: "备份",
  "backup-attachments": "备份里的附件",
};

/** Up to which case a backup goes. */
export const holdsUpTo = (receipt: string | null): string =>
  receipt === null ? "里面还没有受理过的办件。" : `里面最后一个受理号是 ${receipt}。`;

export const SAFETY_TEXT = {
  waiting: "另一次备份正在进行（程序或别的命令），等它完成…",
  backedUp: (place: string, megabytes: string, receipt: string | null) =>
    `已备份到“${place}”（数据 ${megabytes}）；${holdsUpTo(receipt)}每一块都读回核对过；用 counter prove 可以试恢复。`,
  unnoted: (why: string) => `审计里不会有这次备份：数据文件旁不能写入（${why}）`,
  notBackedUp: (folder: string, why: string) => `没有备份到“${folder}”：${why}`,
  oneFolder: "备份只在本机：还没有设置第二备份位置，硬盘损坏时会一起丢失。",
  noSubject: "请写明数据文件，或用 --from 指定备份文件夹。",
  noStore: (path: string) => `没有“${path}”这个文件，请核对路径（数据文件是数据文件夹里的 counter.db）。`,
  called: (place: string, at: string, name: string) => `“${place}”里 ${at} 的备份（${name}）`,
  proving: (called: string) => `正在试恢复${called}…`,
  proved: (called: string, how: "opened" | "compared") =>
    how === "opened"
      ? `${called}：完好。已经拼起来、打开，逐页、逐条核对过。`
      : `${called}：每一块都与摘要相符；磁盘上没有空间拼起来打开，没有试到底。`,
  unsound: (called: string, problems: readonly string[]) =>
    `${called}：已损坏（${problems.length} 处，清单在输出中），请改用另一份，并马上再备份一次。`,
  unsigned: (called: string) => `${called}没有本单位的签名（由旧版本程序制作，或被改动过）：里面是完整的，是不是本单位的请核对。`,
  notKept: (called: string) => `${called}的结果没有写在备份旁边：那里不能写入。`,
  placeMissing: (folder: string) => `备份位置“${folder}”不在，没有核对：没有接上，或接的是另一个盘。`,
  step: ({ part, done, total, place }: CheckStep) =>
    `${place === undefined ? "" : `“${place}”：`}正在核对${PARTS[part]}${total === null || total === 0 ? "" : `，${done} / ${total}`}`,
  checked: (storeProblems: number, backups: number, bad: number) =>
    storeProblems + bad === 0
      ? `核对完毕：数据文件、附件、文书和 ${backups} 份备份都完好。`
      : `核对完毕：数据文件有 ${storeProblems} 处问题，${backups} 份备份里有 ${bad} 份有问题；清单在输出中。`,
  damagedStore: "请停止使用，保留现在的文件和全部备份；从上面完好的备份恢复（管理员手册第 3、11 节）。",
  damagedBackups: "损坏的备份不要用；请马上再备份一次，并换一个盘。",
  damagedParts: (folder: string, count: number) => `“${folder}”的备份里有 ${count} 件附件损坏。`,
  against: {
    contained: (count: number) => `${count} 份备份的链尾都在这份数据的审计链上。`,
    left: (name: string, row: number) => `${name}：属于恢复时放弃的一段，见审计第 ${row} 行（谁恢复的、为什么）。`,
    shorter: (name: string, row: number) => `${name}：备份里有第 ${row} 行，这份数据没有：数据被截断，或换成了旧的。`,
    different: (name: string, row: number) => `${name}：第 ${row} 行与这份数据的不同：审计记录被重写过，或数据是从别处走开的。`,
    parting: (row: number, here: string, there: string) => `从第 ${row} 行起不同。这份数据里：${here}；备份里：${there}。`,
    noRow: "没有这一行",
    row: (at: string, title: string) => `${at} ${title}`,
    damaged: (name: string) => `${name}：清单损坏，不能比对。`,
    unsigned: (count: number) => `其中 ${count} 份没有签名（旧版本程序制作的，或被改动过），相符与否不能作准。`,
    others: (office: string | null, count: number) =>
      `另有 ${count} 份是别的数据的备份（${office ?? "没有写明单位"}），没有比对。`,
    none: (folder: string) => `“${folder}”里没有这份数据的备份，没有可以比对的。`,
  },
  status: {
    titles: {
      program: "程序",
      schema: "数据格式",
      place: "备份位置",
      administrators: "管理员",
      unclosed: "日结",
    },
    program: (version: string, inUse: boolean) => `${version}，${inUse ? "程序正开着" : "程序没有开着"}`,
    schema: (version: number) => `第 ${version} 版`,
    own: "本机",
    second: "第二位置",
    place: (kind: string, folder: string, count: number) => `${kind}“${folder}”：${count} 份`,
    newest: (at: string, minutes: number | null) =>
      `，最近 ${at}${minutes === null ? "（晚于本机时间）" : `（${ageText(minutes)}）`}`,
    proof: (at: string, how: "opened" | "compared", sound: boolean) =>
      `，试恢复 ${at}：${sound ? (how === "opened" ? "完好" : "已比对") : "已损坏"}`,
    unproved: "，还没有试恢复",
    missing: "不在：没有接上，或接的是另一个盘",
    missingAdvice: "请接好原来的盘；要改用别的，由管理员在“数据安全”里重新设置。",
    damagedAdvice: "请马上再备份一次，并用 counter check 核对。",
    oneAdministrator: "只有一名管理员：他不在时没有人能设人员、恢复数据，请再设一名。",
    closed: "没有漏做的日结",
    unclosed: (days: number, first: string) => `${days} 天没有日结，最近是 ${first}`,
    unclosedAdvice: "请主管在“日结”里写明原因补做。",
  },
} as const;
