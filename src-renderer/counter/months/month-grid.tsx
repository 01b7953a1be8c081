import { clsx } from "clsx";
import { Box, Group } from "@mantine/core";
import { memo, useState, type KeyboardEvent, type PointerEvent } from "react";
import { monthOf, type Month } from "../../../src-shared/domain/calendar.ts";
import { text } from "../text.ts";
import { clampMonth, type GridRange } from "./months-model.ts";
import { TextButton } from "../../ui/page/text-button.tsx";
import classes from "./month-grid.module.css";

const MONTHS = Array.from({ length: 12 }, (_, at) => at);

/** What the grid shows of a month. */
export interface CellLook {
  /** It is painted with what the brush paints: painting it again takes it away. */
  readonly on: boolean;
  /** Class that colours it. */
  readonly tone: string | undefined;
  readonly words: string;
}

interface Stroke {
  readonly from: Month;
  readonly to: Month;
  readonly on: boolean;
}

function monthUnder(event: PointerEvent<HTMLElement>): Month | undefined {
  const cell = document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>("[data-month]");
  return cell?.dataset.month === undefined ? undefined : Number(cell.dataset.month);
}

/** Years side by side, months from top to bottom; a run of months is painted by dragging or with Shift and arrows. */
export const MonthGrid = memo(function MonthGrid({
  id,
  label,
  describedBy,
  range,
  start,
  look,
  strokeTone,
  onPaint,
  onEarlier,
}: {
  readonly id: string;
  readonly label: string;
  readonly describedBy: string;
  readonly range: GridRange;
  /** Where the cursor stands at first. */
  readonly start: Month | undefined;
  /** Must not change between renderings while nothing changes. */
  readonly look: (month: Month) => CellLook;
  /** Class of what is being painted. */
  readonly strokeTone: string | undefined;
  readonly onPaint: (from: Month, to: Month, on: boolean) => void;
  /** Draws earlier years too. */
  readonly onEarlier: () => void;
}) {
  const [cursor, setCursor] = useState<Month>(() => clampMonth(start ?? range.last, range));
  const [anchor, setAnchor] = useState<Month | null>(null);
  const [stroke, setStroke] = useState<Stroke | null>(null);
  const [hovered, setHovered] = useState<Month | null>(null);
  const at = clampMonth(cursor, range);

  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1, ArrowLeft: -12, ArrowRight: 12 };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setAnchor(event.shiftKey ? (anchor ?? at) : null);
      if (at + step < range.first && range.hasEarlier) onEarlier();
      setCursor(range.hasEarlier ? Math.min(at + step, range.last) : clampMonth(at + step, range));
    } else if (event.key === "Home" || event.key === "End") {
      event.preventDefault();
      setAnchor(event.shiftKey ? (anchor ?? at) : null);
      setCursor(event.key === "Home" ? range.first : range.last);
    } else if (event.key === " ") {
      event.preventDefault();
      onPaint(anchor ?? at, at, !isRunOn(anchor ?? at, at));
      setAnchor(null);
    }
  };

  const isRunOn = (from: Month, to: Month): boolean => {
    for (let month = Math.min(from, to); month <= Math.max(from, to); month++) if (!look(month).on) return false;
    return true;
  };
  const inRun = (month: Month, from: Month, to: Month): boolean => Math.min(from, to) <= month && month <= Math.max(from, to);
  const cellClass = (month: Month): string => {
    const tone = stroke && inRun(month, stroke.from, stroke.to) ? (stroke.on ? strokeTone : "") : look(month).tone;
    return clsx(
      classes.cell,
      tone,
      month === at && classes.cursor,
      anchor !== null && inRun(month, anchor, at) && classes.marked,
    );
  };
  const spoken = hovered ?? at;

  return (
    <Box mt={8}>
      <div
        className={classes.grid}
        role="grid"
        aria-label={label}
        aria-describedby={describedBy}
        aria-activedescendant={`${id}-${at}`}
        tabIndex={0}
        style={{ gridTemplateColumns: `1.6em repeat(${range.years.length}, minmax(0, 1fr))` }}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          const month = monthUnder(event);
          if (month === undefined || event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          setStroke({ from: month, to: month, on: !look(month).on });
          setCursor(month);
          setAnchor(null);
        }}
        onPointerMove={(event) => {
          const month = monthUnder(event);
          setHovered(month ?? null);
          if (stroke && month !== undefined && month !== stroke.to) setStroke({ ...stroke, to: month });
        }}
        onPointerUp={() => {
          if (stroke) onPaint(stroke.from, stroke.to, stroke.on);
          setStroke(null);
        }}
        onPointerCancel={() => setStroke(null)}
        onPointerLeave={() => setHovered(null)}
      >
        <div role="row" className={classes.row}>
          <span />
          {/* each month says its year itself */}
          {range.years.map((year) =>
            year % 5 === 0 || range.years.length <= 12 ? (
              <span key={year} role="columnheader" className={classes.year}>
                <span>{year}</span>
              </span>
            ) : (
              <span key={year} role="presentation" />
            ),
          )}
        </div>
        {MONTHS.map((index) => (
          <div role="row" key={index} className={classes.row}>
            {index % 3 === 0 || index === 11 ? (
              <span role="rowheader" className={classes.name}>
                {index + 1}
              </span>
            ) : (
              <span role="presentation" className={classes.name} />
            )}
            {range.years.map((year) => {
              const month = monthOf(year, index + 1);
              if (month < range.first || month > range.last) return <span key={year} role="presentation" />;
              return (
                <span
                  key={year}
                  id={`${id}-${month}`}
                  role="gridcell"
                  data-month={month}
                  aria-selected={look(month).on}
                  aria-label={look(month).words}
                  className={cellClass(month)}
                />
              );
            })}
          </div>
        ))}
      </div>
      <Group gap={14} mt={3} fz={12} c="dimmed" wrap="nowrap">
        <Box component="output" miw="8.5em" c="var(--ink-2)" className="tabular">
          {look(spoken).words}
        </Box>
        <span>{text.months.gridHelp}</span>
        {range.hasEarlier ? <TextButton onClick={onEarlier}>{text.months.earlier}</TextButton> : null}
      </Group>
    </Box>
  );
});
