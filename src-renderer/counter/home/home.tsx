import { Button, Group, Stack, Text } from "@mantine/core";
import { IconFileText, IconTrash } from "@tabler/icons-react";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { DraftView } from "../../../src-shared/contract/counter.ts";
import type { PersonInput } from "../../../src-shared/domain/case.ts";
import { kindOf } from "../../../src-shared/domain/identity/kinds.ts";
import { numberLength, tidyNumber } from "../../../src-shared/domain/identity/number.ts";
import { maskedIdentity, shownIdentity } from "../../../src-shared/text/identity.ts";
import { useCall } from "../../app/calls/queries.ts";
import { useAct } from "../../ui/calls/act.ts";
import { CaseStateMark } from "../../ui/case-state-mark.tsx";
import { Dialog } from "../../ui/dialogs/dialog.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { dayAndTime } from "../../ui/dates/format.ts";
import { Card } from "../../ui/page/card.tsx";
import { KeyHint } from "../../ui/key-hint.tsx";
import { MatterPicker } from "./matter-picker.tsx";
import { text } from "../text.ts";
import classes from "./home.module.css";

const RECENT = 8;

/** What can be started, what was left unfinished, what was done last. */
export function Home() {
  return (
    <div className={classes.home}>
      <MatterPicker />
      <Stack gap="md">
        <Drafts />
        <RecentCases />
      </Stack>
    </div>
  );
}

/** Who a form is for, as soon as the number is whole. */
function maskedWhole({ identityKind, identityNumber }: PersonInput): string {
  const number = tidyNumber(identityNumber);
  const kind = kindOf({ identityKind, identityNumber: number });
  const length = numberLength(kind, number);
  return kind === "none" || (number !== "" && (length === null || number.length === length)) ? maskedIdentity(kind, number) : "";
}

const Words = ({ name, about }: { readonly name: string; readonly about: string }) => (
  <Stack component="span" gap={0} flex="1 1 7em" miw="7em">
    <strong>{name}</strong>
    <Text span fz="xs" c="var(--ink-2)" truncate>
      {about}
    </Text>
  </Stack>
);

const Side = ({ number, at }: { readonly number: string; readonly at: string }) => (
  <Stack component="span" gap={0} miw="8.8em" ml="auto" align="flex-end" fz="xs" className="tabular">
    {number}
    <span className="quiet">{dayAndTime(at)}</span>
  </Stack>
);

function Drafts() {
  const drafts = useCall("drafts.list", {});
  const [discarding, setDiscarding] = useState<DraftView | null>(null);
  return (
    <Card title={text.home.drafts}>
      {drafts.error ? <ErrorNotice error={drafts.error} onRetry={() => void drafts.refetch()} /> : null}
      {drafts.data?.length === 0 ? (
        <Text size="sm" c="dimmed">
          {text.home.noDrafts}
        </Text>
      ) : null}
      <ul>
        {drafts.data?.map((draft) => {
          const who = draft.content.person.name.trim() || text.home.nobody;
          return (
            <Group component="li" gap={0} wrap="nowrap" key={draft.id}>
              <Link to="/form/$draftId" params={{ draftId: draft.id }} search={{}} className={classes.row}>
                <IconFileText size={20} stroke={1.6} aria-hidden />
                <Words
                  name={who}
                  about={draft.content.amends ? `${draft.matterTitle}（${text.home.amendment}）` : draft.matterTitle}
                />
                <Side number={maskedWhole(draft.content.person)} at={draft.updatedAt} />
              </Link>
              <Button
                variant="subtle"
                color="gray"
                size="compact-sm"
                aria-label={text.home.discardOf(draft.matterTitle, who)}
                onClick={() => setDiscarding(draft)}
              >
                <IconTrash size={17} stroke={1.6} aria-hidden />
              </Button>
            </Group>
          );
        })}
      </ul>
      {discarding === null ? null : <DiscardDialog draft={discarding} onClose={() => setDiscarding(null)} />}
    </Card>
  );
}

function DiscardDialog({ draft, onClose }: { readonly draft: DraftView; readonly onClose: () => void }) {
  const { run, running, error } = useAct("drafts.discard");
  const discard = async (): Promise<void> => {
    if ((await run({ id: draft.id })) !== undefined) onClose();
  };
  return (
    <Dialog title={text.home.discardTitle} onClose={onClose} size={460}>
      <Stack gap="sm">
        <p>{text.home.discardBody(draft.matterTitle, draft.content.person.name.trim() || text.home.nobody)}</p>
        {error === null ? null : <ErrorNotice error={error} />}
        <Group gap="xs">
          <Button color="red" loading={running} onClick={() => void discard()}>
            {text.home.discard}
          </Button>
          <Button variant="default" data-autofocus onClick={onClose} rightSection={<KeyHint name="Escape" />}>
            {text.home.keep}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

function RecentCases() {
  const navigate = useNavigate();
  const request = { text: "", state: null, limit: RECENT, offset: 0 };
  const recent = useCall("cases.search", request);
  return (
    <Card title={text.home.recent}>
      {recent.error ? <ErrorNotice error={recent.error} onRetry={() => void recent.refetch()} /> : null}
      {recent.data?.rows.length === 0 ? (
        <Text size="sm" c="dimmed">
          {text.home.noRecent}
        </Text>
      ) : null}
      <ul>
        {recent.data?.rows.map((row) => (
          <li key={row.id}>
            <Link to="/cases/$caseId" params={{ caseId: row.id }} search={{}} className={classes.row}>
              <Words name={row.name} about={row.matterTitle} />
              <CaseStateMark of={row} />
              <Side number={row.receiptNumber ?? shownIdentity(row)} at={row.updatedAt} />
            </Link>
          </li>
        ))}
      </ul>
      {recent.data && recent.data.total > RECENT ? (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => void navigate({ to: "/cases", search: { text: "", state: null, page: 1 } })}
        >
          {text.home.allCases}
        </Button>
      ) : null}
    </Card>
  );
}
