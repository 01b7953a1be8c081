import { useState } from "react";
import type { RecoveryCode } from "../../../src-shared/contract/safety.ts";
import { useSession } from "../../app/session/session.tsx";
import { useAct } from "../../ui/calls/act.ts";
import { RecoveryCodeOnce } from "./recovery-code-once.tsx";
import { codeText as text } from "./safety-text.ts";
import { WeightyDialog } from "../weighty-dialog.tsx";

/** Password first, and whoever stands by; then the code once, to be printed. */
export function RecoveryCodeDialog({ onClose }: { readonly onClose: () => void }) {
  const { office, clerk } = useSession();
  const make = useAct("keys.newRecoveryCode");
  const [made, setMade] = useState<RecoveryCode | null>(null);
  const run = async (password: string): Promise<void> => {
    const code = await make.run({ password });
    if (code === undefined) return;
    setMade(code);
  };
  if (made !== null) return <RecoveryCodeOnce made={made} office={office} clerk={clerk.name} onClose={onClose} />;
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
