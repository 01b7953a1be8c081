import { Pagination, SegmentedControl, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { CASE_STATES, type CaseSummary } from "../../src-shared/domain/case.ts";
import { useCall } from "../app/calls/queries.ts";
import { ExportButtons } from "../ui/files/export.tsx";
import { useMay } from "../ui/calls/rights.ts";
import { ListBox, RowTable } from "../ui/tables/row-table.tsx";
import { useTableKeys } from "../ui/tables/table-keys.ts";
import { ColumnChooser, useCaseColumns } from "./case-columns.tsx";
import { caseFilterOf, caseSearch, rememberList, type CaseListSearch } from "./case-filter.ts";
import { CaseFilters } from "./case-filters.tsx";
import { text } from "./text.ts";
import { Page, PageFoot, PageHead, PageTools, PageTotal } from "../ui/page/page.tsx";

const PAGE_SIZE = 13;

export function CaseList({ search }: { readonly search: CaseListSearch }) {
  const navigate = useNavigate();
  const [words, setWords] = useState(search.text);
  const [asked] = useDebouncedValue(words.trim(), 150);
  const box = useRef<HTMLInputElement>(null);
  const { columns, toggle } = useCaseColumns();
  // what the whole office did is for oversight, as the statistics are
  const mayExport = useMay("reports.statistics");
  rememberList(search);

  const go = (change: { [Name in keyof CaseListSearch]?: CaseListSearch[Name] | undefined }, replace = true): void =>
    void navigate({ to: "/cases", search: caseSearch.parse({ ...search, page: 1, ...change }), replace });

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
    void navigate({
      to: "/cases",
      search: (before) => ({ ...caseSearch.parse(before), text: asked, page: 1 }),
      replace: true,
    });
  }, [asked, words, navigate]);
  useEffect(() => box.current?.focus(), []);

  const filter = caseFilterOf(search);
  const request = { ...filter, limit: PAGE_SIZE, offset: (search.page - 1) * PAGE_SIZE };
  const found = useCall("cases.search", request, { keep: true });
  const rows = found.data?.rows ?? [];
  const total = found.data?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));

  const turn = (step: 1 | -1, replace = true): void => {
    const page = search.page + step;
    if (page >= 1 && page <= pages) go({ page }, replace);
  };
  const keys = useTableKeys(rows.length, { onAbove: () => box.current?.focus(), onPage: turn });
  const open = (row: CaseSummary): void => void navigate({ to: "/cases/$caseId", params: { caseId: row.id }, search: {} });

  return (
    <Page>
      <PageHead>
        <h1>{text.list.title}</h1>
        <TextInput
          ref={box}
          flex="1 1 300px"
          maw={400}
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
              else keys.focusRow(0);
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
        <PageTotal>{text.list.total(total)}</PageTotal>
      </PageHead>
      <CaseFilters search={search} onChange={go} />
      <ListBox query={found} empty={rows.length === 0} none={text.list.none}>
        <RowTable
          label={text.list.title}
          columns={columns}
          rows={rows}
          keyOf={({ id }) => id}
          keys={keys}
          open={{ label: ({ name, receiptNumber }) => text.list.open(name, receiptNumber ?? ""), act: open }}
          busy={found.isPlaceholderData}
        />
      </ListBox>
      <PageFoot>
        <Text span size="sm" c="dimmed">
          {text.list.hint}
        </Text>
        {pages > 1 ? (
          <Pagination
            total={pages}
            value={search.page}
            onChange={(page) => go({ page }, false)}
            aria-label={text.list.page(search.page, pages)}
            getItemProps={(page) => ({ "aria-label": text.list.page(page, pages) })}
            getControlProps={(control) => ({ "aria-label": control === "next" ? text.list.next : text.list.previous })}
          />
        ) : null}
        <PageTools>
          <ColumnChooser columns={columns} onToggle={toggle} />
          {mayExport ? <ExportButtons what={{ what: "cases", ...filter }} /> : null}
        </PageTools>
      </PageFoot>
    </Page>
  );
}
