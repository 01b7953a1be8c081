import { Button, Group, NativeSelect, TextInput } from "@mantine/core";
import { useState, type SubmitEvent } from "react";
import type { NewClerkView } from "../../../src-shared/contract/office.ts";
import { ROLES, type Role } from "../../../src-shared/domain/roles.ts";
import { ROLE_LABELS } from "../../../src-shared/text/labels.ts";
import { useAct } from "../../ui/calls/act.ts";
import { Dialog } from "../../ui/dialogs/dialog.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { KeyHint } from "../../ui/key-hint.tsx";
import { clerksText as text } from "./clerks-text.ts";
import { DialogForm } from "../../ui/dialogs/dialog-form.tsx";

const isNamed = (value: string): boolean => value.trim().length >= 2 && value.trim().length <= 40;

export function NewClerkDialog({
  onMade,
  onClose,
}: {
  readonly onMade: (clerk: NewClerkView) => void;
  readonly onClose: () => void;
}) {
  const create = useAct("clerks.create");
  const [name, setName] = useState("");
  const [login, setLogin] = useState("");
  const [role, setRole] = useState<Role>("clerk");
  const [asked, setAsked] = useState(false);
  const submit = (event?: SubmitEvent): void => {
    event?.preventDefault();
    setAsked(true);
    if (!isNamed(name) || !isNamed(login)) return;
    void create
      .run({ name: name.trim(), login: login.trim(), role })
      .then((made) => (made === undefined ? undefined : onMade(made)));
  };
  return (
    <Dialog
      title={text.create}
      onClose={onClose}
      size={440}
      commands={[{ id: "create-clerk", label: text.form.create, key: "F9", run: submit }]}
    >
      <DialogForm onSubmit={submit}>
        <TextInput
          label={text.form.name}
          value={name}
          maxLength={40}
          autoComplete="off"
          data-autofocus
          error={asked && !isNamed(name) ? text.form.nameBad : undefined}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={text.form.login}
          value={login}
          maxLength={40}
          autoComplete="off"
          error={asked && !isNamed(login) ? text.form.loginBad : undefined}
          onChange={(event) => setLogin(event.currentTarget.value)}
        />
        <RoleSelect role={role} onChange={setRole} />
        {create.error === null ? null : <ErrorNotice error={create.error} />}
        <Group gap="xs">
          <Button type="submit" loading={create.running} rightSection={<KeyHint name="F9" />}>
            {text.form.create}
          </Button>
          <Button variant="default" onClick={onClose} rightSection={<KeyHint name="Escape" />}>
            {text.form.cancel}
          </Button>
        </Group>
      </DialogForm>
    </Dialog>
  );
}

/** With what the role may, in a few words. */
export function RoleSelect({
  role,
  disabled = false,
  onChange,
}: {
  readonly role: Role;
  readonly disabled?: boolean;
  readonly onChange: (role: Role) => void;
}) {
  return (
    <NativeSelect
      label={text.form.role}
      description={text.roles[role]}
      inputWrapperOrder={["label", "input", "description", "error"]}
      value={role}
      disabled={disabled}
      onChange={(event) => onChange(ROLES.find((one) => one === event.currentTarget.value) ?? role)}
      data={ROLES.map((one) => ({ value: one, label: ROLE_LABELS[one] }))}
    />
  );
}
