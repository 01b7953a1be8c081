/** Every sentence the desk says. Each says what to do next. */
import type { ErrorCode } from "../../../src-shared/contract/index.ts";
import type { CaseEventPayload } from "../../store/areas/cases/types.ts";
import type { IdentityKind } from "../../../src-shared/domain/identity/kinds.ts";
import type { Assumption, Material, MissingFigure, Nature } from "../../../src-shared/domain/decision.ts";
import { NUMBER_NAMES } from "../../../src-shared/text/identity.ts";
import { MATERIAL_FORM_LABELS, paperTitle } from "../../../src-shared/text/labels.ts";

export const MESSAGES: Record<ErrorCode, string> = {
  "bad-input": "填写的内容有误，请按提示改正后再试。",
  "request-reused": "这次操作的编号已经用于另一项内容，没有办理；请刷新页面后重新操作。",
  "reason-needed": "请写明查看的原因（至少 2 个字）。",
  "unknown-call": "程序不认识这个操作，请刷新页面或重新启动程序后再试。",
  rescuing: "数据还没有打开，现在不能办理；请先按页面上的提示处理。",
  "not-rescuing": "数据已经打开，不需要恢复；请刷新页面后登录。",
  "not-signed-in": "尚未登录或登录已失效，请重新登录；填写的内容仍保留在草稿中。",
  locked: "屏幕已锁定，请输入密码解锁后继续；填写的内容都还在。",
  "clock-doubted":
    "电脑时间可能不对，核对以前不保存内容，也不打开要留下查看记录的资料；已填写的都还在。请校正电脑时间，或请管理员核对确认。",
  "password-change-needed": "现在用的是一次性密码，请先改成自己的密码。",
  "not-allowed": "您的岗位不能进行这项操作，请由有权限的同事办理。",
  "city-not-served": "这个城市不在本单位的办理范围内，只能查阅和比较；需要办理时请管理员在“单位”中增加。",
  "not-found": "没有找到这条记录，请返回列表刷新后再试。",
  "wrong-password": "账号或密码不对，请核对后重新输入。",
  "slow-down": "密码错误次数较多，请稍候再试。",
  "password-weak": "密码太简单，请换一个：至少 8 位，字母、数字、符号中至少两种，不含账号。",
  "already-set-up": "本机已经完成初始设置，请直接登录。",
  "facts-incomplete": "还有问题没有答完或答得不对，请按提示补充后再试。",
  "materials-missing": "必交材料不齐，请收齐后再提交，或打印一次性告知单。",
  "not-submittable": "按现有情况不能提交，请核对后再试。",
  "case-fixed": "办件已经提交或撤销，不能直接修改；已提交的请用“更正”。",
  stale: "这份表单已经提交，或办件已有更新的版本；请从“办件”中重新打开后再操作。",
  "not-your-case": "待复核或已退回的办件由原经办人更正，请联系原经办人或主管。",
  "not-in-review": "这个办件现在不在待复核状态，请刷新复核列表后再看。",
  "promise-invalid": "容缺承诺填写有误，请按提示改正。",
  "calendar-unknown": "缺少相关年份的放假安排，期限不能推算；请管理员更新程序后再办，或先收齐材料。",
  "setup-code-wrong": "首次设置码不对，请看启动程序的窗口里显示的设置码。",
  "page-elsewhere": "医保窗口已在另一个标签页或窗口中打开，请回到那里，或在这里重新登录后继续。",
  "restore-unconfirmed": "数据刚从备份恢复，还没有第二人确认；确认以前不能复核。请另一位有权限的人员登录后，在页面上方确认。",
  "backup-unsigned": "这份备份没有本单位的签名，而本单位没有恢复码，不能在页面上恢复。请改用较新的备份，或由信息人员用命令恢复。",
  "backup-other-store":
    "这份备份属于另一份数据，不能换到这里。确需换用的，请信息人员先把现在的数据文件夹改名另存，再启动程序，在首次使用的页面上选“从备份恢复”。",
  "folder-refused": "备份位置要填本机硬盘、U 盘或已映射盘符的网络盘上文件夹的完整路径（不能以 \\\\ 开头），请重新填写。",
  "recovery-code-needed": "请先输入恢复码。",
  "second-person-needed": "这件事要有第二人在场：请另一位复核、主管、管理或审计人员输入自己的登录名和密码。",
  "restore-refused": "没有可以撤回的恢复操作。",
  "figure-overlap": "所填期间与已有数据重叠，请核对起止日期。",
  "figure-invalid": "数据填写有误，请按提示改正。",
  "store-locked": "数据文件正被另一个程序使用，请关闭其他窗口或稍候再试。",
  "store-full": "磁盘空间不足，刚才的操作没有保存；请清理磁盘后再试。",
  "store-read-only": "数据文件不能写入，请联系信息人员检查文件夹权限。",
  "store-corrupt": "数据文件已损坏，请停止使用并联系信息人员从备份恢复。",
  "store-newer": "数据文件由更新版本的程序建立，请安装新版本后再打开。",
  "store-not-ours": "这不是本程序的数据文件，请联系信息人员检查数据文件夹。",
  "store-altered": "人员、设置或参数与审计记录不符，数据文件被改动过。请停止使用并联系信息人员，由管理员从备份恢复。",
  "store-outdated": "数据文件比备份旧。请停止使用并联系信息人员，由管理员核对后恢复。",
  "store-demonstration": "数据文件夹里是演示数据，不能用来办理业务；请联系信息人员核对数据文件夹。",
  "store-no-demonstration": "演示文件夹里不是演示数据，请联系信息人员核对数据文件夹。",
  "store-missing": "数据文件不见了，请停止使用并联系信息人员，放回数据文件或从备份恢复。",
  "store-wrong-key": "密钥与数据文件不相符，请联系信息人员用恢复码打开，或从备份恢复。",
  "store-key-missing": "本机没有打开数据文件的密钥，请输入恢复码，或联系信息人员。",
  "store-key-damaged": "密钥文件已损坏，请输入恢复码重新建立密钥，或从备份恢复。",
  "store-key-exposed": "密钥文件会被别人读到，请联系信息人员换一个存放位置。",
  "login-taken": "这个账号已有人使用，或看起来和别人的一样，请换一个账号。",
  "name-taken": "已有人用过这个姓名，审计和文书里会分不清，请加以区别（如加工号）。",
  "not-yet-own": "本人还没有把一次性密码改成自己的密码，请本人登录修改以后再确认。",
  "one-time-ended": "一次性密码已经过期，请管理员重新设置一个，当面领取后尽快登录。",
  "last-administrator": "这是最后一名管理员，请先指定另一名管理员。",
  "administrator-unconfirmed":
    "您的账号是用恢复码重新设立的管理员，还没有第三人确认，暂时不能办这件事。请先由他人在页面上方确认。",
  "same-person": "不能复核自己办理的业务，请由另一名人员复核。",
  "person-exists": "这个证件号码已登记在另一人名下，请核对后选择合并，或改正号码。",
  "day-closed": "这一天已经日结，请查看日结表。",
  "attachment-type": "只能上传 PDF、PNG 或 JPEG 文件，请转换格式后再试。",
  "attachment-too-large": "文件超过允许的大小，请压缩或分次扫描后再试。",
  "attachment-damaged": "附件内容与登记不符或已丢失，请重新扫描，或联系信息人员从备份取回。",
  "backup-place-missing": "第二备份位置不在：没有接上，或接的是另一个盘。请接好原来的盘；要改用别的，请管理员重新设置。",
  "backup-damaged": "这份备份不完整或已损坏，请改用另一份备份。",
  "backup-failed": "备份没有完成，请检查备份位置是否可写、空间是否足够后再试。",
  "recovery-code-wrong": "恢复码不对，请对照初次设置时打印的恢复码重新输入。",
  "recovery-code-ended": "这个恢复码已经作废（后来重新制作过），请用最后制作的那一张。",
  "list-too-long": "清单太长，一个文件放不下，请缩短期间或增加筛选条件，分次导出。",
  "file-not-saved": "文件没有保存成功，请换一个文件夹或检查磁盘空间后再试。",
  "print-failed": "打印没有完成（被取消或打印机出错）。这一份已计数，请检查打印机后再次打印，新的一份会标注“补打”。",
  internal: "程序出错，刚才的操作没有完成；请再试一次，仍不行请把编号告诉信息人员。",
};

export const PASSWORDS_BUSY = "正在核对的密码太多，请过几秒再试。";

export const slowDownText = (seconds: number): string =>
  `密码错误次数较多，请等待 ${seconds < 60 ? `${seconds} 秒` : `${Math.ceil(seconds / 60)} 分钟`}后再试。`;

export const CLOCK_TEXT = { notAdministrator: "账号或密码不对，或者不是管理员，请由管理员核对后重新输入。" };

export const FIELD_TEXT = {
  identityNumberMissing: (kind: IdentityKind) => `请输入${kind === "citizen" ? " 18 位" : ""}${NUMBER_NAMES[kind]}。`,
  notAsInFile: (name: string, field: string) =>
    `档案里此证件的${field}与所填不同（${name}）。请核对证件；档案有误的，先在个人档案里更正。`,
  unanswered: (title: string) => `请回答“${title}”，没有的填“没有”。`,
  identityNumberFixed: "更正不能换人：证件号码有误时，请撤销本办件后重新办理。",
  reasonMissing: "请写明更正原因（至少 2 个字）。",
  unknownCity: "没有这个城市的政策数据，请从列表中选择。",
  cityTwice: "同一个城市选了两次，请从列表中重新选择。",
  asOfFuture: "办理日期晚于今天，请改为今天或更早的日期。",
};

export const cityNotServedText = (city: string): string =>
  `${city}不在本单位的办理范围内，只能查阅政策和比较；需要办理时请管理员在“单位”中增加这个城市。`;

export const faultyMatterText = (matter: string): string =>
  `“${matter}”的政策数据有误，暂时不能办理，其他事项不受影响；请告诉管理员：“诊断”里写着错在哪个文件哪一行。`;

export const incompleteText = (first: string, count: number): string =>
  count === 1 ? `还不能继续：${first}` : `还有 ${count} 处需要补充或改正，先看：${first}`;

export const materialText = (material: Material, problem: "missing" | "form" | "count", have: number): string => {
  const wanted = `${material.title}（${MATERIAL_FORM_LABELS[material.form]} ${material.count} 份）`;
  if (problem === "missing") return `${wanted}：未收`;
  if (problem === "form") return `${wanted}：收到的不是${MATERIAL_FORM_LABELS[material.form]}`;
  return `${wanted}：只收到 ${have} 份`;
};
export const materialsMissingText = (materials: readonly string[]): string =>
  `还缺 ${materials.length} 项必交材料：${materials.join("；")}。请收齐后提交，或打印一次性告知单。`;

export const figureMissingText = (figures: readonly MissingFigure[]): string =>
  `缺少${figures.map((figure) => `“${figure.title}”（${figure.date}）`).join("、")}，请管理员录入后再提交。`;
export const assumedText = (assumed: readonly Assumption[]): string =>
  `${assumed.map(({ title, display }) => `“${title}”（暂按“${display}”计）`).join("、")}没有填写。请向办事人问清后填写，没有的填“没有”，再提交；问清以前可以先保存办件。`;
export const refusedText = (headline: string): string => `${headline}。不能受理，可以保存并打印不予受理通知书。`;
export const notYetText = (headline: string): string => `${headline}。暂时不能受理，可以保存并打印不予受理通知书。`;

export const PAPER_TEXT = {
  notRefused: "按现有情况可以办理，无须打印不予受理通知书。",
  nothingMissing: "必交材料已经收齐，可以直接提交，无须打印一次性告知单。",
  openOnly: "办件已经提交或撤销，不能再打印这种文书。",
  afterSubmission: "提交以后才有这种文书，请先提交。",
  notForThisCase: "这个办件没有这种文书。",
  afterReview: "复核通过以后才能出具核定单，请等待复核。",
  afterPromises: "承诺后补的材料收齐以后才能出具核定单，请先登记补收。",
  nothingPromised: "没有承诺后补的材料，无须打印这种文书。",
  cancelled: "办件已撤销，文书只能查看，不能再打印。",
};

export const COMPARISON_TEXT = {
  printFailed: "比较单没有打印出来（被取消或打印机出错），请检查打印机后再打印。",
};

export const CASE_TEXT = {
  cancelled: "办件已撤销，不能再修改；需要办理请另开办件。",
  alreadySubmitted: "这份表单已经提交，请从“办件”中打开查看。",
  draftOfOthers: "没有这份草稿，可能已经提交、删除，或由主管转交他人。",
};

/** One line of the case's history. */
export function eventText(payload: CaseEventPayload, nature: Nature): string {
  switch (payload.kind) {
    case "opened":
      return payload.content.decision?.headline ?? "建立办件";
    case "facts-changed":
      return payload.content.decision?.headline ?? "修改情况";
    case "materials-received":
      return `已收 ${payload.materials.filter((material) => material.received).length} 项材料`;
    case "submitted":
      return nature === "transaction" ? `受理号 ${payload.receiptNumber}` : `编号 ${payload.receiptNumber}`;
    case "amended":
      return `第 ${payload.version} 版，原因：${payload.reason}`;
    case "cancelled":
      return `原因：${payload.reason}${payload.asked ? `（${payload.asked.name}申请）` : ""}`;
    case "cancel-asked":
      return `等待另一人确认，原因：${payload.reason}`;
    case "cancel-refused":
      return `不同意撤销，原因：${payload.reason}`;
    case "reviewed":
      return payload.verdict === "approved"
        ? `通过${payload.alone ? "（经办过的主管，没有其他人可以复核）" : ""}${payload.comment === "" ? "" : `，意见：${payload.comment}`}`
        : `退回，原因：${payload.comment}`;
    case "supplemented":
      return `补收 ${payload.materials.length} 项承诺材料`;
    case "attachment-added":
      return payload.name;
    case "attachment-removed":
      return `原因：${payload.reason}`;
    case "limit-set":
      return `放假安排已公布，办结期限 ${payload.dueOn}`;
    case "paper-made":
      return paperTitle(payload.paperKind, nature);
    case "printed":
      return payload.copy === 1 ? "首次打印" : `第 ${payload.copy} 次打印（补打）`;
  }
}
