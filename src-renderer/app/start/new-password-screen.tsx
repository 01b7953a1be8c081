import { Button } from "@mantine/core";
import type { SessionStatus } from "../../../src-shared/contract/session.ts";
import type { ClerkIdentity } from "../../../src-shared/domain/roles.ts";
import { PasswordForm } from "../session/password-form.tsx";
import { useEnter, useSignOut } from "../session/session.tsx";
import { text } from "../text.ts";
import { StartLayout } from "./start-layout.tsx";

/** After a one-time password nothing else can be done than choosing one's own. */
export function NewPasswordScreen({ status, clerk }: { readonly status: SessionStatus; readonly clerk: ClerkIdentity }) {
  const enter = useEnter();
  const signOut = useSignOut();
  return (
    <StartLayout title={text.password.firstTitle(clerk.name)} lead={text.password.firstLead} demo={status.demo}>
      <PasswordForm
        login={clerk.login}
        lenient={status.demo}
        currentLabel={text.password.oneTime}
        size="md"
        onDone={() => enter(clerk)}
      />
      <Button variant="subtle" fullWidth mt="xs" onClick={() => void signOut()}>
        {text.commands.signOut}
      </Button>
    </StartLayout>
  );
}
