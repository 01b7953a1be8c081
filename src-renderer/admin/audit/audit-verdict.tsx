import { IconShieldCheck, IconShieldX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { call } from "../../app/calls/client.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { dayAndTime } from "../../ui/dates/format.ts";
import { auditText as text } from "./audit-text.ts";
import { Reading } from "../../ui/page/reading.tsx";
import classes from "./audit-verdict.module.css";

/** The whole chain, read once from its first row; a new look is a new component. */
export function AuditVerdict() {
  const found = useQuery({
    queryKey: ["audit.verify"],
    queryFn: () => call("audit.verify", {}),
    gcTime: 0,
    staleTime: 0,
    refetchOnReconnect: false,
  });
  if (found.error) return <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined || found.isFetching) {
    return <Reading>{text.verifying}</Reading>;
  }
  const { sound, firstBad, rows, problems, anchor } = found.data;
  if (sound) {
    return (
      <p className={`${classes.verdict} ${classes.verdictGood}`} role="status">
        <IconShieldCheck size={20} stroke={1.7} aria-hidden />
        {text.sound(rows)}
        {anchor === null ? null : <span className="quiet mono">{text.anchor(anchor)}</span>}
      </p>
    );
  }
  return (
    <div className={`${classes.verdict} ${classes.verdictBad}`} role="alert">
      <IconShieldX size={20} stroke={1.7} aria-hidden />
      <div>
        <strong>{firstBad === null ? text.badElsewhere : text.bad(firstBad.sequence)}</strong>
        {firstBad === null ? null : (
          <p className="tabular">{text.badRow(dayAndTime(firstBad.at), firstBad.title, firstBad.detail)}</p>
        )}
        {problems.map((problem) => (
          <p key={problem}>{problem}</p>
        ))}
        <p>{text.badNext}</p>
      </div>
    </div>
  );
}
