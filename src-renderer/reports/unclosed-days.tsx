/** Days with work that nobody has closed: told to whoever closes them, at sign-in and on the day's page. */
import { Button, Group } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useSession } from "../app/session/session.tsx";
import { PutAwayNotice } from "../ui/put-away-notice.tsx";
import { useWorkToday } from "../ui/calls/work-today.ts";
import { text } from "./text.ts";
import { TextButton } from "../ui/page/text-button.tsx";

/** Shown before the rest is asked for. */
const SHOWN_DAYS = 8;

/** @param shown the day on the page */
export function UnclosedDays({ shown, onChoose }: { readonly shown: string; readonly onChoose: (date: string) => void }) {
  const days = useWorkToday().data?.unclosedDays ?? [];
  const [all, setAll] = useState(false);
  if (days.length === 0) return null;
  const listed = all ? days : days.slice(0, SHOWN_DAYS);
  return (
    <Group component="section" gap="4px 12px" aria-label={text.day.unclosed(days.length)}>
      <strong>{text.day.unclosed(days.length)}</strong>
      <Group component="ul" gap="4px 12px">
        {listed.map(({ date, entries }) => (
          <li key={date}>
            <TextButton aria-current={date === shown ? "date" : undefined} onClick={() => onChoose(date)}>
              {text.day.unclosedDay(date, entries)}
            </TextButton>
          </li>
        ))}
        {listed.length === days.length ? null : (
          <li>
            <TextButton onClick={() => setAll(true)}>{text.day.unclosedMore(days.length - listed.length)}</TextButton>
          </li>
        )}
      </Group>
    </Group>
  );
}

/** Told at every sign-in, put away until the next or until there is another one. */
export function UnclosedNotice() {
  const { clerk } = useSession();
  const navigate = useNavigate();
  const days = useWorkToday().data?.unclosedDays ?? [];
  const latest = days[0]?.date;
  return (
    <PutAwayNotice
      of={latest === undefined ? null : `${clerk.id} ${latest}`}
      icon={IconAlertTriangle}
      close={text.day.unclosedLater}
    >
      {(putAway) => (
        <>
          {text.day.unclosedNotice(days.length, latest!)}
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => {
              putAway();
              void navigate({ to: "/reports/day", search: { date: latest! } });
            }}
          >
            {text.day.unclosedShow}
          </Button>
        </>
      )}
    </PutAwayNotice>
  );
}
