import { BarChart } from "@mantine/charts";
import { Button, Group, Loader, Table } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { StatisticsRow } from "../../src-shared/contract/reports.ts";
import { formatYuan } from "../../src-shared/domain/money.ts";
import { call } from "../app/calls/client.ts";
import { useSession } from "../app/session/session.tsx";
import { DateSpan } from "../ui/dates/date-span.tsx";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { ExportButtons } from "../ui/files/export.tsx";
import { useMay } from "../ui/calls/rights.ts";
import { readDate } from "../ui/dates/typed-date.ts";
import { chartRows, hasCounts } from "./chart-model.ts";
import { SPANS, spanUntil, type Span } from "./days.ts";
import { ReportTabs } from "./report-tabs.tsx";
import { text } from "./text.ts";
import { Page, PageHead, PageTools } from "../ui/page/page.tsx";
import classes from "./statistics-page.module.css";

export type StatisticsSearch = Partial<Span>;

/** 办件统计: a span of days by month, matter and clerk. */
export function StatisticsPage({ search }: { readonly search: StatisticsSearch }) {
  const { today } = useSession();
  const navigate = useNavigate();
  const allowed = useMay("reports.statistics");
  const usual = spanUntil(today, "twelve");
  const span: Span = { from: readDate(search.from ?? "") ?? usual.from, to: readDate(search.to ?? "") ?? usual.to };
  const [typed, setTyped] = useState<Span>(span);
  const show = (next: Span): void => {
    setTyped(next);
    const [from, to] = [readDate(next.from), readDate(next.to)];
    if (from !== undefined && to !== undefined) {
      void navigate({ to: "/reports/statistics", search: { from, to }, replace: true });
    }
  };
  const found = useQuery({
    queryKey: ["reports.statistics", span],
    queryFn: () => call("reports.statistics", span),
    placeholderData: keepPreviousData,
    enabled: allowed,
  });
  const statistics = found.data;
  return (
    <Page>
      <PageHead>
        <ReportTabs />
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
      {allowed ? null : <p className="table-none">{text.statistics.notAllowed}</p>}
      {found.error ? <ErrorNotice error={found.error} onRetry={() => void found.refetch()} /> : null}
      {statistics === undefined ? (
        allowed && !found.error ? (
          <Loader m="xl" />
        ) : null
      ) : !hasCounts(statistics.total) ? (
        <p className="table-none">{text.statistics.none}</p>
      ) : (
        <div className={classes.statistics} aria-busy={found.isPlaceholderData}>
          <Part
            title={text.statistics.byMonth}
            heading={text.statistics.month}
            rows={statistics.byMonth}
            total={statistics.total}
          />
          <Part
            title={text.statistics.byMatter}
            heading={text.statistics.matter}
            rows={statistics.byMatter}
            total={statistics.total}
            lying
          />
          <Part
            title={text.statistics.byClerk}
            heading={text.statistics.clerk}
            rows={statistics.byClerk}
            total={statistics.total}
            lying
          />
        </div>
      )}
    </Page>
  );
}

const SHOWN_KINDS = ["accepted", "settled", "returned", "refused", "cancelled", "advised"] as const;
const STANDING_HEIGHT = 230;
const BAR_HEIGHT = 40;
const AXIS_HEIGHT = 46;

/** A chart of accepted and settled cases and of consultations, and beside it all numbers. */
function Part({
  title,
  heading,
  rows,
  total,
  lying = false,
}: {
  readonly title: string;
  readonly heading: string;
  readonly rows: readonly StatisticsRow[];
  readonly total: StatisticsRow;
  /** Long names read better beside lying bars. */
  readonly lying?: boolean;
}) {
  const { columns } = text.statistics;
  const data = chartRows(rows, lying);
  const said = data.map((row) => text.statistics.point(row.title, row.accepted, row.settled, row.advised));
  return (
    <section className={classes.statisticsPart} aria-label={title}>
      <h2>{title}</h2>
      <div className={classes.statisticsBody}>
        <div role="img" aria-label={text.statistics.chart(title, said)} className="statistics-chart">
          <BarChart
            h={lying ? data.length * BAR_HEIGHT + AXIS_HEIGHT : STANDING_HEIGHT}
            data={data}
            dataKey="label"
            orientation={lying ? "vertical" : "horizontal"}
            series={[
              { name: "accepted", label: columns.accepted, color: "pine.7" },
              { name: "settled", label: columns.settled, color: "pine.3" },
              { name: "advised", label: columns.advised, color: "gray.5" },
            ]}
            withLegend
            legendProps={{ verticalAlign: "top", height: 28 }}
            withTooltip={false}
            gridAxis={lying ? "y" : "x"}
            yAxisProps={lying ? { width: 132, interval: 0 } : { width: 36, allowDecimals: false }}
            xAxisProps={lying ? { allowDecimals: false } : {}}
            barProps={{ isAnimationActive: false, maxBarSize: 22 }}
          />
        </div>
        <Table className={classes.statisticsTable}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{heading}</Table.Th>
              {SHOWN_KINDS.map((kind) => (
                <Table.Th key={kind} scope="col" className="number">
                  {columns[kind]}
                </Table.Th>
              ))}
              <Table.Th scope="col" className="number">
                {columns.amount}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </Table.Tbody>
          <Table.Tfoot>
            <Row row={total} />
          </Table.Tfoot>
        </Table>
      </div>
    </section>
  );
}

function Row({ row: { title, counts, amountFen } }: { readonly row: StatisticsRow }) {
  return (
    <tr>
      <th scope="row">{title}</th>
      {SHOWN_KINDS.map((kind) => (
        <td key={kind} className="number tabular">
          {counts[kind]}
        </td>
      ))}
      <td className="number tabular">{amountFen === 0 ? "" : formatYuan(amountFen)}</td>
    </tr>
  );
}
