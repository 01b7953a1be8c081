import type { CaseSummary } from "../domain/case.ts";
import { shownIdentity } from "../text/identity.ts";
import { CASE_STATE_LABELS } from "../text/labels.ts";
import { list } from "./list.ts";

/** 办件清单. */
export const CASE_LIST = list<CaseSummary>()(
  { id: "receipt", title: "受理号", kind: "code", share: 17, total: "label", of: (row) => row.receiptNumber },
  {
    id: "state",
    title: "状态",
    kind: "text",
    share: 8,
    total: "rows",
    of: ({ nature, state }) => CASE_STATE_LABELS[nature][state],
  },
  { id: "matter", title: "事项", kind: "text", share: 22, of: (row) => row.matterTitle },
  { id: "name", title: "办事人", kind: "text", share: 11, of: (row) => row.name },
  { id: "identity", title: "证件号码", kind: "code", share: 19, of: shownIdentity },
  { id: "outcome", title: "结果", kind: "text", of: (row) => row.headline },
  { id: "clerk", title: "经办人", kind: "text", share: 8, of: (row) => row.clerk },
  { id: "opened", title: "建立时间", kind: "instant", share: 16, paperOnly: true, of: (row) => row.openedAt },
  { id: "submitted", title: "受理时间", kind: "instant", share: 16, of: (row) => row.submittedAt },
  { id: "settled", title: "办结时间", kind: "instant", share: 16, paperOnly: true, of: (row) => row.settledAt },
  { id: "due", title: "办结期限", kind: "text", share: 11, of: (row) => row.due?.dueOn ?? null },
  { id: "reviewer", title: "复核人", kind: "text", share: 8, of: (row) => row.reviewer },
  { id: "amount", title: "金额（元）", kind: "money", share: 14, total: "sum", of: (row) => row.amountFen },
  { id: "updated", title: "最近变动", kind: "instant", of: (row) => row.updatedAt },
);
