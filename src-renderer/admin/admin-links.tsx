import { VisuallyHidden } from "@mantine/core";
import { IconSettings } from "@tabler/icons-react";
import { Link, useMatchRoute, useNavigate } from "@tanstack/react-router";
import type { Command } from "../app/keys/commands.tsx";
import { useCall } from "../app/calls/queries.ts";
import { useSession } from "../app/session/session.tsx";
import { useMay } from "../ui/calls/rights.ts";
import { SideCount, SideLink } from "../app/side-link.tsx";
import { adminPagesOf, type AdminPage } from "./admin-pages.ts";
import { adminText as text } from "./admin-text.ts";
import { PageTabs } from "../ui/page/tabs.tsx";

const REFRESH_MILLISECONDS = 60_000;

/** Asking does not keep a session from locking. */
export const useBackupStatus = (refetchInterval = REFRESH_MILLISECONDS) => useCall("backup.status", {}, { refetchInterval });

/** Who stands by a restore, asked anew when its dialog opens: whose an account is may have been confirmed elsewhere just now. */
export const useStandsBy = () => useCall("backup.status", {}, { staleTime: 0 }).data?.standsBy ?? "person";

/** The menu's entry; marked when the data are in danger, for those who see to it. */
export function AdminLink() {
  const { demo, clerk } = useSession();
  const oversees = useMay("backup.list");
  const { data } = useBackupStatus();
  // every page of the administration belongs to this entry
  const isInside = useMatchRoute()({ to: "/admin/$page", fuzzy: true }) !== false;
  const [first] = adminPagesOf(clerk.role);
  if (first === undefined) return null;
  const problem = oversees && !demo ? (data?.problem ?? null) : null;
  const to = problem === null ? first : "safety";
  return (
    <SideLink to="/admin/$page" params={{ page: to }} data-status={isInside ? "active" : undefined}>
      <IconSettings size={24} stroke={1.6} aria-hidden />
      {text.navigation}
      {problem === null ? null : (
        <SideCount urgent title={text.attention(problem)}>
          !<VisuallyHidden>{text.attention(problem)}</VisuallyHidden>
        </SideCount>
      )}
    </SideLink>
  );
}

/** Which pages there are, and the one that is shown as the heading of the screen. */
export function AdminTabs({ page: shown }: { readonly page: AdminPage }) {
  const pages = adminPagesOf(useSession().clerk.role);
  return (
    <>
      <VisuallyHidden component="h1">{text.tabs[shown]}</VisuallyHidden>
      <PageTabs label={text.tabs.label}>
        {pages.map((page) => (
          <Link key={page} to="/admin/$page" params={{ page }} search={{}} activeOptions={{ includeSearch: false }}>
            {text.tabs[page]}
          </Link>
        ))}
      </PageTabs>
    </>
  );
}

export function useAdminCommands(): Command[] {
  const navigate = useNavigate();
  return adminPagesOf(useSession().clerk.role).map((page) => ({
    id: `admin-${page}`,
    label: text.commands[page],
    run: () => void navigate({ to: "/admin/$page", params: { page }, search: {} }),
  }));
}
