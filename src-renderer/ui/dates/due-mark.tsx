import { Group } from "@mantine/core";
import { IconAlertTriangle, IconClock } from "@tabler/icons-react";
import type { DueView } from "../../../src-shared/domain/case.ts";
import { dueText as text } from "./due-text.ts";

const LOOKS = {
  "in-time": { c: "var(--ink-2)" },
  soon: { c: "var(--warn)", fw: 600 },
  overdue: { c: "var(--bad)", fw: 600 },
  done: { c: "var(--ink-3)" },
  unknown: { c: "var(--ink-2)" },
} as const satisfies Record<DueView["standing"], unknown>;

/** Last day and what is left of it; nothing where the matter has no limit. */
export function DueMark({ due, short = false }: { readonly due: DueView | null; readonly short?: boolean }) {
  if (due === null) return null;
  const Icon = due.standing === "overdue" ? IconAlertTriangle : IconClock;
  const left = text.left(due.standing, due.workingDaysLeft);
  return (
    <Group component="span" display="inline-flex" gap={4} wrap="nowrap" {...LOOKS[due.standing]} title={text.title(due.dueOn)}>
      {due.standing === "done" ? null : <Icon size={15} stroke={1.8} aria-hidden />}
      <span className="tabular">{short ? left : [due.dueOn, left].filter((part) => part !== null).join(" · ")}</span>
    </Group>
  );
}

/** A promised date in the same manner. */
export function PromiseMark({
  promisedOn,
  overdue,
  workingDaysLeft,
}: {
  readonly promisedOn: string;
  readonly overdue: boolean;
  readonly workingDaysLeft: number | null;
}) {
  return <DueMark due={{ dueOn: promisedOn, workingDaysLeft, standing: overdue ? "overdue" : "in-time" }} />;
}
