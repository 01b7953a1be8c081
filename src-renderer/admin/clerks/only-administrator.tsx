import { useCall } from "../../app/calls/queries.ts";
import { useSession } from "../../app/session/session.tsx";
import { useMay } from "../../ui/calls/rights.ts";
import { clerksText as text } from "./clerks-text.ts";
import { Finding } from "../../ui/page/finding.tsx";

/** While one person alone can administer the office: quiet, and not put away. */
export function OnlyAdministrator() {
  const { demo } = useSession();
  const may = useMay("clerks.list") && !demo;
  const found = useCall("clerks.list", {}, { enabled: may });
  const own = (found.data ?? []).filter(
    ({ role, acting, active, mustChangePassword }) =>
      active && !mustChangePassword && (acting?.after ?? role) === "administrator",
  );
  const [only] = own;
  if (only === undefined || own.length > 1) return null;
  return <Finding tone="warning">{text.onlyAdministrator(only.name)}</Finding>;
}
