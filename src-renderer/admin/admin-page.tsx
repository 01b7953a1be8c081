import { Navigate } from "@tanstack/react-router";
import { NotFound } from "../app/not-found.tsx";
import { useSession } from "../app/session/session.tsx";
import { adminPagesOf } from "./admin-pages.ts";
import { AuditPage } from "./audit/audit-page.tsx";
import type { AuditSearch } from "./audit/audit-search.ts";
import { LooksPage } from "./audit/looks-page.tsx";
import { CitiesPage } from "./settings/cities-page.tsx";
import { ClerksPage } from "./clerks/clerks-page.tsx";
import { DiagnosisPage } from "./diagnosis/diagnosis-page.tsx";
import { SafetyPage } from "./safety/safety-page.tsx";
import { SettingsPage } from "./settings/settings-page.tsx";

/** `/admin/<page>`; a page that is not for one's role leads to the first that is. */
export function AdminPage({ page, search }: { readonly page: string; readonly search: AuditSearch }) {
  const pages = adminPagesOf(useSession().clerk.role);
  const shown = pages.find((one) => one === page);
  const [first] = pages;
  if (first === undefined) return <NotFound />;
  switch (shown) {
    case "clerks":
      return <ClerksPage />;
    case "settings":
      return <SettingsPage />;
    case "cities":
      return <CitiesPage />;
    case "safety":
      return <SafetyPage />;
    case "audit":
      return <AuditPage search={search} />;
    case "looks":
      return <LooksPage search={search} />;
    case "diagnosis":
      return <DiagnosisPage />;
    case undefined:
      return <Navigate to="/admin/$page" params={{ page: first }} search={{}} replace />;
  }
}
