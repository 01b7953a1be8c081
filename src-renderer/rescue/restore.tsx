/** The backups that were found, and those of another folder; one is chosen and looked into before anything is changed. */
import { Button, Loader, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { BackupView } from "../../src-shared/contract/office-views.ts";
import { call } from "../app/client.ts";
import { BackupTable } from "../ui/backup-table.tsx";
import { ErrorNotice } from "../ui/error-notice.tsx";
import type { Settle } from "./rescue-page.tsx";
import { rescueText } from "./rescue-text.ts";
import { RescueRestoreDialog } from "./restore-dialog.tsx";
import { CodeForm } from "./unlock-form.tsx";

const text = rescueText.restore;

export function RescueRestore({ settle }: { readonly settle: Settle }) {
  /** `null`: the places that are known. */
  const [folder, setFolder] = useState<string | null>(null);
  /** Only one that has opened a backup. */
  const [recoveryCode, setRecoveryCode] = useState<string | null>(null);
  const [chosen, setChosen] = useState<BackupView | null>(null);
  const found = useQuery({
    queryKey: ["rescue.backups", folder, recoveryCode],
    queryFn: () => call("rescue.backups", { folder, recoveryCode }),
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });

  const places = found.data?.folders ?? [];
  /** Nothing is told yet, which is not the same as that nothing is there. */
  const isClosed = found.data?.needsCode === true && recoveryCode === null;
  const placeName = (wanted: string): string => {
    if (folder !== null) return text.otherPlace;
    return wanted === places[0]?.folder ? text.here : text.second;
  };

  return (
    <section className="rescue-backups" aria-label={text.list}>
      {places.map((place) => (
        <p key={place.folder} className="rescue-place">
          {placeName(place.folder)}：<span className="rescue-folder">{place.folder}</span>
          {place.reachable ? null : <em>{text.unreachable}</em>}
        </p>
      ))}
      {isClosed ? (
        <div className="rescue-needs-code">
          <p>{text.needsCode}</p>
          <CodeForm
            title={text.giveCode}
            submit={text.giveCode}
            use={async (code) => {
              await call("rescue.backups", { folder, recoveryCode: code });
              setRecoveryCode(code);
            }}
          />
        </div>
      ) : null}
      <div className="rescue-table" hidden={isClosed}>
        {found.isFetching ? (
          <p className="restore-reading" role="status">
            <Loader size="sm" />
            {text.reading}
          </p>
        ) : null}
        {found.error ? <ErrorNotice error={found.error} onRetry={() => void found.refetch()} /> : null}
        {found.data && !found.isFetching && !isClosed ? (
          <BackupTable
            label={text.list}
            rows={found.data.backups}
            onOpen={setChosen}
            {...(places.length > 1 ? { placeOf: (backup: BackupView) => placeName(backup.folder) } : {})}
          />
        ) : null}
      </div>
      {found.data && found.data.backups.length > 0 ? <p className="quiet">{text.hint}</p> : null}
      {isClosed ? null : <OtherFolder isOther={folder !== null} onLook={setFolder} />}
      {chosen === null ? null : (
        <RescueRestoreDialog backup={chosen} recoveryCode={recoveryCode} settle={settle} onClose={() => setChosen(null)} />
      )}
    </section>
  );
}

function OtherFolder({ isOther, onLook }: { readonly isOther: boolean; readonly onLook: (folder: string | null) => void }) {
  const [typed, setTyped] = useState("");
  return (
    <form
      className="rescue-other"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() !== "") onLook(typed.trim());
      }}
    >
      <TextInput
        aria-label={text.other}
        placeholder={`${text.other}（${text.otherHelp}）`}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        maxLength={400}
        autoComplete="off"
        spellCheck={false}
        size="xs"
      />
      <Button type="submit" size="xs" variant="default">
        {text.look}
      </Button>
      {isOther ? (
        <Button size="xs" variant="subtle" onClick={() => onLook(null)}>
          {text.known}
        </Button>
      ) : null}
    </form>
  );
}
