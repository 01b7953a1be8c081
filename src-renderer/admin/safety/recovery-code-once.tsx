import { Button, Group, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { useState } from "react";
import { createPortal } from "react-dom";
import type { RecoveryCode } from "../../../src-shared/contract/safety.ts";
import { Dialog } from "../../ui/dialogs/dialog.tsx";
import { dayAndTime } from "../../ui/dates/format.ts";
import { KeyHint } from "../../ui/key-hint.tsx";
import { groupsOf, groupsToType, isGroup } from "./recovery-code-model.ts";
import { codeText as text } from "./safety-text.ts";
import { DialogForm } from "../../ui/dialogs/dialog-form.tsx";
import { Finding } from "../../ui/page/finding.tsx";
import { Secret } from "../../ui/page/secret.tsx";
import classes from "./recovery-code-once.module.css";

/** The code once: read and printed, then typed in part from the paper, so that nobody closes the only sight of it unkept. */
export function RecoveryCodeOnce({
  made: { code, keys },
  office,
  clerk,
  onClose,
}: {
  readonly made: RecoveryCode;
  readonly office: { readonly name: string; readonly code: string } | null;
  readonly clerk: string;
  readonly onClose: () => void;
}) {
  const { sheet } = text;
  const [step, setStep] = useState<"shown" | "typing">("shown");
  /** Closing by mistake would leave an office with a code that nobody has. */
  const [warned, setWarned] = useState(false);
  const close = (): void => {
    if (warned) onClose();
    else setWarned(true);
  };
  const typeFromPaper = (): void => {
    setWarned(false);
    setStep("typing");
  };
  const onward = { id: "code-kept", label: text.next, key: "F9", run: typeFromPaper };
  const print = { id: "print-code", label: text.print, key: "F10", run: () => window.print() };
  return (
    <Dialog title={text.title} onClose={close} size={620} commands={step === "shown" ? [print, onward] : []}>
      <Stack gap="sm">
        {step === "shown" ? (
          <>
            <Secret>{code}</Secret>
            <p>{text.shown}</p>
          </>
        ) : (
          <TypedFromPaper code={code} onBack={() => setStep("shown")} onDone={onClose} />
        )}
        {warned ? <Finding tone="warning">{text.notKept}</Finding> : null}
        {step === "shown" ? (
          <Group gap="xs">
            <Button
              data-autofocus
              leftSection={<IconPrinter size={18} stroke={1.7} aria-hidden />}
              rightSection={<KeyHint name="F10" />}
              onClick={print.run}
            >
              {text.print}
            </Button>
            <Button variant="default" onClick={onward.run} rightSection={<KeyHint name="F9" />}>
              {text.next}
            </Button>
          </Group>
        ) : null}
      </Stack>
      {createPortal(
        <div className={classes.sheet} aria-hidden>
          <h1>{sheet.title}</h1>
          <p className={classes.code} data-part="print-code">
            {code}
          </p>
          <p>
            {sheet.office}：{office?.name ?? ""}（{office?.code ?? ""}）
          </p>
          <p>
            {sheet.made}：{keys.recoveryCodeMadeAt === null ? "" : dayAndTime(keys.recoveryCodeMadeAt)}　{sheet.clerk}：{clerk}
          </p>
          <ol>
            {sheet.use.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
          <p className={classes.signature}>{sheet.signature}</p>
        </div>,
        document.body,
      )}
    </Dialog>
  );
}

/** Two groups, read from the paper: the code itself is not on the screen meanwhile. */
function TypedFromPaper({
  code,
  onBack,
  onDone,
}: {
  readonly code: string;
  readonly onBack: () => void;
  readonly onDone: () => void;
}) {
  const groups = groupsOf(code);
  const [asked] = useState(() => groupsToType(groups.length));
  const [typed, setTyped] = useState<readonly string[]>(asked.map(() => ""));
  const [tried, setTried] = useState(false);
  const isRight = (at: number): boolean => isGroup(typed[at] ?? "", groups[asked[at]!]!);
  const submit = (): void => {
    setTried(true);
    if (asked.every((_group, at) => isRight(at))) onDone();
  };
  return (
    <DialogForm
      aria-label={text.typing.title}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p>{text.typing.body(groups.length)}</p>
      <SimpleGrid cols={2} spacing="sm" data-part="code-groups">
        {asked.map((group, at) => (
          <TextInput
            key={group}
            label={text.typing.group(group + 1)}
            value={typed[at] ?? ""}
            maxLength={8}
            autoComplete="off"
            spellCheck={false}
            {...(at === 0 ? { "data-autofocus": true, autoFocus: true } : {})}
            error={tried && !isRight(at) ? text.typing.wrong : undefined}
            onChange={(event) => {
              const { value } = event.currentTarget;
              setTyped((before) => before.map((one, index) => (index === at ? value : one)));
            }}
          />
        ))}
      </SimpleGrid>
      <Group gap="xs">
        <Button type="submit" rightSection={<KeyHint name="Enter" />}>
          {text.typing.done}
        </Button>
        <Button variant="default" onClick={onBack}>
          {text.typing.back}
        </Button>
      </Group>
    </DialogForm>
  );
}
