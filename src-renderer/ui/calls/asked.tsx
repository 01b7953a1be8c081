import { Button, Group, PasswordInput, TextInput } from "@mantine/core";
import { useState } from "react";
import { useAsking, type AskingSecond, type StandsBy } from "../../app/calls/asking.ts";
import { text } from "../../app/text.ts";
import { Dialog } from "../dialogs/dialog.tsx";
import { KeyHint } from "../key-hint.tsx";
import { ReasonDialog } from "../dialogs/reason-dialog.tsx";
import { DialogForm } from "../dialogs/dialog-form.tsx";

/** What a call waits for: why somebody else's paper, scan or list is opened, or who stands by. The call goes on with the answer. */
export function Asked() {
  const asking = useAsking();
  if (asking === undefined) return null;
  if (asking.what === "second") return <SecondDialog asking={asking} />;
  const { message, answer } = asking;
  const { title, reason, needed, confirm, keep } = text.lookReason;
  return (
    <ReasonDialog
      title={title}
      body={message}
      label={reason}
      needed={needed}
      confirm={confirm}
      keep={keep}
      running={false}
      error={null}
      onConfirm={answer}
      onClose={() => answer(null)}
    />
  );
}

/** Somebody else comes to this screen and types login and password; where there is nobody, the recovery code is taken out. */
function SecondDialog({ asking: { message, answer } }: { readonly asking: AskingSecond }) {
  const words = text.secondPerson;
  const [byCode, setByCode] = useState(false);
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const [recoveryCode, setRecoveryCode] = useState("");
  const [asked, setAsked] = useState(false);
  const second: StandsBy = byCode ? { recoveryCode } : { login: login.trim(), password };
  const missing = byCode ? recoveryCode.trim() === "" : login.trim() === "" || password === "";
  const run = (): void => {
    setAsked(true);
    if (!missing) answer(second);
  };
  return (
    <Dialog
      title={words.title}
      onClose={() => answer(null)}
      size={480}
      commands={[{ id: "confirm", label: words.confirm, key: "F9", run }]}
    >
      <DialogForm
        onSubmit={(event) => {
          event.preventDefault();
          run();
        }}
      >
        <p>{message}</p>
        {byCode ? (
          <TextInput
            key="code"
            label={words.code}
            description={words.codeHelp}
            value={recoveryCode}
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            data-autofocus
            error={asked && missing ? words.needed : undefined}
            onChange={(event) => setRecoveryCode(event.currentTarget.value)}
          />
        ) : (
          <>
            <TextInput
              label={words.login}
              value={login}
              autoComplete="off"
              maxLength={40}
              data-autofocus
              onChange={(event) => setLogin(event.currentTarget.value)}
            />
            <PasswordInput
              label={words.password}
              value={password}
              autoComplete="off"
              maxLength={200}
              error={asked && missing ? words.needed : undefined}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
          </>
        )}
        <Group gap="xs">
          <Button type="submit" rightSection={<KeyHint name="F9" />}>
            {words.confirm}
          </Button>
          <Button variant="default" onClick={() => setByCode(!byCode)}>
            {byCode ? words.byPerson : words.byCode}
          </Button>
          <Button variant="default" onClick={() => answer(null)} rightSection={<KeyHint name="Escape" />}>
            {words.keep}
          </Button>
        </Group>
      </DialogForm>
    </Dialog>
  );
}
