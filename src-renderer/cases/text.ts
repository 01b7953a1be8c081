/** Words of the case list and the case page. */
import type { CaseState } from "../../src-shared/domain/case.ts";
import type { Nature } from "../../src-shared/domain/decision.ts";

const DONE: Record<Nature, (receipt: string) => string> = {
  transaction: (receipt) => `已受理，回执号 ${receipt}。请打印文书交办事人签字。`,
  estimate: (receipt) => `试算已存档，编号 ${receipt}。可以打印试算单交给办事人。`,
  lookup: (receipt) => `查算已存档，编号 ${receipt}。可以打印查算单交给办事人。`,
  guidance: (receipt) => `指引已存档，编号 ${receipt}。可以打印指引单交给办事人。`,
};

const STATES: Record<CaseState, string> = { open: "未提交", submitted: "已提交", cancelled: "已撤销" };

export const text = {
  list: {
    title: "办件",
    search: "查找",
    placeholder: "姓名、拼音、首字母、身份证号码或后四位、回执号",
    state: "状态",
    all: "全部",
    states: STATES,
    total: (count: number) => `共 ${count} 件`,
    none: "没有符合条件的办件",
    columns: {
      receipt: "回执号",
      name: "姓名",
      identity: "身份证号码",
      matter: "事项",
      state: "状态",
      outcome: "结果",
      clerk: "经办人",
      updated: "最近变动",
    },
    noReceipt: "未编号",
    previous: "上一页",
    next: "下一页",
    page: (page: number, pages: number) => `第 ${page} / ${pages} 页`,
    hint: "↑ ↓ 选择，Enter 打开",
    open: (name: string, receipt: string) => `打开 ${name} ${receipt}`.trim(),
  },
  page: {
    back: "返回办件列表",
    noReceipt: "尚未编排回执号",
    versions: "版本",
    version: (version: number) => `第 ${version} 版`,
    newest: "最新",
    old: (version: number, newest: number) => `正在查看第 ${version} 版；最新为第 ${newest} 版`,
    done: (receipt: string, version: number, nature: Nature) =>
      version > 1 ? `更正已提交（第 ${version} 版），编号不变：${receipt}。请打印新的文书。` : DONE[nature](receipt),
    cancelled: (reason: string) => `已撤销：${reason}`,
    person: "办事人",
    identity: "身份证号码",
    phone: "联系电话",
    none: "未填",
    asOf: "办理日期",
    submittedBy: "经办",
    reason: "更正原因",
    decision: "结果",
    noDecision: "情况尚未填完，还没有结果。",
    papers: "文书",
    noPapers: "还没有生成文书",
    openOf: (title: string) => `查看 ${title}`,
    printOf: (title: string) => `打印 ${title}`,
    print: "打印",
    reprint: "补打",
    printed: (times: number) => (times === 0 ? "未打印" : `已打印 ${times} 次`),
    events: "经过",
    hash: "指纹",
    compare: "与其他城市比较",
    compareShort: "比较",
    continue: "继续办理",
    amend: "更正",
    cancel: "撤销",
    loading: "正在载入办件…",
  },
  cancel: {
    title: "撤销办件",
    body: "撤销后不能恢复，回执号不再使用；原有版本、文书和经过仍可查看。",
    reason: "撤销原因",
    needed: "请写明撤销原因（2–200 字）",
    confirm: "确认撤销",
    keep: "不撤销",
  },
} as const;
