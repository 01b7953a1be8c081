import { Alert, Text } from "@mantine/core";
import { IconShieldCheck, IconShieldX } from "@tabler/icons-react";
import { useCall } from "../../app/calls/queries.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { dayAndTime } from "../../ui/dates/format.ts";
import { auditText as text } from "./audit-text.ts";
import { Reading } from "../../ui/page/reading.tsx";

/** The whole chain, read once from its first row; a new look is a new component. */
export function AuditVerdict() {
  const found = useCall("audit.verify", {}, { gcTime: 0, staleTime: 0 });
  if (found.error) return <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined || found.isFetching) {
    return <Reading>{text.verifying}</Reading>;
  }
  const { sound, firstBad, rows, problems, anchor } = found.data;
  if (sound) {
    return (
      <Alert color="green" role="status" icon={<IconShieldCheck size={20} stroke={1.7} aria-hidden />}>
        {text.sound(rows)}
        {anchor === null ? null : (
          <Text span size="sm" c="dimmed" ml="xs" className="mono">
            {text.anchor(anchor)}
          </Text>
        )}
      </Alert>
    );
  }
  return (
    <Alert
      color="red"
      title={firstBad === null ? text.badElsewhere : text.bad(firstBad.sequence)}
      icon={<IconShieldX size={20} stroke={1.7} aria-hidden />}
    >
      {firstBad === null ? null : (
        <p className="tabular">{text.badRow(dayAndTime(firstBad.at), firstBad.title, firstBad.detail)}</p>
      )}
      {problems.map((problem) => (
        <p key={problem}>{problem}</p>
      ))}
      <p>{text.badNext}</p>
    </Alert>
  );
}
