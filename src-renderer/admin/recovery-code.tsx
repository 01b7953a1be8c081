import { Button } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { createPortal } from "react-dom";
import type { RecoveryCode } from "../../src-shared/contract/office-views.ts";
import { useSession } from "../app/session.tsx";
import { useAct } from "../ui/act.ts";
import { Dialog } from "../ui/dialog.tsx";
import { dayAndTime } from "../ui/format.ts";
import { KeyHint } from "../ui/key-hint.tsx";
import { codeText as text } from "./safety-text.ts";
import { WeightyDialog } from "./weighty-dialog.tsx";

/** Password first, then the code once, to be printed. */
export function RecoveryCodeDialog({ onClose }: { readonly onClose: () => void }) {
  const client = useQueryClient();
  const make = useAct("keys.newRecoveryCode");
  const [made, setMade] = useState<RecoveryCode | null>(null);
  const run = async (password: string): Promise<void> => {
    const code = await make.run({ password });
    if (code === undefined) return;
    client.setQueryData(["keys.status"], code.keys);
    setMade(code);
  };
  if (made !== null) return <Code made={made} onClose={onClose} />;
  return (
    <WeightyDialog
      title={text.title}
      body={text.body}
      password={{ label: text.password, needed: text.needed }}
      confirm={text.make}
      keep={text.keep}
      running={make.running}
      error={make.error}
      onConfirm={(password) => void run(password)}
      onClose={onClose}
    />
  );
}

function Code({ made: { code, keys }, onClose }: { readonly made: RecoveryCode; readonly onClose: () => void }) {
  const { office, clerk } = useSession();
  const { sheet } = text;
  /** Closing by mistake would leave an office with a code that nobody has. */
  const [kept, setKept] = useState<"no" | "asked" | "yes">("no");
  const print = (): void => {
    setKept("yes");
    window.print();
  };
  const close = (): void => {
    if (kept === "no") setKept("asked");
    else onClose();
  };
  return (
    <Dialog
      title={text.title}
      onClose={close}
      size={620}
      commands={[{ id: "print-code", label: text.print, key: "F10", run: print }]}
    >
      <div className="finish">
        <p className="secret" role="status">
          {code}
        </p>
        <p>{text.shown}</p>
        {kept === "asked" ? (
          <p className="warning-line" role="alert">
            {text.notPrinted}
          </p>
        ) : null}
        <div className="finish-foot">
          <Button
            data-autofocus
            leftSection={<IconPrinter size={18} stroke={1.7} aria-hidden />}
            rightSection={<KeyHint name="F10" />}
            onClick={print}
          >
            {text.print}
          </Button>
          <Button variant="default" onClick={close} rightSection={<KeyHint name="Escape" />}>
            {text.saved}
          </Button>
        </div>
      </div>
      {createPortal(
        <div className="print-sheet" aria-hidden>
          <h1>{sheet.title}</h1>
          <p className="print-code">{code}</p>
          <p>
            {sheet.office}：{office?.name ?? ""}（{office?.code ?? ""}）
          </p>
          <p>
            {sheet.made}：{keys.recoveryCodeMadeAt === null ? "" : dayAndTime(keys.recoveryCodeMadeAt)}　{sheet.clerk}：
            {clerk.name}
          </p>
          <ol>
            {sheet.use.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
          <p className="print-signature">{sheet.signature}</p>
        </div>,
        document.body,
      )}
    </Dialog>
  );
}
