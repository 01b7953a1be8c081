import { Button, Group, Stack, Text } from "@mantine/core";
import { IconFileText, IconTrash } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { DraftView } from "../../../src-shared/contract/counter.ts";
import type { PersonInput } from "../../../src-shared/domain/case.ts";
import { kindOf } from "../../../src-shared/domain/identity/kinds.ts";
import { numberLength, tidyNumber } from "../../../src-shared/domain/identity/number.ts";
import { maskedIdentity, shownIdentity } from "../../../src-shared/text/identity.ts";
import { call } from "../../app/calls/client.ts";
import { CaseStateMark } from "../../ui/case-state-mark.tsx";
import { Dialog } from "../../ui/dialogs/dialog.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { dayAndTime } from "../../ui/dates/format.ts";
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
      <div className={classes.homeSide}>
        <Drafts />
        <RecentCases />
      </div>
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

function Drafts() {
  const drafts = useQuery({ queryKey: ["drafts.list"], queryFn: () => call("drafts.list", {}) });
  const [discarding, setDiscarding] = useState<DraftView | null>(null);
  return (
    <section aria-label={text.home.drafts} className={classes.homeCard}>
      <h2>{text.home.drafts}</h2>
      {drafts.error ? <ErrorNotice error={drafts.error} onRetry={() => void drafts.refetch()} /> : null}
      {drafts.data?.length === 0 ? (
        <Text size="sm" c="dimmed">
          {text.home.noDrafts}
        </Text>
      ) : null}
      <ul className={classes.homeList}>
        {drafts.data?.map((draft) => {
          const who = draft.content.person.name.trim() || text.home.nobody;
          return (
            <li key={draft.id} className={classes.homeDraft}>
              <Link to="/form/$draftId" params={{ draftId: draft.id }} search={{}} className={classes.homeRow}>
                <IconFileText size={20} stroke={1.6} aria-hidden />
                <span className={classes.homeRowWords}>
                  <strong>{who}</strong>
                  <span>
                    {draft.matterTitle}
                    {draft.content.amends ? `（${text.home.amendment}）` : ""}
                  </span>
                </span>
                <span className={`${classes.homeRowSide} tabular`}>
                  {maskedWhole(draft.content.person)}
                  <small>{dayAndTime(draft.updatedAt)}</small>
                </span>
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
            </li>
          );
        })}
      </ul>
      {discarding === null ? null : <DiscardDialog draft={discarding} onClose={() => setDiscarding(null)} />}
    </section>
  );
}

function DiscardDialog({ draft, onClose }: { readonly draft: DraftView; readonly onClose: () => void }) {
  const client = useQueryClient();
  const [error, setError] = useState<unknown>(null);
  const discard = async (): Promise<void> => {
    try {
      await call("drafts.discard", { id: draft.id });
      await client.invalidateQueries({ queryKey: ["drafts.list"] });
      onClose();
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <Dialog title={text.home.discardTitle} onClose={onClose} size={460}>
      <Stack gap="sm">
        <p>{text.home.discardBody(draft.matterTitle, draft.content.person.name.trim() || text.home.nobody)}</p>
        {error === null ? null : <ErrorNotice error={error} />}
        <Group gap="xs">
          <Button color="red" onClick={() => void discard()}>
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
  const recent = useQuery({ queryKey: ["cases.search", request], queryFn: () => call("cases.search", request) });
  return (
    <section aria-label={text.home.recent} className={classes.homeCard}>
      <h2>{text.home.recent}</h2>
      {recent.error ? <ErrorNotice error={recent.error} onRetry={() => void recent.refetch()} /> : null}
      {recent.data?.rows.length === 0 ? (
        <Text size="sm" c="dimmed">
          {text.home.noRecent}
        </Text>
      ) : null}
      <ul className={classes.homeList}>
        {recent.data?.rows.map((row) => (
          <li key={row.id}>
            <Link to="/cases/$caseId" params={{ caseId: row.id }} search={{}} className={classes.homeRow}>
              <span className={classes.homeRowWords}>
                <strong>{row.name}</strong>
                <span>{row.matterTitle}</span>
              </span>
              <CaseStateMark of={row} />
              <span className={`${classes.homeRowSide} tabular`}>
                {row.receiptNumber ?? shownIdentity(row)}
                <small>{dayAndTime(row.updatedAt)}</small>
              </span>
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
    </section>
  );
}
