import { Button, Table } from "@mantine/core";
import { IconAlertTriangle, IconBuilding, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import type { LibraryFigure, LibraryFigureValue } from "../../src-shared/contract/library.ts";
import { FIGURE_GRADE_LABELS } from "../../src-shared/text/labels.ts";
import { useSession } from "../app/session/session.tsx";
import { Dialog } from "../ui/dialogs/dialog.tsx";
import { FigureEntry } from "../ui/dialogs/figure-entry.tsx";
import { FigureChart } from "./figure-chart.tsx";
import { useEntry, useReading } from "./library.ts";
import { ClauseRefs, UsedBy } from "./refs.tsx";
import { text } from "./text.ts";
import classes from "./figures.module.css";
import policyClasses from "./policy.module.css";

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
    <section className={policyClasses.policySheet} aria-label={figure.title} {...entry}>
      <header>
        <h2>{figure.title}</h2>
        <span className="mono quiet">{figure.id}</span>
        <span className={`quiet ${policyClasses.policySheetAside}`}>{text.figure.who(figure.enteredBy)}</span>
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
      </header>
      <FigureChart figure={figure} today={today} />
      <Table className={policyClasses.figureTable}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{text.figure.columns.validity}</Table.Th>
            <Table.Th scope="col" className="number">
              {text.figure.columns.value}
            </Table.Th>
            <Table.Th scope="col">{text.figure.columns.document}</Table.Th>
            <Table.Th scope="col">{text.figure.columns.grade}</Table.Th>
            <Table.Th scope="col">{text.figure.columns.checked}</Table.Th>
            <Table.Th scope="col">{text.figure.columns.note}</Table.Th>
            <Table.Th scope="col">{text.basis}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {figure.values.map((value) => (
            <ValueRow key={`${value.from}-${value.grade}`} figure={figure} value={value} />
          ))}
        </Table.Tbody>
      </Table>
      <UsedBy ids={figure.usedBy} />
    </section>
  );
}

function ValueRow({ figure, value }: { readonly figure: LibraryFigure; readonly value: LibraryFigureValue }) {
  const { target } = useReading();
  const cited = target?.kind === "figure" && target.id === figure.id && target.line === value.from;
  return (
    <tr
      className={value.value === null ? classes.figureMissing : undefined}
      data-line={value.from}
      data-target={cited || undefined}
    >
      <td className="tabular">{text.figure.until(value.from, value.to)}</td>
      <td className="number tabular">
        {value.value === null ? (
          <span className={classes.figureNone}>
            <IconAlertTriangle size={15} aria-hidden />
            {text.figure.missing}
          </span>
        ) : (
          <>
            <strong>{value.value}</strong> <small>{figure.unit}</small>
          </>
        )}
      </td>
      <td>{value.document}</td>
      <td>
        {value.grade === "office" ? <IconBuilding size={15} aria-hidden className={classes.figureOwn} /> : null}
        {value.value === null ? "" : FIGURE_GRADE_LABELS[value.grade]}
      </td>
      <td className="tabular">{value.checked}</td>
      <td className={classes.figureNote}>{value.note}</td>
      <td>
        <ClauseRefs ids={value.citations} />
      </td>
    </tr>
  );
}
