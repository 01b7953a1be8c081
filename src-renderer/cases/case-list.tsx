import { Button, SegmentedControl, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconChevronLeft, IconChevronRight, IconSearch } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { CASE_STATES, type CaseState, type CaseSummary } from "../../src-shared/domain/case.ts";
import { OUTCOME_LABELS } from "../../src-shared/text/labels.ts";
import { call } from "../app/client.ts";
import { CaseStateMark } from "../ui/case-state-mark.tsx";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { dayAndTime } from "../ui/format.ts";
import { text } from "./text.ts";

const PAGE_SIZE = 15;

export interface CaseListSearch {
  readonly text: string;
  readonly state: CaseState | null;
  readonly page: number;
}

/** Outcomes are stored as their stable names; anything else is shown as it is. */
const outcomeLabel = ({ nature, outcome }: CaseSummary): string =>
  (OUTCOME_LABELS[nature] as Readonly<Record<string, string>>)[outcome] ?? outcome;

export function CaseList({ search }: { readonly search: CaseListSearch }) {
  const navigate = useNavigate();
  const [words, setWords] = useState(search.text);
  const [asked] = useDebouncedValue(words.trim(), 150);
  const box = useRef<HTMLInputElement>(null);
  const table = useRef<HTMLTableSectionElement>(null);

  const go = (change: Partial<CaseListSearch>, replace = true): void =>
    void navigate({ to: "/cases", search: { ...search, page: 1, ...change }, replace });

  // The address is the truth: it also changes from the search box on top and by going back.
  const addressText = useRef(search.text);
  useEffect(() => {
    if (addressText.current === search.text) return;
    addressText.current = search.text;
    setWords(search.text);
  }, [search.text]);
  useEffect(() => {
    if (asked === addressText.current || asked !== words.trim()) return;
    addressText.current = asked;
    void navigate({ to: "/cases", search: (before) => ({ text: asked, state: before.state ?? null, page: 1 }), replace: true });
  }, [asked, words, navigate]);
  useEffect(() => box.current?.focus(), []);

  const request = { text: search.text, state: search.state, limit: PAGE_SIZE, offset: (search.page - 1) * PAGE_SIZE };
  const found = useQuery({
    queryKey: ["cases.search", request],
    queryFn: () => call("cases.search", request),
    placeholderData: keepPreviousData,
  });
  const rows = found.data?.rows ?? [];
  const total = found.data?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));

  const focusRow = (at: number): void => {
    const row = table.current?.children[Math.max(0, Math.min(rows.length - 1, at))];
    if (row instanceof HTMLElement) row.focus();
  };
  const open = (row: CaseSummary): void => void navigate({ to: "/cases/$caseId", params: { caseId: row.id }, search: {} });
  const onRowKey = (event: KeyboardEvent, row: CaseSummary, at: number): void => {
    const acts: Readonly<Record<string, () => void>> = {
      ArrowDown: () => focusRow(at + 1),
      ArrowUp: () => (at === 0 ? box.current?.focus() : focusRow(at - 1)),
      Home: () => focusRow(0),
      End: () => focusRow(rows.length - 1),
      PageDown: () => search.page < pages && go({ page: search.page + 1 }),
      PageUp: () => search.page > 1 && go({ page: search.page - 1 }),
      Enter: () => open(row),
      " ": () => open(row),
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };

  return (
    <div className="page">
      <header className="page-head">
        <h1>{text.list.title}</h1>
        <TextInput
          ref={box}
          className="cases-search"
          aria-label={text.list.search}
          placeholder={text.list.placeholder}
          leftSection={<IconSearch size={17} aria-hidden />}
          value={words}
          maxLength={60}
          autoComplete="off"
          onChange={(event) => setWords(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "ArrowDown" || (event.key === "Enter" && !event.nativeEvent.isComposing)) {
              event.preventDefault();
              if (event.key === "Enter" && rows.length === 1 && rows[0] && !found.isPlaceholderData && asked === words.trim())
                open(rows[0]);
              else focusRow(0);
            }
          }}
        />
        <SegmentedControl
          aria-label={text.list.state}
          value={search.state ?? ""}
          onChange={(state) => go({ state: CASE_STATES.find((one) => one === state) ?? null })}
          data={[
            { value: "", label: text.list.all },
            ...CASE_STATES.map((state) => ({ value: state, label: text.list.states[state] })),
          ]}
        />
        <span className="page-total tabular" role="status">
          {text.list.total(total)}
        </span>
      </header>
      {found.error ? <ErrorNotice error={found.error} onRetry={() => void found.refetch()} /> : null}
      <div className="table-box">
        <table className="table cases-table" aria-label={text.list.title} aria-busy={found.isPlaceholderData}>
          <thead>
            <tr>
              <th scope="col">{text.list.columns.name}</th>
              <th scope="col">{text.list.columns.identity}</th>
              <th scope="col">{text.list.columns.matter}</th>
              <th scope="col">{text.list.columns.state}</th>
              <th scope="col">{text.list.columns.outcome}</th>
              <th scope="col">{text.list.columns.receipt}</th>
              <th scope="col">{text.list.columns.clerk}</th>
              <th scope="col">{text.list.columns.updated}</th>
            </tr>
          </thead>
          <tbody ref={table}>
            {rows.map((row, at) => (
              <tr
                key={row.id}
                tabIndex={at === 0 ? 0 : -1}
                aria-label={text.list.open(row.name, row.receiptNumber ?? "")}
                onClick={() => open(row)}
                onKeyDown={(event) => onRowKey(event, row, at)}
              >
                <td>
                  <strong>{row.name}</strong>
                </td>
                <td className="mono">{row.maskedIdentityNumber}</td>
                <td>{row.matterTitle}</td>
                <td>
                  <CaseStateMark of={row} />
                </td>
                <td className="cases-headline" title={row.headline}>
                  {outcomeLabel(row)}
                </td>
                <td className="mono">{row.receiptNumber ?? <span className="quiet">{text.list.noReceipt}</span>}</td>
                <td>{row.clerk}</td>
                <td className="tabular">{dayAndTime(row.updatedAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {found.data !== undefined && rows.length === 0 ? <p className="table-none">{text.list.none}</p> : null}
      </div>
      <footer className="page-foot">
        <span className="quiet">{text.list.hint}</span>
        {pages > 1 ? (
          <span className="pager">
            <Button
              variant="default"
              size="compact-md"
              disabled={search.page <= 1}
              leftSection={<IconChevronLeft size={16} aria-hidden />}
              onClick={() => go({ page: search.page - 1 }, false)}
            >
              {text.list.previous}
            </Button>
            <span className="tabular">{text.list.page(search.page, pages)}</span>
            <Button
              variant="default"
              size="compact-md"
              disabled={search.page >= pages}
              rightSection={<IconChevronRight size={16} aria-hidden />}
              onClick={() => go({ page: search.page + 1 }, false)}
            >
              {text.list.next}
            </Button>
          </span>
        ) : null}
      </footer>
    </div>
  );
}
