import { Button } from "@mantine/core";
import { IconEyeSearch, IconShieldCheck } from "@tabler/icons-react";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { call } from "../../app/calls/client.ts";
import { useCommands } from "../../app/keys/commands.tsx";
import { FileButtons } from "../../ui/files/export.tsx";
import { KeyHint } from "../../ui/key-hint.tsx";
import { AdminTabs } from "../admin-links.tsx";
import { AuditFilters } from "./audit-filters.tsx";
import { auditFilterOf, auditSearch, looksSearchOf, type AuditSearch } from "./audit-search.ts";
import { AuditTable } from "./audit-table.tsx";
import { auditText as text } from "./audit-text.ts";
import { AuditVerdict } from "./audit-verdict.tsx";
import { UnconfirmedPairs } from "./unconfirmed.tsx";
import { useAuditPages } from "./use-audit-pages.ts";
import { Page, PageHead, PageTools } from "../../ui/page/page.tsx";

/** 审计: who did and looked at what, newest first. */
export function AuditPage({ search }: { readonly search: AuditSearch }) {
  const filter = auditFilterOf(search);
  const navigate = useNavigate();
  const [verifying, setVerifying] = useState(0);
  const found = useAuditPages(filter);
  const go = (change: { [Name in keyof AuditSearch]?: AuditSearch[Name] | undefined }): void =>
    void navigate({
      to: "/admin/$page",
      params: { page: "audit" },
      search: auditSearch.parse({ ...search, ...change }),
      replace: true,
    });
  const verify = (): void => setVerifying((times) => times + 1);
  useCommands([{ id: "verify-audit", label: text.verify, key: "F8", run: verify }]);

  return (
    <Page>
      <PageHead>
        <AdminTabs page="audit" />
        <PageTools>
          {search.person === undefined ? null : (
            <Button
              variant="default"
              leftSection={<IconEyeSearch size={17} stroke={1.7} aria-hidden />}
              renderRoot={(props) => (
                <Link {...props} to="/admin/$page" params={{ page: "looks" }} search={looksSearchOf(search)} />
              )}
            >
              {text.looks.only}
            </Button>
          )}
          <Button
            variant="default"
            leftSection={<IconShieldCheck size={17} stroke={1.7} aria-hidden />}
            rightSection={<KeyHint name="F8" />}
            onClick={verify}
          >
            {text.verify}
          </Button>
          <FileButtons ask={(wanted) => call("audit.export", { ...filter, ...wanted })} />
        </PageTools>
      </PageHead>
      <AuditFilters
        search={search}
        operations={found.query.data?.operations ?? []}
        onChange={go}
        onClear={() => void navigate({ to: "/admin/$page", params: { page: "audit" }, search: {}, replace: true })}
      />
      <UnconfirmedPairs />
      {verifying === 0 ? null : <AuditVerdict key={verifying} />}
      <AuditTable label={text.title} none={text.none} found={found} />
    </Page>
  );
}
