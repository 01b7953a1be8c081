import { Button, Group, Table, Text } from "@mantine/core";
import { IconAlertTriangle, IconBuilding, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import type { LibraryFigure, LibraryFigureValue } from "../../src-shared/contract/library.ts";
import { FIGURE_GRADE_LABELS } from "../../src-shared/text/labels.ts";
import { useSession } from "../app/session/session.tsx";
import { Dialog } from "../ui/dialogs/dialog.tsx";
import { FigureEntry } from "../ui/dialogs/figure-entry.tsx";
import { ByWords } from "../ui/by-words.tsx";
import { StateMark } from "../ui/page/state-mark.tsx";
import { FigureChart } from "./figure-chart.tsx";
import { useEntry, useReading } from "./library.ts";
import { ClauseRefs, UsedBy } from "./refs.tsx";
import { Sheet, SheetLines } from "./sheet.tsx";
import { text } from "./text.ts";

const { columns } = text.figure;
type Entering = { readonly figure: LibraryFigure; readonly date: string };

/** Every figure with all its values by period; what nobody has is marked as missing. */
export function Figures({ mayEnter }: { readonly mayEnter: boolean }) {
  const { catalogue } = useReading();
  const [entering, setEntering] = useState<Entering | null>(null);
  return (
    <>
      {catalogue.library.figures.map((figure) => (
        <FigureSheet key={figure.id} figure={figure} onEnter={mayEnter ? setEntering : null} />
      ))}
      {entering === null ? null : (
        <Dialog title={text.figure.enterOf(entering.figure.title)} onClose={() => setEntering(null)} size={720}>
          <FigureEntry
            figure={entering.figure.id}
            title={entering.figure.title}
            unit={entering.figure.unit}
            date={entering.date}
            onDone={() => setEntering(null)}
            onCancel={() => setEntering(null)}
          />
        </Dialog>
      )}
    </>
  );
}

function FigureSheet({
  figure,
  onEnter,
}: {
  readonly figure: LibraryFigure;
  readonly onEnter: ((entering: Entering) => void) | null;
}) {
  const { today } = useSession();
  const entry = useEntry("figure", figure.id);
  const missing = figure.values.find(({ value }) => value === null);
  return (
    <Sheet
      label={figure.title}
      title={figure.title}
      id={figure.id}
      aside={
        <>
          <span className="quiet">{text.figure.who(figure.enteredBy)}</span>
          {onEnter === null ? null : (
            <Button
              size="compact-sm"
              variant={missing === undefined ? "default" : "filled"}
              leftSection={<IconPlus size={16} aria-hidden />}
              aria-label={text.figure.enterOf(figure.title)}
              onClick={() => onEnter({ figure, date: missing?.from ?? today })}
            >
              {text.figure.enter}
            </Button>
          )}
        </>
      }
      {...entry}
    >
      <FigureChart figure={figure} today={today} />
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{columns.validity}</Table.Th>
            <Table.Th scope="col" ta="right">
              {columns.value}
            </Table.Th>
            <Table.Th scope="col" w="34%">
              {columns.document}
            </Table.Th>
            <Table.Th scope="col">{columns.grade}</Table.Th>
            <Table.Th scope="col">{text.basis}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {figure.values.map((value) => (
            <ValueRow key={`${value.from}-${value.grade}`} figure={figure} value={value} />
          ))}
        </Table.Tbody>
      </Table>
      <SheetLines>
        <li>
          <UsedBy ids={figure.usedBy} />
        </li>
      </SheetLines>
    </Sheet>
  );
}

function ValueRow({ figure, value }: { readonly figure: LibraryFigure; readonly value: LibraryFigureValue }) {
  const { target } = useReading();
  const cited = target?.kind === "figure" && target.id === figure.id && target.line === value.from;
  return (
    <Table.Tr
      {...(value.value === null ? { bg: "var(--warn-soft)" } : {})}
      data-line={value.from}
      data-target={cited || undefined}
    >
      <Table.Td>
        <ByWords words={text.figure.until(value.from, value.to)} />
      </Table.Td>
      <Table.Td ta="right" className="tabular">
        {value.value === null ? (
          <StateMark tone="warning">
            <IconAlertTriangle size={15} aria-hidden />
            {text.figure.missing}
          </StateMark>
        ) : (
          <>
            <strong>{value.value}</strong> <small>{figure.unit}</small>
          </>
        )}
      </Table.Td>
      <Table.Td>
        {value.document}
        <Text fz="xs" c="var(--ink-2)">
          {value.note}
        </Text>
      </Table.Td>
      <Table.Td>
        {value.value === null ? null : value.grade === "office" ? (
          <Group gap={4} wrap="nowrap">
            <IconBuilding size={15} aria-hidden />
            {FIGURE_GRADE_LABELS[value.grade]}
          </Group>
        ) : (
          FIGURE_GRADE_LABELS[value.grade]
        )}
        {value.checked === "" ? null : (
          <Text fz="xs" c="var(--ink-2)" className="tabular">
            <ByWords words={text.figure.checkedOn(value.checked)} />
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <ClauseRefs ids={value.citations} />
      </Table.Td>
    </Table.Tr>
  );
}
