import { Box, Button, Group, NativeSelect, SimpleGrid, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { PersonFile } from "../../src-shared/contract/people.ts";
import { parseDate } from "../../src-shared/domain/calendar.ts";
import { SEXES } from "../../src-shared/domain/identity/kinds.ts";
import { nameProblem } from "../../src-shared/domain/identity/name.ts";
import { readIdentity, toldFields } from "../../src-shared/domain/identity/reading.ts";
import {
  identityProblemText,
  NAME_TEXT,
  NUMBER_NAMES,
  SEX_NAMES,
  TOLD_NAMES,
  toldProblemText,
} from "../../src-shared/text/identity.ts";
import { CallFailed } from "../app/calls/client.ts";
import { useSession } from "../app/session/session.tsx";
import { useAct } from "../ui/calls/act.ts";
import { DateInput } from "../ui/dates/date-input.tsx";
import { KindChoice } from "../ui/kind-choice.tsx";
import { Dialog } from "../ui/dialogs/dialog.tsx";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { KeyHint } from "../ui/key-hint.tsx";
import { tidyDate } from "../ui/dates/typed-date.ts";
import { text } from "./text.ts";
import { Finding } from "../ui/page/finding.tsx";

const SHORTEST = 2;

/** What is left empty stays; a number that somebody has already brings two files together, asked for in so many words. */
export function CorrectDialog({ file, onClose }: { readonly file: PersonFile; readonly onClose: () => void }) {
  const navigate = useNavigate();
  const { today } = useSession();
  const correct = useAct("people.correct");
  const [typed, setTyped] = useState({
    name: file.name,
    identityKind: file.identityKind,
    identityNumber: "",
    birthDate: file.birthDate ?? "",
    sex: file.sex ?? undefined,
    noNumberBecause: file.noNumberBecause,
    phone: "",
    reason: "",
  });
  const [asked, setAsked] = useState(false);
  const change = (part: Partial<typeof typed>): void => {
    correct.clearError();
    setTyped({ ...typed, ...part });
  };
  const numberGiven = typed.identityNumber.trim() !== "";
  const numberStays = !numberGiven && typed.identityKind === file.identityKind;
  const identity = readIdentity({ ...typed, birthDate: tidyDate(typed.birthDate) }, parseDate(today) ?? 0, asked);
  const { kind } = identity;
  // a number that stays is known here by its ends alone, which tell the card that needs no birth date from the one that does
  const told = toldFields(kind, numberStays ? file.maskedIdentityNumber : identity.number);
  const toldProblem = identity.told.find(({ field }) => told.includes(field));
  const name = nameProblem(typed.name, kind);
  const numberProblem = numberStays ? undefined : identity.problems[0];
  const problems = {
    name: name !== undefined,
    identity: !numberStays && !identity.numberValid,
    told: toldProblem !== undefined,
    reason: typed.reason.trim().length < SHORTEST,
  };
  const belongsToAnother = correct.error instanceof CallFailed && correct.error.error.code === "person-exists";

  const run = async (merge: boolean): Promise<void> => {
    setAsked(true);
    if (Object.values(problems).some(Boolean)) return;
    const corrected = await correct.run({
      id: file.id,
      identityKind: kind,
      identityNumber: numberGiven ? identity.number : null,
      ...(told.includes("birthDate") ? { birthDate: tidyDate(typed.birthDate), sex: typed.sex } : {}),
      ...(told.includes("noNumberBecause") ? { noNumberBecause: typed.noNumberBecause.trim() } : {}),
      name: typed.name.trim(),
      phone: typed.phone.trim() === "" ? null : typed.phone.trim(),
      reason: typed.reason.trim(),
      merge,
    });
    if (corrected === undefined) return;
    notifications.show({ message: merge ? text.page.merged : text.correct.done, color: "pine" });
    onClose();
    if (corrected.id !== file.id) void navigate({ to: "/people/$personId", params: { personId: corrected.id }, replace: true });
  };
  const { error, running } = correct;
  return (
    <Dialog
      title={text.correct.title}
      onClose={onClose}
      size={520}
      commands={[{ id: "confirm", label: text.correct.confirm, key: "F9", run: () => void run(false) }]}
    >
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {text.correct.body}
        </Text>
        <TextInput
          label={text.correct.name}
          value={typed.name}
          maxLength={40}
          autoComplete="off"
          data-autofocus
          error={asked && name !== undefined ? NAME_TEXT[name] : undefined}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <KindChoice label={text.correct.identityKind} value={kind} onChange={(chosen) => change({ identityKind: chosen })} />
        {kind === "none" ? null : (
          <TextInput
            label={NUMBER_NAMES[kind]}
            {...(typed.identityKind === file.identityKind
              ? { placeholder: `${file.maskedIdentityNumber}，${text.correct.identityKeep}` }
              : {})}
            value={typed.identityNumber}
            maxLength={60}
            autoComplete="off"
            spellCheck={false}
            error={
              numberProblem !== undefined && (numberGiven || asked) ? identityProblemText(numberProblem, identity) : undefined
            }
            onChange={(event) => change({ identityNumber: event.currentTarget.value })}
          />
        )}
        {told.includes("birthDate") ? (
          <SimpleGrid cols={2} spacing="sm">
            <DateInput
              label={TOLD_NAMES.birthDate}
              value={typed.birthDate}
              maxLength={20}
              onChange={(birthDate) => change({ birthDate })}
              tidy={tidyDate}
            />
            <NativeSelect
              label={TOLD_NAMES.sex}
              data={[{ value: "", label: "" }, ...SEXES.map((value) => ({ value, label: SEX_NAMES[value] }))]}
              value={typed.sex ?? ""}
              onChange={(event) => change({ sex: SEXES.find((sex) => sex === event.currentTarget.value) })}
            />
          </SimpleGrid>
        ) : null}
        {told.includes("noNumberBecause") ? (
          <TextInput
            label={TOLD_NAMES.noNumberBecause}
            value={typed.noNumberBecause}
            maxLength={100}
            autoComplete="off"
            onChange={(event) => change({ noNumberBecause: event.currentTarget.value })}
          />
        ) : null}
        {asked && toldProblem !== undefined ? <Finding tone="bad">{toldProblemText(toldProblem)}</Finding> : null}
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
          <Finding tone="bad">
            <strong>{text.correct.mergeTitle}</strong>
            <p>{text.correct.mergeBody}</p>
            <Box mt="xs">
              <Button color="red" loading={running} onClick={() => void run(true)}>
                {text.correct.merge}
              </Button>
            </Box>
          </Finding>
        ) : error === null ? null : (
          <ErrorNotice error={error} />
        )}
        <Group gap="xs">
          <Button loading={running} onClick={() => void run(false)} rightSection={<KeyHint name="F9" />}>
            {text.correct.confirm}
          </Button>
          <Button variant="default" onClick={onClose} rightSection={<KeyHint name="Escape" />}>
            {text.correct.keep}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
