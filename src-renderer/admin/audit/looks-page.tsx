import { Button, Group, Text } from "@mantine/core";
import { IconListSearch, IconX } from "@tabler/icons-react";
import { Link, useNavigate } from "@tanstack/react-router";
import { call } from "../../app/calls/client.ts";
import { DateSpan } from "../../ui/dates/date-span.tsx";
import { FileButtons } from "../../ui/files/export.tsx";
import { dayText } from "../../ui/dates/format.ts";
import { AdminTabs } from "../admin-links.tsx";
import { SubjectFilter } from "./audit-filters.tsx";
import { auditFilterOf, auditSearch, looksSearchOf, orNone, type AuditSearch } from "./audit-search.ts";
import { AuditTable } from "./audit-table.tsx";
import { auditText } from "./audit-text.ts";
import { useAuditPages } from "./use-audit-pages.ts";
import { Page, PageHead, PageTools } from "../../ui/page/page.tsx";

const { looks: text, filters } = auditText;

/** 查看记录: who has looked at one person, between two days. */
export function LooksPage({ search: given }: { readonly search: AuditSearch }) {
  const search = looksSearchOf(given);
  const navigate = useNavigate();
  const filter = search.person === undefined ? null : { ...auditFilterOf(search), looks: true };
  const found = useAuditPages(filter);
  const go = (change: { [Name in keyof AuditSearch]?: AuditSearch[Name] | undefined }): void =>
    void navigate({
      to: "/admin/$page",
      params: { page: "looks" },
      search: auditSearch.parse({ ...search, ...change }),
      replace: true,
    });
  const since = found.query.data?.allLooksSince ?? null;

  return (
    <Page>
      <PageHead>
        <AdminTabs page="looks" />
        {filter === null ? null : (
          <PageTools>
            <Button
              variant="default"
              leftSection={<IconListSearch size={17} stroke={1.7} aria-hidden />}
              renderRoot={(props) => <Link {...props} to="/admin/$page" params={{ page: "audit" }} search={search} />}
            >
              {text.all}
            </Button>
            <FileButtons ask={(wanted) => call("audit.export", { ...filter, ...wanted })} />
          </PageTools>
        )}
      </PageHead>
      <Group gap="xs" role="group" aria-label={filters.label}>
        {search.about === undefined ? (
          <SubjectFilter label={text.whom} peopleOnly onChange={go} />
        ) : (
          <Button
            size="xs"
            variant="light"
            rightSection={<IconX size={15} aria-hidden />}
            onClick={() => go({ about: undefined, person: undefined })}
          >
            {text.about(search.about)}
          </Button>
        )}
        <DateSpan
          small
          labels={filters}
          from={search.from ?? ""}
          to={search.to ?? ""}
          onChange={(change) => go("from" in change ? { from: orNone(change.from) } : { to: orNone(change.to) })}
        />
      </Group>
      <Text size="sm" c="dimmed">
        {text.what}
      </Text>
      {since === null ? null : (
        <Text size="sm" c="dimmed">
          {text.since(dayText(since))}
        </Text>
      )}
      {filter === null ? (
        <Text p="xl" ta="center" c="dimmed">
          {text.choose}
        </Text>
      ) : (
        <AuditTable label={text.title} none={text.none} found={found} />
      )}
    </Page>
  );
}
