import { Button, List, Stack } from "@mantine/core";
import { useState } from "react";
import type { RecoveryCode } from "../../../src-shared/contract/safety.ts";
import type { ClerkIdentity } from "../../../src-shared/domain/roles.ts";
import { RecoveryCodeOnce } from "../../admin/safety/recovery-code-once.tsx";
import { useAct } from "../../ui/calls/act.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { text } from "../text.ts";
import { StartLayout } from "./start-layout.tsx";

/** Who has just set up the office, with the password that they have typed a moment ago. */
export interface Founder {
  readonly clerk: ClerkIdentity;
  readonly office: { readonly name: string; readonly code: string };
  readonly password: string;
}

/** The second step of the first start. It can be put off: the page of the data's safety goes on to ask for it. */
export function FirstRecoveryCode({ founder, onDone }: { readonly founder: Founder; readonly onDone: () => void }) {
  const make = useAct("keys.newRecoveryCode");
  const [made, setMade] = useState<RecoveryCode | null>(null);
  const words = text.firstCode;
  return (
    <StartLayout title={words.title} lead={words.lead} wide>
      <Stack gap="md" mt="md">
        <List spacing="xs">
          {words.points.map((point) => (
            <List.Item key={point}>{point}</List.Item>
          ))}
        </List>
        {make.error === null ? null : <ErrorNotice error={make.error} />}
        <Button
          size="md"
          autoFocus
          loading={make.running}
          onClick={() =>
            void make.run({ password: founder.password }).then((code) => (code === undefined ? undefined : setMade(code)))
          }
        >
          {words.make}
        </Button>
        <Button size="md" variant="default" onClick={onDone}>
          {words.later}
        </Button>
      </Stack>
      {made === null ? null : (
        <RecoveryCodeOnce made={made} office={founder.office} clerk={founder.clerk.name} onClose={onDone} />
      )}
    </StartLayout>
  );
}
