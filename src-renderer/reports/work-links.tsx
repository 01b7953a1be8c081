/** The menu entries of the office's work, with the numbers of what waits. */
import { VisuallyHidden } from "@mantine/core";
import { IconChecklist, IconReportAnalytics } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import type { Command } from "../app/keys/commands.tsx";
import { mayCall, useMay } from "../ui/calls/rights.ts";
import { useSession } from "../app/session/session.tsx";
import { useWorkToday } from "../ui/calls/work-today.ts";
import { SideCount, SideLink } from "../app/side-link.tsx";
import { workText as text } from "./work-text.ts";

function Count({ count, label, urgent = false }: { readonly count: number; readonly label: string; readonly urgent?: boolean }) {
  if (count === 0) return null;
  return (
    <SideCount urgent={urgent} title={label}>
      {count > 99 ? "99+" : count}
      <VisuallyHidden>{label}</VisuallyHidden>
    </SideCount>
  );
}

export function ReviewLink() {
  const may = useMay("review.queue");
  const work = useWorkToday();
  if (!may) return null;
  const waiting = work.data?.toReview ?? 0;
  return (
    <SideLink to="/review">
      <IconChecklist size={24} stroke={1.6} aria-hidden />
      {text.review}
      <Count count={waiting} label={text.waiting(waiting)} />
    </SideLink>
  );
}

/** Opens what is urgent first, otherwise the day. */
export function ReportsLink() {
  const work = useWorkToday();
  const overdue = (work.data?.promisesOverdue ?? 0) + (work.data?.casesOverdue ?? 0);
  const soon = (work.data?.promisesDue ?? 0) + (work.data?.casesDueSoon ?? 0);
  return (
    <SideLink to="/reports/day" search={{}} activeOptions={{ includeSearch: false }}>
      <IconReportAnalytics size={24} stroke={1.6} aria-hidden />
      {text.reports}
      <Count count={overdue + soon} label={text.due(overdue, soon)} urgent={overdue > 0} />
    </SideLink>
  );
}

export function useWorkCommands(): Command[] {
  const navigate = useNavigate();
  const { role } = useSession().clerk;
  const commands: Command[] = [];
  if (mayCall("review.queue", role)) {
    commands.push({ id: "review", label: text.commands.review, run: () => void navigate({ to: "/review" }) });
  }
  commands.push({ id: "day", label: text.commands.day, run: () => void navigate({ to: "/reports/day", search: {} }) });
  if (mayCall("reports.statistics", role)) {
    commands.push({
      id: "statistics",
      label: text.commands.statistics,
      run: () => void navigate({ to: "/reports/statistics", search: {} }),
    });
  }
  commands.push({ id: "due", label: text.commands.due, run: () => void navigate({ to: "/reports/due", search: {} }) });
  return commands;
}
