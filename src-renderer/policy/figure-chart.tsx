import { LineChart } from "@mantine/charts";
import { Box } from "@mantine/core";
import type { LibraryFigure } from "../../src-shared/contract/library.ts";
import { chartPoints, monthOfInstant, type ChartPoint } from "./figure-chart-model.ts";
import { text } from "./text.ts";

const HEIGHT = 170;

/** The values over the years, where there are two or more. */
export function FigureChart({ figure, today }: { readonly figure: LibraryFigure; readonly today: string }) {
  const points = chartPoints(figure, today);
  if (points.length === 0) return null;
  const starts = points.filter((point) => point.label !== null);
  const said = starts.map((point) => `${monthOfInstant(point.at)} ${point.label} ${figure.unit}`);
  return (
    <Box px="var(--sheet-side)" pb={4} role="img" aria-label={text.figure.chart(figure.title, said)}>
      <LineChart
        h={HEIGHT}
        data={[...points]}
        dataKey="at"
        series={[{ name: "value", color: "pine.7" }]}
        curveType="stepAfter"
        connectNulls={false}
        withTooltip={false}
        gridAxis="x"
        tickLine="x"
        xAxisProps={{
          type: "number",
          scale: "time",
          domain: ["dataMin", "dataMax"],
          ticks: starts.map((point) => point.at),
          tickFormatter: monthOfInstant,
          interval: 0,
          // room for large letters
          height: 38,
          padding: { left: 24, right: 24 },
        }}
        yAxisProps={{ domain: ["auto", "auto"], width: 68 }}
        lineProps={{ dot: StartDot, isAnimationActive: false }}
        lineChartProps={{ margin: { top: 22, right: 12 } }}
        unit={figure.unit === "%" ? "%" : ""}
      />
    </Box>
  );
}

/** A dot and the published value where a new one begins; nothing where one ends. */
function StartDot({ cx, cy, payload }: { readonly cx?: number; readonly cy?: number; readonly payload?: ChartPoint }) {
  if (cx === undefined || cy === undefined || payload === undefined || payload.label === null) return <g />;
  return (
    <g>
      <circle cx={cx} cy={cy} r={3.5} fill="var(--accent)" />
      <text x={cx + 2} y={cy - 8} fontSize={12} fill="var(--ink)" className="tabular">
        {payload.label}
      </text>
    </g>
  );
}
