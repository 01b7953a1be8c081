import { Badge, Button, NativeSelect, Text } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { z } from "zod";
import type { OthersForm } from "../../src-shared/contract/counter.ts";
import { shownIdentity } from "../../src-shared/text/identity.ts";
import { useCall } from "../app/calls/queries.ts";
import { searchOf, phrase } from "../app/search-params.ts";
import { dayAndTime } from "../ui/dates/format.ts";
import { ListBox, RowTable, type Column } from "../ui/tables/row-table.tsx";
import { useTableKeys } from "../ui/tables/table-keys.ts";
import { FormDialog } from "./form-dialog.tsx";
import { ReportTabs } from "./report-tabs.tsx";
import { text as reportText } from "./text.ts";
import { Page, PageFoot, PageHead, PageTotal } from "../ui/page/page.tsx";

const text = reportText.forms;

/** `clerk`: whose; left out = everybody's. */
export const formsSearch = searchOf({ clerk: phrase });
type FormsSearch = z.output<typeof formsSearch>;

const { columns } = text;
const COLUMNS: readonly Column<OthersForm>[] = [
  {
    id: "clerk",
    title: columns.clerk,
    cell: ({ clerk, active }) => (
      <>
        {clerk}
        {active ? null : (
          <Badge variant="outline" color="gray" size="sm" ml={6}>
            {text.off}
          </Badge>
        )}
      </>
    ),
  },
  { id: "name", title: columns.name, cell: ({ name }) => <strong>{name === "" ? text.nobody : name}</strong> },
  {
    id: "identity",
    title: columns.identity,
    className: "mono",
    cell: (row) => (row.maskedIdentityNumber === "" ? "" : shownIdentity(row)),
  },
  {
    id: "matter",
    title: columns.matter,
    cell: ({ matterTitle, amends }) => `${matterTitle}${amends ? text.amends : ""}`,
  },
  { id: "at", title: columns.at, className: "tabular", cell: ({ updatedAt }) => dayAndTime(updatedAt) },
];

/** Forms that others have begun: to be read, handed over or given up. */
export function FormsPage({ search }: { readonly search: FormsSearch }) {
  const navigate = useNavigate();
  const found = useCall("drafts.ofOthers", {});
  const [opened, setOpened] = useState<OthersForm | null>(null);
  const all = found.data ?? [];
  const rows = search.clerk === undefined ? all : all.filter(({ clerkId }) => clerkId === search.clerk);
  const owners = new Map(all.map(({ clerkId, clerk }) => [clerkId, clerk]));
  const keys = useTableKeys(rows.length);
  return (
    <Page>
      <PageHead>
        <ReportTabs open="forms" />
        <NativeSelect
          aria-label={text.whose}
          value={search.clerk ?? ""}
          onChange={(event) => {
            const { value } = event.currentTarget;
            void navigate({ to: "/reports/forms", search: value === "" ? {} : { clerk: value }, replace: true });
          }}
          data={[
            { value: "", label: text.everybody },
            ...[...owners].map(([value, label]) => ({ value, label })),
            // whoever has none any more is still what was asked for
            ...(search.clerk === undefined || owners.has(search.clerk) ? [] : [{ value: search.clerk, label: text.thatOne }]),
          ]}
        />
        <PageTotal>{found.data === undefined ? "" : text.total(rows.length)}</PageTotal>
      </PageHead>
      <ListBox query={found} empty={rows.length === 0} none={text.none}>
        <RowTable
          label={text.title}
          columns={COLUMNS}
          rows={rows}
          keyOf={({ id }) => id}
          keys={keys}
          open={{ label: ({ name, clerk }) => text.open(name === "" ? text.nobody : name, clerk), act: setOpened }}
        />
      </ListBox>
      <PageFoot>
        <Text span size="sm" c="dimmed">
          {text.hint}
        </Text>
        {search.clerk === undefined ? null : (
          <Button variant="subtle" size="compact-sm" onClick={() => void navigate({ to: "/reports/forms", search: {} })}>
            {text.everybody}
          </Button>
        )}
      </PageFoot>
      {opened === null ? null : <FormDialog form={opened} onClose={() => setOpened(null)} />}
    </Page>
  );
}
