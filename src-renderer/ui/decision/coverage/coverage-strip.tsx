import { clsx } from "clsx";
import { Button, Group, Text } from "@mantine/core";
import { useId, useMemo, useState } from "react";
import { formatMonth } from "../../../../src-shared/domain/calendar.ts";
import type { CoverageRun, CoverageStatus } from "../../../../src-shared/domain/decision.ts";
import { COVERAGE_LABELS } from "../../../../src-shared/text/labels.ts";
import { makeStrip, type DrawnMonths, type Strip, type StripCell, type StripLegend, type StripPart } from "./coverage-model.ts";
import { text } from "../text.ts";
import classes from "./coverage-strip.module.css";

/** Colour and texture of a status; the texture alone tells them apart. */
interface Look {
  readonly fill: string;
  readonly mark: "none" | "slash" | "backslash" | "dots" | "cross" | "bar" | "frame" | "spot";
}

const LOOKS: Record<CoverageStatus, Look> = {
  contributed: { fill: "#0b5a4f", mark: "none" },
  transferred: { fill: "#5b8fa8", mark: "slash" },
  deemed: { fill: "#b9a36a", mark: "dots" },
  overlap: { fill: "#8f9a96", mark: "spot" },
  bought: { fill: "#c77d32", mark: "backslash" },
  covered: { fill: "#3d8b7e", mark: "bar" },
  "in-service": { fill: "#7a9e57", mark: "bar" },
  retired: { fill: "#a8cfc6", mark: "dots" },
  gap: { fill: "#ffffff", mark: "cross" },
  waiting: { fill: "#efe3c2", mark: "slash" },
  "not-covered": { fill: "#e4e7e6", mark: "frame" },
};
const MARK_COLOUR: Partial<Record<CoverageStatus, string>> = {
  gap: "#a33a2a",
  waiting: "#8a6d2f",
  retired: "#0b5a4f",
  "not-covered": "#7c8784",
};

function Patterns({ prefix }: { readonly prefix: string }) {
  return (
    <defs>
      {Object.entries(LOOKS).map(([status, look]) => {
        const colour = MARK_COLOUR[status as CoverageStatus] ?? "rgba(255,255,255,.75)";
        return (
          <pattern key={status} id={`${prefix}-${status}`} width="6" height="6" patternUnits="userSpaceOnUse">
            <rect width="6" height="6" fill={look.fill} />
            {look.mark === "slash" || look.mark === "cross" ? <path d="M-1 7 7 -1" stroke={colour} strokeWidth="1.1" /> : null}
            {look.mark === "backslash" || look.mark === "cross" ? (
              <path d="M-1 -1 7 7" stroke={colour} strokeWidth="1.1" />
            ) : null}
            {look.mark === "dots" ? <circle cx="3" cy="3" r="1.1" fill={colour} /> : null}
            {look.mark === "spot" ? <circle cx="3" cy="3" r="1.7" className={classes.spot} /> : null}
            {look.mark === "bar" ? <path d="M0 3H6" stroke={colour} strokeWidth="1.2" /> : null}
            {look.mark === "frame" ? <path d="M0 6H6" stroke={colour} strokeWidth="0.8" /> : null}
          </pattern>
        );
      })}
    </defs>
  );
}

/** A month that stands in two records: marked without hiding what it counts as. */
function Spot({
  x,
  y,
  width,
  height,
}: {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}) {
  return <circle cx={x + width / 2} cy={y + height / 2} r={2} className={classes.spot} />;
}

function legendWords(entry: StripLegend): string {
  const parts: string[] = [];
  if (entry.months > 0) parts.push(text.coverage.months(entry.months));
  if (entry.days !== undefined) parts.push(text.coverage.days(entry.days));
  if (entry.openFrom !== null) parts.push(text.coverage.from(entry.openFrom));
  return parts.join("，");
}

function partWords({ status, title }: StripPart): string {
  return title === "" || title === COVERAGE_LABELS[status] ? COVERAGE_LABELS[status] : `${COVERAGE_LABELS[status]} · ${title}`;
}

function cellWords({ month, length, parts, overlapped }: StripCell): string {
  const words = [formatMonth(month)];
  for (const part of parts) {
    const whole = part.firstDay === 1 && part.lastDay === length;
    words.push(whole ? partWords(part) : `${text.coverage.dayRange(part.firstDay, part.lastDay)} ${partWords(part)}`);
  }
  if (overlapped && !parts.some((part) => part.status === "overlap")) words.push(COVERAGE_LABELS.overlap);
  return words.join(" · ");
}

/** The whole width of the result. */
const WIDTH = 620;
const AXIS = 34;
/** What a year takes in the largest letters, with a gap to the next one. */
const LABEL_ROOM = 48;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Geometry {
  readonly height: number;
  place(cell: Pick<StripCell, "year" | "monthIndex">): Box;
}

/** Within its month a part takes the room of its days. */
const placeDays = (month: Box, { firstDay, lastDay }: StripPart, length: number): Box => ({
  ...month,
  x: month.x + (month.width * (firstDay - 1)) / length,
  width: (month.width * (lastDay - firstDay + 1)) / length,
});

function geometry(strip: Strip, whole: number): Geometry {
  const years = strip.lastYear - strip.firstYear + 1;
  if (strip.layout === "year-rows") {
    const width = (whole - AXIS) / 12;
    const row = 18;
    return {
      height: 16 + years * row,
      place: ({ year, monthIndex }) => ({
        x: AXIS + monthIndex * width,
        y: 16 + (year - strip.firstYear) * row,
        width: width - 2,
        height: row - 3,
      }),
    };
  }
  const width = Math.min((whole - AXIS) / years, 26);
  const row = 9;
  return {
    height: 12 * row + 18,
    place: ({ year, monthIndex }) => ({
      x: AXIS + (year - strip.firstYear) * width,
      y: monthIndex * row,
      width: width - (width > 8 ? 2 : 1),
      height: row - 1,
    }),
  };
}

function Axis({ strip, geometry: { place, height } }: { readonly strip: Strip; readonly geometry: Geometry }) {
  const years = Array.from({ length: strip.lastYear - strip.firstYear + 1 }, (_, at) => strip.firstYear + at);
  if (strip.layout === "year-rows") {
    return (
      <g className={classes.axis}>
        {Array.from({ length: 12 }, (_, monthIndex) => {
          const { x, width } = place({ year: strip.firstYear, monthIndex });
          return (
            <text key={monthIndex} x={x + width / 2} y={11} textAnchor="middle">
              {monthIndex + 1}
            </text>
          );
        })}
        {years.map((year) => (
          <text key={year} x={AXIS - 6} y={place({ year, monthIndex: 0 }).y + 12} textAnchor="end">
            {year}
          </text>
        ))}
      </g>
    );
  }
  const least = years.length > 30 ? 5 : years.length > 14 ? 3 : 2;
  const pitch = place({ year: strip.firstYear + 1, monthIndex: 0 }).x - place({ year: strip.firstYear, monthIndex: 0 }).x;
  const every = [least, 5, 10, 20].find((each) => each >= least && each * pitch >= LABEL_ROOM) ?? 50;
  return (
    <g className={classes.axis}>
      {[0, 3, 6, 9].map((monthIndex) => (
        <text key={monthIndex} x={AXIS - 6} y={place({ year: strip.firstYear, monthIndex }).y + 8} textAnchor="end">
          {monthIndex + 1}
        </text>
      ))}
      {years
        .filter((year) => year % every === 0)
        .map((year) => {
          const { x, width } = place({ year, monthIndex: 0 });
          return (
            <text key={year} x={x + width / 2} y={height - 3} textAnchor="middle">
              {year}
            </text>
          );
        })}
    </g>
  );
}

/** Every month of the record, one cell each; legend and list say the same in words. */
export function CoverageStrip({
  coverage,
  width = WIDTH,
  axis,
}: {
  readonly coverage: readonly CoverageRun[];
  /** The months of other strips beside it, too; its own without. */
  readonly axis?: DrawnMonths | undefined;
  /** In units of the drawing: a narrower one has larger months. */
  readonly width?: number;
}) {
  const prefix = useId();
  const strip = useMemo(() => makeStrip(coverage, axis), [coverage, axis]);
  const [pointed, setPointed] = useState<StripCell | null>(null);
  const [listed, setListed] = useState(false);
  if (strip === null) return null;
  const drawing = geometry(strip, width);
  const words = strip.legend.map((entry) => `${COVERAGE_LABELS[entry.status]} ${legendWords(entry)}`);

  return (
    <div data-part="strip">
      <svg
        role="img"
        className={classes.strip}
        aria-label={text.coverage.summary(words)}
        viewBox={`0 0 ${width} ${drawing.height}`}
        onPointerLeave={() => setPointed(null)}
      >
        <Patterns prefix={prefix} />
        <Axis strip={strip} geometry={drawing} />
        {strip.cells.map((cell) => (
          <g key={cell.month} onPointerEnter={() => setPointed(cell)}>
            {cell.parts.map((part) => (
              <rect
                key={part.firstDay}
                {...placeDays(drawing.place(cell), part, cell.length)}
                fill={`url(#${prefix}-${part.status})`}
                className={clsx(classes.cell, part.open && classes.open, pointed?.month === cell.month && classes.pointed)}
              />
            ))}
            {cell.overlapped ? <Spot {...drawing.place(cell)} /> : null}
          </g>
        ))}
      </svg>
      <Text fz="xs" ta="right" c="var(--ink-2)" className="tabular" aria-hidden>
        {pointed === null ? text.coverage.hint : cellWords(pointed)}
      </Text>
      <Group component="ul" gap="4px 18px" fz="xs" data-part="legend">
        {strip.legend.map((entry) => (
          <Group component="li" gap={6} key={entry.status}>
            <svg width="16" height="12" aria-hidden>
              <rect width="16" height="12" fill={`url(#${prefix}-${entry.status})`} className={classes.cell} />
            </svg>
            <span>{COVERAGE_LABELS[entry.status]}</span>
            <strong className="tabular">{legendWords(entry)}</strong>
          </Group>
        ))}
        <Group component="li" ml="auto">
          <Button variant="subtle" size="compact-xs" aria-expanded={listed} onClick={() => setListed(!listed)}>
            {listed ? text.coverage.hideList : text.coverage.list}
          </Button>
        </Group>
      </Group>
      {listed ? (
        <ol className={classes.list}>
          {coverage.map((run) => (
            <li key={`${run.from}-${run.status}-${run.title}`}>
              <span className="tabular">
                {run.to === null ? text.coverage.from(run.from) : text.coverage.run(run.from, run.to)}
              </span>
              <strong>{COVERAGE_LABELS[run.status]}</strong>
              <span>{run.title}</span>
            </li>
          ))}
        </ol>
      ) : null}
    </div>
  );
}
