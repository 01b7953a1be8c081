import { Button, Grid, NativeSelect, SimpleGrid, Text } from "@mantine/core";
import { useState, type ReactNode } from "react";
import type { ClerkView } from "../../../src-shared/contract/office.ts";
import { ROLE_LABELS } from "../../../src-shared/text/labels.ts";
import { useSession } from "../../app/session/session.tsx";
import { useAct } from "../../ui/calls/act.ts";
import { DateInput } from "../../ui/dates/date-input.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { readDate, tidyDate } from "../../ui/dates/typed-date.ts";
import { clerksText } from "./clerks-text.ts";
import { RoleSelect } from "./new-clerk-dialog.tsx";
import { DialogForm } from "../../ui/dialogs/dialog-form.tsx";

const text = clerksText.role;

/** A field that is saved by itself, its button level with the box below the label. */
export const FieldWithAct = ({ children: [field, act] }: { readonly children: readonly [ReactNode, ReactNode] }) => (
  <Grid gap="sm">
    <Grid.Col span="auto">{field}</Grid.Col>
    <Grid.Col span="content" pt={22}>
      {act}
    </Grid.Col>
  </Grid>
);

/** The role that stays, or one until a day, after which the one before is there again. */
export function RoleForm({
  clerk,
  disabled,
  onChanged,
}: {
  readonly clerk: ClerkView;
  readonly disabled: boolean;
  readonly onChanged: () => void;
}) {
  const { today } = useSession();
  const changeRole = useAct("clerks.changeRole");
  const permanent = clerk.acting?.after ?? clerk.role;
  const [role, setRole] = useState(clerk.role);
  const [forTime, setForTime] = useState(clerk.acting !== null);
  const [typed, setTyped] = useState(clerk.acting?.until ?? "");
  const until = forTime ? readDate(typed) : null;
  const badDay = forTime && (until === undefined || (until !== null && until < today));
  const unchanged = role === clerk.role && (forTime ? until === clerk.acting?.until : clerk.acting === null);
  const save = async (): Promise<void> => {
    if (badDay || until === undefined || unchanged) return;
    if ((await changeRole.run({ id: clerk.id, role, until })) !== undefined) onChanged();
  };
  return (
    <DialogForm
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <FieldWithAct>
        <RoleSelect role={role} onChange={setRole} disabled={disabled} />
        <Button type="submit" variant="default" loading={changeRole.running} disabled={disabled || unchanged || badDay}>
          {clerksText.dialog.role}
        </Button>
      </FieldWithAct>
      <SimpleGrid cols={2} spacing="sm">
        <NativeSelect
          label={text.howLong}
          value={forTime ? "time" : "always"}
          disabled={disabled}
          onChange={(event) => setForTime(event.currentTarget.value === "time")}
          data={[
            { value: "always", label: text.always },
            { value: "time", label: text.forTime },
          ]}
        />
        {forTime ? (
          <DateInput
            label={text.until}
            value={typed}
            tidy={tidyDate}
            onChange={setTyped}
            error={typed !== "" && badDay ? text.untilBad : undefined}
          />
        ) : null}
      </SimpleGrid>
      {forTime ? (
        <Text size="sm" c="dimmed">
          {text.after(ROLE_LABELS[permanent])}
        </Text>
      ) : null}
      {changeRole.error === null ? null : <ErrorNotice error={changeRole.error} />}
    </DialogForm>
  );
}
