import { VisuallyHidden } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useMay } from "../ui/calls/rights.ts";
import { text } from "./text.ts";
import { PageTabs } from "../ui/page/tabs.tsx";

/** The reports; statistics for those who see what the whole office did, forms of others for those who hand them over. */
export function ReportTabs({ open }: { readonly open: keyof typeof text.tabs }) {
  const mayCompare = useMay("reports.statistics");
  const mayHandOver = useMay("drafts.handOver");
  return (
    <>
      <VisuallyHidden component="h1">{text.tabs[open]}</VisuallyHidden>
      <PageTabs label={text.tabs.label}>
        <Link to="/reports/day" search={{}} activeOptions={{ includeSearch: false }}>
          {text.tabs.day}
        </Link>
        {mayCompare ? (
          <Link to="/reports/statistics" search={{}} activeOptions={{ includeSearch: false }}>
            {text.tabs.statistics}
          </Link>
        ) : null}
        <Link to="/reports/due" search={{}} activeOptions={{ includeSearch: false }}>
          {text.tabs.due}
        </Link>
        {mayHandOver ? (
          <Link to="/reports/forms" search={{}} activeOptions={{ includeSearch: false }}>
            {text.tabs.forms}
          </Link>
        ) : null}
      </PageTabs>
    </>
  );
}
