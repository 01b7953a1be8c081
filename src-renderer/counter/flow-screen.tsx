import { Loader } from "@mantine/core";
import { useState } from "react";
import type { DraftView } from "../../src-shared/contract/counter.ts";
import { matterName } from "../../src-shared/text/labels.ts";
import { CallFailed } from "../app/calls/client.ts";
import { useCall } from "../app/calls/queries.ts";
import { useSession } from "../app/session/session.tsx";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { emptyContent } from "../ui/calls/forms.ts";
import { DraftGone } from "./draft/draft-gone.tsx";
import { Flow } from "./flow.tsx";
import { useMatters } from "./home/matters.ts";
import { useDraftSettled } from "./draft/use-draft.ts";
import { EmptyPage } from "../ui/page/page.tsx";

/** Brings a form on screen: as it was typed, or empty for a matter just chosen. */
export function FlowScreen({ draftId, matter: begun }: { readonly draftId: string; readonly matter: string | null }) {
  const { today, office } = useSession();
  const matters = useMatters();
  const draft = useCall(
    "drafts.open",
    { id: draftId },
    { enabled: useDraftSettled(draftId), staleTime: Number.POSITIVE_INFINITY, gcTime: 0 },
  );
  const isNew = draft.error instanceof CallFailed && draft.error.error.code === "not-found";
  // Opened once: whatever becomes of the stored copy, the form on the screen is the clerk's.
  const [opened, setOpened] = useState<DraftView | null>();
  const found = draft.data ?? (isNew ? null : undefined);
  if (opened === undefined && found !== undefined) setOpened(found);
  if (opened === undefined) {
    return (
      <EmptyPage>{draft.error ? <ErrorNotice error={draft.error} onRetry={() => void draft.refetch()} /> : <Loader />}</EmptyPage>
    );
  }
  const initial = opened?.content ?? (begun === null ? null : emptyContent(begun, today));
  if (initial === null) return <DraftGone />;
  const matter = matters.data?.find((one) => one.id === initial.matter);
  return (
    <Flow
      draftId={draftId}
      title={opened?.matterTitle ?? (matter === undefined ? "" : matterName(matter, office?.cities.length === 1))}
      nature={matter?.nature ?? "transaction"}
      personTitle={matter?.personTitle ?? null}
      initial={initial}
      savedAt={opened?.updatedAt ?? null}
    />
  );
}
