import type { PromiseRowView } from "../contract/cases.ts";
import { MATERIAL_FORM_LABELS } from "../text/labels.ts";
import { list } from "./list.ts";

/** 容缺补交清单. */
export const PROMISE_LIST = list<PromiseRowView>()(
  { id: "promisedOn", title: "承诺日期", kind: "text", share: 12, total: "label", of: (row) => row.promisedOn },
  { id: "daysLeft", title: "剩余工作日", kind: "count", share: 10, paperOnly: true, of: (row) => row.workingDaysLeft },
  { id: "material", title: "材料", kind: "text", share: 26, total: "rows", of: (row) => row.title },
  { id: "form", title: "形式", kind: "text", share: 8, paperOnly: true, of: (row) => MATERIAL_FORM_LABELS[row.form] },
  { id: "copies", title: "份数", kind: "count", share: 6, paperOnly: true, of: (row) => row.count },
  { id: "receipt", title: "受理号", kind: "code", share: 16, of: (row) => row.case.receiptNumber },
  { id: "matter", title: "事项", kind: "text", share: 20, of: (row) => row.case.matterTitle },
  { id: "name", title: "办事人", kind: "text", share: 9, of: (row) => row.case.name },
  { id: "phone", title: "联系电话", kind: "code", share: 13, of: (row) => row.maskedPhone },
  { id: "clerk", title: "经办人", kind: "text", share: 9, of: (row) => row.case.clerk },
);
