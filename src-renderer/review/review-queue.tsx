import { Loader } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { formatYuan } from "../../src-shared/domain/money.ts";
import { call } from "../app/client.ts";
import { DueMark } from "../ui/due-mark.tsx";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { focusWhenFree } from "../ui/focus.ts";
import { dayAndTime } from "../ui/format.ts";
import { useTableKeys } from "../ui/table-keys.ts";
import { useWorkToday } from "../ui/work-today.ts";
import { text } from "./text.ts";

/** What waits for a second person, the longest waiting first. */
export function ReviewQueue() {
  const navigate = useNavigate();
  const queue = useQuery({ queryKey: ["review.queue"], queryFn: () => call("review.queue", {}) });
  // Asking for the queue by itself would keep a session from locking; the number beside the menu does not.
  const waiting = useWorkToday().data?.toReview;
  const { refetch } = queue;
  useEffect(() => {
    if (waiting !== undefined) void refetch();
  }, [waiting, refetch]);
  const rows = queue.data ?? [];
  const keys = useTableKeys(rows.length);
  const loaded = queue.data !== undefined;
  const { body } = keys;
  useEffect(() => (loaded ? focusWhenFree(() => body.current?.querySelector("tr")) : undefined), [loaded, body]);
  const { columns } = text.queue;

  return (
    <div className="page">
      <header className="page-head">
        <h1>{text.queue.title}</h1>
        {loaded ? (
          <span className="page-total tabular" role="status">
            {text.queue.total(rows.length, rows.filter(({ mine }) => mine).length)}
          </span>
        ) : null}
      </header>
      {queue.error ? <ErrorNotice error={queue.error} onRetry={() => void queue.refetch()} /> : null}
      <div className="table-box">
        <table className="table cases-table" aria-label={text.queue.title}>
          <thead>
            <tr>
              <th scope="col">{columns.name}</th>
              <th scope="col">{columns.matter}</th>
              <th scope="col" className="number">
                {columns.amount}
              </th>
              <th scope="col">{columns.why}</th>
              <th scope="col">{columns.maker}</th>
              <th scope="col">{columns.waiting}</th>
              <th scope="col">{columns.due}</th>
              <th scope="col">{columns.receipt}</th>
            </tr>
          </thead>
          <tbody ref={keys.body}>
            {rows.map((row, at) => (
              <tr
                key={row.id}
                aria-label={text.queue.open(row.name, row.receiptNumber ?? "")}
                {...keys.row(at, () => void navigate({ to: "/review/$caseId", params: { caseId: row.id } }))}
              >
                <td>
                  <strong>{row.name}</strong>
                </td>
                <td>{row.matterTitle}</td>
                <td className="number tabular">{row.amountFen === null ? "" : formatYuan(row.amountFen)}</td>
                <td className="cases-why">{row.why}</td>
                <td>
                  {row.maker}
                  {row.mine ? <span className="mark-mine">{text.queue.mine}</span> : null}
                </td>
                <td className="tabular">{dayAndTime(row.waitingSince)}</td>
                <td>
                  <DueMark due={row.due} short />
                </td>
                <td className="mono">{row.receiptNumber}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {loaded ? rows.length === 0 ? <p className="table-none">{text.queue.none}</p> : null : <Loader m="xl" />}
      </div>
      <footer className="page-foot">
        <span className="quiet">{text.queue.hint}</span>
      </footer>
    </div>
  );
}
