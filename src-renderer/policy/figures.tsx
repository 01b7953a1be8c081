import { Button, Loader } from "@mantine/core";
import { IconAlertTriangle, IconBuilding, IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { FigureView } from "../../src-shared/contract/views.ts";
import { FIGURE_GRADE_LABELS } from "../../src-shared/text/labels.ts";
import { call } from "../app/client.ts";
import { useSession } from "../app/session.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { FigureEntry } from "../ui/figure-entry.tsx";
import { text } from "./text.ts";

/** Every figure with all its values by period; what nobody has is marked as missing. */
export function Figures({
  city,
  words,
  mayEnter,
}: {
  readonly city: string;
  readonly words: string;
  readonly mayEnter: boolean;
}) {
  const { today } = useSession();
  const figures = useQuery({
    queryKey: ["policy.figures", city],
    queryFn: () => call("policy.figures", { city }),
    enabled: city !== "",
  });
  const [entering, setEntering] = useState<{ figure: FigureView; date: string } | null>(null);
  if (figures.data === undefined) {
    return figures.error ? <ErrorNotice error={figures.error} onRetry={() => void figures.refetch()} /> : <Loader />;
  }
  const sought = words.trim().toLowerCase();
  const shown = figures.data.filter((figure) => `${figure.title} ${figure.id}`.toLowerCase().includes(sought));

  return (
    <div className="figures">
      {shown.length === 0 ? <p className="quiet">{text.none}</p> : null}
      {shown.map((figure) => (
        <section key={figure.id} className="figure" aria-label={figure.title}>
          <header>
            <h2>{figure.title}</h2>
            <span className="mono quiet">{figure.id}</span>
            <span className="quiet figure-who">{text.who(figure.enteredBy)}</span>
            {mayEnter ? (
              <Button
                size="compact-sm"
                variant={figure.values.some(({ value }) => value === null) ? "filled" : "default"}
                leftSection={<IconPlus size={16} aria-hidden />}
                aria-label={text.enterOf(figure.title)}
                onClick={() => setEntering({ figure, date: figure.values.find(({ value }) => value === null)?.from ?? today })}
              >
                {text.enter}
              </Button>
            ) : null}
          </header>
          <table className="table figure-table">
            <thead>
              <tr>
                <th scope="col">{text.columns.validity}</th>
                <th scope="col" className="number">
                  {text.columns.value}
                </th>
                <th scope="col">{text.columns.document}</th>
                <th scope="col">{text.columns.grade}</th>
                <th scope="col">{text.columns.checked}</th>
                <th scope="col">{text.columns.note}</th>
              </tr>
            </thead>
            <tbody>
              {figure.values.map((value) => (
                <tr key={`${value.from}-${value.grade}`} className={value.value === null ? "figure-missing" : undefined}>
                  <td className="tabular">{text.until(value.from, value.to)}</td>
                  <td className="number tabular">
                    {value.value === null ? (
                      <span className="figure-none">
                        <IconAlertTriangle size={15} aria-hidden />
                        {text.missingWords}
                      </span>
                    ) : (
                      <>
                        <strong>{value.value}</strong> <small>{figure.unit}</small>
                      </>
                    )}
                  </td>
                  <td>{value.document}</td>
                  <td>
                    {value.grade === "office" ? <IconBuilding size={15} aria-hidden className="figure-own" /> : null}
                    {value.value === null ? "" : FIGURE_GRADE_LABELS[value.grade]}
                  </td>
                  <td className="tabular">{value.checked}</td>
                  <td className="figure-note">{value.note}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
      {entering === null ? null : (
        <Dialog title={text.enterOf(entering.figure.title)} onClose={() => setEntering(null)} size={720}>
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
    </div>
  );
}
