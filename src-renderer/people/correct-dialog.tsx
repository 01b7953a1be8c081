import { Button, Textarea, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { PersonFile } from "../../src-shared/contract/office-views.ts";
import { parseDate } from "../../src-shared/domain/calendar.ts";
import { readIdentityNumber } from "../../src-shared/domain/identity-number.ts";
import { identityProblemText } from "../../src-shared/text/identity.ts";
import { CallFailed } from "../app/client.ts";
import { useSession } from "../app/session.tsx";
import { useAct } from "../ui/act.ts";
import { Dialog } from "../ui/dialog.tsx";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { KeyHint } from "../ui/key-hint.tsx";
import { text } from "./text.ts";

const SHORTEST = 2;

/** What is left empty stays; a number that somebody has already brings two files together, asked for in so many words. */
export function CorrectDialog({ file, onClose }: { readonly file: PersonFile; readonly onClose: () => void }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { today } = useSession();
  const correct = useAct("people.correct");
  const [typed, setTyped] = useState({ name: file.name, identityNumber: "", phone: "", reason: "" });
  const [asked, setAsked] = useState(false);
  const change = (part: Partial<typeof typed>): void => {
    correct.clearError();
    setTyped({ ...typed, ...part });
  };
  const identity = readIdentityNumber(typed.identityNumber, parseDate(today) ?? 0, asked);
  const numberGiven = identity.number !== "";
  const problems = {
    name: typed.name.trim().length < SHORTEST,
    identity: numberGiven && !identity.valid,
    reason: typed.reason.trim().length < SHORTEST,
  };
  const belongsToAnother = correct.error instanceof CallFailed && correct.error.error.code === "person-exists";

  const run = async (merge: boolean): Promise<void> => {
    setAsked(true);
    if (problems.name || problems.identity || problems.reason) return;
    const corrected = await correct.run({
      id: file.id,
      identityNumber: numberGiven ? identity.number : null,
      name: typed.name.trim(),
      phone: typed.phone.trim() === "" ? null : typed.phone.trim(),
      reason: typed.reason.trim(),
      merge,
    });
    if (corrected === undefined) return;
    client.setQueryData(["people.get", corrected.id], corrected);
    for (const key of ["people.lookup", "people.duplicates", "find.anything", "cases.search", "cases.get"]) {
      void client.invalidateQueries({ queryKey: [key] });
    }
    notifications.show({ message: merge ? text.page.merged : text.correct.done, color: "pine" });
    onClose();
    if (corrected.id !== file.id) void navigate({ to: "/people/$personId", params: { personId: corrected.id }, replace: true });
  };
  const problem = identity.problems[0];
  const { error, running } = correct;
  return (
    <Dialog
      title={text.correct.title}
      onClose={onClose}
      size={520}
      commands={[{ id: "confirm", label: text.correct.confirm, key: "F9", run: () => void run(false) }]}
    >
      <div className="finish">
        <p className="quiet">{text.correct.body}</p>
        <TextInput
          label={text.correct.name}
          value={typed.name}
          maxLength={40}
          autoComplete="off"
          data-autofocus
          error={asked && problems.name ? text.correct.nameNeeded : undefined}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <TextInput
          label={text.correct.identity}
          placeholder={`${file.maskedIdentityNumber}，${text.correct.identityKeep}`}
          value={typed.identityNumber}
          maxLength={24}
          autoComplete="off"
          spellCheck={false}
          error={numberGiven && problem !== undefined ? identityProblemText(problem) : undefined}
          onChange={(event) => change({ identityNumber: event.currentTarget.value })}
        />
        <TextInput
          label={text.correct.phone}
          placeholder={`${file.maskedPhone === "" ? text.page.none : file.maskedPhone}，${text.correct.identityKeep}`}
          value={typed.phone}
          maxLength={40}
          inputMode="tel"
          autoComplete="off"
          onChange={(event) => change({ phone: event.currentTarget.value })}
        />
        <Textarea
          label={text.correct.reason}
          value={typed.reason}
          maxLength={200}
          rows={2}
          error={asked && problems.reason ? text.correct.reasonNeeded : undefined}
          onChange={(event) => change({ reason: event.currentTarget.value })}
        />
        {belongsToAnother ? (
          <div className="merge" role="alert">
            <strong>{text.correct.mergeTitle}</strong>
            <p>{text.correct.mergeBody}</p>
            <Button color="red" loading={running} onClick={() => void run(true)}>
              {text.correct.merge}
            </Button>
          </div>
        ) : error === null ? null : (
          <ErrorNotice error={error} />
        )}
        <div className="finish-foot">
          <Button loading={running} onClick={() => void run(false)} rightSection={<KeyHint name="F9" />}>
            {text.correct.confirm}
          </Button>
          <Button variant="default" onClick={onClose} rightSection={<KeyHint name="Escape" />}>
            {text.correct.keep}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
