import { Button, Group, NativeSelect, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { z } from "zod";
import { calls } from "../../../src-shared/contract/calls.ts";
import type { NewClerkView } from "../../../src-shared/contract/office.ts";
import { ROLES, type Role } from "../../../src-shared/domain/roles.ts";
import { ROLE_LABELS } from "../../../src-shared/text/labels.ts";
import { useAct } from "../../ui/calls/act.ts";
import { formRules } from "../../ui/calls/form-rules.ts";
import { Dialog } from "../../ui/dialogs/dialog.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { KeyHint } from "../../ui/key-hint.tsx";
import { clerksText as text } from "./clerks-text.ts";
import { DialogForm } from "../../ui/dialogs/dialog-form.tsx";

const newClerk = calls["clerks.create"].input.pick({ name: true, login: true, role: true });
const rules = formRules(newClerk, (path) => (path === "name" ? text.form.nameBad : text.form.loginBad));

export function NewClerkDialog({
  onMade,
  onClose,
}: {
  readonly onMade: (clerk: NewClerkView) => void;
  readonly onClose: () => void;
}) {
  const create = useAct("clerks.create");
  const form = useForm<z.input<typeof newClerk>>({
    initialValues: { name: "", login: "", role: "clerk" },
    validate: rules,
  });
  const send = async (values: typeof form.values): Promise<void> => {
    const made = await create.run(newClerk.parse(values));
    if (made !== undefined) onMade(made);
  };
  const submit = form.onSubmit((values) => void send(values));
  return (
    <Dialog
      title={text.create}
      onClose={onClose}
      size={440}
      commands={[{ id: "create-clerk", label: text.form.create, key: "F9", run: submit }]}
    >
      <DialogForm onSubmit={submit}>
        <TextInput label={text.form.name} maxLength={40} autoComplete="off" data-autofocus {...form.getInputProps("name")} />
        <TextInput label={text.form.login} maxLength={40} autoComplete="off" {...form.getInputProps("login")} />
        <RoleSelect role={form.values.role} onChange={(role) => form.setFieldValue("role", role)} />
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
