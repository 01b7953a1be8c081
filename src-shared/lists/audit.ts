import type { AuditRowView } from "../contract/reports.ts";
import { list } from "./list.ts";

/** On paper a case is known by its receipt number; the screen has a link in its place. */
export interface AuditListRow extends AuditRowView {
  readonly receiptNumber?: string | null;
}

/** 审计记录 and 查看记录. */
export const AUDIT_LIST = list<AuditListRow>()(
  { id: "sequence", title: "序号", kind: "count", share: 6, of: (row) => row.sequence },
  { id: "at", title: "时间", kind: "text", share: 17, total: "label", of: (row) => row.time },
  {
    id: "clerk",
    title: "人员",
    kind: "text",
    share: 9,
    total: "rows",
    of: ({ clerk, clerkLogin }) => (clerkLogin === "" ? clerk : `${clerk}（${clerkLogin}）`),
  },
  { id: "operation", title: "操作", kind: "text", share: 14, of: (row) => row.title },
  { id: "receipt", title: "受理号", kind: "code", share: 13, paperOnly: true, of: (row) => row.receiptNumber ?? null },
  { id: "detail", title: "内容", kind: "text", share: 32, of: (row) => row.detail },
  { id: "subject", title: "对象", kind: "text", of: (row) => row.caseId ?? row.personId },
  { id: "hash", title: "校验值", kind: "code", share: 27, of: (row) => row.hash },
);
