import { Text } from "@mantine/core";
import { useCall } from "../../app/calls/queries.ts";
import { ROLE_LABELS } from "../../../src-shared/text/labels.ts";
import { dayAndTime } from "../../ui/dates/format.ts";
import { auditText as text } from "./audit-text.ts";
import { Card } from "../../ui/page/card.tsx";

/** Pairs of accounts that nobody has confirmed to be two persons: neither may be the other's second one. */
export function UnconfirmedPairs() {
  const found = useCall("audit.unconfirmed", {});
  const rows = found.data ?? [];
  if (rows.length === 0) return null;
  const { title, body, pair, how, oneTime } = text.unconfirmed;
  return (
    <Card title={title}>
      <Text size="sm" c="dimmed">
        {body}
      </Text>
      <ul>
        {rows.map(({ id, name, login, role, by, what, at, mustChangePassword }) => (
          <li key={id}>
            {pair(`${name}（${login}，${ROLE_LABELS[role]}）`, by)} {how[what](dayAndTime(at))}
            {mustChangePassword ? oneTime : ""}
          </li>
        ))}
      </ul>
    </Card>
  );
}
