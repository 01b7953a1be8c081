import { BarChart } from "@mantine/charts";
import { Button, Group, Loader, SimpleGrid, Stack } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { z } from "zod";
import type { Statistics, StatisticsRow } from "../../src-shared/contract/reports.ts";
import { formatYuan } from "../../src-shared/domain/money.ts";
import { STATISTICS_PARTS } from "../../src-shared/lists/statistics.ts";
import { LEDGER_LABELS } from "../../src-shared/text/labels.ts";
import { useCall } from "../app/calls/queries.ts";
import { searchOf, phrase } from "../app/search-params.ts";
import { useSession } from "../app/session/session.tsx";
import { DateSpan } from "../ui/dates/date-span.tsx";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { ExportButtons } from "../ui/files/export.tsx";
import { useMay } from "../ui/calls/rights.ts";
import { screenColumns, type Looks } from "../ui/tables/list-columns.tsx";
import { PlainTable } from "../ui/tables/row-table.tsx";
import { readDate } from "../ui/dates/typed-date.ts";
import { chartRows, fromFirstCount, hasCounts } from "./chart-model.ts";
import { SPANS, spanUntil, type DayRange } from "./days.ts";
import { ReportTabs } from "./report-tabs.tsx";
import { text } from "./text.ts";
import { Card } from "../ui/page/card.tsx";
import { Finding } from "../ui/page/finding.tsx";
import { Page, PageHead, PageTools } from "../ui/page/page.tsx";

export const statisticsSearch = searchOf({ from: phrase, to: phrase });
type StatisticsSearch = z.output<typeof statisticsSearch>;

/** 办件统计: a span of days by month, matter and clerk. */
export function StatisticsPage({ search }: { readonly search: StatisticsSearch }) {
  const { today } = useSession();
  const navigate = useNavigate();
  const allowed = useMay("reports.statistics");
  const usual = spanUntil(today, "twelve");
  const span: DayRange = { from: readDate(search.from ?? "") ?? usual.from, to: readDate(search.to ?? "") ?? usual.to };
  const [typed, setTyped] = useState<DayRange>(span);
  const show = (next: DayRange): void => {
    setTyped(next);
    const [from, to] = [readDate(next.from), readDate(next.to)];
    if (from !== undefined && to !== undefined) {
      void navigate({ to: "/reports/statistics", search: { from, to }, replace: true });
    }
  };
  const found = useCall("reports.statistics", span, { keep: true, enabled: allowed });
  const statistics = found.data;
  return (
    <Page>
      <PageHead>
        <ReportTabs open="statistics" />
        <DateSpan labels={text.statistics} {...typed} onChange={(change) => show({ ...typed, ...change })} />
        <Group gap={4} wrap="nowrap">
          {SPANS.map((name) => (
            <Button key={name} size="compact-sm" variant="default" onClick={() => show(spanUntil(today, name))}>
              {text.statistics.spans[name]}
            </Button>
          ))}
        </Group>
        <PageTools>{allowed ? <ExportButtons what={{ what: "statistics", ...span }} /> : null}</PageTools>
      </PageHead>
      {allowed ? null : <Finding tone="quiet">{text.statistics.notAllowed}</Finding>}
      {found.error ? <ErrorNotice error={found.error} onRetry={() => void found.refetch()} /> : null}
      {statistics === undefined ? (
        allowed && !found.error ? (
          <Loader m="xl" />
        ) : null
      ) : !hasCounts(statistics.total) ? (
        <Finding tone="quiet">{text.statistics.none}</Finding>
      ) : (
        <Stack gap="sm" aria-busy={found.isPlaceholderData}>
          <Part part="byMonth" statistics={statistics} />
          <Part part="byMatter" statistics={statistics} lying />
          <Part part="byClerk" statistics={statistics} lying />
        </Stack>
      )}
    </Page>
  );
}

const STANDING_HEIGHT = 230;
const BAR_HEIGHT = 40;
const AXIS_HEIGHT = 46;

/** A chart of accepted and settled cases and of consultations, and beside it all numbers. */
function Part({
  part,
  statistics,
  lying = false,
}: {
  readonly part: keyof typeof STATISTICS_PARTS;
  readonly statistics: Statistics;
  /** Long names read better beside lying bars. */
  readonly lying?: boolean;
}) {
  const { title, list } = STATISTICS_PARTS[part];
  const rows = statistics[part];
  const data = chartRows(lying ? rows : fromFirstCount(rows), lying);
  // one bar says nothing that its row in the table does not say
  const shown = data.length > 1;
  const said = data.map((row) => text.statistics.point(row.title, row.accepted, row.settled, row.advised));
  return (
    <Card title={title}>
      <SimpleGrid cols={shown ? { base: 1, lg: 2 } : 1} spacing="lg">
        {shown ? (
          <div role="img" aria-label={text.statistics.chart(title, said)}>
            <BarChart
              h={lying ? data.length * BAR_HEIGHT + AXIS_HEIGHT : STANDING_HEIGHT}
              data={data}
              dataKey="label"
              orientation={lying ? "vertical" : "horizontal"}
              series={[
                { name: "accepted", label: LEDGER_LABELS.accepted, color: "pine.7" },
                { name: "settled", label: LEDGER_LABELS.settled, color: "pine.3" },
                { name: "advised", label: LEDGER_LABELS.advised, color: "gray.5" },
              ]}
              withLegend
              // in the order of the bars
              legendProps={{ verticalAlign: "top", height: 28, itemSorter: null }}
              withTooltip={false}
              withBarValueLabel
              valueLabelProps={{ fontSize: 12, fill: "var(--ink)", formatter: (count) => (count === 0 ? "" : count) }}
              // the numbers stand at the bars
              withXAxis={!lying}
              withYAxis={lying}
              gridAxis="none"
              yAxisProps={{ width: 164, interval: 0 }}
              barChartProps={{ margin: { top: 4, right: 28 } }}
              barProps={{ isAnimationActive: false, maxBarSize: 22 }}
            />
          </div>
        ) : null}
        <PlainTable
          label={title}
          columns={screenColumns(list, LOOKS)}
          rows={rows}
          keyOf={({ id }) => id}
          total={statistics.total}
          dense
        />
      </SimpleGrid>
    </Card>
  );
}

const LOOKS: Looks<StatisticsRow, string> = {
  title: { isHeading: true, wraps: true },
  amount: { cell: ({ amountFen }) => (amountFen === 0 ? "" : formatYuan(amountFen)) },
};
